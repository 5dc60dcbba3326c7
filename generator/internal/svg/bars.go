package svg

import (
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
)

// The measures of bars.
const (
	track  = 22.0 // as high as a target's mark
	barTop = 4.0  // from the top of the track to the bar
)

// barsDrawing is a group of rows while it is drawn.
type barsDrawing struct {
	*drawing
	*chart.Bars
	axis
}

// bars draws rows on one scale below all that is there.
func (d *drawing) bars(b *chart.Bars) {
	g := &barsDrawing{drawing: d, Bars: b}
	parts := 4
	if !d.wide {
		parts = 3
	}
	list := g.figures()
	if b.Blank {
		list = []decimal.Decimal{decimal.NewFromInt(-1), decimal.NewFromInt(1)}
	}
	g.axis = newAxis(list, true, b.Whole, parts).trimmed(list)
	g.capped()
	if len(b.Rows) == 1 && b.Rows[0].Name == "" {
		g.single(&b.Rows[0])
		return
	}
	g.rows()
}

// lay lays the scale between two places: falls alone read from zero on the left, as
// lengths do.
func (g *barsDrawing) lay(from, to float64) {
	if g.Falls() {
		from, to = to, from
	}
	g.axis = g.laid(from, to)
}

// capped ends the scale of parts of a hundred there.
func (g *barsDrawing) capped() {
	hundred := decimal.NewFromInt(100)
	if !g.Full || g.high.LessThanOrEqual(hundred) {
		return
	}
	for _, r := range g.Rows {
		list := []decimal.Decimal{r.Result.Value.Decimal}
		for _, goal := range r.Goals {
			list = append(list, goal.At...)
		}
		if decimal.Max(list[0], list[1:]...).GreaterThan(hundred) {
			return
		}
	}
	g.high = hundred
	g.step = decimal.NewFromInt(25)
	if g.wide {
		g.step = decimal.NewFromInt(20)
	}
}

// figures are all figures that the scale has to hold.
func (g *barsDrawing) figures() []decimal.Decimal {
	list := []decimal.Decimal{decimal.Zero}
	for _, r := range g.Rows {
		for _, p := range append(slices.Clone(r.Context), r.Result) {
			if p.Value.Valid {
				list = append(list, p.Value.Decimal)
			}
		}
		for _, goal := range r.Goals {
			list = append(list, goal.At...)
			// No target stands at the very end of its scale, and one that is met without
			// limit needs room to be seen.
			for _, v := range goal.At {
				room := decimal.NewFromInt(16)
				if goal.Low.Valid && !goal.High.Valid && v.IsPositive() || goal.High.Valid && !goal.Low.Valid && v.IsNegative() {
					room = decimal.NewFromInt(8)
				}
				list = append(list, v.Add(v.Div(room)))
			}
		}
		if r.Due != nil {
			list = append(list, r.Due.Value)
		}
	}
	return list
}

// trackOf draws a row's track: its ground, where the target is met, the result as
// a bar from zero, what is due, and the target.
func (g *barsDrawing) trackOf(r *chart.Bar, y float64) {
	left, right := min(g.from, g.to), max(g.from, g.to)
	rect(&g.ground, "k", box{left, y + barTop, right, y + track - barTop})
	for _, goal := range r.Goals {
		if goal.Role != chart.RoleTarget {
			continue
		}
		low, high := g.from, g.to
		if goal.Low.Valid {
			low = g.clamped(goal.Low.Decimal)
		}
		if goal.High.Valid {
			high = g.clamped(goal.High.Decimal)
		}
		low, high = min(low, high), max(low, high)
		if (goal.Low.Valid || goal.High.Valid) && high > low {
			rect(&g.ground, "b", box{low, y + 1, high, y + track - 1})
		}
	}
	if r.Result.Value.Valid {
		class := "r"
		if r.Other {
			class = "q"
		}
		g.length(class, r.Result, y)
	}
	g.sign(r.Result, y)
	for _, p := range r.Context {
		g.dot("p r", g.clamped(p.Value.Decimal), y+track/2, 4)
	}
	if r.Due != nil {
		g.diamond("v", g.clamped(r.Due.Value), y+track/2, 4.5)
	}
	for _, goal := range r.Goals {
		_, class := looks(goal.Role)
		half, over := 1.5, 0.0
		if goal.Role != chart.RoleTarget {
			half, over = 1, 3
		}
		for _, v := range goal.At {
			x := g.clamped(v)
			g.block(class, box{x - half, y + over, x + half, y + track - over})
		}
	}
}

// nameMet says in the ground of a target what it is: where the target is met.
func (g *barsDrawing) nameMet(r *chart.Bar, y float64) {
	text := g.pick("达标", "met")
	for _, goal := range r.Goals {
		if goal.Role != chart.RoleTarget || !goal.Low.Valid && !goal.High.Valid {
			continue
		}
		a, b := g.from, g.to
		if goal.Low.Valid {
			a = g.clamped(goal.Low.Decimal)
		}
		if goal.High.Valid {
			b = g.clamped(goal.High.Decimal)
		}
		a, b = min(a, b), max(a, b)
		if half := textWidth(text)/2 + 3; b-a > 2*half {
			at := y + track/2 + 4.5
			g.place(text, "", spot{(a + b) / 2, at, middle}, spot{b - half, at, middle}, spot{a + half, at, middle})
		}
	}
}

