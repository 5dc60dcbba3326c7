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
	g.axis = newAxis(list, true, b.Whole, parts)
	g.capped()
	if len(b.Rows) == 1 && b.Rows[0].Name == "" {
		g.single(&b.Rows[0])
		return
	}
	g.rows()
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
			// An end that is met without limit needs room to be seen.
			for _, v := range goal.At {
				if !goal.High.Valid && goal.Low.Valid {
					list = append(list, v.Add(v.Abs().Div(decimal.NewFromInt(8))))
				}
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
		low, high := left, right
		if goal.Low.Valid {
			low = g.clamped(goal.Low.Decimal)
		}
		if goal.High.Valid {
			high = g.clamped(goal.High.Decimal)
		}
		if (goal.Low.Valid || goal.High.Valid) && high > low {
			rect(&g.ground, "b", box{low, y + 1, high, y + track - 1})
		}
	}
	if r.Result.Value.Valid {
		class := "r"
		if r.Other {
			class = "q"
		}
		a, b := g.zero(), g.clamped(r.Result.Value.Decimal)
		if a > b {
			a, b = b, a
		}
		g.block(class, box{a, y + barTop + 1, max(b, a+1), y + track - barTop - 1})
	}
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

// scaleBelow draws the figures of the scale below a track; the last one has the
// unit where there is room.
func (g *barsDrawing) scaleBelow(y float64) float64 {
	if g.Blank {
		return y
	}
	ticks := g.ticks(g.Scale)
	unit := g.Scale.Unit()
	y += ascent + 3
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
	return y + descent
}

// single draws one target with its result over the whole width, its words above
// and below the scale.
func (g *barsDrawing) single(r *chart.Bar) {
	g.axis = g.laid(8, g.width-14)
	top := g.flags(r) + 2
	g.trackOf(r, top)
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
	if p := r.Result; p.Value.Valid {
		list = append(list, words{p.When + g.pick(" ", ": ") + g.valueText(p), "h", g.clamped(p.Value.Decimal)})
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
	if g.Scale.Unit() == "" {
		return p.Label
	}
	return p.Label + g.pick("", " ") + g.Scale.Unit()
}

// rows draws named rows: with the names beside them where there is room, else
// above.
func (g *barsDrawing) rows() {
	found := slices.ContainsFunc(g.Rows, func(r chart.Bar) bool { return r.Result.Value.Valid })
	names, words := 0.0, 0.0
	for n := range g.Rows {
		names = max(names, textWidth(g.Rows[n].Name))
		for _, line := range g.words(&g.Rows[n], found) {
			words = max(words, textWidth(line))
		}
	}
	names = min(names, g.width*0.28) + 12
	words = min(words, g.width*0.32) + 12
	g.axis = g.laid(names, g.width-words)
	if !g.wide {
		g.axis = g.laid(8, g.width-14)
	}
	for n := range g.Rows {
		if g.wide {
			g.besideRow(&g.Rows[n], found, names, words)
		} else {
			g.stackedRow(&g.Rows[n], found)
		}
	}
	g.height = g.scaleBelow(g.height-2) + 12
	if found {
		g.explain(key{"r", 'b', g.pick("结果", "result")})
	}
	for _, r := range g.Rows {
		for _, goal := range r.Goals {
			if len(goal.At) > 0 && goal.Role == chart.RoleTarget {
				g.explain(key{"t", 'i', g.pick("目标", "target")})
			}
		}
		if r.Due != nil {
			g.explain(key{"v", 'v', g.pick("按时间应完成", "due by now")})
		}
		if len(r.Context) > 0 {
			g.explain(key{"p r", 'o', g.pick("此前结果", "earlier result")})
		}
	}
}

// words say what a row shows.
func (g *barsDrawing) words(r *chart.Bar, results bool) []string {
	var list []string
	colon := g.pick(" ", ": ")
	switch {
	case r.Target != "" && results:
		list = append(list, g.pick("目标", "target")+colon+r.Target)
	case r.Target != "":
		list = append(list, r.Target)
	}
	if r.Result.Value.Valid {
		return append(list, r.Result.When+colon+g.valueText(r.Result))
	}
	if len(r.Context) > 0 { // what is known from before, instead of nothing
		return append(list, r.Context[0].When+colon+g.valueText(r.Context[0]))
	}
	if results || r.Target == "" {
		list = append(list, r.None)
	}
	return list
}

// besideRow draws a row with its name on the left and its words on the right.
func (g *barsDrawing) besideRow(r *chart.Bar, results bool, names, words float64) {
	name := wrap(r.Name, names-12)
	var said []string
	for _, line := range g.words(r, results) {
		said = append(said, wrap(line, words-12)...)
	}
	height := max(track, float64(max(len(name), len(said)))*leading) + 14
	mid := g.height + height/2
	block := func(lines []string, class string, x float64) {
		y := mid - float64(len(lines))*leading/2 + ascent + 2
		for _, line := range lines {
			g.put(line, class, spot{x, y, start})
			y += leading
		}
	}
	g.trackOf(r, mid-track/2)
	block(name, "", 0)
	block(said, "m", g.width-words+12)
	g.height += height
}

// stackedRow draws a row with its name above and its words below.
func (g *barsDrawing) stackedRow(r *chart.Bar, results bool) {
	y := g.height + 4
	for _, line := range wrap(r.Name, g.width) {
		y += leading
		g.put(line, "h", spot{0, y - 4, start})
	}
	g.trackOf(r, y+1)
	y += track + 1
	said := g.words(r, results)
	if all := join(said, g.pick("；", "; ")); textWidth(all) <= g.width {
		said = []string{all}
	}
	for _, text := range said {
		for _, line := range wrap(text, g.width) {
			y += leading
			g.put(line, "m", spot{0, y - 3, start})
		}
	}
	g.height = y + 8
}

func join(list []string, by string) string {
	out := ""
	for n, s := range list {
		if n > 0 {
			out += by
		}
		out += s
	}
	return out
}
