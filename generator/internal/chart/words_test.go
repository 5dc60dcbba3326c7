package chart

import (
	"testing"

	"reportsite/generator/internal/model"
)

func TestBrief(t *testing.T) {
	for _, c := range []struct {
		period string
		basis  model.Basis
		want   string
	}{
		{"2024", model.Annual, "2024"},
		{"2024-Q1", model.Cumulative, "Q1 2024"},
		{"2024-06", model.Cumulative, "H1 2024"},
		{"2024-Q3", model.Cumulative, "Q1–Q3 2024"},
		{"2024-04", model.Cumulative, "Jan–Apr 2024"},
		{"2024-12", model.Cumulative, "2024"},
		{"2024-04", model.Single, "Apr 2024"},
		{"2024-Q2", model.Single, "Q2 2024"},
		{"2024-H2", model.Single, "H2 2024"},
		{"2024-05", model.Point, "end of May 2024"},
		{"2024", model.Point, "end of Dec 2024"},
	} {
		p, err := model.ParsePeriod(c.period)
		if err != nil {
			t.Fatal(err)
		}
		o := &model.Observation{Indicator: &model.Indicator{}, Period: p, Basis: c.basis}
		if got := (words{model.English}).brief(o); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.period, c.basis, got, c.want)
		}
	}
}
