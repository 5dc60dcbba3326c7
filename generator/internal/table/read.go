package table

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
)

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

// labels reads what is said anywhere in the sheet about all of it: who made the
// figures, and when they were published.
func (r *reader) labels() *Table {
	r.table = &Table{}
	for row := range r.grid.Rows() {
		for _, col := range r.grid.Filled(row) {
			r.label(r.grid.Cell(row, col).Text, r.grid.At(row, col))
		}
	}
	return r.table
}

// inherit takes from the first table of the sheet what the titles of a further one do
// not say.
func (t *Table) inherit(first *Table) {
	if t.Time.To == 0 && (t.Time.Year == 0 || t.Time.Year == first.Time.Year) {
		t.Time, t.TimeAt = first.Time, first.TimeAt
	}
	if t.Title.Text == "" {
		t.Title = first.Title
	}
	if t.Units == nil {
		t.Units, t.UnitsAt = first.Units, first.UnitsAt
	}
}

func (r *reader) isLedger() bool {
	return slices.ContainsFunc(r.table.Columns, func(c *Column) bool { return c.Kind == Task })
}

// released and made are the labels of dates in titles and notes.
var (
	releasedLabel  = regexp.MustCompile(`(?:发布|公布)(?:日期|时间)?[:：]\s*(\S+)`)
	publisherLabel = regexp.MustCompile(`(?:数据|资料)来源[:：]\s*([^;；,，。\s]+)`)
	noTitle        = regexp.MustCompile(`^(?:附件|附表|附|表)[一二三四五六七八九十\d-]*[:：]?$|^\(?\d{4}[年\-/.]\d{1,2}[月\-/.]\d{1,2}日?\)?$`)
	unitAlone      = regexp.MustCompile(`^[(（]?(?:计量)?单位`)
	otherLabel     = regexp.MustCompile(`^(?:制表|填表|填报|审核|打印|报出)(?:人|日期|时间|单位)?[:：]`)
)

// titles reads what stands above the head, the corner, the sheet's name and the
// file's.
func (r *reader) titles(b block) {
	t, g := r.table, r.grid
	var said []statement
	for row := b.above; row < b.head; row++ {
		for _, col := range g.Filled(row) {
			c := g.Cell(row, col)
			unit := r.unitLabel(row, col)
			if isLabel(c.Text) || unit && unitAlone.MatchString(c.Text) || col > b.right && b.left > 0 {
				continue
			}
			if t.Title.Text == "" && !otherLabel.MatchString(c.Text) && !noTitle.MatchString(plain(c.Text)) {
				t.Title = Words{c.Text, g.At(row, col)}
			}
			said = append(said, r.timeIn(c.Text, g.At(row, col), c.Day))
		}
	}
	for row := b.head; row < b.body; row++ {
		for _, col := range g.Filled(row) {
			r.unitLabel(row, col)
		}
	}
	var names []statement
	if g.Sheet != "" {
		names = append(names, r.timeIn(g.Sheet, diag.Pos{File: g.File, Cell: g.Sheet + "!A1"}, model.Date{}))
	}
	names = append(names, r.timeIn(stem(g.File), diag.Pos{File: g.File}, model.Date{}))
	if r.opt.Time != "" {
		s := r.timeIn(r.opt.Time, r.opt.TimeAt, model.Date{})
		if s.IsZero() {
			r.report(BadTime.At(r.opt.TimeAt, r.opt.Time))
		}
		names = append([]statement{s}, names...)
	}
	r.agree(append(said, names...))
}

func stem(file string) string {
	base := file[strings.LastIndex(file, "/")+1:]
	name, _, _ := cutLast(base, ".")
	return name
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if at := strings.LastIndex(s, sep); at >= 0 {
		return s[:at], s[at+len(sep):], true
	}
	return s, "", false
}

// statement is a time that the table as a whole is said to be of.
type statement struct {
	When
	words string
	at    diag.Pos
}

// tableNumber is what a yearbook writes before a title: 表1-2, 附表3：. Without its
// space the number would run into a year.
var tableNumber = regexp.MustCompile(`^[\s\p{Zs}]*附?表[\s\p{Zs}]*[\d一二三四五六七八九十]+(?:[-－—.．·]\d+)*[\s\p{Zs}:：、]+`)

