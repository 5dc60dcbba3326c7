package svg

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
)

// around are the spots beside a mark, the best one first.
func around(x, y, r float64) []spot {
	over, under, away := y-r-descent-air-0.5, y+r+ascent+air+0.5, r+air+1
	return []spot{
		{x, over, middle}, {x, under, middle}, {x + away, y + 4, start}, {x - away, y + 4, end},
		{x - 2, over, start}, {x + 2, over, end}, {x - 2, under, start}, {x + 2, under, end},
		{x + away, y - 6, start}, {x + away, y + 14, start}, {x - away, y - 6, end}, {x - away, y + 14, end},
		{x, over - 12, middle}, {x, under + 12, middle},
	}
}

// nameGoals writes the words of targets beside their marks, or into the key.
func (g *courseDrawing) nameGoals() {
	for n := len(g.Goals) - 1; n >= 0; n-- {
		goal := &g.Goals[n]
		_, class := looks(goal.Role)
		if goal.Text != "" && !g.place(goal.Text, class+"t", g.besideGoal(goal)...) {
			g.explain(key{class, 'd', goal.Text})
		}
	}
}

func (g *courseDrawing) besideGoal(goal *chart.Goal) []spot {
	from, to := g.span(goal)
	top := g.at(decimal.Max(goal.At[0], goal.At[1:]...))
	low := g.at(decimal.Min(goal.At[0], goal.At[1:]...))
	if goal.Low.Valid && goal.High.Valid {
		top, low = min(top, g.clamped(goal.High.Decimal)), max(low, g.clamped(goal.Low.Decimal))
	}
	over, under := top-1.5-descent-air-0.5, low+1.5+ascent+air+0.5
	mid := (from + to) / 2
	if goal.From != goal.To {
		return []spot{
			{to, over, end}, {to, under, end}, {from, over, start}, {from, under, start}, {mid, over, middle}, {mid, under, middle},
		}
	}
	var list []spot
	for _, by := range [...]float64{0, 15, 30} {
		list = append(list, spot{mid, over - by, middle}, spot{g.right, over - by, end})
	}
	return append(list, spot{from - air - 1, top + 4, end}, spot{to + air + 1, top + 4, start}, spot{mid, under, middle}, spot{g.right, under, end},
		spot{from, under, start}, spot{mid, under + 15, middle}, spot{g.right, under + 15, end})
}

// nameSeries names lines at their ends; where there is only one, the title has.
func (g *courseDrawing) nameSeries() {
	if len(g.Series) < 2 || len(g.Series) == 2 && g.Series[1].Role == chart.RolePace && g.Due != nil {
		return
	}
	for n := range g.Series {
		s := &g.Series[n]
		line, fill := looks(s.Role)
		last := lastPoint(s)
		if last < 0 {
			continue
		}
		x, y := g.x(last), g.at(s.Points[last].Value.Decimal)
		named := false
		switch {
		case s.Role == chart.RolePace:
			if g.Due != nil {
				named = true
				break
			}
			named = g.place(s.Name, "m", spot{x - 4, y - 8, end}, spot{x, y + ascent + 8, end}, spot{g.x(last / 2), g.at(s.Points[last/2].Value.Decimal) + 24, start})
		case g.wide:
			tight := cut(s.Name, g.width-x-9)
			named = tight == s.Name && g.place(s.Name, fill+"t", spot{x + 9, y + 4.5, start}, spot{x + 9, y - 6, start}, spot{x + 9, y + 15, start}, spot{x + 9, y - 14, start}, spot{x + 9, y + 24, start})
		}
		if !named {
			shape := byte('l')
			if s.Bars {
				line, shape = fill, 'b'
			}
			g.explain(key{line, shape, s.Name})
		}
	}
}

// labelNewest labels the newest result before anything else takes its place.
func (g *courseDrawing) labelNewest() {
	s := &g.Series[0]
	if last := lastPoint(s); last >= 0 {
		g.labelPoint(s, last, true)
	}
}

