package share

import (
	"image/color"
	"strconv"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/svg"
)

// scene draws a chart with its left upper corner at x and y, so many times as
// large as its own units.
func (p *picture) scene(s *svg.Scene, x, y, scale float64) error {
	for _, shape := range s.Shapes {
		p.shape(shape, x, y, scale)
	}
	for _, t := range s.Texts {
		look := svg.LookOf(t.Class, true)
		w := regular
		if look.Bold {
			w = bold
		}
		ink := roleColor(look.Fill)
		if t.OnStatus {
			ink = roleColor(chart.RoleSurface)
		}
		l, err := p.fonts.line(t.Text, t.Em*scale, w)
		if err != nil {
			return err
		}
		p.draw(l, x+t.X*scale-t.Anchor*l.width, y+t.Y*scale, t.Em*scale, ink)
	}
	return nil
}

func (p *picture) shape(shape svg.Shape, x, y, scale float64) {
	look := svg.LookOf(shape.Class, false)
	place := func(v svg.Point) pt { return pt{x + v.X*scale, y + v.Y*scale} }
	var area, lines polygons
	for _, path := range paths(shape, place, scale) {
		around := path
		if closed(shape) {
			around = append(path[:len(path):len(path)], path[0])
		}
		if look.Stroke != "" {
			for _, dash := range dashed(around, scaled(look.Dash, scale)) {
				lines.stroke(dash, look.Width*scale)
			}
		}
		if len(path) > 2 {
			area.add(path...)
		}
	}
	if look.Stroke != "" && look.Under {
		p.fill(lines, roleColor(look.Stroke))
	}
	switch {
	case len(area) == 0:
	case shape.Status != "":
		p.fill(area, statusColor(shape.Status))
	case look.Fill != "":
		p.fill(area, roleColor(look.Fill))
	}
	if look.Stroke != "" && !look.Under {
		p.fill(lines, roleColor(look.Stroke))
	}
}

func closed(s svg.Shape) bool { return s.Closed || s.Radius > 0 }

// paths are the lines of a shape in pixels.
func paths(shape svg.Shape, place func(svg.Point) pt, scale float64) [][]pt {
	if shape.Radius > 0 {
		return [][]pt{circle(place(shape.Center), shape.Radius*scale)}
	}
	var list [][]pt
	for _, v := range shape.Points {
		if v.Begins || len(list) == 0 {
			list = append(list, nil)
		}
		list[len(list)-1] = append(list[len(list)-1], place(v))
	}
	return list
}

func scaled(list []float64, by float64) []float64 {
	var out []float64
	for _, v := range list {
		out = append(out, v*by)
	}
	return out
}

// roleColor is the color of a role in the light theme.
func roleColor(r chart.Role) color.RGBA { return hex(r.Hex()) }

// hex reads "#rrggbb".
func hex(s string) color.RGBA {
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		panic("share: internal error: color " + s)
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}

// statusColor is the color of a verdict's status, as in the light theme of the
// style sheet; a test compares the two.
func statusColor(status string) color.RGBA {
	if s, ok := statusHex[status]; ok {
		return hex(s)
	}
	return hex(noData)
}

const noData = "#5b626b"

var statusHex = map[string]string{
	"exceeded": "#0b5f4b", "achieved": "#1f6b36", "ahead": "#0f6674", "on-pace": "#22588f",
	"behind": "#865600", "missed": "#a5341f", "not-judged": "#5d5474",
}
