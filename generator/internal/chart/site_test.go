package chart_test

import (
	"os"
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
