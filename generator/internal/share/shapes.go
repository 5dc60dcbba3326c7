package share

import (
	"math"

	"golang.org/x/image/vector"
)

// pt is a place in pixels.
type pt struct{ x, y float64 }

// polygons are areas that are filled as one; all of them turn the same way.
type polygons [][]pt

// add adds a polygon, turned so that it never takes from another one.
func (p *polygons) add(list ...pt) {
	area := 0.0
	for n, a := range list {
		b := list[(n+1)%len(list)]
		area += a.x*b.y - b.x*a.y
	}
	if area < 0 {
		for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
			list[i], list[j] = list[j], list[i]
		}
	}
	*p = append(*p, list)
}

func (p polygons) bounds() (x0, y0, x1, y1 float32) {
	x0, y0 = float32(math.Inf(1)), float32(math.Inf(1))
	x1, y1 = -x0, -y0
	for _, list := range p {
		for _, v := range list {
			x0, x1 = min(x0, grid(v.x)), max(x1, grid(v.x))
			y0, y1 = min(y0, grid(v.y)), max(y1, grid(v.y))
		}
	}
	return x0, y0, x1, y1
}

func (p polygons) trace(z *vector.Rasterizer, dx, dy float32) {
	for _, list := range p {
		for n, v := range list {
			if n == 0 {
				z.MoveTo(grid(v.x)+dx, grid(v.y)+dy)
			} else {
				z.LineTo(grid(v.x)+dx, grid(v.y)+dy)
			}
		}
		z.ClosePath()
	}
}

// rectangle is an area between two corners.
func rectangle(x0, y0, x1, y1 float64) polygons {
	return polygons{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}}
}

// circle is a polygon of so many corners that nobody sees them.
func circle(c pt, r float64) []pt {
	corners := int(8 + 4*math.Sqrt(r)*2)
	list := make([]pt, corners)
	for n := range list {
		sin, cos := math.Sincos(2 * math.Pi * float64(n) / float64(corners))
		list[n] = pt{c.x + r*cos, c.y + r*sin}
	}
	return list
}

// rounded is a rectangle with round corners.
func rounded(x0, y0, x1, y1, r float64) polygons {
	var list []pt
	for k, c := range [...]pt{{x1 - r, y1 - r}, {x0 + r, y1 - r}, {x0 + r, y0 + r}, {x1 - r, y0 + r}} {
		const steps = 8
		for n := range steps + 1 {
			sin, cos := math.Sincos(math.Pi / 2 * (float64(k) + float64(n)/steps))
			list = append(list, pt{c.x + r*cos, c.y + r*sin})
		}
	}
	return polygons{list}
}

// stroke adds lines of a width along a path, with round joints.
func (p *polygons) stroke(path []pt, width float64) {
	for n := 1; n < len(path); n++ {
		a, b := path[n-1], path[n]
		long := math.Hypot(b.x-a.x, b.y-a.y)
		if long == 0 {
			continue
		}
		ox, oy := -(b.y-a.y)/long*width/2, (b.x-a.x)/long*width/2
		p.add(pt{a.x + ox, a.y + oy}, pt{b.x + ox, b.y + oy}, pt{b.x - ox, b.y - oy}, pt{a.x - ox, a.y - oy})
		if n > 1 {
			p.add(circle(a, width/2)...)
		}
	}
}

// dashed cuts a path into strokes of the lengths of a pattern.
func dashed(path []pt, pattern []float64) [][]pt {
	if len(pattern) == 0 {
		return [][]pt{path}
	}
	var out [][]pt
	var on []pt
	k, left := 0, pattern[0]
	if len(path) > 0 {
		on = []pt{path[0]}
	}
	for n := 1; n < len(path); n++ {
		a, b := path[n-1], path[n]
		for long := math.Hypot(b.x-a.x, b.y-a.y); long > 0; long = math.Hypot(b.x-a.x, b.y-a.y) {
			step := min(left, long)
			a = pt{a.x + (b.x-a.x)*step/long, a.y + (b.y-a.y)*step/long}
			if k%2 == 0 {
				on = append(on, a)
			}
			if left -= step; left > 1e-9 {
				break // the path turns before the stroke or gap ends
			}
			if k%2 == 0 {
				out = append(out, on)
			}
			k++
			on, left = []pt{a}, pattern[k%len(pattern)]
			if step == long {
				break
			}
		}
	}
	if k%2 == 0 && len(on) > 1 {
		out = append(out, on)
	}
	return out
}
