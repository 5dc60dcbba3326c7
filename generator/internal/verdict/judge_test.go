package verdict_test

import (
	"reportsite/generator/internal/known"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// judge judges a target by what was known on the as-of date, as a build does;
// nil where the target was not known yet.
func judge(t *model.Target, opt verdict.Options) *verdict.Verdict {
	site := &model.Site{Editions: []*model.Edition{{Period: t.Period.Edition()}}, Indicators: []*model.Indicator{t.Indicator}}
	for _, b := range t.Versions() {
		if b.Ref != nil && b.Ref != t.Indicator {
			site.Indicators = append(site.Indicators, b.Ref)
		}
	}
	site = known.As(site, opt.AsOf)
	for _, i := range site.Indicators {
		if i.ID != t.Indicator.ID || i.Name != t.Indicator.Name {
			continue
		}
		if target := i.Target(t.Period); target != nil {
			return verdict.Judge(target, opt)
		}
	}
	return nil
}
