// Package history tells how verdicts moved from day to day.
//
// It is computed from the dates of the content: on each day on which something
// was published that a verdict depends on, and on the day on which the target's period
// ends, the target is judged as it was known on that day (packages known and
// verdict). Nothing is stored from one build to the next, and no clock is read: the
// same content gives the same history.
package history

import (
	"cmp"
	"slices"
	"sync"

	"reportsite/generator/internal/known"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// Cause is what moved a verdict.
type Cause string

// The causes.
const (
	NewTarget Cause = "target"    // another version of the target came into force
	NewFigure Cause = "figure"    // a figure of a newer or longer time was published
	Revised   Cause = "revised"   // the figure that was judged got another value
	Reference Cause = "reference" // the other indicator's figure was published or revised
	Ended     Cause = "ended"     // the target's period ended
)

// Move is a change of a target's status.
type Move struct {
	Target *model.Target // of the site
	Day    model.Date    // zero: before anything that has a date
	From   verdict.Status
	To     verdict.Status
	Cause  Cause
}

// History is how the verdicts of a site came to be. It is computed when it is first
// asked for, and may be used by several goroutines.
type History struct {
	site *model.Site
	opt  verdict.Options
	all  func() []course
	of   func() map[*model.Target]*course
}

// course is the statuses of one target, oldest first.
type course struct {
	target *model.Target
	days   []model.Date // on which a status began; the first one is when the target was announced
	states []verdict.Status
	moves  []Move // one less than days
}

// Of is the history of a site that is known on the as-of day of the options, which
// must be set.
func Of(site *model.Site, opt verdict.Options) *History {
	h := &History{site: site, opt: opt}
	h.all = sync.OnceValue(h.courses)
	h.of = sync.OnceValue(func() map[*model.Target]*course {
		all := h.all()
		of := make(map[*model.Target]*course, len(all))
		for n := range all {
			of[all[n].target] = &all[n]
		}
		return of
	})
	return h
}

// Moves lists all changes of statuses by the as-of day: the newest day first,
// within a day in reading order. That a target was announced is none.
func (h *History) Moves() []Move {
	var list []Move
	for _, c := range h.all() {
		list = append(list, c.moves...)
	}
	slices.SortStableFunc(list, func(a, b Move) int { return b.Day.Compare(a.Day) })
	return list
}

// OfTarget lists the changes of one target's status, the oldest first.
func (h *History) OfTarget(t *model.Target) []Move {
	if c := h.of()[t]; c != nil {
		return c.moves
	}
	return nil
}

// StatusOn is a target's status at the end of a day; "" before the target was
// announced.
func (h *History) StatusOn(t *model.Target, day model.Date) verdict.Status {
	if c := h.of()[t]; c != nil {
		return c.on(day)
	}
	return ""
}

// Judged is the status that the target for a result's year had at the end of a day on
// which the result, or a value that it replaced, was published, where that rests on this
// result; "" where there is no target or another figure was judged.
func (h *History) Judged(o *model.Observation, day model.Date) verdict.Status {
	t := o.Indicator.Target(model.YearOf(o.Period.Year))
	if t == nil {
		return ""
	}
	then := known.Target(t, day)
	if then == nil {
		return ""
	}
	opt := h.opt
	opt.AsOf = day
	v := verdict.Judge(then, opt)
	if v.Actual == nil || v.Actual.Period != o.Period || v.Actual.Basis != o.Basis {
		return ""
	}
	return v.Status
}

// on is the status at the end of a day; "" before the first one.
func (c *course) on(day model.Date) verdict.Status {
	n, found := slices.BinarySearchFunc(c.days, day, model.Date.Compare)
	switch {
	case found:
		return c.states[n]
	case n == 0:
		return ""
	}
	return c.states[n-1]
}

func (h *History) courses() []course {
	var list []course
	for _, i := range h.site.Indicators {
		for _, t := range i.Targets {
			list = append(list, h.course(t))
		}
	}
	return list
}

// course judges a target on each of its days.
func (h *History) course(t *model.Target) course {
	c := course{target: t}
	var was *verdict.Verdict
	for _, day := range daysOf(t, h.opt.AsOf) {
		then := known.Target(t, day)
		if then == nil {
			continue
		}
		opt := h.opt
		opt.AsOf = day
		v := verdict.Judge(then, opt)
		if was == nil || v.Status != was.Status {
			c.days, c.states = append(c.days, day), append(c.states, v.Status)
			if was != nil {
				c.moves = append(c.moves, Move{Target: t, Day: day, From: was.Status, To: v.Status, Cause: causeOf(was, v)})
			}
		}
		was = v
	}
	return c
}

// daysOf lists the days by the as-of day on which a target's verdict may have
// changed, oldest first. The zero day stands for what is known without a date.
func daysOf(t *model.Target, asOf model.Date) []model.Date {
	days := []model.Date{{}, t.Period.End()}
	indicators := []*model.Indicator{t.Indicator}
	for _, b := range t.Versions() {
		days = append(days, t.Known(b))
		if b.Ref != nil {
			indicators = append(indicators, b.Ref)
		}
	}
	for _, i := range indicators {
		for _, o := range i.Observations {
			if !t.Period.Holds(o.Period) {
				continue
			}
			days = append(days, o.Released)
			if o.Released.IsZero() {
				days = append(days, o.Period.End())
			}
			for _, r := range o.Earlier {
				days = append(days, r.Released)
			}
		}
	}
	days = slices.DeleteFunc(days, func(d model.Date) bool { return d.After(asOf) })
	slices.SortFunc(days, model.Date.Compare)
	return slices.Compact(days)
}

// causeOf says why a verdict is another one than before.
func causeOf(was, is *verdict.Verdict) Cause {
	switch {
	case len(was.Target.Earlier) != len(is.Target.Earlier):
		return NewTarget
	case is.Over && !was.Over && !on(is.Actual, is.AsOf) && !on(is.Reference, is.AsOf):
		return Ended
	case on(is.Reference, is.AsOf) && !on(is.Actual, is.AsOf):
		return Reference
	case is.Actual != nil && (was.Actual == nil || was.Actual.Period != is.Actual.Period || was.Actual.Basis != is.Actual.Basis):
		return NewFigure
	case is.Actual != nil && (!is.Actual.Value.Equal(was.Actual.Value) || is.Actual.Stage != was.Actual.Stage):
		return Revised
	case is.Reference != nil && (was.Reference == nil || !is.Reference.Value.Equal(was.Reference.Value)):
		return Reference
	}
	return Ended
}

// on reports whether the value of a figure was published on a day.
func on(o *model.Observation, day model.Date) bool { return o != nil && o.Released == day }

// Step is how many targets went from one status to another.
type Step struct {
	From, To verdict.Status
	N        int
}

// Steps counts moves by their two statuses, in the order of pages.
func Steps(moves []Move) []Step {
	var list []Step
	for _, m := range moves {
		n := slices.IndexFunc(list, func(s Step) bool { return s.From == m.From && s.To == m.To })
		if n < 0 {
			n, list = len(list), append(list, Step{From: m.From, To: m.To})
		}
		list[n].N++
	}
	slices.SortStableFunc(list, func(a, b Step) int {
		return cmp.Or(cmp.Compare(rank(a.To), rank(b.To)), cmp.Compare(rank(a.From), rank(b.From)))
	})
	return list
}

// rank is the place of a status on pages.
func rank(s verdict.Status) int {
	return slices.IndexFunc(verdict.Statuses(), func(i verdict.StatusInfo) bool { return i.ID == s })
}
