package attachment

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"

	"reportsite/generator/internal/diag"
)

// A drawing is shown as a picture, where a browser runs nothing of it, but it has an
// address of its own, where it would. So it may hold shapes and text and nothing else.
var (
	shapes = words(`svg g defs symbol use title desc metadata style path rect circle ellipse line polyline polygon
		text tspan textPath image clipPath mask pattern marker linearGradient radialGradient stop filter
		feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
		feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
		feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence switch a`)
	embedded = regexp.MustCompile(`^data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=\s]*$`)
	fetched  = regexp.MustCompile(`(?i)@import|expression\s*\(|javascript:|url\s*\(\s*['"]?\s*[^#'"\s)]|\\`)
)

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

const (
	nameSVG   = "http://www.w3.org/2000/svg"
	nameXLink = "http://www.w3.org/1999/xlink"
	deepest   = 100 // elements within each other
)

// svg reads a drawing to its end.
func (l *looking) svg() {
	d := xml.NewDecoder(bytes.NewReader(l.data))
	d.Strict, d.Entity = true, map[string]string{} // entities can grow without end
	open := []string{}
	first := true
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && !first:
			return
		case err != nil:
			l.report(Damaged, l.info.Type)
			return
		}
		found := ""
		switch t := token.(type) {
		case xml.Directive:
			found = "<!" + strings.SplitN(string(t), " ", 2)[0]
			if found == "<!DOCTYPE" && !bytes.Contains(t, []byte("[")) {
				found = "" // names the format, and nothing of its own
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				found = "<?" + t.Target
			}
		case xml.StartElement:
			if first && (t.Name.Local != "svg" || t.Name.Space != nameSVG) {
				l.mismatch()
				return
			}
			if first && !l.measure(t.Attr) {
				l.report(NoSize)
			}
			first = false
			found = forbidden(t, len(open))
			open = append(open, t.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "style" && fetched.Match(t) {
				found = fetched.FindString(string(t))
			}
		}
		if found != "" {
			line, col := d.InputPos()
			l.diags = append(l.diags, Active.At(diag.Pos{File: l.file, Line: line, Col: max(col-1, 1)}, found))
			return
		}
	}
}

// forbidden is what of an element can run or fetch something; "" where nothing can.
func forbidden(e xml.StartElement, depth int) string {
	if e.Name.Space != nameSVG { // of a drawing program; it is not drawn
		if !strings.HasPrefix(e.Name.Space, "http://") || strings.Contains(e.Name.Space, "/xhtml") || e.Name.Local == "script" {
			return "<" + e.Name.Local + ">"
		}
	} else if !shapes[e.Name.Local] {
		return "<" + e.Name.Local + ">"
	}
	if depth > deepest {
		return "<" + e.Name.Local + ">"
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
		switch {
		case a.Name.Space == "xmlns" || name == "xmlns":
		case strings.HasPrefix(name, "on"):
			return name
		case name == "href" && (a.Name.Space == "" || a.Name.Space == nameXLink || a.Name.Space == "xlink"), name == "src":
			if !strings.HasPrefix(value, "#") && !(e.Name.Local == "image" && embedded.MatchString(value)) {
				return name + "=" + value[:min(len(value), 30)]
			}
		case a.Name.Space == "" && fetched.MatchString(value):
			return name + "=" + fetched.FindString(value)
		}
	}
	return ""
}

// length is a number of pixels or of another unit.
var length = regexp.MustCompile(`^\s*([0-9]*\.?[0-9]+)\s*(px|pt|mm|cm|in)?\s*$`)

var pixels = map[string]float64{"": 1, "px": 1, "pt": 96.0 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}

// measure finds the size of a drawing: its own, or that of its view.
func (l *looking) measure(attributes []xml.Attr) bool {
	size := func(name string) float64 {
		for _, a := range attributes {
			if m := length.FindStringSubmatch(a.Value); a.Name.Local == name && m != nil {
				n, _ := strconv.ParseFloat(m[1], 64) // the expression has found a number
				return n * pixels[m[2]]
			}
		}
		return 0
	}
	w, h := size("width"), size("height")
	for _, a := range attributes {
		if f := strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' }); a.Name.Local == "viewBox" && len(f) == 4 && (w == 0 || h == 0) {
			vw, errW := strconv.ParseFloat(f[2], 64)
			vh, errH := strconv.ParseFloat(f[3], 64)
			if errW == nil && errH == nil {
				w, h = vw, vh
			}
		}
	}
	l.info.Width, l.info.Height = int(math.Round(w)), int(math.Round(h))
	return w >= 1 && h >= 1 && w < 100_000 && h < 100_000
}
