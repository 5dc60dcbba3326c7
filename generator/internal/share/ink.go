package share

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// levels is how many steps there are from the ground to a color at an edge: few
// enough that a picture needs no more colors than its palette has.
const levels = 15

// sheet is the pixels of a picture. They are places in a palette
// that grows while the picture is drawn.
type sheet struct {
	pix    *image.Paletted
	index  map[color.RGBA]uint8
	blends map[blend]uint8
	dry    bool // nothing is drawn, only measured
	z      vector.Rasterizer
	cover  image.Alpha
}

// blend is a color that covers another one in part.
type blend struct{ under, over, level uint8 }

func newSheet(width, height int, ground color.RGBA) *sheet {
	s := &sheet{
		pix:   image.NewPaletted(image.Rect(0, 0, width, height), nil),
		index: map[color.RGBA]uint8{}, blends: map[blend]uint8{},
	}
	s.color(ground) // color 0, which every pixel is
	return s
}

// color is the place of a color in the palette, or of the one that is next to it
// when there is no room left.
func (s *sheet) color(c color.RGBA) uint8 {
	if n, ok := s.index[c]; ok {
		return n
	}
	n := uint8(0)
	if len(s.pix.Palette) < 256 {
		n = uint8(len(s.pix.Palette))
		s.pix.Palette = append(s.pix.Palette, c)
	} else {
		n = uint8(s.pix.Palette.Index(c))
	}
	s.index[c] = n
	return n
}

// blend is the color that one makes over another.
func (s *sheet) blend(b blend) uint8 {
	if n, ok := s.blends[b]; ok {
		return n
	}
	under, over := s.pix.Palette[b.under].(color.RGBA), s.pix.Palette[b.over].(color.RGBA)
	mix := func(u, o uint8) uint8 {
		return uint8((int(u)*(levels-int(b.level)) + int(o)*int(b.level) + levels/2) / levels)
	}
	n := s.color(color.RGBA{mix(under.R, over.R), mix(under.G, over.G), mix(under.B, over.B), 255})
	s.blends[b] = n
	return n
}

// outline is a closed shape in pixels, as what is drawn to the rasterizer.
type outline interface {
	bounds() (x0, y0, x1, y1 float32)
	trace(z *vector.Rasterizer, dx, dy float32)
}

// fill draws an outline in a color.
func (s *sheet) fill(o outline, c color.RGBA) {
	if s.dry {
		return
	}
	x0, y0, x1, y1 := o.bounds()
	r := image.Rect(floor(x0), floor(y0), ceil(x1), ceil(y1))
	if r.Empty() {
		return
	}
	s.z.Reset(r.Dx(), r.Dy())
	s.z.DrawOp = draw.Src
	o.trace(&s.z, float32(-r.Min.X), float32(-r.Min.Y))
	size := r.Dx() * r.Dy()
	if cap(s.cover.Pix) < size {
		s.cover.Pix = make([]uint8, size)
	}
	s.cover.Pix, s.cover.Stride = s.cover.Pix[:size], r.Dx()
	s.cover.Rect = image.Rect(0, 0, r.Dx(), r.Dy())
	s.z.Draw(&s.cover, s.cover.Rect, image.Opaque, image.Point{})
	over := s.color(c)
	seen := r.Intersect(s.pix.Rect)
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		row := s.pix.Pix[s.pix.PixOffset(seen.Min.X, y):][:seen.Dx()]
		cover := s.cover.Pix[(y-r.Min.Y)*r.Dx()+seen.Min.X-r.Min.X:][:seen.Dx()]
		for n, a := range cover {
			switch level := (int(a)*levels + 127) / 255; level {
			case 0:
			case levels:
				row[n] = over
			default:
				row[n] = s.blend(blend{row[n], over, uint8(level)})
			}
		}
	}
}

func floor(v float32) int { return int(math.Floor(float64(v))) }
func ceil(v float32) int  { return int(math.Ceil(float64(v))) }

// grid rounds a place to a sixty-fourth of a pixel, so that the last bits of
// floating point, which machines may differ in, never show.
func grid(v float64) float32 { return float32(math.Round(v*64) / 64) }
