// Package sheet reads observations from the tables of spreadsheet programs
// (CSV and XLSX) with a place for every cell, and writes workbooks.
//
// A table has a head row with the columns of docs/format.md in any order, and a
// row for every observation. Above the head there may be title lines. The
// package is the only user of excelize.
package sheet

import (
	"path"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
)

// Row is one observation as written. A reference is still a string here, and a
// word may still be wrong: that is for package check to say.
type Row struct {
	Period   string // as of a TOML key: 2024, 2024-H1, 2024-Q3, 2024-06
	Basis    string // "annual", "cumulative", "single", "point"; "" as the period suggests
	Value    decimal.Decimal
	Missing  bool // a mark such as — stands for the value; Note may say why
	Percent  bool // the value was written with a percent sign
	Approx   bool
	Ok       string // why a surprising value is right
	Stage    string
	Released Date // zero: not written
	Source   string
	Note     string
	NoteEn   string

	row  *line
	cols map[column]int
}

// Date is a calendar day; the zero Date is not written.
type Date struct{ Year, Month, Day int }

// At is the place of a column's cell, named as the key of the TOML format
// ("value", "stage" …); of the first cell where the table has no such column.
func (r *Row) At(key string) diag.Pos {
	col, ok := r.cols[column(key)]
	if !ok {
		col = r.cols[colPeriod]
	}
	return r.row.pos(col)
}

// IsTable reports whether a file's name is one that Read takes.
func IsTable(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".xlsx":
		return true
	}
	return false
}

// Read reads a table. file is the name in messages; its extension says which
// kind it is. A row without value is a gap and is left out; every faulty cell
// is a diagnostic, and its row is left out.
func Read(file string, data []byte) ([]*Row, []diag.Diagnostic) {
	var lines []*line
	var fault *diag.Diagnostic
	if strings.EqualFold(path.Ext(file), ".xlsx") {
		lines, fault = readXLSX(file, data)
	} else {
		lines, fault = readCSV(file, data)
	}
	if fault != nil {
		return nil, []diag.Diagnostic{*fault}
	}
	t := &table{file: file}
	return t.read(lines), t.diags
}

// line is one row of a table.
type line struct {
	cells []cell
	pos   func(col int) diag.Pos
}

// at is the cell of a column; one that the row does not reach is empty.
func (l *line) at(col int) cell {
	if col < len(l.cells) {
		return l.cells[col]
	}
	return cell{}
}

// cell is a cell as far as reading needs it.
type cell struct {
	text string // as shown, without spaces around
	raw  string // of a number: all its digits, as stored; "" else
	date Date   // of a cell with a date format
	// merged is how many rows a merged cell spans, 0 for a plain one; the
	// rows below it have covered set.
	merged  int
	covered bool
}
