package theme

import (
	"regexp"
	"strings"
)

// Grounds are the colours behind text, "#rrggbb", on light and on dark pages.
type Grounds struct{ Light, Dark []string }

var (
	block  = regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`)
	ground = regexp.MustCompile(`--(?:paper|surface|accent-soft)\s*:\s*(#[0-9a-fA-F]{6})`)
)

// groundsOf finds the custom properties --paper, --surface and --accent-soft in a style
// sheet: those of a block with color-scheme: dark are of dark pages, those of :root
// alone of light ones. A theme without them has white and black.
func groundsOf(css string) Grounds {
	var g Grounds
	for _, m := range block.FindAllStringSubmatch(css, -1) {
		selector := m[1][strings.LastIndex(m[1], "*/")+1:]
		selector = strings.TrimSpace(strings.TrimPrefix(selector, "/"))
		dark := strings.Contains(m[2], "color-scheme: dark") || strings.Contains(m[2], "color-scheme:dark")
		if !dark && selector != ":root" {
			continue
		}
		for _, c := range ground.FindAllStringSubmatch(m[2], -1) {
			if dark {
				g.Dark = append(g.Dark, strings.ToLower(c[1]))
			} else {
				g.Light = append(g.Light, strings.ToLower(c[1]))
			}
		}
	}
	if len(g.Light) == 0 {
		g.Light = []string{"#ffffff"}
	}
	if len(g.Dark) == 0 {
		g.Dark = []string{"#000000"}
	}
	return g
}
