package chart_test

import (
	"maps"
	"os"
	"slices"
	"testing"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/verdict"
)

// site is a site with its verdicts.
type site struct {
	*model.Site
	set *verdict.Set
}

// load reads a site of the repository.
func load(t testing.TB, dir string) site {
	t.Helper()
	s, set := testsite.Load(t, os.DirFS(dir)).On(model.Date{})
	return site{s, set}
}

// charts are all charts that a site can have in a language.
func (s site) charts(l model.Lang) []*chart.Chart {
	var list []*chart.Chart
	for _, i := range s.Indicators {
		list = append(list, chart.ForIndicator(i, s.set, l), chart.ForCard(i, s.set, l))
		if c := chart.Detail(i, s.set, l); c != nil {
			c.ID += "-detail"
			list = append(list, c)
		}
	}
	for _, g := range s.Groups {
		list = append(list, chart.Compare("group-"+g.ID, g.Name.In(l), g.Indicators, model.Period{}, s.set, l))
	}
	if c := chart.Timeline("timeline", "进展", s.Commitments, l); c != nil {
		list = append(list, c)
	}
	return list
}

// everySite are the sites of the repository, with their names.
var everySite = map[string]string{"sample": "testdata/site", "report": "../../..", "national": "../../../examples/national"}

var languages = []model.Lang{model.Chinese, model.English}

// TestTwoCharts holds that each of an indicator's two charts has a message of its own, in
// every language.
func TestTwoCharts(t *testing.T) {
	seen := map[string]bool{}
	for name, dir := range everySite {
		s := load(t, dir)
		for _, l := range languages {
			for _, i := range s.Indicators {
				second := chart.Detail(i, s.set, l)
				if second == nil {
					continue
				}
				seen[second.Title] = true
				if first := chart.ForIndicator(i, s.set, l); first.Title == second.Title {
					t.Errorf("%s, %s: both charts say %q", name, i.ID, first.Title)
				}
			}
		}
	}
	for _, want := range []string{
		"2025年全年为5.0%", // the first chart tells of the target for 2026
		"2025年上半年为660536亿元，2025年全年为1401879亿元", "66.0536 trillion yuan in the first half of 2025; 140.1879 trillion yuan in 2025",
	} {
		if !seen[want] {
			t.Errorf("no second chart says %q: %q", want, slices.Sorted(maps.Keys(seen)))
		}
	}
}