// timeIn is the time that a title names; a date such as that of printing is none.
func (r *reader) timeIn(words string, at diag.Pos, day model.Date) statement {
	s := statement{words: words, at: at}
	if !day.IsZero() || otherLabel.MatchString(strings.TrimSpace(words)) {
		return s
	}
	text := plain(tableNumber.ReplaceAllString(words, ""))
	var ok bool
	s.When, _, ok = takeTime(text)
	s.Back, s.Earlier = 0, 0
	if !ok || s.Day > 0 && !strings.Contains(text, "截至") && !strings.Contains(text, "截止") {
		s.When = When{}
	}
	return s
}

// agree takes the time of the table from all that is said above it; two that
// contradict each other are reported with both.
func (r *reader) agree(list []statement) {
	t := r.table
	var first statement
	for _, s := range list {
		switch {
		case s.IsZero():
		case t.Time.IsZero():
			t.Time, t.TimeAt, first = s.When, s.at, s
		case !t.Time.agrees(s.When):
			r.report(TimesDiffer.At(first.at, first.When.String(), s.When.String(), place(s.at)))
		default:
			start := t.Time.Start || s.Start
			if s.From == 1 && s.To == t.Time.To && t.Time.From > 1 && s.Start {
				t.Time.From = 1 // 2025年6月 in the file's name, 2025年1—6月 in the title
			}
			t.Time = t.Time.with(s.When)
			t.Time.Start = start
			if first.Year == 0 || first.To == 0 {
				first = statement{t.Time, s.words, first.at}
			}
		}
	}
}

// place is a place as messages name it beside that of the message.
func place(p diag.Pos) string {
	if p.Cell != "" {
		return p.Cell
	}
	return p.String()
}

func isLabel(text string) bool {
	return publisherLabel.MatchString(text) || releasedLabel.MatchString(text)
}

// label reads a cell that says who made the figures, or when they were published.
func (r *reader) label(text string, at diag.Pos) {
	t := r.table
	if m := publisherLabel.FindStringSubmatch(text); m != nil {
		t.Publisher = m[1]
	}
	if m := releasedLabel.FindStringSubmatch(text); m != nil {
		day, ok := sheet.ParseDate(m[1])
		if !ok {
			r.report(BadReleased.At(at, m[1]))
		}
		t.Released = day
	}
}

// unitLabel reads 单位：亿元 of the table as a whole.
func (r *reader) unitLabel(row, col int) bool {
	t, g := r.table, r.grid
	text := g.Cell(row, col).Text
	words := sheet.UnitLabel(text)
	if sheet.IsUnitLabel(text) && text != "单位" && text != "计量单位" {
		words = strings.FieldsFunc(plain(g.Cell(row, col+1).Text), func(r rune) bool { return strings.ContainsRune("、,;", r) })
	}
	if len(words) == 0 {
		return false
	}
	for _, w := range words {
		if !r.isUnit(plain(w)) {
			return false // 填报单位：统计局
		}
	}
	if t.Units == nil {
		t.UnitsAt = g.At(row, col)
	}
	for _, w := range words {
		if !slices.Contains(t.Units, plain(w)) {
			t.Units = append(t.Units, plain(w))
		}
	}
	return true
}

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

// noteLike finds lines below a table that are no rows.
var noteLike = regexp.MustCompile(`^(?:注|备注|说明|附注|资料来源|数据来源|发布|公布|制表|填表|填报|审核|单位负责人|统计负责人|报出日期|\*|※|①)[\d一二三四五]*[:：、.]?`)

// rows reads the rows' names, and what else stands in them about the figures.
func (r *reader) rows(b block) {
	g, t := r.grid, r.table
	var group Words
	var before *Row
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
		if b.name >= 0 {
			r.named(x, before)
		}
		t.Rows = append(t.Rows, x)
		if x.Kind == Value {
			before = x
		}
	}
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
			for _, u := range strings.FieldsFunc(plain(cell.Text), func(r rune) bool { return strings.ContainsRune("、,;", r) }) {
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
	x.Time, x.timeAt = s.When, at
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