// scaleBelow draws the figures of the scale below a track. The last one has the unit; a
// long unit, which would move its figure away from its place, has a line of its own.
func (g *barsDrawing) scaleBelow(y float64) float64 {
	if g.Blank {
		return y
	}
	ticks := g.ticks(g.Scale)
	if g.to < g.from {
		slices.Reverse(ticks)
	}
	unit := g.Scale.Unit()
	y += ascent + 3
	below := ""
	if n := len(ticks) - 1; n >= 0 && ticks[n].at+textWidth(ticks[n].text)/2+textWidth(unit) > g.width+mostMoved {
		unit, below = "", unit
	}
	for n, t := range ticks {
		text := t.text
		at := spot{t.at, y, middle}
		if n == len(ticks)-1 && unit != "" {
			if g.Lang == "en" {
				text += " "
			}
			text += unit
			at = spot{min(g.width, t.at+textWidth(t.text)/2+textWidth(unit)), y, end}
		}
		if !g.place(text, "m", at, spot{g.width, y, end}) && n == len(ticks)-1 {
			g.place(t.text, "m", spot{t.at, y, middle})
		}
	}
	if below != "" {
		y += leading
		g.place(below, "m", spot{g.width, y, end})
	}
	return y + descent
}

// mostMoved is how far the last figure of a scale may move to the left for its unit.
const mostMoved = 48.0

// single draws one target with its result over the whole width, its words above
// and below the scale.
func (g *barsDrawing) single(r *chart.Bar) {
	g.lay(8, g.width-14)
	top := g.flags(r) + 2
	g.trackOf(r, top)
	g.nameMet(r, top)
	y := g.below(r, top+track)
	g.height = g.scaleBelow(y) + 2
}

// flag is the words of a goal above a track, with a line down to each of its marks.
type flag struct {
	class string
	marks []float64
	lines []string
	from  float64 // the left end of the words
	to    float64
	mid   float64
}

func (g *barsDrawing) flag(goal *chart.Goal) flag {
	_, class := looks(goal.Role)
	f := flag{class: class, lines: wrap(goal.Text, g.width*0.68)}
	half := 0.0
	for _, line := range f.lines {
		half = max(half, widthIn(line, class+"t")/2)
	}
	for _, v := range goal.At {
		x := g.clamped(v)
		f.marks = append(f.marks, x)
		f.mid += x / float64(len(goal.At))
	}
	half += 3 // a bold face may be wider than the table of widths says
	f.mid = max(half, min(g.width-half, f.mid))
	f.from, f.to = f.mid-half, f.mid+half
	return f
}

// flags writes the words of goals above a track: those of the target next to it,
// the others above as long as their lines cross no words, else into the key. It
// returns where the track begins.
func (g *barsDrawing) flags(r *chart.Bar) float64 {
	var list []flag // the lowest first
	goals := slices.Clone(r.Goals)
	slices.SortStableFunc(goals, func(a, b chart.Goal) int { return rank(a.Role) - rank(b.Role) })
	for n := range goals {
		if goals[n].Text == "" {
			continue
		}
		f := g.flag(&goals[n])
		crossed := slices.ContainsFunc(list, func(o flag) bool {
			return slices.ContainsFunc(f.marks, func(x float64) bool { return x > o.from-2*air && x < o.to+2*air })
		})
		if crossed {
			g.explain(key{f.class, 'i', goals[n].Text})
			continue
		}
		list = append(list, f)
	}
	y := g.height + 4
	top := y
	for _, f := range list {
		top += float64(len(f.lines)) * leading
	}
	for _, f := range slices.Backward(list) {
		for _, line := range f.lines {
			y += leading
			g.put(line, f.class+"t", spot{f.mid, y - 4, middle})
		}
		for _, x := range f.marks {
			g.line(f.class+"w", segment{x, y - 0.5, x, top + 3})
		}
	}
	return top
}

func rank(r chart.Role) int {
	switch r {
	case chart.RoleTarget:
		return 0
	case chart.RoleStretch:
		return 1
	}
	return 2
}

// below writes what a track shows on the lines below it; it returns where they end.
func (g *barsDrawing) below(r *chart.Bar, y float64) float64 {
	type words struct {
		text, class string
		x           float64
	}
	var list []words
	if p := r.Result; p.Label != "" {
		x := g.zero()
		if p.Value.Valid {
			x = g.clamped(p.Value.Decimal)
		}
		list = append(list, words{p.When + g.pick(" ", ": ") + g.valueText(p), "h", x})
	} else if r.None != "" {
		list = append(list, words{r.None, "m", g.zero()})
	}
	if r.Due != nil {
		list = append(list, words{r.Due.Text, "m", g.clamped(r.Due.Value)})
	}
	for _, p := range r.Context {
		list = append(list, words{p.When + g.pick(" ", ": ") + g.valueText(p), "m", g.clamped(p.Value.Decimal)})
	}
	bottom := y
	for _, w := range list {
		lines := wrap(w.text, g.width*0.88) // a bold face is wider
		if len(lines) == 1 {
			row, placed := y+ascent+3, false
			for n := 0; n < 4 && !placed; n++ {
				if placed = g.place(w.text, w.class, spot{w.x, row, middle}); !placed {
					row += leading
				}
			}
			if !placed && w.text == r.None && !r.Result.Value.Valid { // at the end of the scale
				row = bottom + ascent + 3
				g.put(w.text, w.class, spot{g.width, row, end})
			}
			bottom = max(bottom, row+descent+1)
			continue
		}
		for _, line := range lines {
			bottom += leading
			g.put(line, w.class, spot{0, bottom - 1, start})
		}
		bottom += descent
	}
	return bottom
}

// valueText is a figure with its unit.
func (g *barsDrawing) valueText(p chart.Point) string {
	if g.Scale.Unit() == "" || !p.Value.Valid {
		return p.Label
	}
	return p.Label + g.pick("", " ") + g.Scale.Unit()
}
