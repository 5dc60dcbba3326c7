package table

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
)

// facts reads the cells of figures.
func (r *reader) facts() {
	t := r.table
	for _, c := range t.Columns {
		if c.Kind == unknown && !r.grid.HiddenCol(c.Col) && r.holds(c) { // a hidden one has figures of the office's own
			r.report(UnknownColumn.At(c.At, c.Head))
		}
	}
	for _, x := range t.Rows {
		if x.bad || x.Names != nil && r.skipped(x.Names) {
			continue
		}
		found := false
		for _, c := range t.Columns {
			if !c.figures() {
				continue
			}
			names, label, at := x.Names, x.Label, x.At
			if c.Name != "" {
				names, label, at = []string{c.Name}, c.Head, c.At
			}
			if !known(r, names) {
				continue
			}
			if !found && r.grid.HiddenRow(x.N) {
				r.report(HiddenRow.At(x.At, x.Label))
			}
			found = true
			cell := r.grid.Cell(x.N, c.Col)
			if cell.Empty() {
				continue
			}
			if top, merged := r.grid.Top(x.N, c.Col); merged {
				r.report(MergedFigure.At(top, cell.Text))
				continue
			}
			f := &Fact{Row: x, Column: c, Names: names, Label: label, NameAt: at, Kind: c.Kind, Text: cell.Text, At: r.grid.At(x.N, c.Col)}
			if x.Kind == Growth && f.Kind == Value {
				f.Kind = Growth
			}
			f.Past = c.Time.Back > 0 && f.Kind == Value
			if r.timed(f) && r.figure(f, cell) {
				r.unitsOf(f)
				t.Facts = append(t.Facts, f)
			}
		}
		if !found && x.Names != nil && !known(r, x.Names) && r.firstFigure(x.N, r.grid.Filled(x.N)) >= 0 {
			t.Unread = append(t.Unread, x)
		}
	}
}

func known(r *reader, names []string) bool {
	for _, n := range names {
		if r.known(n) {
			return true
		}
	}
	return false
}

// holds reports whether a column has a figure in it.
func (r *reader) holds(c *Column) bool {
	for _, x := range r.table.Rows {
		if cell := r.grid.Cell(x.N, c.Col); cell.Number || figureLike(cell.Text) {
			return true
		}
	}
	return false
}

// timed sets the time and basis of a fact, or reports that they are not said.
func (r *reader) timed(f *Fact) bool {
	t, c, x := r.table, f.Column, f.Row
	near := c.Time
	if !x.Time.IsZero() {
		if !near.agrees(x.Time) {
			r.report(TimesDiffer.At(f.At, c.Time.String(), x.Time.String(), sheet.Place(x.At)))
			return false
		}
		near = x.Time.with(near)
	}
	b := c.Basis
	if x.Basis != "" {
		if b != "" && b != x.Basis {
			r.report(BasesDiffer.At(f.At, words(b), words(x.Basis), sheet.Place(x.saidAt())))
			return false
		}
		b = x.Basis
	}
	if b == "" && near.To == 0 || b == "" && (c.Kind == Growth) {
		if r.opt.Basis != "" && !c.annual {
			b = r.opt.Basis
		}
	}
	if near.To > 0 && b == "" && r.opt.Basis != "" && !near.Start && !near.Whole() {
		b = r.opt.Basis
	}
	annual := c.annual || f.Kind == Target || f.Kind == Completion
	w := near
	switch {
	case near.Year > 0 && near.To == 0 && t.Time.To > 0 && !t.Time.Whole() && !annual && b == "":
		// 2024年 and 2025年 under a title of 2025年6月: the whole years, or January to June?
		r.report(YearOrPart.At(c.At, near.String(), t.Time.String()))
		c.Kind = Other // once for a column
		return false
	case near.Year > 0 && near.To == 0 && b == "":
		annual = true
	case !annual:
		w = near.with(t.Time)
	}
	if b == "" && w.Year+t.Time.Year > 0 && w.To == 0 {
		annual = true // nothing says a month
	}
	if annual {
		if w.Year == 0 {
			w.Year = t.Time.Year
		}
		w.From, w.To, w.Start = 1, 12, false
	}
	w.Back, w.Earlier = max(c.Time.Back, x.Time.Back), max(c.Time.Earlier, x.Time.Earlier)
	if w.Year == 0 || w.To == 0 {
		r.report(NoTime.At(f.At, f.Label, c.Head))
		c.Kind = Other // once for a column
		return false
	}
	w.Year -= w.Back
	if w.Earlier > 0 && w.From == w.To {
		if w.To--; w.To == 0 {
			w.Year, w.To = w.Year-1, 12
		}
		w.From = w.To
	}
	f.Time, f.Basis = span(w, b, near)
	return true
}

// saidAt is where the row says its time.
func (x *Row) saidAt() diag.Pos {
	if x.timeAt.Exact() {
		return x.timeAt
	}
	return x.At
}

