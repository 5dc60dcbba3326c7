package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// way is how a figure was compared.
type way int

const (
	direct  way = iota // with the whole target
	early              // a flow that has reached the whole target before the end
	broken             // a limit that is broken before the end
	elapsed            // with the elapsed share of the period
	planned            // with a point of the editor's plan
)

// judged is what a verdict remembers of its making, to explain it.
type judged struct {
	demand   demand
	way      way
	estimate bool            // Actual is an estimate for a period that is not over
	band     decimal.Decimal // Options.OnPaceBand
	plan     []model.PlanPoint
}

// isPaced reports whether the figure is a part of the period's total.
func (v *Verdict) isPaced() bool {
	return v.Target.Indicator.Accrual == model.Flow && !v.Bound.Op.Relative() && !v.estimate
}

// comparePace holds the part of a flow against what is due by now.
func (v *Verdict) comparePace() {
	a, d := v.Actual.Value, v.demand
	done, months := v.months()
	v.Elapsed = decimal.NewNullDecimal(decimal.NewFromInt(done).Mul(hundred).Div(decimal.NewFromInt(months)))
	sure := !v.approximate() || !d.touches(a)
	switch g := v.grade(); {
	case d.addsUpTo() && g >= met && sure:
		v.way = early
		v.compareDirectly([...]Status{met: Achieved, beyond: Exceeded})
		return
	case !d.addsUpTo() && d.dir != either && g == worse:
		v.way = broken
		v.compareDirectly([4]Status{worse: Behind})
		return
	}
	v.way, v.Paced = elapsed, true
	low, high := orGoal(d.low, d), orGoal(d.high, d)
	if len(v.plan) > 0 {
		point, ok := v.planPoint()
		if !ok {
			return
		}
		low, high, done, months = point.Value, point.Value, 1, 1
	}
	v.judgePace(due{low, high, decimal.NewFromInt(done), decimal.NewFromInt(months)})
}

// due is what a flow owes by now: between low and high for the whole period,
// times done ÷ months.
type due struct {
	low, high, done, months decimal.Decimal
}

// judgePace compares in whole numbers, times 100 × months, so that a month's
// share of 1/12 costs no precision.
func (v *Verdict) judgePace(p due) {
	d, a := v.demand, v.Actual.Value
	band := d.goal.Abs().Mul(p.months).Mul(v.band)
	scaled := a.Mul(hundred).Mul(p.months)
	low := p.low.Mul(hundred).Mul(p.done)
	high := p.high.Mul(hundred).Mul(p.done)
	switch {
	case scaled.LessThan(low.Sub(band)):
		v.Status = Behind
		if d.dir == down {
			v.Status = Ahead
		}
	case scaled.GreaterThan(high.Add(band)):
		v.Status = Ahead
		if d.dir == down {
			v.Status = Behind
		}
	default:
		v.Status = OnPace
	}
	share := func(v decimal.Decimal) decimal.Decimal { return v.Mul(p.done).Div(p.months) }
	expected := share(p.low)
	if d.dir == down {
		expected = share(p.high)
	}
	v.Expected = decimal.NewNullDecimal(expected)
	switch lowDue, highDue := share(p.low), share(p.high); {
	case scaled.LessThan(low):
		v.Gap = decimal.NewNullDecimal(a.Sub(lowDue))
	case scaled.GreaterThan(high):
		v.Gap = decimal.NewNullDecimal(a.Sub(highDue))
	default:
		v.Gap = decimal.NewNullDecimal(decimal.Zero)
	}
	v.Formula = paceFormula(v, p)
}

// comparePlan holds a state or a rate against the editor's plan.
func (v *Verdict) comparePlan() {
	v.way, v.Paced = planned, true
	point, ok := v.planPoint()
	if !ok {
		return
	}
	a := v.Actual.Value
	v.Expected = decimal.NewNullDecimal(point.Value)
	v.Gap = decimal.NewNullDecimal(a.Sub(point.Value))
	whole := v.grade()
	d := v.demand
	d.vague, d.goal = false, point.Value
	d.low.Decimal, d.high.Decimal, d.stretch = point.Value, point.Value, decimal.NullDecimal{}
	v.Formula = planFormula(d, a)
	switch reached := d.grade(a); {
	case reached == worse:
		v.Status = Behind
	case d.dir != either && whole >= met:
		v.Status = Ahead // where it is to be only at the end of the period
	default:
		v.Status = OnPace
	}
	if d.touches(a) && v.approximate() {
		v.refuse(Approximate)
	}
}

// planPoint finds what the plan expects by the end of the figure's period; it
// refuses the verdict where the plan is silent.
func (v *Verdict) planPoint() (model.PlanPoint, bool) {
	for _, p := range v.plan {
		if p.Period.Year == v.Actual.Period.Year && p.Period.EndMonth() == v.Actual.Period.EndMonth() {
			v.way, v.Plan = planned, &p
			return p, true
		}
	}
	v.way, v.Paced = direct, false
	v.refuse(NoPlanPoint)
	return model.PlanPoint{}, false
}

// months says how many of the period's months the figure covers.
func (v *Verdict) months() (done, all int64) {
	p := v.Target.Period
	start := p.EndMonth() - p.Months()
	return int64(v.Actual.Period.EndMonth() - start), int64(p.Months())
}

func orGoal(end decimal.NullDecimal, d demand) decimal.Decimal {
	if end.Valid {
		return end.Decimal
	}
	return d.goal
}
