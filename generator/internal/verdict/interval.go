package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// A result that was published as an inequality (突破9万亿, 近3000, 为正) is an
// interval. It is judged when the whole of it lies on one side of what is asked.

// Ends of an interval that is open to one side, and the least step from a figure
// that does not belong to it.
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

// kindness orders statuses from the worst to the best.
var kindness = map[Status]int{Missed: 1, Behind: 1, OnPace: 2, Ahead: 3, Achieved: 4, Exceeded: 5}

// compareInterval judges both ends of the interval, and takes the less favourable
// status where both are met or both are not.
func (v *Verdict) compareInterval() {
	low, high := interval(v.Actual)
	a, b := v.withValue(low), v.withValue(high)
	if kindness[a.Status] > kindness[b.Status] {
		a, b = b, a
	}
	v.Goal = decimal.NewNullDecimal(v.demand.goal)
	switch worst, best := kindness[a.Status], kindness[b.Status]; {
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
	sign := "< "
	if v.Actual.Sense.Above() {
		sign = "> "
	}
	v.Formula = sign + number(v.Actual.Value) + relation(v.Actual.Value, v.demand.goal, false, "") + number(v.demand.goal)
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