// span is the months that a basis makes of a time. near is what the head and the row
// say of it; the rest is from titles.
func span(w When, b basis, near When) (When, model.Basis) {
	out := When{Year: w.Year, From: w.From, To: w.To}
	switch b {
	case model.Cumulative:
		out.From = 1
	case model.Single:
		if near.To == 0 || near.From == near.To || out.Start || near.Start {
			out.From = out.To
		}
		if near.From > 1 && near.To-near.From == 2 {
			out.From = near.From // 二季度 当季
		}
	case quarterly:
		out.From = max(1, out.To-2)
		return out, model.Single
	case model.Point:
		if !out.Whole() {
			out.From = out.To
		}
	case "":
		switch {
		case w.Start && out.From == 1 && out.To > 1 && !out.Whole():
			return out, model.Cumulative
		case out.From > 1 && out.To > out.From:
			return out, model.Single // 二季度, 下半年: the part alone
		}
	}
	if out.Whole() && b != model.Single && b != model.Point {
		b = "" // 1—12月累计 is the year
	}
	return out, b
}

// words is a basis in words.
func words(b basis) string {
	switch b {
	case model.Cumulative:
		return "累计"
	case model.Single, quarterly:
		return "当期"
	case model.Point:
		return "期末"
	}
	return "全年"
}

// risen and fallen are the words of growth before its number.
var (
	risen  = regexp.MustCompile(`^(?:同比)?(?:增长|上升|提高|增加|↑|上涨)`)
	fallen = regexp.MustCompile(`^(?:同比)?(?:下降|减少|降低|回落|↓|下跌|负增长)`)
)

// IsMissing reports whether a cell has a mark in place of a figure, or nothing: — … / 无.
func IsMissing(text string) bool {
	return sheet.IsMissing(plain(text)) || strings.Trim(text, "-—–―…. /\\*") == ""
}

// figure reads the figure of a cell. A target stays words, which package check
// reads.
func (r *reader) figure(f *Fact, c sheet.Cell) bool {
	switch {
	case c.Fault != nil:
		r.report(*c.Fault)
		return false
	case f.Kind == Target:
		return true
	case !c.Day.IsZero():
		r.report(DateAsFigure.At(f.At, c.Text))
		return false
	case !c.Number && IsMissing(c.Text):
		f.Missing = true
		return true
	}
	text, sign := c.Text, decimal.NewFromInt(1)
	if !c.Number {
		text = strings.NewReplacer("+-", "-", " ", "").Replace(plain(c.Text))
		text = footnote.ReplaceAllString(text, "")
		if f.Kind == Growth || f.Row.Kind == Growth || rate(f.Row.Units) || rate(f.Column.Units) {
			switch {
			case text == "持平":
				text = "0"
			case fallen.MatchString(text):
				text, sign = fallen.ReplaceAllString(text, ""), decimal.NewFromInt(-1)
			default:
				text = risen.ReplaceAllString(text, "")
			}
		}
	}
	if !c.Number && sheet.IsShortened(text) {
		r.report(ShortFigure.At(f.At, c.Text))
		return false
	}
	v, ok := sheet.ParseFigure(text)
	if !ok {
		v, ok = r.declaredUnit(text)
	}
	if !ok || sign.IsNegative() && v.Value.IsNegative() {
		r.report(BadFigure.At(f.At, c.Text))
		return false
	}
	f.Value, f.Approx, f.Unit, f.Short = v.Value, v.Approx, v.Unit, c.Short
	if sign.IsNegative() {
		f.Value = v.Value.Neg()
	}
	return true
}

// behindNumber splits a number from what stands behind it.
var behindNumber = regexp.MustCompile(`^([^\d]*[\d.,]*\d)([^\d.,].*)$`)

// declaredUnit reads a figure with a unit behind it that the site declares.
func (r *reader) declaredUnit(text string) (sheet.Figure, bool) {
	m := behindNumber.FindStringSubmatch(text)
	if m == nil || r.opt.Unit == nil {
		return sheet.Figure{}, false
	}
	u, ok := r.opt.Unit(m[2])
	if !ok {
		return sheet.Figure{}, false
	}
	v, ok := sheet.ParseFigure(m[1])
	v.Unit = u
	return v, ok
}

// unitsOf sets the unit that is said next to a figure: in its row, in its head, or
// for the table. A growth has only that of its head, or of a row of its own.
func (r *reader) unitsOf(f *Fact) {
	row := f.Row.Units
	if f.Kind == Growth && f.Row.Kind != Growth || f.Kind == Completion {
		row = nil
	}
	switch {
	case len(f.Column.Units) > 0 && len(row) == 0:
		f.Units, f.UnitsAt = f.Column.Units, f.Column.At
	case len(row) > 0:
		f.Units, f.UnitsAt = row, f.Row.UnitsAt
	default:
		f.Units, f.UnitsAt = r.table.Units, r.table.UnitsAt
	}
}
