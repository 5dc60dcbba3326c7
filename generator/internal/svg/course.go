package svg

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
)

// The measures of a course.
const (
	headRoom = 20.0 // above the highest tick, for labels
	dotSize  = 3.2
)

// courseDrawing is a course while it is drawn.
type courseDrawing struct {
	*drawing
	*chart.Course
	axis
	left, right, top, bottom float64
	pitch                    float64
	several                  bool // years within which the places lie
}

// looks are the classes of a role: of a line, and of what is filled.
func looks(r chart.Role) (line, fill string) {
	switch r {
	case chart.RoleResult:
		return "l", "r"
	case chart.RolePace:
		return "d", "d"
	case chart.RoleReference:
		return "f", "q"
	case chart.RoleTarget:
		return "t", "t"
	case chart.RoleStretch:
		return "u", "u"
	case chart.RoleEarlier:
		return "o", "o"
	}
	n := string(r[len(r)-1:])
	return "l" + n, "r" + n
}

// course draws figures over time below all that is there.
func (d *drawing) course(c *chart.Course) {
	if len(c.Places) == 0 {
		return
	}
	g := &courseDrawing{drawing: d, Course: c}
	g.several = c.Places[0].Year != c.Places[len(c.Places)-1].Year && c.Places[len(c.Places)-1].Name != yearText(c.Places[len(c.Places)-1].Year)
	g.layOut()
	g.drawBreaks()
	g.drawGoals()
	for n := range c.Series {
		g.drawSeries(n)
	}
	// Labels keep off the figures of the scale and the names below.
	g.field = box{g.left, g.drawing.height, g.width, g.bottom - 1}
	g.labelNewest()
	g.drawDue()
	g.nameGoals()
	g.nameSeries()
	g.labelResults()
	g.field = box{}
	g.drawNames()
	d.height = g.bottom + g.footHeight()
	if g.broken && g.Zero {
		d.notes = append(d.notes, d.pick("刻度不从零开始。", "The scale does not begin at zero."))
	}
}

func yearText(n int) string { return decimal.NewFromInt(int64(n)).String() }

// footHeight is the room for names below the plot.
func (g *courseDrawing) footHeight() float64 {
	for _, p := range g.Places {
		if p.Under != "" {
			return 2*leading + 6
		}
	}
	return leading + 6
}

// layOut finds the scale and where the plot lies.
func (g *courseDrawing) layOut() {
	height := 190.0
	if !g.wide {
		height = 170
	}
	parts := 4
	g.top = g.drawing.height + headRoom
	unit := g.Scale.Unit()
	if unit != "" {
		g.top += leading + 2
	}
	g.bottom = g.top + height
	g.axis = newAxis(g.figures(), g.Zero, g.Whole, parts).laid(g.bottom, g.top)
	if g.crowdsFoot() {
		g.axis = g.laid(g.bottom-18, g.top)
	}
	ticks := g.ticks(g.Scale)
	widest := 0.0
	for _, t := range ticks {
		widest = max(widest, textWidth(t.text))
	}
	g.left, g.right = widest+8, g.width-2
	if len(g.Series) > 1 && g.wide && g.Series[1].Role != chart.RolePace {
		g.right = g.width - min(150, g.widestName()+12)
	}
	if len(g.Places) > 24 && len(g.Series) > 0 && !g.Series[0].Bars {
		if last := lastPoint(&g.Series[0]); last >= 0 { // between so many there is room at the edge only
			g.right = min(g.right, g.width-widthIn(g.Series[0].Points[last].Label, "h")-8)
		}
	}
	g.pitch = (g.right - g.left) / float64(len(g.Places))
	if unit != "" {
		g.put(unit, "m", spot{0, g.drawing.height + ascent + 2, start})
	}
	for _, t := range ticks {
		g.put(t.text, "m", spot{widest, t.at + 4.5, end})
		if t.at != g.zero() || g.axis.broken {
			g.grid = append(g.grid, segment{g.left, t.at, g.right, t.at})
		}
	}
	base := g.zero()
	if g.axis.broken {
		base = g.bottom
	}
	g.line("a", segment{g.left, base, g.right, base})
}

// crowdsFoot reports whether a mark lies so low that its label has no room below.
func (g *courseDrawing) crowdsFoot() bool {
	for _, s := range g.Series {
		for _, p := range s.Points {
			if p.Value.Valid && g.at(p.Value.Decimal) > g.bottom-18 && (!s.Bars || p.Value.Decimal.IsNegative()) && (!g.low.IsZero() || p.Value.Decimal.IsNegative()) {
				return true
			}
		}
	}
	return false
}

func (g *courseDrawing) widestName() float64 {
	w := 0.0
	for _, s := range g.Series {
		w = max(w, textWidth(s.Name))
	}
	return w
}

// figures are all figures that the scale has to hold.
func (g *courseDrawing) figures() []decimal.Decimal {
	var list []decimal.Decimal
	for _, s := range g.Series {
		for _, p := range s.Points {
			if p.Value.Valid {
				list = append(list, p.Value.Decimal)
			}
			if p.Was.Valid {
				list = append(list, p.Was.Decimal)
			}
			if !p.Value.Valid && p.Label != "" {
				list = append(list, decimal.Zero) // a sign alone stands at zero
			}
		}
	}
	for _, goal := range g.Goals {
		list = append(list, goal.At...)
		if goal.Low.Valid && goal.High.Valid {
			list = append(list, goal.Low.Decimal, goal.High.Decimal)
		}
	}
	return list
}

