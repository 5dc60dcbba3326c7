package draw

import "strings"

// A form brings the value of an attribute into its final form. ok is false for
// a value that no drawing should have; "" leaves the attribute out.
type form func(value string) (final string, ok bool)

// forms lists the attributes of finished pictures. Whatever else a drawing has
// (classes, event handlers, data for scripts, fonts, namespaces) is left out.
var forms = map[string]form{
	"id": words,

	"d": numbers, "points": numbers, "transform": matrix, "viewBox": numbers,
	"x": numbers, "y": numbers, "dx": numbers, "dy": numbers, "width": numbers, "height": numbers,
	"x1": numbers, "y1": numbers, "x2": numbers, "y2": numbers,
	"cx": numbers, "cy": numbers, "r": numbers, "rx": numbers, "ry": numbers,

	"fill": paint, "stroke": stroke, "stop-color": paint, "flood-color": paint,
	"opacity": numbers, "fill-opacity": numbers, "stroke-opacity": numbers,
	"stop-opacity": numbers, "flood-opacity": numbers,
	"stroke-width": numbers, "stroke-dasharray": dashes, "stroke-dashoffset": numbers,
	"stroke-linecap": words, "stroke-linejoin": words, "stroke-miterlimit": numbers,
	"paint-order": words, "fill-rule": words, "clip-rule": words,
	"clip-path": reference, "filter": reference,

	"font-size": numbers, "font-weight": weight, "font-style": words,
	"text-anchor": words, "dominant-baseline": words,

	"offset": numbers, "stdDeviation": numbers,
	"gradientUnits": words, "gradientTransform": matrix,
	"patternUnits": words, "patternTransform": matrix,
}

// presentation gives the attributes that one attribute of a drawing stands
// for: a style has several, a colour that is partly transparent has two.
func presentation(a attr) (list []attr) {
	if a.name != "style" {
		return splitAlpha(a)
	}
	for part := range strings.SplitSeq(a.value, ";") {
		name, value, _ := strings.Cut(part, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if name == "font" {
			list = append(list, fontParts(value)...)
			continue
		}
		list = append(list, splitAlpha(attr{name, strings.TrimSuffix(value, "px")})...)
	}
	return list
}

// fontParts takes a CSS font apart: italic bold 12px sans-serif.
func fontParts(font string) (list []attr) {
	for word := range strings.FieldsSeq(font) {
		if size, ok := strings.CutSuffix(word, "px"); ok {
			return append(list, attr{"font-size", size})
		}
		switch {
		case word == "italic" || word == "oblique":
			list = append(list, attr{"font-style", word})
		case isWeight(word):
			list = append(list, attr{"font-weight", word})
		}
	}
	return list
}

func isWeight(s string) bool {
	if s == "bold" || s == "bolder" || s == "lighter" {
		return true
	}
	return len(s) == 3 && s[0] >= '1' && s[0] <= '9' && s[1:] == "00"
}

func weight(s string) (string, bool) {
	if s == "normal" || s == "400" {
		return "", true
	}
	return s, isWeight(s)
}

// words is a word or several: bevel, userSpaceOnUse, fill stroke.
func words(s string) (string, bool) {
	return s, only(s, func(c byte) bool { return letter(c) || digit(c) || c == '-' || c == '_' || c == ' ' })
}

func dashes(s string) (string, bool) {
	if s == "none" {
		return "", true
	}
	return numbers(s)
}

// paint is none, a colour or a pattern of the drawing itself.
func paint(s string) (string, bool) {
	if strings.HasPrefix(s, "url") {
		return reference(s)
	}
	if hex, ok := hexColor(s); ok {
		return hex, true
	}
	return s, only(s, func(c byte) bool {
		return letter(c) || digit(c) || strings.IndexByte("#(),.% -", c) >= 0
	}) && !strings.Contains(strings.ToLower(s), "url")
}

// stroke is a paint, which no shape has of itself.
func stroke(s string) (string, bool) {
	if s == "none" {
		return "", true
	}
	return paint(s)
}

func reference(s string) (string, bool) {
	_, ok := target(s)
	return s, ok
}

// target is the id in url(#id).
func target(s string) (id string, ok bool) {
	if s, ok = strings.CutPrefix(s, "url(#"); !ok {
		return "", false
	}
	if s, ok = strings.CutSuffix(s, ")"); !ok || s == "" {
		return "", false
	}
	_, ok = words(s)
	return s, ok
}

func only(s string, allowed func(byte) bool) bool {
	for i := range len(s) {
		if !allowed(s[i]) {
			return false
		}
	}
	return true
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func digit(c byte) bool  { return c >= '0' && c <= '9' }
