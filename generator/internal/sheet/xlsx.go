package sheet

import (
	"archive/zip"
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// maxUnzipped is how large a workbook may be when it is unpacked, in bytes: a
// file of a few kilobytes can unpack to gigabytes.
const maxUnzipped = 64 << 20

// book is an open .xlsx file.
type book struct {
	*excelize.File
	file    string
	old     bool // dates count from 1904
	formats map[int]numberFormat
	codes   map[int]string
}

// readXLSX reads the lines of the sheet that is chosen; nil where a message
// says why not.
func (t *table) readXLSX(data []byte, choice Choice) []*line {
	fault := func(why any) []*line {
		t.report(BadWorkbook.At(diag.Pos{File: t.file}, why))
		return nil
	}
	b, err := openBook(t.file, data)
	if err != nil {
		return fault(whyClosed(err))
	}
	defer b.Close()
	sheets, err := b.sheets()
	if err != nil {
		return fault(err.Error())
	}
	s := t.choose(sheets, choice)
	if s == nil {
		return nil
	}
	if err := b.complete(s); err != nil {
		return fault(err.Error())
	}
	return s.lines
}

// whyClosed says why a workbook cannot be opened.
func whyClosed(err error) any {
	switch {
	case errors.Is(err, zip.ErrFormat):
		return message.ID("no-xlsx")
	case errors.Is(err, excelize.ErrWorkbookFileFormat), errors.Is(err, excelize.ErrWorkbookPassword):
		return message.ID("old-xls")
	}
	return err
}

// worksheet is a sheet of a workbook.
type worksheet struct {
	name    string
	visible bool
	lines   []*line // as far as the sheet has rows
	hasHead bool
}

// empty reports whether nothing is in the sheet.
func (s *worksheet) empty() bool {
	for _, l := range s.lines {
		if l.first() >= 0 {
			return false
		}
	}
	return true
}

// sheets are the sheets of the workbook with the texts of their cells, a number
// as it is stored.
func (b *book) sheets() ([]*worksheet, error) {
	var list []*worksheet
	for _, name := range b.GetSheetList() {
		visible, err := b.GetSheetVisible(name)
		if err != nil {
			return nil, err
		}
		s := &worksheet{name: name, visible: visible}
		if s.lines, err = b.rows(name); err != nil {
			return nil, err
		}
		_, cols := findHead(s.lines)
		s.hasHead = cols != nil
		list = append(list, s)
	}
	return list, nil
}

func (b *book) rows(name string) (lines []*line, err error) {
	lines = []*line{}
	rows, err := b.Rows(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for n := 1; rows.Next(); n++ {
		texts, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		l := &line{pos: func(col int) diag.Pos {
			ref, err := excelize.CoordinatesToCellName(col+1, n)
			if err != nil {
				return diag.Pos{File: b.file}
			}
			return diag.Pos{File: b.file, Cell: name + "!" + ref}
		}}
		for _, text := range texts {
			l.cells = append(l.cells, cell{text: strings.TrimSpace(text)})
		}
		lines = append(lines, l)
	}
	return lines, rows.Error()
}
