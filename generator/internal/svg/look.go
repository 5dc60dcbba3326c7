package svg

import (
	"strconv"
	"strings"

	"reportsite/generator/internal/chart"
)

// Look is how something is drawn: the meaning of the style sheet for those who
// draw without one.
type Look struct {
	Fill   chart.Role // "" is none
	Stroke chart.Role // "" is none
	Width  float64    // of the stroke
	Dash   []float64  // lengths of strokes and gaps; nil is one whole line
	Bold   bool
	Under  bool // the stroke lies below the fill
}

// LookOf is the look of a class attribute of a drawing, or of a text in it.
func LookOf(class string, text bool) Look {
	l := Look{Width: 1}
	if text {
		l.Fill = chart.RoleText
	}
	names := strings.Fields(class)
	for _, r := range rules {
		for _, name := range names {
			if r.class == "."+name {
				l.apply(r.look)
			}
		}
	}
	return l
}

// apply adds the declarations of a rule.
func (l *Look) apply(look string) {
	for d := range strings.SplitSeq(look, "; ") {
		name, value, _ := strings.Cut(d, ": ")
		switch name {
		case "fill":
			l.Fill = roleIn(value)
		case "stroke":
			l.Stroke = roleIn(value)
		case "stroke-width":
			l.Width, _ = strconv.ParseFloat(strings.TrimSuffix(value, "px"), 64)
		case "stroke-dasharray":
			l.Dash = nil
			for n := range strings.FieldsSeq(value) {
				v, _ := strconv.ParseFloat(n, 64)
				l.Dash = append(l.Dash, v)
			}
		case "font-weight":
			l.Bold = true
		case "paint-order":
			l.Under = true
		}
	}
}

// roleIn is the role of a color in a rule; "" is none.
func roleIn(value string) chart.Role {
	if role, ok := strings.CutPrefix(value, "{"); ok {
		return chart.Role(strings.TrimSuffix(role, "}"))
	}
	return ""
}