// x is the middle of a place.
func (g *courseDrawing) x(place int) float64 { return g.left + (float64(place)+0.5)*g.pitch }

// drawBreaks draws where figures before and after do not compare, and events.
func (g *courseDrawing) drawBreaks() {
	for n, list := range [][]chart.Note{g.Breaks, g.Events} {
		for _, b := range list {
			x := g.x(b.Place)
			if n == 0 {
				x -= g.pitch / 2
			}
			g.line("w", segment{x, g.top - 4, x, g.bottom})
			if !g.place(b.Text, "m", spot{x + 4, g.top - 8, start}, spot{x - 4, g.top - 8, end}, spot{x + 4, g.top + 8, start}, spot{x - 4, g.top + 8, end}) {
				g.notes = append(g.notes, g.Places[b.Place].Name+g.pick("：", ": ")+b.Text)
			}
		}
	}
}

// span is where a goal lies across.
func (g *courseDrawing) span(goal *chart.Goal) (from, to float64) {
	if goal.From == goal.To {
		half := min(g.pitch*0.42, 34)
		return g.x(goal.From) - half, g.x(goal.From) + half
	}
	return g.x(goal.From) - g.pitch*0.42, g.x(goal.To) + g.pitch*0.42
}

// drawGoals draws targets as dashes, and a range or a tolerance as the ground
// between its ends.
func (g *courseDrawing) drawGoals() {
	for n := range g.Goals {
		goal := &g.Goals[n]
		from, to := g.span(goal)
		if goal.Low.Valid && goal.High.Valid {
			high, low := g.clamped(goal.High.Decimal), g.clamped(goal.Low.Decimal)
			if low-high > 1 {
				rect(&g.ground, "b", box{from, high, to, low})
			}
		}
		_, class := looks(goal.Role)
		half := 1.5
		if goal.Role != chart.RoleTarget {
			half = 1
		}
		for _, v := range goal.At {
			y := g.at(v)
			g.block(class, box{from, y - half, to, y + half})
		}
	}
}

// drawSeries draws a line with its dots, or bars.
func (g *courseDrawing) drawSeries(n int) {
	s := &g.Series[n]
	line, fill := looks(s.Role)
	if s.Bars {
		g.drawBars(s, fill)
		return
	}
	var pts []segment
	p := newPath(&g.marks, line)
	drawn, last := 0, spot{}
	for k, pt := range s.Points {
		if !pt.Value.Valid || pt.Part {
			if s.Role != chart.RolePace { // a plan names some months only
				p.lift()
				drawn = 0
			}
			continue
		}
		if pt.Apart || g.Anew && k > 0 && g.Places[k].Year != g.Places[k-1].Year {
			p.lift()
			drawn = 0
		}
		x, y := g.x(k), g.at(pt.Value.Decimal)
		if drawn > 0 {
			pts = append(pts, segment{last.x, last.y, x, y})
		}
		p.to(x, y)
		last = spot{x: x, y: y}
		drawn++
	}
	p.end()
	g.lines = append(g.lines, pts...)
	if s.Role == chart.RolePace {
		return
	}
	g.signs(s, fill)
	sparse := len(s.Points) <= 40
	for k, pt := range s.Points {
		if !pt.Value.Valid {
			continue
		}
		x, y := g.x(k), g.at(pt.Value.Decimal)
		alone := (k == 0 || !s.Points[k-1].Value.Valid) && (k == len(s.Points)-1 || !s.Points[k+1].Value.Valid)
		switch {
		case pt.Part:
			g.dot(joined("p", fill), x, y, dotSize+1)
		case sparse || alone || k == lastPoint(s) || pt.Sense != model.Exactly:
			g.point(fill, pt, x, y, dotSize)
		}
		if pt.Was.Valid {
			g.dot(joined("p", fill), x, g.at(pt.Was.Decimal), 2.5)
		}
	}
}

func (g *courseDrawing) drawBars(s *chart.Series, fill string) {
	half := min(28, g.pitch*0.32)
	base := g.zero()
	g.signs(s, fill)
	for k, pt := range s.Points {
		if !pt.Value.Valid {
			continue
		}
		x, y := g.x(k), g.at(pt.Value.Decimal)
		class := fill
		if pt.Part {
			class = joined("p", fill)
		}
		y = g.uncertain(class, pt, x, half, base, y)
		g.block(class, box{x - half, min(base, y), x + half, max(base, y)})
		if pt.Was.Valid {
			g.dot(joined("p", fill), x, g.at(pt.Was.Decimal), 2.5)
		}
	}
}

// lastPoint is the place of the newest figure; -1 without one.
func lastPoint(s *chart.Series) int {
	for k := len(s.Points) - 1; k >= 0; k-- {
		if s.Points[k].Value.Valid {
			return k
		}
	}
	return -1
}

// drawDue marks what is due with the newest figure.
func (g *courseDrawing) drawDue() {
	if g.Due == nil {
		return
	}
	x, y := g.x(g.Due.Place), g.at(g.Due.Value)
	g.diamond("v", x, y, 4.5)
	if !g.place(g.Due.Text, "m", around(x, y, 6)...) {
		g.explain(key{"v", 'v', g.Due.Text})
	}
}
