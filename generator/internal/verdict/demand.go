package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// direction is the way in which a figure gets better.
type direction int

const (
	either direction = iota // a band: a change in either direction is worse
	up
	down
)

func directionOf(b model.Better) direction {
	switch b {
	case model.Up:
		return up
	case model.Down:
		return down
	}
	return either
}

// demand is what a version of a target asks of a figure, computed as plain numbers:
// stay above low, below high, or both.
type demand struct {
	goal      decimal.Decimal     // the figure that represents the demand; of a range the end that decides
	low, high decimal.NullDecimal // the ends without tolerance; an open side is not valid
	slack     decimal.Decimal     // the tolerance, or 0
	strict    bool                // an end itself does not count
	vague     bool                // 左右、同步、持平 without a tolerance: a figure beside it is not judged
	exact     bool                // a better figure does not count as met either: 持平, a range with 左右
	dir       direction
	stretch   decimal.NullDecimal
}

// newDemand computes the demand of a version. The reason is set when that is
// impossible.
func newDemand(i *model.Indicator, b model.Bound, ref *model.Observation) (demand, Reason) {
	d := demand{dir: directionOf(i.Better), slack: b.Tolerance.Decimal, stretch: b.Stretch}
	switch b.Op {
	case model.External:
		return d, IsExternal
	case model.Qualitative:
		return d, IsQualitative
	case model.GE, model.GT, model.LE, model.LT:
		return d.half(b)
	case model.EQ:
		return d.around(b.Value, NoNumber)
	case model.Approx:
		d.vague = !b.Tolerance.Valid
		if b.Low.Valid || b.High.Valid { // 5.3%—5.4%左右
			d.exact = d.vague
			return d.between(b)
		}
		return d.around(b.Value, NoNumber)
	case model.Range:
		return d.between(b)
	case model.Flat:
		d.vague = !b.Tolerance.Valid
		d.exact = true
		base := b.Base
		if !base.Valid && i.Measure == model.Growth { // no change is a growth of 0
			base = decimal.NewNullDecimal(decimal.Zero)
		}
		return d.around(base, NoBase)
	case model.DeltaPP:
		return d.shifted(b)
	case model.RelGT, model.RelGE, model.RelSync:
		return d.beside(b, ref)
	}
	return d, NoNumber
}

// half is the demand of an operator with one end, at least or at most. The operator
// says which, not the indicator's direction.
func (d demand) half(b model.Bound) (demand, Reason) {
	if b.Multiple.Valid && (!b.Base.Valid || !b.Base.Decimal.IsPositive()) {
		return d, NoBase // a multiple of zero or of a loss is no target
	}
	if !b.Value.Valid {
		return d, NoNumber
	}
	d.goal = b.Value.Decimal
	d.strict = b.Op == model.GT || b.Op == model.LT
	if b.Op == model.GE || b.Op == model.GT {
		d.dir, d.low = up, b.Value
	} else {
		d.dir, d.high = down, b.Value
	}
	return d, ""
}

// around is the demand for one figure, within the tolerance.
func (d demand) around(v decimal.NullDecimal, missing Reason) (demand, Reason) {
	if !v.Valid {
		return d, missing
	}
	d.goal, d.low, d.high = v.Decimal, v, v
	return d, ""
}

func (d demand) between(b model.Bound) (demand, Reason) {
	if !b.Low.Valid || !b.High.Valid {
		return d, NoNumber
	}
	d.goal, d.low, d.high = b.Low.Decimal, b.Low, b.High
	if d.dir == down {
		d.goal = b.High.Decimal
	}
	return d, ""
}

// shifted is the demand for the base plus or minus percentage points.
func (d demand) shifted(b model.Bound) (demand, Reason) {
	if !b.Base.Valid {
		return d, NoBase
	}
	if b.Low.Valid && b.High.Valid { // 下降1—2个百分点
		b.Low.Decimal, b.High.Decimal = b.Base.Decimal.Add(b.Low.Decimal), b.Base.Decimal.Add(b.High.Decimal)
		return d.between(b)
	}
	if !b.Value.Valid {
		return d, NoNumber
	}
	v := decimal.NewNullDecimal(b.Base.Decimal.Add(b.Value.Decimal))
	d, _ = d.around(v, NoNumber)
	switch d.dir {
	case up:
		d.high = decimal.NullDecimal{}
	case down:
		d.low = decimal.NullDecimal{}
	}
	return d, ""
}

