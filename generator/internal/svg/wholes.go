package svg

import (
	"fmt"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
)

// wholes draws each whole as one bar of its parts, with its time above and figures
// below; the first one has the names of the parts as well. What the target asks for
// is drawn lower.
func (d *drawing) wholes() {
	for n := range d.Wholes {
		w := &d.Wholes[n]
		named := n == 0
		y, high := d.height+6, 26.0
		if w.Name != "" {
			class := "m"
			if w.Goal {
				class = "tt"
			}
			for _, line := range wrap(w.Name, d.width*0.9) { // a bold face is wider
				d.put(line, class, spot{0, y + ascent, start})
				y += leading
			}
			y -= 2
		}
		if w.Goal {
			high = 14
		}
		d.whole(w, y, high, named)
		d.height = y + high + leading + 8
	}
}

// whole draws the parts of one whole, each with its figure below where there is
// room; a name that finds none goes into the key.
func (d *drawing) whole(w *chart.Whole, y, high float64, named bool) {
	sum := decimal.Zero
	for _, p := range w.Parts {
		sum = sum.Add(p.Value)
	}
	x := 0.0
	for n, p := range w.Parts {
		long := d.width * p.Value.Div(sum).InexactFloat64()
		class := partClass(n)
		if long > 1 {
			d.block(class, box{x, y, x + long - 1, y + high})
		}
		under := y + high + ascent + 4
		text := p.Name + " " + p.Label
		switch {
		case !named:
			d.place(p.Label, "", spot{x + long/2, under, middle}, spot{x, under, start})
		case textWidth(text) <= long && d.place(text, "", spot{x, under, start}, spot{x + long/2, under, middle}):
		case len(d.Wholes) > 1:
			d.place(p.Label, "", spot{x + long/2, under, middle}, spot{x, under, start})
			d.explain(key{class, 'b', p.Name})
		default:
			d.explain(key{class, 'b', text})
		}
		x += long
	}
}

func partClass(n int) string {
	if n %= 6; n > 0 {
		return fmt.Sprintf("r%d", n+1)
	}
	return "r"
}
