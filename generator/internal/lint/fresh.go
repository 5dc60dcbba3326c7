package lint

import (
	"fmt"
	"time"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// Grace is how many days after the end of a period its figure may take to come
// out: national accounts of a month take three weeks, those of a year up to
// half a year in small places.
const (
	GraceMonth = 60
	GraceYear  = 210
)

// freshness reports figures that should have come by now, and figures from the
// future.
func (l *linter) freshness(i *model.Indicator) {
	if l.AsOf.IsZero() {
		return
	}
	for _, o := range i.Observations {
		switch {
		case o.Released.After(l.AsOf):
			l.report(Future.At(l.place(o), o.Period.String(), o.Released.String(), l.AsOf.String()))
		case o.Released.IsZero() && o.Period.End().After(l.AsOf) && o.Stage != "预计":
			l.report(Future.At(l.place(o), o.Period.String(), o.Period.End().String(), l.AsOf.String()))
		}
	}
	if t := i.LatestTarget(); t != nil && t.Op != model.External && t.Op != model.Qualitative {
		l.unanswered(t)
	}
	l.stale(i)
}

// unanswered reports a target whose period is over without any figure of it.
func (l *linter) unanswered(t *model.Target) {
	if !due(t.Period.End(), GraceYear).Before(l.AsOf) {
		return
	}
	for _, o := range t.Indicator.Observations {
		if o.Period.Year == t.Period.Year && o.Period.EndMonth() == t.Period.EndMonth() {
			return
		}
	}
	l.report(Unanswered.At(l.at(t.Indicator, "target", t.Period.String()), t.Period.String(), l.AsOf.String()))
}

// stale reports a series within the year that has stopped: its newest figure
// is older than its rhythm allows.
func (l *linter) stale(i *model.Indicator) {
	var newest *model.Observation
	rhythm := 12 // months between two figures, the shortest distance that occurs
	for n, o := range i.Observations {
		if newest == nil || o.Period.EndMonth()+12*o.Period.Year > newest.Period.EndMonth()+12*newest.Period.Year {
			newest = o
		}
		if n == 0 {
			continue
		}
		before := i.Observations[n-1]
		if d := 12*(o.Period.Year-before.Period.Year) + o.Period.EndMonth() - before.Period.EndMonth(); d > 0 {
			rhythm = min(rhythm, d)
		}
	}
	if newest == nil || len(i.Observations) < 2 {
		return // one figure has no rhythm
	}
	grace := GraceMonth
	if rhythm == 12 {
		grace = GraceYear
	}
	end := newest.Period.End()
	next := time.Date(end.Year, time.Month(end.Month+rhythm), 1, 0, 0, 0, 0, time.UTC).AddDate(0, 1, -1)
	if due(dateOf(next), grace).Before(l.AsOf) {
		l.report(Stale.At(l.place(newest), newest.Period.String(), months(rhythm), l.AsOf.String()))
	}
}

// months is how long it is from one figure to the next.
func months(n int) diag.Words {
	if n == 1 {
		return diag.Words{En: "month", Zh: "每月"}
	}
	return diag.Words{En: fmt.Sprintf("%d months", n), Zh: fmt.Sprintf("每 %d 个月", n)}
}

// due is a date so many days later.
func due(d model.Date, days int) model.Date {
	return dateOf(time.Date(d.Year, time.Month(d.Month), d.Day+days, 0, 0, 0, 0, time.UTC))
}

func dateOf(t time.Time) model.Date {
	return model.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
