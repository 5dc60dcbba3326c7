package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// A result that was published as an inequality (突破9万亿, 近3000, 为正) is an interval.
// It is judged when all of it lies on one side of the target.

// endless is the end of an interval that is open to one side; leastStep is how far
// an interval begins from a figure that does not belong to it.
var (
	endless   = decimal.New(1, 40)
	leastStep = decimal.New(1, -12)
)

// interval is what a result may be, from low to high.
func interval(o *model.Observation) (low, high decimal.Decimal) {
	if o.Sense.Above() {
		return o.Value.Add(leastStep), endless
	}
	return endless.Neg(), o.Value.Sub(leastStep)
}

// statusOrder orders the statuses from the worst to the best; statuses without a
// judgement are 0.
var statusOrder = map[Status]int{Missed: 1, Behind: 1, OnPace: 2, Ahead: 3, Achieved: 4, Exceeded: 5}

// compareInterval judges both ends of the interval. When both are met, or both are
// not, it takes the worse status; otherwise it refuses.
func (v *Verdict) compareInterval() {
	low, high := interval(v.Actual)
	a, b := v.withValue(low), v.withValue(high)
	if statusOrder[a.Status] > statusOrder[b.Status] {
		a, b = b, a
	}
	v.Goal = decimal.NewNullDecimal(v.demand.goal)
	switch worst, best := statusOrder[a.Status], statusOrder[b.Status]; {
	case a.Status == Awaited || b.Status == Awaited:
		v.Status = Awaited
		return
	case a.Reason == PlanRunning && b.Reason == PlanRunning, a.Reason == NoPlanPoint:
		v.refuse(a.Reason)
		return
	case worst == 0 || worst == 1 && best > 1:
		v.refuse(Inequality)
		return
	}
	v.Status, v.Plan = a.Status, a.Plan
	v.Formula = intervalFormula(v.Actual, v.demand.goal, a)
}

// intervalFormula shows the end of the interval beside the figure that it was held
// against: the goal, or what of it is due by now. There is none where that is not
// one figure on the interval's other side.
func intervalFormula(o *model.Observation, goal decimal.Decimal, judged *Verdict) string {
	if judged.Paced {
		if !judged.Expected.Valid {
			return ""
		}
		goal = judged.Expected.Decimal
	}
	switch c := o.Value.Cmp(goal); {
	case o.Sense.Above() && c >= 0:
		return "> " + number(o.Value) + [...]string{" ≥ ", " > "}[c] + number(round(goal))
	case !o.Sense.Above() && c <= 0:
		return "< " + number(o.Value) + [...]string{" ≤ ", " < "}[-c] + number(round(goal))
	}
	return ""
}

// withValue is the verdict if the result were exactly a figure.
func (v *Verdict) withValue(d decimal.Decimal) *Verdict {
	exact, out := *v.Actual, *v
	exact.Value, exact.Sense = d, model.Exactly
	out.Actual = &exact
	out.reset()
	out.compare()
	return &out
}
