package share

import (
	"image/color"
	"math"

	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// line is a line of text that is ready to be drawn: outlines along a base line.
type line struct {
	glyphs []placed
	width  float64
}

type placed struct {
	*glyph
	x float64
}

// line sets a text in a size of pixels. Characters that the family has not are
// left out: whoever draws asks for them before.
func (f *Fonts) line(text string, size float64, w weight) (line, error) {
	var l line
	for _, r := range text {
		g, err := f.glyph(r, w)
		if err != nil {
			return line{}, err
		}
		if g == nil {
			continue
		}
		l.glyphs = append(l.glyphs, placed{g, l.width})
		l.width += float64(g.advance) * size
	}
	return l, nil
}

// stamp is a glyph at its place, in pixels.
type stamp struct {
	*glyph
	x, y, size float64
}

func (s stamp) at(p opentype.SegmentPoint) (x, y float32) {
	return grid(s.x + float64(p.X)*s.size), grid(s.y + float64(p.Y)*s.size)
}

func (s stamp) bounds() (x0, y0, x1, y1 float32) {
	x0, y0 = float32(math.Inf(1)), float32(math.Inf(1))
	x1, y1 = -x0, -y0
	for n := range s.segments {
		for _, p := range s.segments[n].ArgsSlice() {
			x, y := s.at(p)
			x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
		}
	}
	return x0, y0, x1, y1
}

func (s stamp) trace(z *vector.Rasterizer, dx, dy float32) {
	begun := false
	for n := range s.segments {
		seg := &s.segments[n]
		var x, y [3]float32
		for k, p := range seg.ArgsSlice() {
			x[k], y[k] = s.at(p)
			x[k] += dx
			y[k] += dy
		}
		switch seg.Op {
		case opentype.SegmentOpMoveTo:
			if begun {
				z.ClosePath()
			}
			begun = true
			z.MoveTo(x[0], y[0])
		case opentype.SegmentOpLineTo:
			z.LineTo(x[0], y[0])
		case opentype.SegmentOpQuadTo:
			z.QuadTo(x[0], y[0], x[1], y[1])
		case opentype.SegmentOpCubeTo:
			z.CubeTo(x[0], y[0], x[1], y[1], x[2], y[2])
		}
	}
	if begun {
		z.ClosePath()
	}
}

// draw draws a line of text with its left end at x and its base at y.
func (s *sheet) draw(l line, x, y, size float64, c color.RGBA) {
	for _, g := range l.glyphs {
		if len(g.segments) > 0 {
			s.fill(stamp{g.glyph, x + g.x, y, size}, c)
		}
	}
}
