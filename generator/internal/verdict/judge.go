package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Judge judges one target. The as-of date of the options must be set.
func Judge(t *model.Target, opt Options) *Verdict {
	all := append(append([]model.Bound{}, t.Earlier...), t.Bound)
	n := 0
	for n < len(all) && !announced(t, all[n]).After(opt.AsOf) {
		n++
	}
	if n == 0 {
		v := &Verdict{Target: t, Status: NotJudged, Reason: NotAnnounced, Bound: all[0], AsOf: opt.AsOf}
		v.Over = isOver(t.Period, opt.AsOf)
		return v
	}
	var plan []model.PlanPoint
	if n == len(all) { // the plan belongs to the version in force
		plan = t.Plan
	}
	v := judgeVersion(t, all[n-1], plan, opt)
	v.Version = n
	if n > 1 {
		first := judgeVersion(t, all[0], nil, opt)
		v.First = &Other{Bound: all[0], Status: first.Status}
	}
	if o := t.Override; o != nil && !o.Date.After(opt.AsOf) {
		v.Override = o
	}
	return v
}

// announced is the day on which a version became public; zero when nobody
// knows, which counts as always.
func announced(t *model.Target, b model.Bound) model.Date {
	if b.Announced.IsZero() && t.Section != nil {
		return t.Section.Edition.Published
	}
	return b.Announced
}

// judgeVersion judges one version of a target by the figures of the as-of date.
func judgeVersion(t *model.Target, b model.Bound, plan []model.PlanPoint, opt Options) *Verdict {
	c := choose(t, b, opt.AsOf)
	v := &Verdict{
		Target:    t,
		Bound:     b,
		Actual:    c.actual,
		Reference: c.ref,
		AsOf:      opt.AsOf,
		Over:      isOver(t.Period, opt.AsOf),
		Final:     c.final,
		judged:    judged{estimate: c.estimate, band: opt.OnPaceBand, plan: plan},
	}
	if c.actual != nil {
		v.Preliminary = isPreliminary(c.actual)
	}
	switch {
	case b.Op == model.External:
		v.refuse(IsExternal)
	case b.Op == model.Qualitative:
		v.refuse(IsQualitative)
	case c.actual == nil:
		v.Status = NoData
		v.showGoal()
	case c.unfit:
		v.refuse(UnfitBasis)
		v.showGoal()
	default:
		v.compare()
		v.Revised = v.revised()
	}
	return v
}

// refuse says that the target is not judged.
func (v *Verdict) refuse(r Reason) { v.Status, v.Reason = NotJudged, r }

// showGoal fills in what the target demands although there is nothing to
// compare it with.
func (v *Verdict) showGoal() {
	if d, reason := newDemand(v.Target.Indicator, v.Bound, v.Reference); reason == "" {
		v.demand, v.Goal = d, decimal.NewNullDecimal(d.goal)
	}
}

// compare judges Actual; everything but the result is set.
func (v *Verdict) compare() {
	d, reason := newDemand(v.Target.Indicator, v.Bound, v.Reference)
	if reason != "" {
		v.refuse(reason)
		return
	}
	v.demand = d
	a := v.Actual.Value
	v.Goal = decimal.NewNullDecimal(d.goal)
	if d.stretch.Valid {
		v.Stretch = &Stretch{Value: d.stretch.Decimal, Met: d.meetsStretch(a) && !v.unsure(d.stretch.Decimal), Gap: a.Sub(d.stretch.Decimal)}
	}
	amount := v.Target.Indicator.Measure == model.Level || v.Target.Indicator.Measure == model.Count
	if amount && d.goal.IsPositive() {
		v.Completion = decimal.NewNullDecimal(a.Mul(hundred).Div(d.goal))
	}
	switch {
	case v.Final:
		v.compareDirectly([...]Status{worse: Missed, vague: NotJudged, met: Achieved, beyond: Exceeded})
	case v.isPaced():
		v.comparePace()
	case len(v.plan) > 0 && !v.Bound.Op.Relative() && !v.estimate:
		v.comparePlan()
	default:
		v.compareDirectly([...]Status{worse: Behind, vague: NotJudged, met: OnPace, beyond: Ahead})
	}
}

// compareDirectly holds the figure against the whole target.
func (v *Verdict) compareDirectly(statuses [4]Status) {
	a, d := v.Actual.Value, v.demand
	v.Expected = v.Goal
	v.Gap = decimal.NewNullDecimal(d.gap(a))
	v.Formula = directFormula(v)
	g := v.grade()
	v.Status = statuses[g]
	switch {
	case d.touches(a) && v.approximate():
		v.refuse(Approximate)
	case g == vague:
		v.refuse(NoTolerance)
	}
}

// grade grades Actual; an approximate figure at the stretch has only met the
// target for certain.
func (v *Verdict) grade() grade {
	d := v.demand
	if d.stretch.Valid && v.unsure(d.stretch.Decimal) {
		d.stretch.Valid = false
	}
	return d.grade(v.Actual.Value)
}

// approximate reports whether one of the compared figures is.
func (v *Verdict) approximate() bool {
	return v.Actual.Approx || v.Reference != nil && v.Reference.Approx
}

// unsure reports whether the figure is approximate and exactly at an end.
func (v *Verdict) unsure(end decimal.Decimal) bool {
	return v.approximate() && v.Actual.Value.Equal(end)
}

// revised looks for the newest earlier value that led to another status.
func (v *Verdict) revised() *Revised {
	for _, of := range []*model.Observation{v.Actual, v.Reference} {
		if of == nil {
			continue
		}
		for n := len(of.Earlier) - 1; n >= 0; n-- {
			old := *v
			if was := revisedTo(of, of.Earlier[n], nil); of == v.Actual {
				old.Actual = was
			} else {
				old.Reference = was
			}
			old.reset()
			old.compare()
			if old.Status != v.Status {
				return &Revised{Of: of, Was: of.Earlier[n], Status: old.Status}
			}
		}
	}
	return nil
}

// reset takes back the results of compare.
func (v *Verdict) reset() {
	none := decimal.NullDecimal{}
	v.Reason, v.Stretch, v.Plan, v.Paced, v.way = "", nil, nil, false, direct
	v.Goal, v.Expected, v.Gap, v.Completion, v.Elapsed = none, none, none, none, none
	v.apart = decimal.Zero
}

var hundred = decimal.NewFromInt(100)
