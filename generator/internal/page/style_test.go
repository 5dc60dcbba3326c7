package page

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/markdown"
)

// themeColors reads the custom properties of the blocks that begin with a
// selector.
func themeColors(t *testing.T, css, selector string) map[string]string {
	t.Helper()
	_, block, ok := strings.Cut(css, selector+" {")
	if !ok {
		t.Fatalf("no block %s", selector)
	}
	block, _, _ = strings.Cut(block, "}")
	colors := map[string]string{}
	for _, m := range regexp.MustCompile(`--([\w-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(block, -1) {
		colors[m[1]] = m[2]
	}
	return colors
}

func readStyle(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(templatesDir, "css", "00-theme.css"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// contrast is the ratio of WCAG 2.2 between two colors.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(hex string) float64 {
	sum := 0.0
	for n, weight := range [...]float64{0.2126, 0.7152, 0.0722} {
		v, _ := strconv.ParseUint(hex[1+2*n:3+2*n], 16, 8)
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func TestColorsHaveContrast(t *testing.T) {
	css := readStyle(t)
	light := themeColors(t, css, ":root")
	dark := themeColors(t, css, ":root:not([data-theme])")
	elder := themeColors(t, css, `:root[data-theme="elder"]`)
	statuses := []string{"exceeded", "achieved", "ahead", "on-pace", "behind", "missed", "not-judged", "no-data"}
	for name, over := range map[string]map[string]string{"light": nil, "dark": dark, "elder": elder} {
		colors := map[string]string{}
		for k, v := range light {
			colors[k] = v
		}
		for k, v := range over {
			colors[k] = v
		}
		text := 4.5
		if name == "elder" {
			text = 7
		}
		for _, role := range append([]string{"ink", "soft", "accent"}, statuses...) {
			for _, ground := range []string{"paper", "surface"} {
				if c := contrast(colors[role], colors[ground]); c < text {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", name, role, ground, c, text)
				}
			}
		}
		for _, ground := range []string{"paper", "chart-surface"} {
			for _, color := range chart.Palette() {
				least := 3.0
				switch color.Role {
				case chart.RoleText, chart.RoleMuted, chart.RoleTarget, chart.RoleResult, chart.RoleStretch, chart.RoleReference, chart.RolePace, chart.RoleEarlier,
					chart.RoleSeries2, chart.RoleSeries3, chart.RoleSeries4, chart.RoleSeries5, chart.RoleSeries6:
					least = 4.5 // labels are set in them
				case chart.RoleGrid, chart.RoleSurface, chart.RoleBand, chart.RoleGap:
					continue // grounds and helping lines
				}
				role := "chart-" + string(color.Role)
				if c := contrast(colors[role], colors[ground]); c < least {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", name, role, ground, c, least)
				}
			}
		}
	}
}

// A chart without the style sheet, such as a file of its own, has the colors of
// the light theme.
func TestChartColorsAreThoseOfThePalette(t *testing.T) {
	light := themeColors(t, readStyle(t), ":root")
	for _, c := range chart.Palette() {
		if got := light["chart-"+string(c.Role)]; got != c.Hex {
			t.Errorf("--chart-%s is %q, want %s", c.Role, got, c.Hex)
		}
	}
}

// Nothing is loaded from elsewhere, by the style sheet or a script.
func TestAssetsLoadNothing(t *testing.T) {
	for _, a := range loadTheme(t).Assets() {
		text := strings.ReplaceAll(string(a.Data), "http://www.w3.org/2000/svg", "")
		for _, word := range []string{"url(", "@import", "://", "eval(", "innerHTML", ".style"} {
			if strings.Contains(text, word) {
				t.Errorf("%s has %q", a.Path, word)
			}
		}
	}
}

// Every class that prose can have is in the style sheet.
func TestProseIsStyled(t *testing.T) {
	doc, diags := markdown.Parse("a.md", []byte("词[^1]，[外](https://example.org/)。\n\n| 甲 | 乙 |\n|:-:|--:|\n| 一 | 二 |\n\n[^1]: 注\n"), 1)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	style := ""
	for _, file := range loadTheme(t).Assets() {
		if strings.HasSuffix(file.Path, ".css") {
			style += string(file.Data)
		}
	}
	classes := map[string]bool{}
	for _, part := range doc.Parts {
		for _, m := range regexp.MustCompile(`class="([^"]*)"`).FindAllStringSubmatch(part.HTML, -1) {
			classes[m[1]] = true
		}
	}
	if len(classes) < 6 {
		t.Errorf("found only the classes %v", classes)
	}
	for class := range classes {
		if !regexp.MustCompile(`\.` + class + `[ ,:.{>+)]`).MatchString(style) {
			t.Errorf("prose may have the class %s, which the style sheet does not know", class)
		}
	}
}

// TestOwnStyle holds that the owner's colours become a sheet as those of the theme do:
// package transpile writes the dark one for readers who choose it, and elder mode and high
// contrast have none.
func TestOwnStyle(t *testing.T) {
	const dark = "@media screen and (prefers-color-scheme:dark){:root:not([data-theme]){--accent: #f0b0a4}}@media screen{:root[data-theme=dark]{--accent: #f0b0a4}}"
	for _, c := range []struct{ light, dark, want string }{
		{"", "", ""},
		{"#7a1f14", "", ":root{--accent: #7a1f14}"},
		{"", "#f0b0a4", dark},
		{"#7a1f14", "#f0b0a4", ":root{--accent: #7a1f14}" + dark},
	} {
		got := ownStyle(config.Look{Accent: config.Colour{Value: c.light}, Dark: config.Colour{Value: c.dark}})
		if string(bytes.TrimSpace(got.Data)) != c.want || (got.Path != "") != (c.want != "") {
			t.Errorf("%q, %q: %s has %s, want %s", c.light, c.dark, got.Path, got.Data, c.want)
		}
	}
}
