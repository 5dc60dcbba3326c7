package chart

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// farthest is how many years without a figure a chart shows before the end of a plan.
const farthest = 12

// overall reports whether a target is about all years of a plan together, and not
// about the year in which the plan ends.
func overall(t *model.Target) bool {
	return t != nil && t.Period.Kind == model.Plan && (t.Counts == model.Total || t.Counts == model.Average)
}

// planned are the results that count from the first year of the target's plan on:
// of 2021—2025 those of 2021—2022 and 2021—2023.
func (p *plot) planned() []*model.Observation {
	if !overall(p.t) || !p.aims() {
		return nil
	}
	var list []*model.Observation
	for _, o := range verdict.Series(p.i) {
		if o.Period.Kind == model.Plan && o.Period.From() == p.t.Period.From() && o.Period.Year <= p.t.Period.Year && measured(o) {
			list = append(list, o)
		}
	}
	return list
}

// overPlan is what was reached by each year of a plan: a total as bars with what is
// due by then and the target at the end, an average as points beside the target.
func (p *plot) overPlan() Course {
	t := p.t
	total := t.Counts == model.Total
	from, n := t.Period.From(), t.Period.N
	c := Course{Scale: p.scale, Zero: total, Whole: p.whole(), Places: make([]Place, n)}
	own := Series{Name: p.result(), Role: RoleResult, Bars: total, Points: make([]Point, n)}
	pace := Series{Name: p.pace(), Role: RolePace, Points: make([]Point, n)}
	newest, due := -1, false
	for k := range n {
		c.Places[k] = Place{Name: yearName(from + k), Year: from + k}
		if v, ok := dueBy(t, t.Period.EndMonth()-12*(n-1-k)); ok && total && p.flow() {
			pace.Points[k] = Point{Value: decimal.NewNullDecimal(v), Label: p.scale.Short(v), When: yearName(from + k)}
			due = true
		}
	}
	for _, o := range p.planned() {
		newest = o.Period.Year - from
		own.Points[newest] = p.point(o)
		c.Breaks = append(c.Breaks, p.breakAt(own.Points, newest, o)...)
	}
	c.Series = []Series{own}
	if due {
		c.Series = append(c.Series, pace)
		if newest < n-1 {
			v := pace.Points[newest].Value.Decimal
			c.Due = &Due{newest, v, pace.Name + " " + p.scale.Short(v)}
		}
	}
	for _, g := range p.goals(t, true) {
		g.From, g.To, g.AtEnd = 0, n-1, total
		if total {
			g.From = g.To
		}
		c.Goals = append(c.Goals, g)
	}
	return c
}

// untilPlans adds the years that are still to come in the newest plan with a target
// about its end, or about each of its years.
func (p *plot) untilPlans(list []verdict.Year) []verdict.Year {
	if len(list) == 0 {
		return nil
	}
	last := list[len(list)-1].Period.Year
	out := list[:len(list):len(list)]
	if t := p.yearsPlan(list); t != nil && t.Period.Year-last <= farthest {
		for n := last + 1; n <= t.Period.Year; n++ {
			out = append(out, verdict.Year{Period: model.YearOf(n)})
		}
	}
	return out
}

// yearsPlan is the newest plan whose target stands beside the figures of years: nil
// where there is none, or it ended before the first of them.
func (p *plot) yearsPlan(list []verdict.Year) *model.Target {
	for n := len(p.i.Targets) - 1; n >= 0; n-- {
		t := p.i.Targets[n]
		switch {
		case t.Period.Kind != model.Plan || t.Counts == model.Total || len(p.aimOf(t).at) == 0:
		case !p.last.IsZero() && t.Period.From() > p.last.Year:
		case len(list) > 0 && t.Period.Year < list[0].Period.Year:
		default:
			return t
		}
	}
	return nil
}

// planGoals are the marks of the newest plan among years: at its end, or over its
// years where the target is their average.
func (p *plot) planGoals(list []verdict.Year) []Goal {
	t := p.yearsPlan(list)
	if t == nil {
		return nil
	}
	first := list[0].Period.Year
	to := t.Period.Year - first
	if to < 0 || to >= len(list) {
		return nil
	}
	from := to
	if t.Counts == model.Average {
		from = max(0, t.Period.From()-first)
	}
	var goals []Goal
	for _, g := range p.goals(t, true) {
		if g.Role == RoleTarget {
			g.Text = p.pick(p.time(t.Period)+"目标 ", "target for "+p.time(t.Period)+": ") + p.core(t)
		}
		g.From, g.To, g.AtEnd = from, to, from == to
		goals = append(goals, g)
	}
	return goals
}
