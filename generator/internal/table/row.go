package table

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/sheet"
)

// noteLike finds lines below a table that are no rows.
var noteLike = regexp.MustCompile(`^(?:注|备注|说明|附注|资料来源|数据来源|发布|公布|制表|填表|填报|审核|单位负责人|统计负责人|报出日期|\*|※|①)[\d一二三四五]*[:：、.]?`)

// rows reads the rows' names, and what else stands in them about the figures.
func (r *reader) rows(b block) {
	g, t := r.grid, r.table
	var group Words
	var before *Row
	year := 0
	for row := b.body; row < b.end; row++ {
		filled := slices.DeleteFunc(g.Filled(row), func(c int) bool { return c < b.left || c >= b.right })
		at := max(b.name, b.time)
		name := g.Cell(row, at)
		if len(filled) == 0 && !name.Covered || r.isNumbering(row, b) {
			continue
		}
		if r.isNote(row, b, filled) {
			for _, col := range filled {
				t.Notes = append(t.Notes, Words{g.Cell(row, col).Text, g.At(row, col)})
			}
			continue
		}
		x := &Row{N: row, Label: name.Text, At: g.At(row, at), Group: group}
		if name.Fault != nil {
			r.report(*name.Fault)
			continue
		}
		others := slices.ContainsFunc(filled, func(c int) bool { return c != at && !r.isOrder(c) })
		if !others && !name.Empty() && b.name >= 0 {
			group = Words{name.Text, g.At(row, at)}
			continue
		}
		if name.Empty() && b.name >= 0 {
			if col := r.firstFigure(row, filled); col >= 0 {
				r.report(NoRowName.At(g.At(row, col), g.Cell(row, col).Text))
			} else if len(filled) == 1 {
				group = Words{g.Cell(row, filled[0]).Text, g.At(row, filled[0])}
			}
			continue
		}
		r.side(x, b)
		switch {
		case x.Time.Year > 0:
			year = x.Time.Year
		case x.Time.To > 0 && r.yearColumn(): // the year is written once for the rows below
			x.Time.Year = year
		}
		if b.name >= 0 {
			r.named(x, before)
		}
		t.Rows = append(t.Rows, x)
		if x.Kind == Value {
			before = x
		}
	}
}

// yearColumn reports whether the years of rows stand in a column of their own, beside
// another one of times.
func (r *reader) yearColumn() bool {
	times, years := 0, 0
	for _, c := range r.table.Columns {
		if c.Kind != Time {
			continue
		}
		times++
		if c.Head == "年份" || c.Head == "年度" || c.Head == "年" {
			years++
		}
	}
	return years == 1 && times > 1
}

// firstFigure is the first of a line's columns with a figure in it; -1: none.
func (r *reader) firstFigure(row int, cols []int) int {
	for _, c := range cols {
		cell := r.grid.Cell(row, c)
		if !r.isOrder(c) && (cell.Number || figureLike(cell.Text)) {
			return c
		}
	}
	return -1
}

func (r *reader) isOrder(col int) bool {
	for _, c := range r.table.Columns {
		if c.Col == col {
			return c.Kind == Order
		}
	}
	return false
}

// isNote reports whether a line below the head is a note: one cell across the table, or
// one that begins like a note.
func (r *reader) isNote(row int, b block, filled []int) bool {
	if len(filled) == 0 || r.firstFigure(row, filled) >= 0 {
		return false
	}
	text := r.grid.Cell(row, filled[0]).Text
	if noteLike.MatchString(text) {
		return true
	}
	_, cols := r.grid.Span(row, filled[0])
	return len(filled) == 1 && cols >= b.right-b.left && b.right-b.left > 1 && len([]rune(text)) > 20
}

// side reads the columns of a row that are no figures.
func (r *reader) side(x *Row, b block) {
	g := r.grid
	for _, c := range r.table.Columns {
		cell := g.Cell(x.N, c.Col)
		if cell.Empty() {
			continue
		}
		at := g.At(x.N, c.Col)
		switch c.Kind {
		case UnitOf:
			x.UnitsAt = at
			for _, u := range listed(plain(cell.Text)) {
				x.Units = append(x.Units, strings.Trim(u, "()"))
			}
		case Time:
			r.rowTime(x, c, cell, at)
		case Note:
			x.Note = Words{cell.Text, at}
		case Source:
			x.Source = Words{cell.Text, at}
		case Lead:
			x.Lead = Words{cell.Text, at}
		case Nature:
			x.Nature = Words{cell.Text, at}
		}
	}
	if b.name < 0 {
		x.At = g.At(x.N, b.time)
	}
}

// rowTime reads the time of a row.
func (r *reader) rowTime(x *Row, c *Column, cell sheet.Cell, at diag.Pos) {
	text := cell.Text
	switch v := plain(text); {
	case cell.Fault != nil:
		r.report(*cell.Fault)
		x.bad = true
		return
	case !cell.Day.IsZero() && (cell.Month() || cell.Day.Day == 1 && cell.Day.Month > 1):
		text = fmt.Sprintf("%d年%d月", cell.Day.Year, cell.Day.Month)
	case !cell.Day.IsZero():
		r.report(DateAsTime.At(at, text))
		x.bad = true
		return
	case len(v) == 4 && figureLike(v):
		text = v + "年"
	case len(v) <= 2 && figureLike(v) && strings.Contains(c.Head, "季"):
		text = v + "季度"
	case len(v) <= 2 && figureLike(v):
		text = v + "月"
	case cell.Number && strings.Contains(v, ".") && strings.HasSuffix(v, ".1"):
		r.report(DateAsTime.At(at, text)) // 2025.10 is stored as 2025.1
		x.bad = true
		return
	}
	s := r.say(text)
	if s.clash || s.When.IsZero() && s.basis == "" || s.rest != "" || s.Day > 0 {
		r.report(BadTime.At(at, cell.Text))
		x.bad = true
		return
	}
	if !x.Time.agrees(s.When) { // 2024 | 2025年6月
		r.report(TimesDiffer.At(at, s.When.String(), x.Time.String(), sheet.Place(x.timeAt)))
		x.bad = true
		return
	}
	x.Time, x.timeAt = s.When.with(x.Time), at
	if s.basis != "" {
		x.Basis = s.basis
	}
}

// named reads the name of a row. A row of 同比增长 alone belongs to the row above it.
func (r *reader) named(x, before *Row) {
	names, units := r.nameOf(x.Label)
	x.Names = names
	if len(x.Units) == 0 && len(units) > 0 {
		x.Units, x.UnitsAt = units, x.At
	}
	if slices.ContainsFunc(names, r.known) || len(names) == 0 || r.isLedger() {
		return
	}
	s := r.say(names[len(names)-1])
	if s.kind == Growth && s.rest == "" && before != nil {
		x.Kind, x.Names, x.Label, x.Basis = Growth, before.Names, before.Label+" "+x.Label, s.basis
		return
	}
	if r.known(s.rest) && (s.kind == Growth || s.kind == Value) {
		x.Names, x.Kind, x.Basis = append(names, s.rest), s.kind, s.basis
		if !s.When.IsZero() {
			x.Time = s.When
		}
	}
}
