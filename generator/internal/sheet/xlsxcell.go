package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// complete reads the types, formats and formulas of a sheet's cells.
func (b *book) complete(s *worksheet) error {
	head, cols := findHead(s.lines)
	for n, l := range s.lines {
		if len(l.cells) == 0 {
			continue
		}
		visible, err := b.GetRowVisible(s.name, n+1)
		if err != nil {
			return err
		}
		l.hidden = !visible
		for i := range l.cells {
			if cols == nil && n >= headRows || cols != nil && (n <= head || !reads(cols, i)) {
				continue // its text is enough
			}
			ref, err := excelize.CoordinatesToCellName(i+1, n+1)
			if err != nil {
				return err
			}
			if err := b.cell(s.name, ref, &l.cells[i]); err != nil {
				return fmt.Errorf("%s!%s: %w", s.name, ref, err)
			}
		}
	}
	for _, i := range cols {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		visible, err := b.GetColVisible(s.name, name)
		if err != nil {
			return err
		}
		s.lines[head].cells[i].hidden = !visible
	}
	return b.merge(s.name, s.lines)
}

func reads(cols map[column]int, col int) bool {
	for _, i := range cols {
		if i == col {
			return true
		}
	}
	return false
}

// cell completes a cell.
func (b *book) cell(name, ref string, c *cell) error {
	kind, err := b.GetCellType(name, ref)
	if err != nil {
		return err
	}
	if c.text == "" {
		if formula, err := b.GetCellFormula(name, ref); err != nil || formula != "" {
			d := NoResult.At(diag.Pos{})
			c.fault = &d
			return err
		}
		return nil
	}
	switch kind {
	case excelize.CellTypeError:
		d := CellError.At(diag.Pos{}, c.text)
		c.fault = &d
	case excelize.CellTypeBool:
		c.text = map[string]string{"0": "FALSE", "1": "TRUE"}[c.text]
	case excelize.CellTypeDate:
		c.iso()
	case excelize.CellTypeUnset, excelize.CellTypeNumber:
		return b.number(name, ref, c)
	}
	return nil
}

// iso reads a date that is stored as one: 2024-06-01T00:00:00.
func (c *cell) iso() {
	text, _, _ := strings.Cut(c.text, "T")
	if d, ok := parseDate(text); ok {
		c.text, c.date, c.parts = text, d, dateParts{true, true, true}
	}
}

// number reads a number by its format: a date, or a figure as it is shown.
func (b *book) number(name, ref string, c *cell) error {
	raw := c.text
	v, many, ok := stored(raw)
	if !ok {
		return nil
	}
	style, err := b.GetCellStyle(name, ref)
	if err != nil {
		return err
	}
	f, err := b.format(style)
	if err != nil {
		return err
	}
	if parts, isDate := f.date(); isDate {
		day, err := excelize.ExcelDateToTime(v.InexactFloat64(), b.old)
		if err != nil {
			return nil // a negative number, which no program shows as a date
		}
		c.date, c.parts = model.DateOf(day), parts
		if shown, err := b.GetCellValue(name, ref); err == nil && shown != "" {
			c.text = strings.TrimSpace(shown)
		}
		return nil
	}
	c.number = true
	text, same, ok := f.show(v)
	fault := BadFormat.At(diag.Pos{}, v.String(), b.codes[style])
	switch {
	case many:
		fault = ManyDigits.At(diag.Pos{}, raw)
		c.fault = &fault
	case !ok:
		c.fault = &fault
	case !same:
		if c.short, err = b.GetCellValue(name, ref); err != nil {
			return err
		}
		if f.of(v).general {
			c.short = general(v)
		}
	}
	if ok {
		c.text = text
	}
	return nil
}

// format is the number format of a style.
func (b *book) format(style int) (numberFormat, error) {
	if f, ok := b.formats[style]; ok {
		return f, nil
	}
	s, err := b.GetStyle(style)
	if err != nil {
		return nil, err
	}
	code := ""
	if s.CustomNumFmt != nil {
		code = *s.CustomNumFmt
	}
	b.formats[style], b.codes[style] = formatOf(s.NumFmt, code), code
	if code == "" {
		b.codes[style] = built[s.NumFmt]
	}
	return b.formats[style], nil
}

// merge marks the cells of merged areas: the value stands in the first.
func (b *book) merge(name string, lines []*line) error {
	areas, err := b.GetMergeCells(name)
	if err != nil {
		return err
	}
	for _, a := range areas {
		col, top, err := excelize.CellNameToCoordinates(a.GetStartAxis())
		if err != nil {
			return err
		}
		right, bottom, err := excelize.CellNameToCoordinates(a.GetEndAxis())
		if err != nil {
			return err
		}
		for n := top; n <= bottom && n <= len(lines); n++ {
			l := lines[n-1]
			for len(l.cells) < col {
				l.cells = append(l.cells, cell{})
			}
			for i := col; i < right && i < len(l.cells); i++ {
				l.cells[i] = cell{} // programs do not show what is stored there
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
