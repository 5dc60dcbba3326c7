package draw

import (
	"fmt"
	"strconv"
	"strings"
)

// colors maps "#rrggbb" to the value that stands for it in a page.
type colors map[string]string

func newColors(properties map[string]string) (colors, error) {
	c := colors{}
	for given, property := range properties {
		hex, ok := hexColor(given)
		if !ok {
			return nil, fmt.Errorf("colour %q: write #rrggbb", given)
		}
		name, ok := strings.CutPrefix(property, "--")
		if _, clean := words(name); !ok || !clean || strings.Contains(name, " ") {
			return nil, fmt.Errorf("colour %s: %q is no name of a custom property", given, property)
		}
		c[hex] = "var(" + property + "," + hex + ")"
	}
	return c, nil
}

// recolor lets the page decide on the colours that it knows by name. The
// drawing's own stand behind them, for whoever opens the picture alone.
func (n *node) recolor(c colors) {
	n.each(func(n *node) {
		for i, a := range n.atts {
			switch a.name {
			case "fill", "stroke", "stop-color", "flood-color":
				if v, ok := c[a.value]; ok {
					n.atts[i].value = v
				}
			}
		}
	})
}

// splitAlpha gives the two attributes that a colour of the form rgba(r,g,b,a)
// stands for, so that the colour can be known by its name; others stay whole.
func splitAlpha(a attr) []attr {
	list, ok := strings.CutPrefix(a.value, "rgba(")
	comma := strings.LastIndexByte(list, ',')
	if !ok || comma < 0 {
		return []attr{a}
	}
	alpha := strings.TrimSpace(strings.TrimSuffix(list[comma+1:], ")"))
	return []attr{
		{a.name, "rgb(" + list[:comma] + ")"},
		{strings.TrimSuffix(a.name, "-color") + "-opacity", alpha},
	}
}

// hexColor gives #rrggbb in lower case for #rgb, #rrggbb and rgb(r,g,b).
func hexColor(s string) (hex string, ok bool) {
	s = strings.ToLower(s)
	if list, ok := strings.CutPrefix(s, "rgb("); ok {
		list, _ = strings.CutSuffix(list, ")")
		hex = "#"
		parts := strings.Split(list, ",")
		for _, part := range parts {
			v, err := strconv.ParseUint(strings.TrimSpace(part), 10, 8)
			if err != nil {
				return "", false
			}
			hex += fmt.Sprintf("%02x", v)
		}
		return hex, len(parts) == 3
	}
	digits, ok := strings.CutPrefix(s, "#")
	if !ok || !only(digits, func(c byte) bool { return digit(c) || c >= 'a' && c <= 'f' }) {
		return "", false
	}
	switch len(digits) {
	case 3:
		return "#" + string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]}), true
	case 6:
		return s, true
	}
	return "", false
}