// labelResults labels the results that a reader looks for: the newest, the first,
// the highest and the lowest; all of them where they are few.
func (g *courseDrawing) labelResults() {
	if len(g.Series) == 0 {
		return
	}
	own := &g.Series[0]
	few := 0
	for _, p := range own.Points {
		if p.Value.Valid {
			few++
		}
	}
	lowest, highest, first := -1, -1, -1
	for k, p := range own.Points {
		if !p.Value.Valid {
			continue
		}
		if first < 0 {
			first = k
		}
		if p.Part {
			continue
		}
		if highest < 0 || p.Value.Decimal.GreaterThan(own.Points[highest].Value.Decimal) {
			highest = k
		}
		if lowest < 0 || p.Value.Decimal.LessThan(own.Points[lowest].Value.Decimal) {
			lowest = k
		}
	}
	done := map[int]bool{lastPoint(own): true, -1: true}
	order := []int{highest, lowest, first}
	for k, p := range own.Points {
		if few <= 6 || p.Sense != model.Exactly {
			order = append(order, k)
		}
	}
	for _, k := range order {
		if !done[k] && own.Points[k].Value.Valid {
			done[k] = true
			g.labelPoint(own, k, false)
		}
	}
	// Of other lines the newest figure.
	for n := 1; n < len(g.Series); n++ {
		if s := &g.Series[n]; s.Role != chart.RolePace && lastPoint(s) >= 0 {
			g.labelPoint(s, lastPoint(s), false)
		}
	}
}

// labelPoint writes a figure beside its mark; the newest one in bold.
func (g *courseDrawing) labelPoint(s *chart.Series, k int, newest bool) {
	pt := s.Points[k]
	x, y := g.x(k), g.at(pt.Value.Decimal)
	class := ""
	if newest {
		class = "h"
	}
	spots := around(x, y, dotSize)
	if s.Bars {
		spots = []spot{{x, y - 5, middle}, {x, y - 14, middle}, {x, y - 18, middle}}
		if pt.Value.Decimal.IsNegative() {
			spots = []spot{{x, y + ascent + 5, middle}, {x, y + ascent + 18, middle}}
		}
	}
	if k > 0 && k < len(s.Points)-1 && !s.Bars && s.Points[k-1].Value.Valid && s.Points[k-1].Value.Decimal.GreaterThan(pt.Value.Decimal) {
		spots[0], spots[1] = spots[1], spots[0] // a low has its room below
	}
	if !g.place(pt.Label, class, spots...) {
		g.tell(k, pt, newest)
	}
}

// tell says below the drawing what the mark of the newest figure or of an inequality
// means, where its words found no room beside it.
func (g *courseDrawing) tell(k int, p chart.Point, newest bool) {
	if newest || p.Sense != model.Exactly {
		g.notes = append(g.notes, g.Places[k].Name+g.pick("：", ": ")+p.Label)
	}
}

// drawNames writes the names of the places along the foot, as many as fit.
func (g *courseDrawing) drawNames() {
	y := g.bottom + leading
	if g.several {
		g.drawYears(y)
		return
	}
	last := len(g.Places) - 1
	widest := 0.0
	for _, p := range g.Places {
		widest = max(widest, textWidth(p.Name), textWidth(p.Under))
	}
	stride := 1
	for float64(stride)*g.pitch < widest+8 {
		stride++
	}
	newest := last
	if len(g.Series) > 0 && g.Places[last].Under == "" {
		newest = max(0, lastPoint(&g.Series[0]))
	}
	if rest := (last - newest) % stride; rest == 0 || float64(min(rest, stride-rest))*g.pitch > widest+8 {
		g.name(newest, y)
	}
	for k := last; k >= 0; k -= stride {
		g.name(k, y)
	}
	if rest := last % stride; rest == 0 || float64(rest)*g.pitch > widest+8 {
		g.name(0, y)
	}
}

func (g *courseDrawing) name(k int, y float64) {
	p := g.Places[k]
	for _, l := range g.labels {
		if l.y == y && l.text == p.Name && l.x == g.x(k) {
			return
		}
	}
	if g.place(p.Name, "m", spot{g.x(k), y, middle}) && p.Under != "" {
		g.place(p.Under, "m", spot{g.x(k), y + leading, middle})
	}
}

// drawYears writes the years below the middle of their places, parted by ticks.
func (g *courseDrawing) drawYears(y float64) {
	from := 0
	for k := 1; k <= len(g.Places); k++ {
		if k < len(g.Places) && g.Places[k].Year == g.Places[from].Year {
			continue
		}
		if from > 0 {
			x := g.left + float64(from)*g.pitch
			g.grid = append(g.grid, segment{x, g.bottom, x, g.bottom + 6})
		}
		g.place(yearText(g.Places[from].Year), "m", spot{(g.x(from) + g.x(k-1)) / 2, y, middle})
		from = k
	}
}
