package svg

import (
	"reportsite/generator/internal/chart"
)

// layer is what was drawn on one level, in its order.
type layer []mark

// mark is anything that is drawn but a text.
type mark struct {
	class  string // of a tile its status
	kind   markKind
	box    box     // of a rectangle, circle or tile
	points []Point // of a path
	closed bool    // a path ends where it began

	title, symbol string // of a tile
}

type markKind byte

const (
	aRect markKind = iota
	aCircle
	aPath
	aTile
)

// symbolAt is where a tile has its symbol.
func (m *mark) symbolAt() spot {
	return spot{(m.box.x0 + m.box.x1) / 2, (m.box.y0+m.box.y1)/2 + 4.5, middle}
}

// Scene is a drawing that is not yet written as an SVG, for whoever makes another
// kind of picture of it: its shapes from the ground up, then its texts.
type Scene struct {
	Width, Height float64
	Shapes        []Shape
	Texts         []Text
}

// Shape is lines, an area, or both; [LookOf] gives the look of its class. A
// circle has a radius, anything else points.
type Shape struct {
	Class  string
	Status string // of a tile: the status that gives it its color
	Points []Point
	Closed bool
	Center Point
	Radius float64
}

// Point is a place of a drawing.
type Point struct {
	X, Y   float64
	Begins bool // a new line
}

// Text is a line of text. X is its left end; Em is its font size.
type Text struct {
	Text, Class string
	X, Y, Em    float64
	Anchor      float64 // part of its length that lies left of X: 0, 0.5 or 1
	OnStatus    bool    // it stands on a tile
}

// NewScene draws a chart as a scene of a width; nil where there is nothing to draw.
func NewScene(c *chart.Chart, width float64) *Scene {
	d := newDrawing(c, width)
	if d == nil {
		return nil
	}
	s := &Scene{Width: d.width, Height: d.height}
	for _, l := range [...]layer{d.ground, d.gridLayer(), d.marks} {
		for n := range l {
			s.add(&l[n])
		}
	}
	for _, l := range d.labels {
		s.addText(l.text, l.class, l.spot, false)
	}
	return s
}

func (s *Scene) add(m *mark) {
	shape := Shape{Class: m.class, Points: m.points, Closed: m.closed}
	b := m.box
	switch m.kind {
	case aCircle:
		shape.Center = Point{X: (b.x0 + b.x1) / 2, Y: (b.y0 + b.y1) / 2}
		shape.Radius = (b.x1 - b.x0) / 2
	case aTile:
		shape.Class, shape.Status = "", m.class
		s.addText(m.symbol, "", m.symbolAt(), true)
		fallthrough
	case aRect:
		shape.Points = []Point{{b.x0, b.y0, true}, {b.x1, b.y0, false}, {b.x1, b.y1, false}, {b.x0, b.y1, false}}
		shape.Closed = true
	}
	s.Shapes = append(s.Shapes, shape)
}

func (s *Scene) addText(text, class string, at spot, onStatus bool) {
	s.Texts = append(s.Texts, Text{
		Text: text, Class: class, X: at.x, Y: at.y, Em: fontSize, Anchor: float64(at.side) / 2, OnStatus: onStatus,
	})
}
