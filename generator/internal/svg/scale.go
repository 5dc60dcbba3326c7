package svg

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/wording"
)

// axis is a scale of figures: its ends and the distance of its ticks, all round
// figures, and where they lie.
type axis struct {
	low, high, step decimal.Decimal
	from, to        float64 // where low and high lie
	lowF, perUnit   float64
	broken          bool // it does not begin at zero
}

// newAxis is a scale for figures. It begins at zero where a length stands for a
// figure; where only differences matter, as of rates, it begins near the lowest
// one when they all lie far from zero, but leaves enough room that a small
// difference does not look like a large one.
func newAxis(list []decimal.Decimal, zero, whole bool, parts int) axis {
	var low, high decimal.Decimal
	if len(list) > 0 {
		low, high = decimal.Min(list[0], list[1:]...), decimal.Max(list[0], list[1:]...)
	}
	a := axis{}
	two := decimal.NewFromInt(2)
	if zero || !low.IsPositive() && !high.IsNegative() || low.IsPositive() && low.LessThan(high.Div(two)) || high.IsNegative() && high.GreaterThan(low.Div(two)) {
		low, high = decimal.Min(low, decimal.Zero), decimal.Max(high, decimal.Zero)
	} else {
		room := decimal.Max(high.Sub(low).Div(two), decimal.Max(high.Abs(), low.Abs()).Shift(-1))
		low, high = low.Sub(room), high.Add(room)
		a.broken = true
	}
	if high.Equal(low) {
		high = low.Add(decimal.NewFromInt(1))
	}
	a.step = nice(high.Sub(low).DivRound(decimal.NewFromInt(int64(parts)), 12))
	if one := decimal.NewFromInt(1); whole && a.step.LessThan(one) {
		a.step = one
	} else if whole && !a.step.IsInteger() {
		a.step = a.step.Ceil()
	}
	a.low = low.Div(a.step).Floor().Mul(a.step)
	a.high = high.Div(a.step).Ceil().Mul(a.step)
	a.broken = a.broken && (a.low.IsPositive() || a.high.IsNegative())
	return a
}

// trimmed ends a scale of lengths where the figures do, when a round end would leave
// more than a fifth of it empty.
func (a axis) trimmed(list []decimal.Decimal) axis {
	low, high := decimal.Min(list[0], list[1:]...), decimal.Max(list[0], list[1:]...)
	fifth := a.high.Sub(a.low).Div(decimal.NewFromInt(5))
	room := a.step.Div(decimal.NewFromInt(10))
	if high.IsPositive() && a.high.Sub(high).GreaterThan(fifth) {
		a.high = high.Add(room)
	}
	if low.IsNegative() && low.Sub(a.low).GreaterThan(fifth) {
		a.low = low.Sub(room)
	}
	return a
}

// laid is the axis between two places.
func (a axis) laid(from, to float64) axis {
	a.from, a.to = from, to
	a.lowF = a.low.InexactFloat64()
	a.perUnit = (to - from) / a.high.Sub(a.low).InexactFloat64()
	return a
}

// at is where a figure lies.
func (a axis) at(v decimal.Decimal) float64 { return a.from + (v.InexactFloat64()-a.lowF)*a.perUnit }

// clamped is where a figure lies, or the end of the scale next to it.
func (a axis) clamped(v decimal.Decimal) float64 {
	return max(min(a.from, a.to), min(max(a.from, a.to), a.at(v)))
}

// zero is where lengths begin.
func (a axis) zero() float64 { return a.clamped(decimal.Zero) }

// tick is a figure of a scale.
type tick struct {
	at   float64
	text string
}

func (a axis) ticks(s wording.Scale) []tick {
	var list []tick
	for v := a.low.Div(a.step).Ceil().Mul(a.step); v.LessThanOrEqual(a.high); v = v.Add(a.step) {
		list = append(list, tick{a.at(v), s.Tick(v)})
	}
	return list
}

// nice is a round figure at or above v, which is positive: 1, 2, 2.5, 5 or 10
// times a power of ten.
func nice(v decimal.Decimal) decimal.Decimal {
	power := int32(v.NumDigits()) + v.Exponent() - 1
	for _, round := range [...]decimal.Decimal{
		decimal.New(1, 0), decimal.New(2, 0), decimal.New(25, -1), decimal.New(5, 0),
	} {
		if step := round.Shift(power); step.GreaterThanOrEqual(v) {
			return step
		}
	}
	return decimal.New(1, power+1)
}
