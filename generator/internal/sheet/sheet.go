// Package sheet reads observations from the tables of spreadsheet programs
// (CSV and XLSX) with a place for every cell, and writes workbooks.
//
// A table has a head row with the columns of docs/format.md in any order, and a
// row for every observation. Above the head there may be title lines. The
// package is the only user of excelize.
package sheet

import (
	"path"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// Row is one observation as written. A reference is still a string here, and a
// word may still be wrong: that is for package check to say.
type Row struct {
	Period   string // as of a TOML key: 2024, 2024-H1, 2024-Q3, 2024-06
	Basis    string // "annual", "cumulative", "single", "point"; "" as the period suggests
	Value    decimal.Decimal
	Unit     model.Unit // of Value, as the table says; "" where it says none
	UnitAt   diag.Pos   // what says so: the cell itself, the head, a title
	Missing  bool       // a mark such as — stands for the value; Note may say why
	Approx   bool
	Ok       string // why a surprising value is right
	Stage    string
	Released model.Date // zero: not written
	Source   string
	Note     string
	NoteEn   string
	Earlier  []Superseded // values before revisions, as the row lists them

	row  *line
	cols map[column]int
	at   func(key string) diag.Pos // instead of row and cols
}

// Superseded is a value that the row's value replaced.
type Superseded struct {
	Value    decimal.Decimal // in the unit of the row's value
	Released model.Date      // zero: not written
	Reason   string
}

// At is the place of a column's cell, named as the key of the TOML format
// ("value", "stage" …); of the first cell where the table has no such column.
func (r *Row) At(key string) diag.Pos {
	if r.at != nil {
		return r.at(key)
	}
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

// Choice says which sheet of a workbook to read. The zero Choice is the only
// one that has a head row.
type Choice struct {
	Sheet string
	At    diag.Pos // where that is written, for a sheet that does not exist
}

// Read reads a table. file is the name in messages; its extension says which kind
// it is. A row below the head that is not read has a diagnostic that says why: an
// error for a faulty cell, a warning for a row without an observation.
func Read(file string, data []byte, choice Choice) ([]*Row, []diag.Diagnostic) {
	t := &table{file: file}
	var lines []*line
	if strings.EqualFold(path.Ext(file), ".xlsx") {
		lines = t.readXLSX(data, choice)
	} else {
		t.csv = true
		lines = t.readCSV(data)
	}
	if lines == nil {
		return nil, t.diags
	}
	return t.read(lines), t.diags
}

// line is one row of a table.
type line struct {
	cells  []cell
	pos    func(col int) diag.Pos
	hidden bool // in the program that wrote it
	unit   bool // it says in which unit the figures are
}

// at is the cell of a column; one that the row does not reach is empty.
func (l *line) at(col int) cell {
	if col < len(l.cells) {
		return l.cells[col]
	}
	return cell{}
}

// first is the first cell that is not empty, or -1. What a merged cell shows in
// rows below its own is not in them.
func (l *line) first() int {
	return slices.IndexFunc(l.cells, func(c cell) bool { return !c.empty() && !c.covered })
}
