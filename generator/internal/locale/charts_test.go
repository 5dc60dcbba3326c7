package locale_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/testsite"
)

// The charts of all languages have ids of their own, which are names of files too.
func TestChartIDs(t *testing.T) {
	seen := map[string]int{}
	for _, l := range locale.All(testsite.Tiny(), func(model.Lang) *message.Catalogue { return nil }) {
		plots := l.ProsePlots()
		for _, i := range l.Site.Indicators {
			plots = append(plots, l.Main(i), l.Detail(i))
		}
		for _, e := range l.Site.Editions {
			plots = append(plots, l.Timeline(e), l.Tiles(e))
		}
		for _, p := range plots {
			seen[p.ID]++
			if strings.Trim(p.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
				t.Errorf("id %q has other signs than letters, digits and hyphens", p.ID)
			}
			if c := l.Chart(p); c != nil && c.ID != p.ID {
				t.Errorf("the chart of %q is called %q", p.ID, c.ID)
			}
		}
	}
	for id, n := range seen {
		if n > 1 {
			t.Errorf("%d charts are called %q", n, id)
		}
	}
	for _, want := range []string{
		"chart-output", "chart-growth", "chart-income", "detail-output", "figure-2024-goals-2", "figure-2024-goals-3",
		"en-chart-output", "en-detail-growth", "en-figure-2024-goals-3",
	} {
		if seen[want] == 0 {
			t.Errorf("no chart is called %q; there are %v", want, slices.Sorted(maps.Keys(seen)))
		}
	}
	// The first figure of one indicator is that indicator's own chart.
	if seen["figure-2024-goals-1"] > 0 {
		t.Error("a figure has a chart of its own although the indicator's chart would do")
	}
}
