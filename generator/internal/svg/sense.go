package svg

import (
	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
)

// Results that were published as inequalities: 突破9万亿元 goes on beyond its figure,
// of 近3000家 and 不足4.5% the end is open, 为正 is a sign without a figure.

// openEnd is how much of a length is open where a result is less than its figure.
const openEnd = 9.0

// length draws a result as a bar from zero, its end as sure as the figure is.
func (g *barsDrawing) length(class string, p chart.Point, y float64) {
	zero, end := g.zero(), g.clamped(p.Value.Decimal)
	way := 1.0
	if end < zero {
		way = -1
	}
	from, to := y+barTop+1, y+track-barTop-1
	bar := func(class string, a, b float64) {
		g.block(class, box{min(a, b), from, max(a, b, min(a, b)+1), to})
	}
	beyond := beyond(p)
	within := p.Sense != model.Exactly && !beyond
	switch {
	case beyond:
		bar(class, zero, end)
		g.arrow(class, end+4*way, y+track/2, 4*way, 0)
	case within:
		open := end - way*min(openEnd, (end-zero)*way)
		bar(class, zero, open)
		bar(joined("p", class), open, end-way)
	default:
		bar(class, zero, end)
	}
}

// beyond reports whether a result lies farther from zero than its figure; of a fall,
// more than its figure is closer to zero.
func beyond(p chart.Point) bool {
	return p.Sense != model.Exactly && p.Sense.Above() != p.Value.Decimal.IsNegative()
}

// sign marks a result of which only the sign is known.
func (g *barsDrawing) sign(p chart.Point, y float64) {
	way := 1.0
	if g.to < g.from {
		way = -1
	}
	switch {
	case p.Value.Valid:
	case p.Sense == model.Positive:
		g.arrow("p", g.zero()+6*way, y+track/2, 5*way, 0)
	case p.Sense == model.Negative:
		g.arrow("p", g.zero()-6*way, y+track/2, -5*way, 0)
	}
}

// point draws a figure of a line: a dot, or a triangle that points to where the
// result lies.
func (g *courseDrawing) point(class string, p chart.Point, x, y, r float64) {
	switch p.Sense {
	case model.Over:
		g.arrow(joined("p", class), x, y, 0, -r-1)
	case model.Under, model.Near:
		g.arrow(joined("p", class), x, y, 0, r+1)
	default:
		g.dot(class, x, y, r)
	}
}

// signs marks the results of a series of which only the sign is known, at the line
// of zero; a scale without zero leaves them to the words below.
func (g *courseDrawing) signs(s *chart.Series, fill string) {
	for k, p := range s.Points {
		up := -6.0
		switch {
		case p.Value.Valid || p.Sense != model.Positive && p.Sense != model.Negative:
			continue
		case p.Sense == model.Negative:
			up = 6
		}
		x, y := g.x(k), g.zero()+up
		g.arrow(joined("p", fill), x, y, 0, up/6*5)
		if !g.place(p.Label, "", around(x, y, 6)...) {
			g.tell(k, p, false)
		}
	}
}

// uncertain draws what is not sure of an upright bar, more than its figure or less; it returns where
// the sure part ends.
func (g *courseDrawing) uncertain(class string, p chart.Point, x, half, base, y float64) float64 {
	way := -1.0 // upwards
	if y > base {
		way = 1
	}
	switch {
	case p.Sense == model.Exactly:
	case beyond(p):
		g.arrow(class, x, y+4*way, 0, 4*way)
	default:
		open := y - way*min(openEnd, max(base-y, y-base))
		g.block(joined("p", class), box{x - half + 1, min(open, y), x + half - 1, max(open, y)})
		return open
	}
	return y
}
