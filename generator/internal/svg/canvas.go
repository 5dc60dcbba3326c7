package svg

import (
	"strings"

	"reportsite/generator/internal/typeset"
)

// The text of a drawing, in its units.
const (
	fontSize = 13.0
	leading  = 17.0
	ascent   = 11.0 // what stands above the line that text stands on
	descent  = 3.0
	air      = 2.0 // between a text and anything else
)

// box is a rectangle; x0 <= x1, y0 <= y1.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) meets(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 }

func (b box) holds(o box) bool { return b.x0 <= o.x0 && o.x1 <= b.x1 && b.y0 <= o.y0 && o.y1 <= b.y1 }

func (b box) grown(by float64) box { return box{b.x0 - by, b.y0 - by, b.x1 + by, b.y1 + by} }

// segment is a straight line.
type segment struct{ x0, y0, x1, y1 float64 }

// crosses reports whether a segment touches a box (Liang and Barsky).
func (s segment) crosses(b box) bool {
	from, to := 0.0, 1.0
	dx, dy := s.x1-s.x0, s.y1-s.y0
	for _, side := range [4][2]float64{{-dx, s.x0 - b.x0}, {dx, b.x1 - s.x0}, {-dy, s.y0 - b.y0}, {dy, b.y1 - s.y0}} {
		p, q := side[0], side[1]
		switch {
		case p == 0 && q < 0:
			return false
		case p < 0:
			from = max(from, q/p)
		case p > 0:
			to = min(to, q/p)
		}
	}
	return from <= to
}

// side is how a text stands to its point.
type side byte

const (
	start  side = iota // it begins there
	middle             // it is centered there
	end                // it ends there
)

// spot is a place where a text may stand.
type spot struct {
	x, y float64
	side side
}

// label is a text that stands somewhere.
type label struct {
	text, class string
	spot
	box box
}

// canvas is what was drawn so far, and where nothing else may
// stand.
type canvas struct {
	width, height float64
	marks         layer // what lies above the grid
	ground        layer // what lies below it
	labels        []label
	taken         []box
	lines         []segment
	grid          []segment // faint lines, broken where a text stands
	field         box       // where place may set texts; the zero box is everywhere
}

// width of a text in the units of a drawing.
func textWidth(s string) float64 { return float64(typeset.Width(s)) * fontSize / typeset.Em }

// ems is a width of a drawing for package typeset.
func ems(w float64) int { return int(w * typeset.Em / fontSize) }

func wrap(s string, most float64) []string { return typeset.Wrap(s, ems(most)) }

// widthIn is the width of a text in a class.
func widthIn(text, class string) float64 {
	if class == "h" || strings.HasSuffix(class, "t") {
		return float64(typeset.Bold(text)) * fontSize / typeset.Em
	}
	return textWidth(text)
}

func extent(text, class string, at spot) box {
	w := widthIn(text, class)
	x := at.x
	switch at.side {
	case middle:
		x -= w / 2
	case end:
		x -= w
	}
	return box{x, at.y - ascent, x + w, at.y + descent}
}

// free reports whether a text may stand in a box.
func (c *canvas) free(b box) bool {
	const rounding = 0.01 // of a text that was moved to an edge
	if b.x0 < -rounding || b.x1 > c.width+rounding || b.y0 < 0 {
		return false
	}
	b = b.grown(air)
	for _, t := range c.taken {
		if b.meets(t) {
			return false
		}
	}
	for _, s := range c.lines {
		if s.crosses(b) {
			return false
		}
	}
	return true
}

// put sets a text where it is to stand.
func (c *canvas) put(text, class string, at spot) {
	if text == "" {
		return
	}
	b := extent(text, class, at)
	c.labels = append(c.labels, label{text, class, at, b})
	c.taken = append(c.taken, b)
}

// place sets a text at the first spot that is free; ok is false where none is.
func (c *canvas) place(text, class string, spots ...spot) bool {
	for _, at := range spots {
		at = c.within(text, class, at)
		if b := extent(text, class, at); c.free(b) && (c.field == box{} || c.field.holds(b)) {
			c.put(text, class, at)
			return true
		}
	}
	return false
}

