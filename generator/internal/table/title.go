package table

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
)

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
	names = append(names, r.timeIn(Stem(g.File), diag.Pos{File: g.File}, model.Date{}))
	if r.opt.Time != "" {
		s := r.timeIn(r.opt.Time, r.opt.TimeAt, model.Date{})
		if s.IsZero() {
			r.report(BadTime.At(r.opt.TimeAt, r.opt.Time))
		}
		names = append([]statement{s}, names...)
	}
	r.agree(append(said, names...))
}

// Stem is the name of a file without its folder and its ending: what it says of the table.
func Stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

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
			r.report(TimesDiffer.At(first.at, first.When.String(), s.When.String(), sheet.Place(s.at)))
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
		words = listed(plain(g.Cell(row, col+1).Text))
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
