package share

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	webfont "github.com/tdewolff/font"
)

// weight is how bold a face is, as in CSS.
type weight int

const (
	regular weight = 400
	bold    weight = 700
)

// Fonts is a font family that is split into files by character, as npm packages
// of web fonts are. Files are read when one of their characters is asked for.
// It may be used by many at a time.
type Fonts struct {
	dir   fs.FS
	parts []part // the first one that has a character gives it

	mu     sync.Mutex
	glyphs map[glyphKey]*glyph // nil where no file has the character

	pool sync.Pool // of [png.EncoderBuffer]
}

// part is a file of a family.
type part struct {
	file   string
	ranges []span
	faces  map[weight]*font.Face // nil as long as nobody asked for it
	upem   float32
	err    error
}

// span is the characters from one to another.
type span struct{ from, to rune }

type glyphKey struct {
	rune
	weight
}

// glyph is an outline with its advance, in parts of the font size; y points down.
type glyph struct {
	segments []opentype.Segment
	advance  float32
}

// ErrFonts is what is wrong with a package that is no font family.
var ErrFonts = errors.New("the package has no font by characters")

// Open opens the package of a font family: unicode.json says which characters
// each file below files/ has.
func Open(dir fs.FS) (*Fonts, error) {
	data, err := fs.ReadFile(dir, "unicode.json")
	if err != nil {
		return nil, fmt.Errorf("share: %w", err)
	}
	f := &Fonts{dir: dir, glyphs: map[glyphKey]*glyph{}}
	var subsets map[string]string
	if err := json.Unmarshal(data, &subsets); err != nil {
		return nil, fmt.Errorf("share: read unicode.json: %w", err)
	}
	files, err := fs.Glob(dir, "files/*-wght-normal.woff2")
	if err != nil {
		return nil, fmt.Errorf("share: %w", err)
	}
	for _, file := range files {
		for name, ranges := range subsets {
			if strings.HasSuffix(file, "-"+strings.Trim(name, "[]")+"-wght-normal.woff2") {
				list, err := parseRanges(ranges)
				if err != nil {
					return nil, fmt.Errorf("share: read unicode.json: %w", err)
				}
				f.parts = append(f.parts, part{file: file, ranges: list})
				break
			}
		}
	}
	if len(f.parts) == 0 {
		return nil, fmt.Errorf("share: %w", ErrFonts)
	}
	return f, nil
}

// parseRanges reads the value of a unicode-range: "U+20-7e,U+3000".
func parseRanges(s string) ([]span, error) {
	var list []span
	for word := range strings.SplitSeq(s, ",") {
		low, high, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(word), "U+"), "-")
		if !ok {
			high = low
		}
		from, err := strconv.ParseUint(low, 16, 21)
		if err != nil {
			return nil, err
		}
		to, err := strconv.ParseUint(high, 16, 21)
		if err != nil {
			return nil, err
		}
		if from > to || to > unicode.MaxRune {
			return nil, fmt.Errorf("%q is no range of characters", word)
		}
		list = append(list, span{rune(from), rune(to)})
	}
	return list, nil
}

// has reports whether the family has every character of a text. The error is one
// of reading a file.
func (f *Fonts) has(text string) (bool, error) {
	for _, r := range text {
		g, err := f.glyph(r, regular)
		if g == nil || err != nil {
			return false, err
		}
	}
	return true, nil
}

// glyph is a character in a weight; nil where the family has it not.
func (f *Fonts) glyph(r rune, w weight) (*glyph, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := glyphKey{r, w}
	if g, ok := f.glyphs[key]; ok {
		return g, nil
	}
	var found *glyph
	for n := range f.parts {
		p := &f.parts[n]
		if !slices.ContainsFunc(p.ranges, func(s span) bool { return s.from <= r && r <= s.to }) {
			continue
		}
		if err := f.load(p); err != nil {
			return nil, err
		}
		if found = p.glyph(r, w); found != nil {
			break
		}
	}
	f.glyphs[key] = found
	return found, nil
}

// load reads the file of a part.
func (f *Fonts) load(p *part) error {
	if p.faces != nil || p.err != nil {
		return p.err
	}
	data, err := fs.ReadFile(f.dir, p.file)
	if err == nil {
		data, err = webfont.ParseWOFF2(data)
	}
	var face *font.Face
	if err == nil {
		face, err = font.ParseTTF(bytes.NewReader(data))
	}
	if err != nil {
		p.err = fmt.Errorf("share: read %s: %w", p.file, err)
		return p.err
	}
	p.upem = float32(face.Upem())
	p.faces = map[weight]*font.Face{}
	for _, w := range [...]weight{regular, bold} {
		face := font.NewFace(face.Font)
		face.SetVariations([]font.Variation{{Tag: opentype.MustNewTag("wght"), Value: float32(w)}})
		p.faces[w] = face
	}
	return nil
}

// glyph is a character of a part; nil where its file has it not.
func (p *part) glyph(r rune, w weight) *glyph {
	face := p.faces[w]
	id, ok := face.NominalGlyph(r)
	if !ok || id == 0 {
		return nil
	}
	g := &glyph{advance: face.HorizontalAdvance(id) / p.upem}
	outline, _ := face.GlyphDataOutline(id) // a space has none
	g.segments = slices.Clone(outline.Segments)
	for n := range g.segments {
		for k := range g.segments[n].Args {
			a := &g.segments[n].Args[k]
			a.X, a.Y = a.X/p.upem, -a.Y/p.upem
		}
	}
	return g
}