// beside is the demand for a figure that is better than another indicator's, or in
// step with it.
func (d demand) beside(b model.Bound, ref *model.Observation) (demand, Reason) {
	if ref == nil {
		return d, NoReference
	}
	r := decimal.NewNullDecimal(ref.Value)
	if b.Op == model.RelSync {
		d.vague = !b.Tolerance.Valid
		return d.around(r, NoReference)
	}
	d.goal = ref.Value
	d.strict = b.Op == model.RelGT
	switch d.dir {
	case up:
		d.low = r
	case down:
		d.high = r
	default:
		return d, NoDirection
	}
	return d, ""
}

// grade is how a figure compares with a demand.
type grade int

const (
	worse  grade = iota // not met
	vague               // on the worse side of an "about" without tolerance
	met                 // met
	beyond              // beyond the better end, or the stretch is met
)

// grade compares a figure with the demand.
func (d demand) grade(a decimal.Decimal) grade {
	failed := worse
	if d.vague {
		failed = vague
	}
	tooLow, tooHigh := d.tooLow(a), d.tooHigh(a)
	if d.exact && d.vague && (tooLow || tooHigh) {
		return vague
	}
	switch d.dir {
	case up:
		if tooLow {
			return failed
		}
		if d.meetsStretch(a) || tooHigh && !d.vague && !d.exact {
			return beyond
		}
	case down:
		if tooHigh {
			return failed
		}
		if d.meetsStretch(a) || tooLow && !d.vague && !d.exact {
			return beyond
		}
	default:
		if tooLow || tooHigh {
			return failed
		}
	}
	return met
}

// tooLow reports whether a lies below the low end, tolerance included.
func (d demand) tooLow(a decimal.Decimal) bool {
	if !d.low.Valid {
		return false
	}
	c := a.Cmp(d.low.Decimal.Sub(d.slack))
	return c < 0 || d.strict && c == 0
}

// tooHigh reports whether a lies above the high end, tolerance included.
func (d demand) tooHigh(a decimal.Decimal) bool {
	if !d.high.Valid {
		return false
	}
	c := a.Cmp(d.high.Decimal.Add(d.slack))
	return c > 0 || d.strict && c == 0
}

// meetsStretch reports whether the higher aim is reached. To reach it exactly is
// enough, whatever the operator of the target itself.
func (d demand) meetsStretch(a decimal.Decimal) bool {
	if !d.stretch.Valid {
		return false
	}
	c := a.Cmp(d.stretch.Decimal)
	return d.dir == up && c >= 0 || d.dir == down && c <= 0
}

// touches reports whether a is exactly an end between met and missed: an
// approximate figure there may be on either side.
func (d demand) touches(a decimal.Decimal) bool {
	atLow := d.low.Valid && a.Equal(d.low.Decimal.Sub(d.slack))
	atHigh := d.high.Valid && a.Equal(d.high.Decimal.Add(d.slack))
	return atLow && d.dir != down || atHigh && d.dir != up
}

// nearest is the figure of the demand that a is compared with, and how far a is
// from it. Within a range there is no such figure: it is not valid, and the gap is
// 0.
func (d demand) nearest(a decimal.Decimal) (figure, gap decimal.NullDecimal) {
	figure = decimal.NewNullDecimal(d.goal)
	switch {
	case !d.low.Valid || !d.high.Valid:
	case a.GreaterThan(d.high.Decimal):
		figure = d.high
	case a.LessThan(d.low.Decimal):
		figure = d.low
	case !d.low.Decimal.Equal(d.high.Decimal):
		return decimal.NullDecimal{}, decimal.NewNullDecimal(decimal.Zero)
	}
	return figure, decimal.NewNullDecimal(a.Sub(figure.Decimal))
}

// isRange reports whether the demand names two different ends.
func (d demand) isRange() bool {
	return d.low.Valid && d.high.Valid && !d.low.Decimal.Equal(d.high.Decimal)
}

// addsUpTo reports whether a flow grows towards the goal, so that the goal stays
// reached. A goal for the other direction is a limit that can still be broken.
func (d demand) addsUpTo() bool {
	return d.dir == up && d.goal.IsPositive() || d.dir == down && d.goal.IsNegative()
}
