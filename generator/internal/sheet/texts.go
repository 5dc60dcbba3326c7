package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Page is a sheet of a workbook as a reader sees it.
type Page struct {
	Name string
	Rows [][]string // the texts of the cells, as shown; those of merged cells in each of them
}

// Why a workbook is not read.
var (
	ErrPassword = errors.New("the workbook has a password")
	ErrTooLarge = errors.New("the workbook is too large")
)

// Texts are the visible sheets of a workbook, for tables whose form is not known
// beforehand. The error says why it cannot be opened.
func Texts(data []byte) (list []Page, err error) {
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped, CultureInfo: excelize.CultureNameZhCN,
	})
	switch {
	case errors.Is(err, excelize.ErrWorkbookPassword):
		return nil, ErrPassword
	case err != nil && strings.Contains(err.Error(), "exceeds the"): // the library's words for its limit
		return nil, ErrTooLarge
	case err != nil:
		return nil, fmt.Errorf("open the workbook: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	for _, name := range file.GetSheetList() {
		if visible, err := file.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		rows, err := file.GetRows(name)
		if err != nil {
			return nil, fmt.Errorf("read sheet %s: %w", name, err)
		}
		merged, err := file.GetMergeCells(name)
		if err != nil {
			return nil, fmt.Errorf("read sheet %s: %w", name, err)
		}
		for _, m := range merged {
			fill(rows, m)
		}
		list = append(list, Page{name, rows})
	}
	return list, nil
}

// mostMerged is how many cells of one merged area are filled at most.
const mostMerged = 10000

// fill writes the text of a merged cell into all of its cells.
func fill(rows [][]string, m excelize.MergeCell) {
	left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
	if err != nil {
		return
	}
	right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
	if err != nil || (right-left+1)*(bottom-top+1) > mostMerged {
		return
	}
	text := strings.TrimSpace(m.GetCellValue())
	for y := top - 1; y < min(bottom, len(rows)); y++ {
		for len(rows[y]) < right {
			rows[y] = append(rows[y], "")
		}
		for x := left - 1; x < right; x++ {
			rows[y][x] = text
		}
	}
}
