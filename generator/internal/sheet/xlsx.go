package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// maxUnzipped is how large a workbook may be when it is unpacked, in bytes: a
// file of a few kilobytes can unpack to gigabytes.
const maxUnzipped = 64 << 20

// readXLSX reads the first visible sheet of a workbook that has a head row.
func readXLSX(file string, data []byte) ([]*line, *diag.Diagnostic) {
	fault := func(d diag.Diagnostic) ([]*line, *diag.Diagnostic) { return nil, &d }
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		return fault(BadWorkbook.At(diag.Pos{File: file}, whyClosed(err)))
	}
	defer book.Close()
	for _, name := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		lines, err := sheetLines(book, file, name)
		if err != nil {
			return fault(BadWorkbook.At(diag.Pos{File: file}, err.Error()))
		}
		if _, cols := findHead(lines); cols != nil {
			return lines, nil
		}
	}
	return fault(NoHead.At(diag.Pos{File: file}))
}

// whyClosed says why a workbook cannot be opened.
func whyClosed(err error) error {
	switch {
	case errors.Is(err, zip.ErrFormat):
		return message.ID("no-xlsx")
	case errors.Is(err, excelize.ErrWorkbookFileFormat), errors.Is(err, excelize.ErrWorkbookPassword):
		return message.ID("old-xls")
	}
	return err
}

func sheetLines(book *excelize.File, file, name string) ([]*line, error) {
	shown, err := book.GetRows(name)
	if err != nil {
		return nil, err
	}
	raw, err := book.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	props, err := book.GetWorkbookProps()
	if err != nil {
		return nil, err
	}
	old := props.Date1904 != nil && *props.Date1904
	lines := make([]*line, len(shown))
	for n, row := range shown {
		l := &line{pos: func(col int) diag.Pos {
			ref, err := excelize.CoordinatesToCellName(col+1, n+1)
			if err != nil {
				return diag.Pos{File: file}
			}
			return diag.Pos{File: file, Cell: name + "!" + ref}
		}}
		for i, text := range row {
			c := cell{text: strings.TrimSpace(text)}
			if n < len(raw) && i < len(raw[n]) {
				c.number(raw[n][i], old)
			}
			l.cells = append(l.cells, c)
		}
		lines[n] = l
	}
	return lines, merge(book, name, lines)
}

// number fills in what a number cell stores. A number that is shown as
// something with separators of a date is one.
func (c *cell) number(raw string, old bool) {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return
	}
	if raw == c.text || !looksLikeDate(c.text) {
		c.raw = raw
		return
	}
	t, err := excelize.ExcelDateToTime(v, old)
	if err == nil {
		c.date = Date{t.Year(), int(t.Month()), t.Day()}
	}
}

// looksLikeDate reports whether a shown number has the marks of a date.
func looksLikeDate(shown string) bool {
	trimmed := strings.TrimPrefix(shown, "-")
	return strings.ContainsAny(trimmed, "/年月日") || strings.Count(trimmed, "-") > 0 && !strings.ContainsAny(trimmed, "eE%")
}

// merge marks the cells of merged areas: the value stands in the first.
func merge(book *excelize.File, name string, lines []*line) error {
	areas, err := book.GetMergeCells(name)
	if err != nil {
		return err
	}
	for _, a := range areas {
		col, top, err := excelize.CellNameToCoordinates(a.GetStartAxis())
		if err != nil {
			return err
		}
		_, bottom, err := excelize.CellNameToCoordinates(a.GetEndAxis())
		if err != nil {
			return err
		}
		for n := top; n <= bottom && n <= len(lines); n++ {
			l := lines[n-1]
			for len(l.cells) < col {
				l.cells = append(l.cells, cell{})
			}
			c := &l.cells[col-1]
			if n == top {
				c.merged = bottom - top + 1
				continue
			}
			*c = lines[top-1].at(col - 1) // a year, a source or a note is for every row
			c.covered, c.merged = true, 0
		}
	}
	return nil
}
