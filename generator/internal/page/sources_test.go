package page

import (
	"strings"
	"testing"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/wording"
)

// TestFiguresAreOfTheirReport holds that a figure of the prose names the sources of what
// it shows, and no others: a report of 2023 shows no figure of 2026 and names no source
// of one.
func TestFiguresAreOfTheirReport(t *testing.T) {
	theme := loadTheme(t)
	in := realSite(t, "../../../examples/national")
	files := filesOf(theme, in)
	reports := map[string]int{} // the years of the reports that are sources
	for _, e := range in.Site.Editions {
		reports[e.Source.Name.Zh] = e.Period.Year
	}
	figures := 0
	for _, e := range in.Site.Editions {
		for _, s := range e.Sections {
			root := pageOf(t, files, address.Section(s))
			for _, fig := range elements(root, "figure") {
				line := textOf(firstOf(fig, "p", "chart-source"))
				shown := textOf(firstOf(fig, "div", "table-wrap"))
				figures++
				for _, row := range elements(fig, "tr") {
					for n, cell := range elements(row, "td") {
						if text := textOf(cell); n == 0 && strings.HasSuffix(text, "年") && text > wording.Period(e.Period).Zh {
							t.Errorf("%s: the figure has a row of %s", s.Ref(), text)
						}
					}
				}
				for _, source := range in.Site.Sources {
					name := source.Name.Zh
					named, used := strings.Contains(line, name), strings.Contains(shown, name)
					year, report := reports[name]
					switch {
					case used && !named:
						t.Errorf("%s: the figure shows what %s says and does not name it", s.Ref(), name)
					case named && !used && !report:
						t.Errorf("%s: the figure names %s and shows nothing of it", s.Ref(), name)
					case named && !used && year > e.Period.Year:
						t.Errorf("%s: the figure names %s, a later report", s.Ref(), name)
					}
				}
			}
		}
	}
	if figures < 6 {
		t.Errorf("found %d figures", figures)
	}
}
