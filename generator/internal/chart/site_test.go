package chart_test

import (
	"os"
	"testing"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/check"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
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
	root := os.DirFS(dir)
	cfg, diags := config.Load(root)
	if cfg == nil {
		t.Fatal(diags)
	}
	tree, faults, err := source.Load(t.Context(), os.DirFS(dir+"/content"), 1)
	if err != nil || tree == nil {
		t.Fatal(faults, err)
	}
	s, faults := check.Site(cfg, tree)
	if s == nil || diag.Errors(faults) > 0 {
		t.Fatal(faults)
	}
	asOf := cfg.AsOf
	if asOf.IsZero() {
		asOf = s.NewestRelease()
	}
	return site{s, verdict.All(s, verdict.Options{AsOf: asOf, OnPaceBand: cfg.OnPaceBand})}
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
