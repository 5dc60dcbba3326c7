package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Judge judges one target of a site as it is known on the as-of date (package
// known). The as-of date of the options must be set.
func Judge(t *model.Target, opt Options) *Verdict {
	v := judgeVersion(t, t.Bound, t.Plan, opt)
	for _, b := range t.Earlier { // the plan belongs to the version in force
		other := judgeVersion(t, b, nil, opt)
		v.Others = append(v.Others, Other{Bound: b, Status: other.Status})
	}
	v.Override = t.Override
	return v
}

// judgeVersion judges one version of a target by the figures of the as-of date.
func judgeVersion(t *model.Target, b model.Bound, plan []model.PlanPoint, opt Options) *Verdict {
	f := figureOf(t.Indicator, t.Period, &b, opt.AsOf)
	v := &Verdict{
		Target:    t,
		Bound:     b,
		Actual:    f.Observation,
		Reference: f.Reference,
		AsOf:      opt.AsOf,
		Over:      isOver(t.Period, opt.AsOf),
		Final:     f.Final,
		judged:    judged{figure: f, grammar: opt.grammar, band: opt.OnPaceBand, plan: plan},
	}
	if v.Actual != nil {
		v.Preliminary = isPreliminary(v.Actual)
	}
	switch {
	case b.Op == model.External:
		v.refuse(IsExternal)
	case b.Op == model.Qualitative:
		v.refuse(IsQualitative)
	case v.Actual == nil:
		v.Status = NotDue
		if v.Over {
			v.Status = NotFound
		}
		v.showGoal()
	case t.Indicator.Measure == model.Structure:
		v.refuse(IsStructure)
	case f.Unfit:
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

// showGoal fills in the goal when there is no figure to compare with it.
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
	if v.Actual.Sense != model.Exactly {
		v.compareInterval()
		return
	}
	a := v.Actual.Value
	v.Goal = decimal.NewNullDecimal(d.goal)
	if d.stretch.Valid {
		v.Stretch = &Stretch{Value: d.stretch.Decimal, Met: d.meetsStretch(a) && !v.unsure(d.stretch.Decimal), Gap: a.Sub(d.stretch.Decimal)}
	}
	amount := v.Target.Indicator.Measure == model.Level || v.Target.Indicator.Measure == model.Count ||
		v.Target.Indicator.Measure == model.Completion
	if amount && d.goal.IsPositive() && !a.IsNegative() {
		v.Completion = decimal.NewNullDecimal(a.Mul(hundred).Div(d.goal))
	}
	switch {
	case v.Final:
		v.compareDirectly([...]Status{worse: Missed, vague: NotJudged, met: Achieved, beyond: Exceeded})
	case v.isPaced():
		v.comparePace()
	case v.Over:
		v.await()
	case v.Target.Period.Kind == model.Plan && v.Target.Counts != model.Average:
		v.comparePlanned()
	case len(v.plan) > 0 && !v.Bound.Op.Relative() && !v.figure.Estimate:
		v.comparePlan()
	default:
		v.compareDirectly([...]Status{worse: Behind, vague: NotJudged, met: OnPace, beyond: Ahead})
	}
}

// comparePlanned compares a figure from within a plan with the target for its end:
// it is reached already, or there is no verdict before the end.
func (v *Verdict) comparePlanned() {
	v.compareDirectly([...]Status{worse: NotJudged, vague: NotJudged, met: OnPace, beyond: OnPace})
	if v.Status == NotJudged && v.Reason == "" {
		v.refuse(PlanRunning)
	}
}

// await sets Awaited: the period is over, but only figures of a part of it are
// known, which do not decide about the whole.
func (v *Verdict) await() {
	v.Status, v.how = Awaited, direct
	v.Completion, v.Stretch = decimal.NullDecimal{}, nil
}

// compareDirectly compares the figure with the whole target.
func (v *Verdict) compareDirectly(statuses [4]Status) {
	a, d := v.Actual.Value, v.demand
	v.Expected, v.Gap = d.nearest(a)
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

// grade grades Actual; an approximate figure exactly at the stretch counts as met,
// not as beyond.
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
			if was := of.Before(n); of == v.Actual {
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
	v.Reason, v.Stretch, v.Plan, v.Paced, v.how = "", nil, nil, false, direct
	v.Goal, v.Expected, v.Gap, v.Completion, v.Elapsed = none, none, none, none, none
	v.gapPoints = decimal.Zero
}

var hundred = decimal.NewFromInt(100)
