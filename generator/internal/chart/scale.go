package chart

import "github.com/shopspring/decimal"

// scale is an axis of figures: its ends and the distance of its lines, all
// round figures.
type scale struct {
	low, high, step decimal.Decimal
}

// scaleOf is a scale for figures. It begins at zero where the length of a bar
// stands for a figure; where only differences matter, as of rates, it begins
// near the lowest one when they all lie far from zero, but leaves enough room
// that a small difference does not look like a large one.
func scaleOf(list []decimal.Decimal, fromZero bool) scale {
	if len(list) == 0 {
		list = []decimal.Decimal{decimal.Zero}
	}
	low, high := decimal.Min(list[0], list[1:]...), decimal.Max(list[0], list[1:]...)
	if fromZero || !low.IsPositive() || low.LessThan(half(high)) {
		low, high = decimal.Min(low, decimal.Zero), decimal.Max(high, decimal.Zero)
	} else {
		room := decimal.Max(half(high.Sub(low)), high.Shift(-1))
		low, high = low.Sub(room), high.Add(room)
	}
	if high.Equal(low) {
		high = low.Add(decimal.NewFromInt(1))
	}
	const parts = 4
	s := scale{step: nice(high.Sub(low).DivRound(decimal.NewFromInt(parts), 8))}
	s.low = low.Div(s.step).Floor().Mul(s.step)
	s.high = high.Div(s.step).Ceil().Mul(s.step)
	return s
}

// roomy is the scale with a step more beyond figures that come too close to its
// end for a label of theirs.
func (s scale) roomy(list []decimal.Decimal) scale {
	const tenth = -1
	near := s.high.Sub(s.low).Shift(tenth)
	for _, v := range list {
		if v.IsPositive() && s.high.Sub(v).LessThan(near) {
			s.high = s.high.Add(s.step)
			break
		}
	}
	for _, v := range list {
		if v.IsNegative() && v.Sub(s.low).LessThan(near) {
			s.low = s.low.Sub(s.step)
			break
		}
	}
	return s
}

// place is where a figure lies on so many pixels.
func (s scale) place(v decimal.Decimal, pixels int) int {
	n := v.Sub(s.low).Mul(decimal.NewFromInt(int64(pixels))).Div(s.high.Sub(s.low))
	return int(n.Round(0).IntPart())
}

func half(d decimal.Decimal) decimal.Decimal { return d.Div(decimal.NewFromInt(2)) }

// nice is a round figure at or above v, which is positive: 1, 2, 2.5, 5 or 10
// times a power of ten.
func nice(v decimal.Decimal) decimal.Decimal {
	power := int32(v.NumDigits()) + v.Exponent() - 1
	for _, round := range []decimal.Decimal{
		decimal.New(1, 0), decimal.New(2, 0), decimal.New(25, -1), decimal.New(5, 0),
	} {
		if step := round.Shift(power); step.GreaterThanOrEqual(v) {
			return step
		}
	}
	return decimal.New(1, power+1)
}
