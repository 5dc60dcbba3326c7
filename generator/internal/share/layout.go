package share

import (
	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/svg"
)

// The measures of a picture.
const (
	edge    = 60.0         // around everything
	right   = Width - edge // where everything ends
	column  = 470.0        // the width of the words beside a chart
	plotX   = edge + column + 40
	footY   = Height - 34.0 // the line that the foot stands on
	bodyEnd = Height - 84.0 // where words and chart end
)

// picture is a card while it is drawn.
type picture struct {
	*sheet
	*Card
	fonts *Fonts
	layout
	cut  bool     // a text has lost its end
	y    float64  // where the next line begins
	last struct { // the block that was drawn last
		lines       int
		width, size float64
	}
}

// all draws the head, the words, the chart and the foot.
func (p *picture) all() error {
	for _, l := range p.layouts() {
		p.dry = true
		fits, err := p.try(l)
		if p.dry = false; err != nil {
			return err
		}
		if fits {
			_, err = p.try(l)
			return err
		}
	}
	panic("share: internal error: the last layout takes everything")
}

// layout is a way to arrange a picture.
type layout struct {
	title, words room // of the title, and of the words below it
	chart        place
	smaller      int  // so many sizes smaller than the largest
	cuts         bool // what has no room may lose its end
}

// place is where a picture has its chart.
type place byte

const (
	nowhere place = iota
	beside        // right of the words
	high          // right of title and words
	below         // below the words, over the whole width
)

// layouts are the ways to arrange a picture, the best one first.
func (p *picture) layouts() []layout {
	const full = right - edge
	var list []layout
	add := func(most int, l layout) {
		for l.smaller = range most {
			list = append(list, l)
		}
	}
	switch c := p.Chart; {
	case c == nil || c.Plain != nil || !c.Drawn():
	case len(c.Bars) == 1 && len(c.Bars[0].Rows) == 1 && len(c.Courses) == 0:
		// One bar needs the width, and not the height.
		add(4, layout{title: room{full, 1}, words: room{full, 2}, chart: below})
		add(6, layout{title: room{full, 2}, words: room{full, 2}, chart: below})
	default:
		add(4, layout{title: room{full, 1}, words: room{column, 3}, chart: beside})
		add(6, layout{title: room{column, 5}, words: room{column, 4}, chart: high})
	}
	add(8, layout{title: room{full, 3}, words: room{full, 4}})
	return append(list, layout{title: room{full, 3}, words: room{full, 3}, smaller: 9, cuts: true})
}

// try arranges a picture; false where it has not the room.
func (p *picture) try(l layout) (fits bool, err error) {
	p.layout, p.cut = l, false
	p.fill(rectangle(0, 0, Width, 12), hex(accent))
	if err := p.head(); err != nil {
		return false, err
	}
	top := p.y + 10
	if err := p.words(); err != nil {
		return false, err
	}
	if !l.cuts && (p.cut || p.y > bodyEnd) {
		return false, nil
	}
	x := edge
	switch l.chart {
	case beside:
		x = plotX
	case high:
		x, top = plotX, 90
	case below:
		top = p.y + 6
	}
	if l.chart != nowhere {
		if fits, err := p.drawChart(x, top); !fits || err != nil {
			return false, err
		}
	}
	p.fill(rectangle(edge, bodyEnd+14, right, bodyEnd+15.5), roleColor(chart.RoleGrid))
	return true, p.oneLine(p.Foot, footY, 22, regular, roleColor(chart.RoleMuted))
}

// drawChart draws the chart between a left upper corner and the foot, as large as
// it fits; false where it would be too small to be read.
func (p *picture) drawChart(x, top float64) (bool, error) {
	for _, scale := range [...]float64{2.1, 1.95, 1.8, 1.65, 1.5} {
		s := svg.NewScene(p.Chart, (right-x)/scale)
		if s == nil || s.Height*scale > bodyEnd-top {
			continue
		}
		for _, t := range s.Texts {
			if ok, err := p.fonts.has(t.Text); !ok || err != nil {
				return false, err
			}
		}
		y := top + (bodyEnd-top-s.Height*scale)/2
		return true, p.scene(s, x, y, scale)
	}
	return false, nil
}
