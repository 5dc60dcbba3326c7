package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// comparison is how a figure was compared.
type comparison int

const (
	direct  comparison = iota // with the whole target
	early                     // a flow that has reached the whole target before the end
	broken                    // a limit, or a band's upper end, that is broken before the end
	elapsed                   // with the elapsed share of the period
	planned                   // with a point of the editor's plan
)

// judged holds the intermediate results of a verdict, for its explanation.
type judged struct {
	demand    demand
	how       comparison
	figure    Figure
	grammar   *wording.Grammar // nil: the built-in units
	band      decimal.Decimal  // Options.OnPaceBand
	plan      []model.PlanPoint
	gapPoints decimal.Decimal // paced: Gap in percentage points of Goal; 0 where Goal is not positive
}

// isPaced reports whether the figure is a part of the period's total.
func (v *Verdict) isPaced() bool {
	t := v.Target
	atEnd := t.Period.Kind == model.Plan && t.Counts != model.Total
	return t.Indicator.Accrual == model.Flow && !v.Bound.Op.Relative() && !v.figure.Estimate && !atEnd
}

// comparePace compares the part of a flow so far with what is due by now.
func (v *Verdict) comparePace() {
	a, d := v.Actual.Value, v.demand
	done, months := v.months()
	v.Elapsed = decimal.NewNullDecimal(decimal.NewFromInt(done).Mul(hundred).Div(decimal.NewFromInt(months)))
	sure := !v.approximate() || !d.touches(a)
	switch g := v.grade(); {
	case d.addsUpTo() && g >= met && sure:
		v.how = early
		v.compareDirectly([...]Status{met: Achieved, beyond: Exceeded})
		return
	case !d.addsUpTo() && d.dir == down && g == worse, d.dir == either && d.tooHigh(a):
		v.how = broken
		v.compareDirectly([4]Status{worse: Missed})
		return
	case v.Over:
		v.await()
		return
	}
	v.how, v.Paced = elapsed, true
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

// due is what is due of a flow by now: low to high for the whole period, times done
// ÷ months.
type due struct {
	low, high, done, months decimal.Decimal
}

// sharePlaces is the highest number of decimals of what is due by now.
const sharePlaces = 6

// share is the part of low or high that is due by now.
func (p due) share(end decimal.Decimal) decimal.Decimal {
	return trim(end.Mul(p.done).DivRound(p.months, sharePlaces))
}

// judgePace compares in whole numbers, times 100 × months, so that a month's
// share of 1/12 costs no precision.
func (v *Verdict) judgePace(p due) {
	d, a := v.demand, v.Actual.Value
	band := d.goal.Abs().Mul(p.months).Mul(v.band)
	scaled := a.Mul(hundred).Mul(p.months)
	low := p.low.Mul(hundred).Mul(p.done)
	high := p.high.Mul(hundred).Mul(p.done)
	// More than is due is good for a figure that should grow and bad for a limit;
	// in a band neither side is good.
	slow, fast := Behind, Ahead
	switch d.dir {
	case down:
		slow, fast = Ahead, Behind
	case either:
		fast = Behind
	}
	switch {
	case scaled.LessThan(low.Sub(band)):
		v.Status = slow
	case scaled.GreaterThan(high.Add(band)):
		v.Status = fast
	default:
		v.Status = OnPace
	}
	ahead := decimal.Zero // scaled, of the nearer end
	v.Expected = decimal.NewNullDecimal(p.share(p.low))
	switch {
	case scaled.LessThan(low):
		ahead = scaled.Sub(low)
	case scaled.GreaterThan(high):
		ahead, v.Expected.Decimal = scaled.Sub(high), p.share(p.high)
	case !p.low.Equal(p.high): // within a range no single figure is due
		v.Expected = decimal.NullDecimal{}
	}
	v.Gap = decimal.NewNullDecimal(decimal.Zero)
	if v.Expected.Valid && !ahead.IsZero() { // else they differ only because the share is rounded
		v.Gap.Decimal = a.Sub(v.Expected.Decimal)
	}
	if d.goal.IsPositive() {
		v.gapPoints = ahead.Div(p.months.Mul(d.goal))
	}
	v.Formula = paceFormula(v, p)
}

// comparePlan compares a state or a rate with the editor's plan.
func (v *Verdict) comparePlan() {
	v.how, v.Paced = planned, true
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
		v.Status = Ahead // already where it is to be at the end of the period
	default:
		v.Status = OnPace
	}
	if d.touches(a) && v.approximate() {
		v.refuse(Approximate)
	}
}

// planPoint finds what the plan expects by the end of the figure's period; it
// refuses the verdict when the plan has no such point.
func (v *Verdict) planPoint() (model.PlanPoint, bool) {
	for _, p := range v.plan {
		if p.Period.Year == v.Actual.Period.Year && p.Period.EndMonth() == v.Actual.Period.EndMonth() {
			v.how, v.Plan = planned, &p
			return p, true
		}
	}
	v.how, v.Paced = direct, false
	v.refuse(NoPlanPoint)
	return model.PlanPoint{}, false
}

// months says how many of the period's months the figure covers.
func (v *Verdict) months() (done, all int64) {
	p, a := v.Target.Period, v.Actual.Period
	start := p.EndMonth() - p.Months()
	return int64(12*(a.Year-p.Year) + a.EndMonth() - start), int64(p.Months())
}

func orGoal(end decimal.NullDecimal, d demand) decimal.Decimal {
	if end.Valid {
		return end.Decimal
	}
	return d.goal
}
