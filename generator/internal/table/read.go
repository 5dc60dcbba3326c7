package table

import (
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/sheet"
	"slices"
)

// Read reads the tables of a sheet: one or several below or beside each other.
func Read(g *sheet.Grid, opt Options) []*Table {
	r := &reader{grid: g, opt: opt, units: map[string]bool{}}
	return r.tables()
}

// reader reads one sheet.
type reader struct {
	grid  *sheet.Grid
	opt   Options
	table *Table
	units map[string]bool // whether words are a unit
}

func (r *reader) report(d diag.Diagnostic) { r.opt.Report(d) }

func (r *reader) known(name string) bool {
	return name != "" && r.opt.Known != nil && r.opt.Known(name)
}

func (r *reader) skipped(names []string) bool {
	if r.opt.Skipped != nil {
		for _, n := range names {
			if r.opt.Skipped(n) {
				return true
			}
		}
	}
	return false
}

// tables reads the tables of the sheet, each with what is said for all of them.
func (r *reader) tables() []*Table {
	var list []*Table
	blocks := r.blocks()
	shared := r.labels()
	for n, b := range blocks {
		t := &Table{Grid: r.grid, Publisher: shared.Publisher, Released: shared.Released}
		r.table = t
		r.titles(b)
		if n > 0 {
			t.inherit(list[0])
		}
		r.columns(b)
		r.rows(b)
		if r.isLedger() {
			r.tasks()
		} else {
			r.facts()
		}
		list = append(list, t)
	}
	return list
}

func (r *reader) isLedger() bool {
	return slices.ContainsFunc(r.table.Columns, func(c *Column) bool { return c.Kind == Task })
}
