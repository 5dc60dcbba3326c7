package lint

import (
	"fmt"
	"slices"
	"strings"
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

// freshness reports figures that should have come by now.
func (l *linter) freshness(i *model.Indicator) {
	if l.AsOf.IsZero() {
		return
	}
	if t := i.LatestTarget(); t != nil && !l.past(t) && l.unanswered(t) {
		l.report(Unanswered.At(l.at(i, "target", t.Period.String()), t.Period.String(), l.AsOf.String()))
	}
	l.stale(i)
}

// future reports figures that are later than the as-of date, in one message at the
// first of them. With an earlier day on the command line they are expected and not
// reported.
func (l *linter) future() {
	if l.AsOf.IsZero() || l.Asked {
		return
	}
	var first *model.Observation
	var day model.Date
	more := 0
	for _, i := range l.Site.Indicators {
		for _, o := range i.Observations {
			later := o.Released
			if later.IsZero() && !o.Stage.Estimate() {
				later = o.Period.End()
			}
			switch {
			case !later.After(l.AsOf):
			case first == nil:
				first, day = o, later
			default:
				more++
			}
		}
	}
	if first != nil {
		l.report(Future.At(l.place(first), first.Period.String(), day.String(), l.AsOf.String(), others(more)))
	}
}

// others says how many more figures there are.
func others(n int) diag.Words {
	switch n {
	case 0:
		return diag.Words{}
	case 1:
		return diag.Words{En: ", and so is one other figure", Zh: "，另有 1 个数据也是"}
	}
	return diag.Words{En: fmt.Sprintf(", and so are %d other figures", n), Zh: fmt.Sprintf("，另有 %d 个数据也是", n)}
}

// unansweredBefore reports targets of earlier editions without a result, in one
// message for each edition.
func (l *linter) unansweredBefore() {
	if l.AsOf.IsZero() {
		return
	}
	for _, e := range l.Site.Editions {
		if e == l.Site.Latest() {
			continue
		}
		var names []string
		all, without := 0, 0
		for _, i := range l.Site.Indicators {
			for _, t := range i.Targets {
				if !e.Sets(t.Period) || !judged(t) {
					continue
				}
				all++
				if l.unanswered(t) {
					without++
					names = append(names, i.ID)
				}
			}
		}
		if without > 0 {
			if len(names) > namesShown {
				names = append(names[:namesShown:namesShown], "…")
			}
			l.report(NoResults.At(l.yearOf(e), e.Period.String(), without, all, strings.Join(names, ", ")))
		}
	}
}

// past reports whether a target is one of an earlier edition of the site.
func (l *linter) past(t *model.Target) bool {
	return slices.ContainsFunc(l.Site.Editions, func(e *model.Edition) bool {
		return e != l.Site.Latest() && e.Sets(t.Period)
	})
}

// yearOf is where an edition says which time it is of.
func (l *linter) yearOf(e *model.Edition) diag.Pos {
	for _, written := range l.Tree.Editions {
		if written.Report == nil || written.Dir != e.Period.String() {
			continue
		}
		if doc := written.Report.Doc; doc.Has("plan") {
			return doc.Pos("plan")
		}
		return written.Report.Doc.Pos("year")
	}
	return diag.Pos{}
}

// namesShown is how many indicators a message names.
const namesShown = 5

// judged reports whether a result is compared with the target.
func judged(t *model.Target) bool { return t.Op != model.External && t.Op != model.Qualitative }

// unanswered reports whether a target's period is long over without any figure
// of its end.
func (l *linter) unanswered(t *model.Target) bool {
	if !judged(t) || !due(t.Period.End(), GraceYear).Before(l.AsOf) {
		return false
	}
	for _, o := range t.Indicator.Observations {
		if o.Period.Year == t.Period.Year && o.Period.EndMonth() == t.Period.EndMonth() {
			return false
		}
	}
	return true
}

// stale reports a monthly or quarterly series that has stopped: its newest figure
// is older than its usual interval allows.
func (l *linter) stale(i *model.Indicator) {
	var newest *model.Observation
	rhythm := 12 // months between two figures, the shortest interval that occurs
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
		return // one figure has no interval
	}
	grace := GraceMonth
	if rhythm == 12 {
		grace = GraceYear
	}
	end := newest.Period.End()
	next := time.Date(end.Year, time.Month(end.Month+rhythm), 1, 0, 0, 0, 0, time.UTC).AddDate(0, 1, -1)
	if due(model.DateOf(next), grace).Before(l.AsOf) {
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
	return model.DateOf(time.Date(d.Year, time.Month(d.Month), d.Day+days, 0, 0, 0, 0, time.UTC))
}
