// Package share draws the picture that other sites show beside a link: a card's
// words and its chart as a PNG of 1200 × 630 pixels, in the colors of the light
// theme, the same bytes each time.
//
// The chart is the one that package svg lays out. Text is drawn with a font of
// the theme's npm packages, never with one of the machine; a text that the font
// cannot write has no picture, so that none shows empty boxes.
package share

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"
	"sync"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
)

// The size of a picture in pixels, which the tags of a page name.
const (
	Width  = 1200
	Height = 630
)

// Card is what a picture says. Only Site and Title must be there.
type Card struct {
	Lang    model.Lang
	Site    string
	Title   string
	When    string // the time of the figure
	Figure  string // the newest result with its unit; "" where there is none
	Aim     string // 2024年目标
	Target  string // 12%以上
	Verdict *Verdict
	Counts  []Verdict    // of a page about many indicators
	Chart   *chart.Chart // nil, or one that has no room: the words take the whole width
	Foot    string       // source and date
}

// Verdict is a status with its word, and how many targets have it.
type Verdict struct {
	Status, Word string
	N            int
}

// Writes reports whether the fonts have all characters of a card's words. The
// error is one of reading the fonts.
func (f *Fonts) Writes(c *Card) (bool, error) {
	words := []string{c.Site, c.Title, c.When, c.Figure, c.Aim, c.Target, c.Foot}
	if c.Verdict != nil {
		words = append(words, c.Verdict.Word)
	}
	for _, v := range c.Counts {
		words = append(words, v.Word)
	}
	return f.has(strings.Join(words, ""))
}

// Draw draws a card; nil where the fonts cannot write its words. A chart with
// words that they cannot write is left out.
func (f *Fonts) Draw(c *Card) ([]byte, error) {
	if ok, err := f.Writes(c); !ok || err != nil {
		return nil, err
	}
	p := &picture{sheet: newSheet(Width, Height, roleColor(chart.RoleSurface)), Card: c, fonts: f}
	if err := p.all(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	// The best compression takes five times as long for a twentieth less.
	e := png.Encoder{CompressionLevel: png.DefaultCompression, BufferPool: (*buffers)(&f.pool)}
	if err := e.Encode(&b, p.pix); err != nil {
		return nil, fmt.Errorf("share: %w", err)
	}
	return b.Bytes(), nil
}

// buffers keeps what the encoder works with from one picture to the next.
type buffers sync.Pool

func (b *buffers) Get() *png.EncoderBuffer {
	e, _ := (*sync.Pool)(b).Get().(*png.EncoderBuffer)
	return e
}

func (b *buffers) Put(e *png.EncoderBuffer) { (*sync.Pool)(b).Put(e) }
