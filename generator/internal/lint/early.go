package lint

import (
	"reportsite/generator/internal/model"
)

// early reports figures published before the end of their period, and targets
// announced after it.
func (l *linter) early(i *model.Indicator) {
	for _, o := range i.Observations {
		if l.silenced(o) {
			continue
		}
		day, stage := firstRelease(o)
		if !day.IsZero() && day.Before(o.Period.End()) && !stage.Estimate() {
			l.report(BeforeEnd.At(l.place(o), o.Period.String(), day.String(), o.Period.End().String()))
		}
	}
	for _, t := range i.Targets {
		key := t.Period.String()
		if t.Announced.After(t.Period.End()) {
			l.report(LateTarget.At(l.at(i, "target", key, "announced"), key, t.Announced.String()))
		}
		for _, b := range t.Earlier {
			if b.Announced.After(t.Period.End()) {
				l.report(LateTarget.At(l.at(i, "target", key, "earlier"), key, b.Announced.String()))
			}
		}
	}
}

// firstRelease is the day on which a figure came out that is no forecast: of
// its versions the oldest one.
func firstRelease(o *model.Observation) (model.Date, model.Stage) {
	for _, r := range o.Earlier {
		if !r.Stage.Estimate() {
			return r.Released, r.Stage
		}
	}
	return o.Released, o.Stage
}