// within moves a text that stands out of the drawing back into it.
func (c *canvas) within(text, class string, at spot) spot {
	if at.side != middle {
		return at
	}
	half := widthIn(text, class) / 2
	at.x = max(half, min(c.width-half, at.x))
	return at
}

// rect draws a rectangle into a layer.
func rect(l *layer, class string, r box) {
	*l = append(*l, mark{class: class, kind: aRect, box: r})
}

// block draws a rectangle on which no text may stand.
func (c *canvas) block(class string, r box) {
	rect(&c.marks, class, r)
	c.taken = append(c.taken, r)
}

// dot draws a circle on which no text may stand.
func (c *canvas) dot(class string, x, y, r float64) {
	b := box{x - r, y - r, x + r, y + r}
	c.marks = append(c.marks, mark{class: class, kind: aCircle, box: b})
	c.taken = append(c.taken, b)
}

// diamond draws a square on its corner.
func (c *canvas) diamond(class string, x, y, r float64) {
	path := newPath(&c.marks, class)
	path.to(x, y-r)
	path.to(x+r, y)
	path.to(x, y+r)
	path.to(x-r, y)
	path.close()
	c.taken = append(c.taken, box{x - r, y - r, x + r, y + r})
}

// triangle draws a triangle that points down.
func (c *canvas) triangle(class string, x, y, r float64) { c.arrow(class, x, y, 0, r) }

// arrow draws a triangle that points along one of the axes: dx or dy is half its
// length, with the sign of where it points; the other one is 0.
func (c *canvas) arrow(class string, x, y, dx, dy float64) {
	half := max(dx, -dx, dy, -dy)
	path := newPath(&c.marks, class)
	if dx != 0 {
		path.to(x-dx, y-half)
		path.to(x-dx, y+half)
	} else {
		path.to(x-half, y-dy)
		path.to(x+half, y-dy)
	}
	path.to(x+dx, y+dy)
	path.close()
	c.taken = append(c.taken, box{x - half, y - half, x + half, y + half})
}

// line draws a line that no text may cross.
func (c *canvas) line(class string, s segment) {
	p := newPath(&c.marks, class)
	p.to(s.x0, s.y0)
	p.to(s.x1, s.y1)
	p.end()
	c.lines = append(c.lines, s)
}

// path is a path of straight lines that is not finished.
type path struct {
	layer *layer
	mark
	begun bool
}

func newPath(l *layer, class string) *path {
	return &path{layer: l, mark: mark{class: class, kind: aPath}}
}

func (p *path) to(x, y float64) {
	p.points = append(p.points, Point{x, y, !p.begun})
	p.begun = true
}

// lift begins a new line at the next point.
func (p *path) lift() { p.begun = false }

func (p *path) end() { *p.layer = append(*p.layer, p.mark) }

func (p *path) close() {
	p.closed = true
	p.end()
}

// gridLayer is the faint lines, each broken where a text stands on it.
func (c *canvas) gridLayer() layer {
	if len(c.grid) == 0 {
		return nil
	}
	var l layer
	p := newPath(&l, "g")
	for _, s := range c.grid {
		c.broken(p, s)
	}
	p.end()
	return l
}

// broken draws a level or upright line around the texts on it.
func (c *canvas) broken(p *path, s segment) {
	level := s.y0 == s.y1
	at, end := s.y0, s.y1
	if level {
		at, end = s.x0, s.x1
	}
	for at < end {
		next, resume := end, end
		for _, l := range c.labels {
			b := l.box.grown(air)
			from, to, on := b.y0, b.y1, b.x0 < s.x0 && s.x0 < b.x1
			if level {
				from, to, on = b.x0, b.x1, b.y0 < s.y0 && s.y0 < b.y1
			}
			if on && to > at && from < next {
				next, resume = max(from, at), to
			}
		}
		if next > at {
			p.lift()
			if level {
				p.to(at, s.y0)
				p.to(next, s.y0)
			} else {
				p.to(s.x0, at)
				p.to(s.x0, next)
			}
		}
		at = max(resume, at+0.1)
	}
}

func cut(s string, most float64) string { return typeset.Cut(s, ems(most)) }
