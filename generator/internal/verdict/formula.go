package verdict

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// The formulas are the same in both languages: figures, signs and no words. A minus
// is "−" (U+2212). Derived figures have two decimals, and more when rounding would
// make them equal to what they are compared with.

// directFormula shows a figure against the whole target.
func directFormula(v *Verdict) string {
	d, a := v.demand, v.Actual.Value
	said := number(a)
	if v.Actual.Approx {
		said = "≈" + said
	}
	var f string
	switch {
	case d.vague && (d.tooLow(a) || d.tooHigh(a)) && d.grade(a) == vague:
		end, gap := d.nearest(a)
		return said + " − " + bracket(number(end.Decimal)) + " = " + signed(gap.Decimal)
	case d.tooLow(a):
		f = said + relation(a, d.low.Decimal.Sub(d.slack), d.strict, "≯") + lowTerm(v)
	case d.tooHigh(a):
		f = said + relation(a, d.high.Decimal.Add(d.slack), d.strict, "≮") + highTerm(v)
	case !d.high.Valid:
		f = said + relation(a, d.low.Decimal.Sub(d.slack), false, "") + lowTerm(v)
	case !d.low.Valid:
		f = said + relation(a, d.high.Decimal.Add(d.slack), false, "") + highTerm(v)
	case d.low.Decimal.Equal(d.high.Decimal) && d.slack.IsZero():
		f = said + " = " + lowTerm(v)
	default:
		f = lowTerm(v) + " ≤ " + said + " ≤ " + highTerm(v)
	}
	if v.Stretch != nil && v.Stretch.Met {
		f += "; " + said + relation(a, v.Stretch.Value, false, "") + number(v.Stretch.Value)
	}
	return f
}

// relation is the sign between a and b; for a strict end that is exactly reached it
// is another one.
func relation(a, b decimal.Decimal, strict bool, equal string) string {
	switch c := a.Cmp(b); {
	case c < 0:
		return " < "
	case c > 0:
		return " > "
	case strict:
		return " " + equal + " "
	}
	return " = "
}

func lowTerm(v *Verdict) string {
	return minus(endTerm(v.Bound, v.demand.low.Decimal), v.demand.slack)
}

func highTerm(v *Verdict) string {
	return plus(endTerm(v.Bound, v.demand.high.Decimal), v.demand.slack)
}

// endTerm shows how an end was computed: "10 × 2", "60 + 1".
func endTerm(b model.Bound, end decimal.Decimal) string {
	switch {
	case b.Multiple.Valid:
		return number(b.Base.Decimal) + " × " + number(b.Multiple.Decimal)
	case b.Op == model.DeltaPP:
		return plus(number(b.Base.Decimal), b.Value.Decimal)
	}
	return number(end)
}

func plus(term string, v decimal.Decimal) string {
	switch {
	case v.IsZero():
		return term
	case v.IsNegative():
		return term + " − " + number(v.Neg())
	}
	return term + " + " + number(v)
}

func minus(term string, v decimal.Decimal) string { return plus(term, v.Neg()) }

// paceFormula shows a part of a flow against what is due by now: in per cent of the
// goal when the goal is positive, otherwise in the unit.
func paceFormula(v *Verdict, p due) string {
	d, a := v.demand, v.Actual.Value
	if !d.goal.IsPositive() || !p.low.Equal(p.high) {
		return amountFormula(v, p)
	}
	expected := p.low.Mul(p.done).Div(p.months)
	x := a.Sub(expected).Mul(hundred).Div(d.goal)
	expr := number(a) + " ÷ " + number(d.goal) + " − " + number(p.done) + " ÷ " + number(p.months)
	if v.Plan != nil {
		expr = "(" + minus(number(a), p.low) + ") ÷ " + number(d.goal)
	}
	band := number(v.band) + "%"
	result := expr + " = " + signed(roundApart(x, v.band, v.band.Neg())) + "%"
	switch {
	case x.LessThan(v.band.Neg()):
		return result + " < −" + band
	case x.GreaterThan(v.band):
		return result + " > " + band
	case v.band.IsZero():
		return result
	}
	return "−" + band + " ≤ " + result + " ≤ " + band
}

func amountFormula(v *Verdict, p due) string {
	a := number(v.Actual.Value)
	band := trim(v.demand.goal.Abs().Mul(v.band).Div(hundred))
	share := func(end decimal.Decimal) string {
		if v.Plan != nil {
			return number(end)
		}
		return number(end) + " × " + number(p.done) + " ÷ " + number(p.months)
	}
	low, high := minus(share(p.low), band), plus(share(p.high), band)
	scaled := v.Actual.Value.Mul(p.months)
	switch {
	case scaled.LessThan(p.low.Mul(p.done).Sub(band.Mul(p.months))):
		return a + " < " + low
	case scaled.GreaterThan(p.high.Mul(p.done).Add(band.Mul(p.months))):
		return a + " > " + high
	case low == high:
		return a + " = " + low
	}
	return low + " ≤ " + a + " ≤ " + high
}

// planFormula shows a state or a rate against a point of the plan.
func planFormula(d demand, a decimal.Decimal) string {
	low, high := minus(number(d.goal), d.slack), plus(number(d.goal), d.slack)
	switch {
	case d.low.Valid && d.tooLow(a), d.low.Valid && !d.high.Valid, d.dir == up:
		return number(a) + relation(a, d.goal.Sub(d.slack), false, "") + low
	case d.tooHigh(a), !d.low.Valid, d.dir == down:
		return number(a) + relation(a, d.goal.Add(d.slack), false, "") + high
	case low == high:
		return number(a) + " = " + low
	}
	return low + " ≤ " + number(a) + " ≤ " + high
}

// number writes a figure of a formula.
func number(v decimal.Decimal) string { return strings.Replace(model.Digits(v), "-", "−", 1) }

// signed writes a difference with its sign.
func signed(v decimal.Decimal) string {
	if v.IsPositive() {
		return "+" + number(v)
	}
	return number(v)
}

// bracket puts a negative number into brackets, because a sign stands before it.
func bracket(s string) string {
	if strings.HasPrefix(s, "−") {
		return "(" + s + ")"
	}
	return s
}

// places is the number of decimals of a derived figure in words.
const places = 2

// Rounded is a derived figure, such as a gap or what is due by now, with the digits
// that sentences give it; what is not 0 never becomes 0.
func Rounded(v decimal.Decimal) decimal.Decimal { return round(v) }

// round rounds a derived figure half up; what is not 0 never becomes 0.
func round(v decimal.Decimal) decimal.Decimal { return roundApart(v, decimal.Zero) }

// roundApart rounds v, with more decimals where it would otherwise look equal to a
// figure that it is compared with and differs from.
func roundApart(v decimal.Decimal, from ...decimal.Decimal) decimal.Decimal {
	for n := int32(places); n < 16; n++ {
		r, clear := v.Round(n), true
		for _, f := range from {
			clear = clear && (!r.Equal(f) || v.Equal(f))
		}
		if clear {
			return trim(r)
		}
	}
	return v
}

// trim takes away the zeros that a division or rounding leaves at the end.
func trim(v decimal.Decimal) decimal.Decimal { return decimal.RequireFromString(v.String()) }
