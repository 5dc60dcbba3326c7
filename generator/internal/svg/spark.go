package svg

import (
	"bytes"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
)

// The measures of the small drawing of a card or a row, which has no words.
const (
	sparkWidth  = 240.0
	sparkHeight = 56.0
)

// Spark draws a chart without words, for a card or a row of a list that says
// everything itself; nil where there is nothing to draw. Of a series the newest
// figure is marked; a target stands at its own time alone.
func Spark(c *chart.Chart) []byte {
	d := &drawing{canvas: canvas{width: sparkWidth, height: sparkHeight}, Chart: c}
	switch {
	case len(c.Courses) > 0 && thin(&c.Courses[0]):
		return nil
	case len(c.Courses) > 0:
		d.sparkCourse(&c.Courses[0])
	case len(c.Bars) > 0 && !c.Bars[0].Blank:
		d.sparkBar(&c.Bars[0])
	default:
		return nil
	}
	var b bytes.Buffer
	d.open(&b, "plot")
	b.WriteString(` aria-hidden="true">`)
	d.write(&b)
	b.WriteString("</svg>")
	return b.Bytes()
}

// thin reports whether a course says nothing without its words: a figure or two
// that no line joins, and no target beside them.
func thin(c *chart.Course) bool {
	own := &c.Series[0]
	whole, joined := 0, false
	for k, p := range own.Points {
		if p.Value.Valid && !p.Part {
			whole++
			joined = joined || k > 0 && own.Points[k-1].Value.Valid && !p.Apart
		}
	}
	return len(c.Goals) == 0 && (whole < 2 || !own.Bars && !joined)
}

func (d *drawing) sparkCourse(c *chart.Course) {
	g := &courseDrawing{drawing: d, Course: c, left: 4, right: sparkWidth - 6, top: 7, bottom: sparkHeight - 5}
	g.pitch = (g.right - g.left) / float64(len(c.Places))
	list := g.figures()
	low, high := decimal.Min(list[0], list[1:]...), decimal.Max(list[0], list[1:]...)
	if c.Zero {
		low, high = decimal.Min(low, decimal.Zero), decimal.Max(high, decimal.Zero)
	}
	if low.Equal(high) {
		low, high = low.Sub(decimal.NewFromInt(1)), high.Add(decimal.NewFromInt(1))
	}
	g.axis = axis{low: low, high: high}.laid(g.bottom, g.top)
	g.drawGoals()
	own := &c.Series[0]
	line, fill := looks(own.Role)
	if own.Bars {
		g.drawBars(own, fill)
		return
	}
	p := newPath(&g.marks, line)
	for k, pt := range own.Points {
		if pt.Apart || !pt.Value.Valid || pt.Part || c.Anew && k > 0 && c.Places[k].Year != c.Places[k-1].Year {
			p.lift()
		}
		if !pt.Value.Valid || pt.Part {
			continue
		}
		p.to(g.x(k), g.at(pt.Value.Decimal))
	}
	p.end()
	last := lastPoint(own)
	for k, pt := range own.Points {
		alone := (k == 0 || !own.Points[k-1].Value.Valid) && (k == len(own.Points)-1 || !own.Points[k+1].Value.Valid)
		if pt.Value.Valid && (k == last || alone || pt.Part) {
			class := fill
			if pt.Part {
				class = "p " + fill
			}
			g.dot(class, g.x(k), g.at(pt.Value.Decimal), 4)
		}
	}
}

func (d *drawing) sparkBar(b *chart.Bars) {
	g := &barsDrawing{drawing: d, Bars: b}
	g.axis = newAxis(g.figures(), true, false, 4).trimmed(g.figures())
	g.capped()
	g.lay(4, sparkWidth-6)
	y := (sparkHeight - track*float64(len(b.Rows)) - 4*float64(len(b.Rows)-1)) / 2
	for n := range b.Rows {
		g.trackOf(&b.Rows[n], y)
		y += track + 4
	}
}
