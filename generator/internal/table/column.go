package table

import (
	"fmt"
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
)

// columns reads the heads.
func (r *reader) columns(b block) {
	g := r.grid
	for col := b.left; col < b.right; col++ {
		c := &Column{Col: col, At: g.At(b.head, col)}
		var heads []string
		var all saying
		for row := b.head; row < b.body; row++ {
			cell := g.Cell(row, col)
			if cell.Empty() && row+1 < b.body && col > b.name {
				cell = r.groupHead(row, col, b)
			}
			if cell.Empty() || r.isNumbering(row, b) {
				continue
			}
			if row > b.head && sameArea(g, row, col) {
				continue
			}
			if cell.Fault != nil {
				r.report(*cell.Fault)
			}
			text := cell.Text
			if !cell.Day.IsZero() { // a month that a program has made a date of
				text = fmt.Sprintf("%d年%d月", cell.Day.Year, cell.Day.Month)
			}
			if sheet.UnitLabel(text) != nil {
				continue
			}
			c.At = g.At(row, col)
			heads = append(heads, squeeze(text))
			all = r.join(all, r.say(number(text, cell)), c.At, text)
		}
		c.Head = strings.Join(heads, " ")
		if words, ok := r.declared(c); ok {
			if words == "-" {
				c.skipped = true
			} else {
				all = r.say(words)
			}
		}
		r.mean(c, all)
		if col == b.name && (c.Kind == Value || c.Kind == Other) {
			c.Kind = Name
		}
		if col == b.time && c.Kind == Value {
			c.Kind = Time
		}
		if c.Head != "" || c.Kind != Value {
			r.table.Columns = append(r.table.Columns, c)
		}
	}
	r.figuresOfProgress(b)
	r.contrast()
	r.inherit()
	for _, c := range r.table.Columns {
		if g.HiddenCol(c.Col) && c.figures() {
			r.report(HiddenColumn.At(c.At, c.Head))
		}
	}
	r.table.Columns = slices.DeleteFunc(r.table.Columns, func(c *Column) bool { return c.skipped })
}

// figuresOfProgress makes figures of a column 完成情况 that has some, where no column
// has tasks.
func (r *reader) figuresOfProgress(b block) {
	if r.isLedger() {
		return
	}
	for _, c := range r.table.Columns {
		if c.Kind != Progress {
			continue
		}
		for row := b.body; row < b.end; row++ {
			if cell := r.grid.Cell(row, c.Col); cell.Number || figureLike(cell.Text) {
				c.Kind = Value
			}
		}
	}
}

// groupHead is the head of a group of columns whose cells are not merged: the
// nearest to the left in an upper line, where both columns have a head below it.
func (r *reader) groupHead(row, col int, b block) sheet.Cell {
	below := func(col int) bool {
		for n := row + 1; n < b.body; n++ {
			if c := r.grid.Cell(n, col); !c.Empty() && !c.Covered && !r.isNumbering(n, b) {
				return true
			}
		}
		return false
	}
	for left := col; left > b.name && below(left); left-- {
		c := r.grid.Cell(row, left)
		if rows, cols := r.grid.Span(row, left); !c.Empty() && left < col && rows == 1 && cols == 1 && r.wholeAt(row, left) == Value {
			return c
		} else if !c.Empty() {
			break
		}
	}
	return sheet.Cell{}
}

// number is the words of a head that is a number alone: a year, or a month below
// one.
func number(text string, c sheet.Cell) string {
	if len(text) == 4 && (text[:2] == "19" || text[:2] == "20") {
		return text + "年"
	}
	if c.Number && len(text) <= 2 {
		return text + "月"
	}
	return text
}

func sameArea(g *sheet.Grid, row, col int) bool {
	above, _ := g.Span(row-1, col)
	return g.Cell(row, col).Covered && above > 1 && g.Cell(row, col).Text == g.Cell(row-1, col).Text
}

// declared is what the editor says about a column, by its head or letter.
func (r *reader) declared(c *Column) (string, bool) {
	for _, key := range []string{c.Head, letters(c.Col)} {
		for name, words := range r.opt.Columns {
			if plain(name) == plain(key) && key != "" {
				if r.opt.Used != nil {
					r.opt.Used(name)
				}
				return words, true
			}
		}
	}
	return "", false
}

// letters is a column's name in spreadsheet programs; columns count from 0.
func letters(col int) string {
	s := ""
	for col++; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}

