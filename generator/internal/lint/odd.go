package lint

import (
	"fmt"
	"regexp"
	"strconv"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// oldest is the first year that a site of work reports can have figures of.
const oldest = 1900

// beforePeriod reports whether a figure was released before its period began, which an
// estimate may be and a result cannot.
func beforePeriod(o *model.Observation) bool {
	begin := model.Date{Year: o.Period.From(), Month: 1, Day: 1}
	if o.Period.Kind != model.Plan {
		begin.Month = o.Period.EndMonth() - o.Period.Months() + 1
	}
	return !o.Released.IsZero() && o.Released.Before(begin) && !o.Stage.Estimate()
}

// oddDates reports dates that contradict other dates of the same entry.
func (l *linter) oddDates() {
	for _, i := range l.Site.Indicators {
		for _, o := range i.Observations {
			l.oddRelease(o)
		}
		for _, t := range i.Targets {
			l.oddTarget(t)
		}
	}
	for _, e := range l.Site.Editions {
		l.oddPublished(e)
	}
	for _, e := range l.Tree.Editions {
		if e.Commitments == nil || e.Commitments.Doc == nil {
			continue
		}
		period, err := model.ParsePeriod(e.Dir)
		if err != nil {
			continue // package check has reported it
		}
		for _, id := range e.Commitments.Doc.Keys() {
			raw := e.Commitments.Rows[id]
			l.oddDue(func() diag.Pos { return e.Commitments.Doc.Pos(id, "due") }, raw.Due.Date, period)
			for n, ev := range raw.Events {
				l.oddEvent(func() diag.Pos { return eventPos(e.Commitments, id, n) }, ev.Date.Date, period)
			}
		}
	}
	for _, s := range l.Site.Sources {
		if d := s.Date; !d.IsZero() && d.Year < oldest {
			l.odd(l.Tree.Sources.Doc.Pos(s.ID, "date"), "the date %s lies before %d", "日期 %s 早于 %d 年", d, oldest)
		}
	}
}

// odd reports a date in words of both languages.
func (l *linter) odd(pos diag.Pos, en, zh string, args ...any) {
	l.report(OddDate.At(pos, diag.Words{En: fmt.Sprintf(en, args...), Zh: fmt.Sprintf(zh, args...)}))
}

func (l *linter) oddRelease(o *model.Observation) {
	switch {
	case l.silenced(o):
	case o.Period.Year < oldest:
		l.odd(l.placeOf(o, ""), "the period %s lies before %d", "时期 %s 早于 %d 年", o.Period, oldest)
	case !l.ownRelease(o):
	case beforePeriod(o):
		l.report(EarlyRelease.At(l.placeOf(o, "released"), o.Period.String(), o.Released.String()))
	}
	for _, r := range o.Earlier {
		was := *o
		was.Released, was.Stage = r.Released, r.Stage
		if beforePeriod(&was) && !l.silenced(o) {
			l.report(EarlyRelease.At(l.placeOf(o, "earlier"), o.Period.String(), r.Released.String()))
		}
	}
}

// oddTarget compares when a target was announced and judged with its period.
func (l *linter) oddTarget(t *model.Target) {
	key := t.Period.String()
	first := model.Date{Year: t.Period.From() - 10, Month: 1, Day: 1} // a plan may look ten years ahead
	at := func(k string) diag.Pos { return l.at(t.Indicator, "target", key, k) }
	announced := func(d model.Date, k string) {
		if !d.IsZero() && d.Before(first) {
			l.odd(at(k), "the target of %s was announced on %s", "%s 的目标公布于 %s", key, d)
		}
	}
	announced(t.Announced, "announced")
	for _, b := range t.Earlier {
		announced(b.Announced, "earlier")
	}
	if o := t.Override; o != nil && !o.Date.IsZero() && o.Date.Year < t.Period.From() {
		l.odd(at("override"), "the target of %s was judged on %s, before its year", "%s 的目标在当年之前（%s）就已判定", key, o.Date)
	}
}

func (l *linter) oddPublished(e *model.Edition) {
	d := e.Published
	begin := e.Period.From()
	if !d.IsZero() && (d.Year < begin-1 || d.Year > begin+1) {
		l.odd(l.reportOf(e).Doc.Pos("published"), "the report of %s was published on %s", "%s 年的报告发布于 %s", e.Period, d)
	}
}

// oddDue reports a deadline before the year of the report that promises it, or
// further ahead than plans are made.
func (l *linter) oddDue(pos func() diag.Pos, d model.Date, period model.Period) {
	if !d.IsZero() && (d.Year < period.From() || d.Year > period.Year+planAhead) {
		l.odd(pos(), "the report of %[2]s sets the deadline %[1]s", "%[2]s 年的报告把完成时限定在 %[1]s", d, period)
	}
}

func (l *linter) oddEvent(pos func() diag.Pos, d model.Date, period model.Period) {
	if !d.IsZero() && d.Year < period.From()-5 {
		l.odd(pos(), "a step of a task of %[2]s happened on %[1]s", "%[2]s 年的任务在 %[1]s 有进展", d, period)
	}
}

// planAhead is how many years after the newest report a plan may end. Plans end
// in years that five divides: the five-year plans, and the goals for 2035.
const planAhead = 15

// targetYears reports targets of a year without a report that nothing confirms: the
// site shows the newest target first.
func (l *linter) targetYears() {
	newest, first := 0, l.Site.Editions[0].Period.From()
	for _, e := range l.Site.Editions {
		newest = max(newest, e.Period.Year) // of a plan its last year
	}
	for _, i := range l.Site.Indicators {
		for _, t := range i.Targets {
			year := t.Period.Year
			switch {
			case year < first-editionGap:
				l.odd(l.at(i, "target", t.Period.String()), "the target of %s is older by far than the first report, of %d", "%s 的目标远早于最早的报告（%d 年）", t.Period, first)
			case year <= newest+1, year%5 == 0 && year <= newest+planAhead, l.saysYear(t):
			default:
				l.report(TargetYear.At(l.at(i, "target", t.Period.String()), t.Period.String(), strconv.Itoa(newest)))
			}
		}
	}
}

// saysYear reports whether the words of a target, its note or the prose name its
// year.
func (l *linter) saysYear(t *model.Target) bool {
	year := strconv.Itoa(t.Period.Year)
	said := regexp.MustCompile(`(?:^|\D)` + year + `(?:\D|$)`)
	for _, text := range []string{t.AsWritten.Zh, t.AsWritten.En, t.Note.Zh, t.Note.En} {
		if said.MatchString(text) {
			return true
		}
	}
	for _, e := range l.Tree.Editions {
		for _, s := range e.Sections {
			for _, p := range s.Body.Parts {
				if p.Target == t.Indicator.ID && p.Fragment == t.Period.String()+"/target" {
					return true
				}
			}
		}
	}
	return false
}
