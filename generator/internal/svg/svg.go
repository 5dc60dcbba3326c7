// Package svg draws charts: a [chart.Chart] becomes an SVG, in about a tenth of a
// millisecond, the same bytes each time.
//
// A drawing for a page has no colors: the style sheet gives them by class, so
// that light, dark, large print, forced colors and paper are its affair. [Alone]
// makes a file that stands for itself. A label that finds no free place is left
// out, or goes into the key below; none ever lies on another one, on a line, on a
// mark, or over the edge.
//
// Libraries for plots were tried and left: gonum/plot draws for paper, with fonts
// of its own and one fixed theme; go-moremath has scales, but its ticks do not
// know counts or Chinese units, and it is no longer maintained.
package svg

import (
	"bytes"

	"reportsite/generator/internal/chart"
)

// Size is the width that a drawing is made for. The style sheet shows the one
// that fits, by the size of the reader's text and the room that there is.
type Size int

// A page has all three drawings of a chart. Large print on a phone takes Small.
const (
	Wide   Size = iota // a desk
	Narrow             // a phone
	Small              // a phone in large print, or a very small one
)

// Sizes are the sizes of a page's drawings, with the class of each.
var Sizes = [...]struct {
	Size
	Class string
	width float64
}{{Wide, "wide", 680}, {Narrow, "narrow", 340}, {Small, "small", 250}}

// Draw draws a chart for a page; nil where it has nothing to draw.
func Draw(c *chart.Chart, s Size) []byte {
	d := newDrawing(c, Sizes[s].width)
	if d == nil {
		return nil
	}
	var b bytes.Buffer
	b.Grow(len(c.Text) + weight*len(d.marks))
	d.open(&b, "plot")
	b.WriteString(` role="img" aria-label="`)
	escape(&b, c.Text)
	b.WriteString(`">`)
	d.write(&b)
	b.WriteString("</svg>")
	return b.Bytes()
}

// weight is how many bytes a mark has with its share of the texts, rather more than
// less.
const weight = 96

// drawing is a chart on a canvas.
type drawing struct {
	canvas
	*chart.Chart
	wide  bool // names stand beside their rows, not above
	notes []string
	keys  []key
}

// newDrawing draws a chart on a canvas of a width; nil where it has nothing to draw.
func newDrawing(c *chart.Chart, width float64) *drawing {
	if !c.Drawn() {
		return nil
	}
	d := &drawing{canvas: canvas{width: width}, Chart: c, wide: width >= 500}
	d.form()
	d.drawKeys()
	d.drawNotes()
	return d
}

// form draws what the chart has, one part below the other.
func (d *drawing) form() {
	for n := range d.Courses {
		d.course(&d.Courses[n])
	}
	for n := range d.Bars {
		d.bars(&d.Bars[n])
	}
	if len(d.Dates) > 0 {
		d.timeline()
	}
	if len(d.Wholes) > 0 {
		d.wholes()
	}
	if len(d.Tiles) > 0 {
		d.tiles()
	}
	if d.Plain != nil {
		d.plain()
	}
}

// open begins the svg element; its start tag stays open.
func (d *drawing) open(b *bytes.Buffer, class string) {
	b.WriteString(`<svg`)
	if class != "" {
		b.WriteString(` class="` + class + `"`)
	}
	b.WriteString(` viewBox="0 0 `)
	num(b, d.width)
	b.WriteByte(' ')
	num(b, d.height)
	b.WriteByte('"')
}

// key explains a look that no label beside it does.
type key struct {
	class string // of the sample
	shape byte   // 'l' line, 'b' bar, 'd' dash, 'o' dot, 'v' diamond, 't' triangle
	text  string
}

// explain adds a key once.
func (d *drawing) explain(k key) {
	for _, other := range d.keys {
		if other == k {
			return
		}
	}
	d.keys = append(d.keys, k)
}

// drawKeys draws the keys below all that is there.
func (d *drawing) drawKeys() {
	if len(d.keys) == 0 {
		return
	}
	const sample, gap = 18.0, 16.0
	x, y := 0.0, d.height+leading
	for _, k := range d.keys {
		lines := wrap(k.text, d.width-sample-6)
		w := 0.0
		for _, line := range lines {
			w = max(w, textWidth(line))
		}
		if x > 0 && x+sample+6+w > d.width {
			x, y = 0, y+leading+2
		}
		d.sample(k, x, y-4, sample)
		for n, line := range lines {
			d.put(line, "", spot{x + sample + 6, y + float64(n)*leading, start})
		}
		if len(lines) > 1 {
			x, y = 0, y+float64(len(lines))*leading+2
		} else {
			x += sample + 6 + w + gap
		}
	}
	if x == 0 {
		y -= leading + 2
	}
	d.height = y + 5
}

func (d *drawing) sample(k key, x, y, w float64) {
	mid := x + w/2
	switch k.shape {
	case 'l':
		d.line(k.class, segment{x, y, x + w, y})
	case 'b':
		d.block(k.class, box{mid - 6, y - 6, mid + 6, y + 5})
	case 'd':
		d.block(k.class, box{x + 1, y - 1.5, x + w - 1, y + 1.5})
	case 'i':
		d.block(k.class, box{mid - 1.5, y - 6, mid + 1.5, y + 6})
	case 'o':
		d.dot(k.class, mid, y, 4)
	case 'v':
		d.diamond(k.class, mid, y, 5)
	case 't':
		d.triangle(k.class, mid, y, 5)
	}
}

// drawNotes writes what a reader must know of the picture below all of it.
func (d *drawing) drawNotes() {
	for _, note := range append(d.notes, d.Notes...) {
		for _, line := range wrap(note, d.width) {
			d.height += leading
			d.put(line, "m", spot{0, d.height, start})
		}
	}
	if len(d.notes)+len(d.Notes) > 0 {
		d.height += 5
	}
}

func (d *drawing) pick(zh, en string) string {
	if d.Lang == "en" {
		return en
	}
	return zh
}

// Height is how high the wide drawing of a chart is at its own width; 0 where
// there is none.
func Height(c *chart.Chart) int {
	d := newDrawing(c, Sizes[Wide].width)
	if d == nil {
		return 0
	}
	return int(d.height)
}