// join adds what a lower cell of a head says to what the upper ones say.
func (r *reader) join(a, b saying, at diag.Pos, words string) saying {
	if b.clash || !a.When.agrees(b.When) {
		r.report(HeadTimes.At(at, words, a.When.String()))
	}
	a.When = b.When.with(a.When)
	a.Back, a.Earlier = max(a.Back, b.Back), max(a.Earlier, b.Earlier)
	if b.basis != "" {
		a.basis = b.basis
	}
	switch {
	case a.kind == Value, b.kind == Other:
		a.kind = b.kind
	case b.kind != Value && a.kind == Name:
		a.kind = b.kind
	}
	if len(b.units) > 0 {
		a.units = b.units
	}
	a.rest = strings.Trim(a.rest+b.rest, " ")
	if a.rest != b.rest && b.rest != "" && r.known(b.rest) && !r.known(a.rest) {
		a.rest = b.rest
	}
	a.said = a.said || b.said
	a.annual = a.annual || b.annual
	if a.kind == Growth && len(a.units) > 0 && !rate(a.units) && len(b.units) > 0 {
		a.kind = Other
	}
	if a.kind == Growth && !rate(a.units) {
		a.units = nil // 产值（亿元） above 同比
	}
	return a
}

// mean sets what a column holds.
func (r *reader) mean(c *Column, s saying) {
	c.Kind, c.Time, c.Basis, c.Units, c.annual = s.kind, s.When, s.basis, s.units, s.annual
	c.dated = !s.When.IsZero()
	if s.End && c.Basis == "" {
		c.Basis = model.Point
	}
	if s.Day > 0 && c.figures() && !c.skipped {
		c.Kind = unknown // 截至6月15日: no time of statistics
		return
	}
	if s.rest == "" || c.skipped {
		return
	}
	if r.known(s.rest) {
		c.Name = s.rest
		return
	}
	if s.kind == Value || s.kind == Growth || s.kind == Target || s.kind == Completion {
		c.Kind = unknown
		c.Name = s.rest
	}
}

// unknown is a column whose head is not understood.
const unknown Kind = "unknown"

// figures reports whether the column holds figures that are read.
func (c *Column) figures() bool {
	switch c.Kind {
	case Value, Growth, Target, Completion:
		return true
	}
	return false
}

// contrast makes a column of a month alone one of single figures where another column
// has the year to the same month: 6月 beside 1—6月累计.
func (r *reader) contrast() {
	for _, c := range r.table.Columns {
		if c.Basis != "" || c.Time.To < 2 || c.Time.From != c.Time.To || c.annual {
			continue
		}
		for _, o := range r.table.Columns {
			toDate := o.Time.To == c.Time.To && (o.Time.From == 1 || o.Basis == model.Cumulative) || o.Basis == model.Cumulative && o.Time.To == 0 && r.table.Time.To == c.Time.To
			if o != c && toDate && (o.Time.Year == c.Time.Year || o.Time.Year == 0 || c.Time.Year == 0) && o.Time.Back == c.Time.Back && o.Kind == c.Kind {
				c.Basis = model.Single
				break
			}
		}
	}
}

// inherit gives a growth, or a figure of 上年同期, without a time or basis of its own
// those of the figure that stands to its left. Where figures of two bases stand there, it is ambiguous.
func (r *reader) inherit() {
	var left []*Column // figures since the last growth
	for _, c := range r.table.Columns {
		switch {
		case c.skipped:
			continue
		case c.Kind == Value && (c.Time.Back == 0 || c.Basis != "" || c.Time.To > 0):
			left = append(left, c)
			continue
		case c.Kind != Growth && c.Kind != Value:
			continue
		case c.Kind == Growth && (c.Basis != "" || c.dated):
			left = nil
			continue
		}
		bases := map[string]*Column{}
		for _, l := range left {
			if l.Time.Back == 0 && (l.Name == "" || l.Name == c.Name || c.Name == "") {
				bases[fmt.Sprint(l.Basis, l.Time)] = l
			}
		}
		switch {
		case len(bases) == 1:
			for _, l := range bases {
				back := c.Time.Back
				c.Basis, c.Time, c.annual = l.Basis, l.Time, l.annual
				c.Time.Back, c.dated = back, l.dated
				if c.Name == "" {
					c.Name = l.Name
				}
			}
		case len(bases) > 1:
			var heads []string
			for _, l := range left {
				if bases[fmt.Sprint(l.Basis, l.Time)] == l {
					heads = append(heads, l.Head)
				}
			}
			r.report(WhichBasis.At(c.At, c.Head, strings.Join(heads, "、")))
			c.Kind = Other
		}
		if c.Kind != Value {
			left = nil
		}
	}
}
