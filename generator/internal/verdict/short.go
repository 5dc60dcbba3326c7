package verdict

import "github.com/shopspring/decimal"

// Short is how far a result is from what it was compared with, as a percentage of the
// target: above zero on the worse side, below zero on the better one, 0 within a
// range. It makes results of unlike units comparable: 0.5 percentage points of a
// target of 5% are 10% of it, as 180亿元 are of 1800亿元. ok is false where nothing was
// compared and where the target is 0.
func (v *Verdict) Short() (percent decimal.Decimal, ok bool) {
	if !v.Gap.Valid {
		return decimal.Zero, false
	}
	gap := v.Gap.Decimal
	if gap.IsZero() {
		return decimal.Zero, true
	}
	whole := v.Goal
	if !v.Paced && v.Expected.Valid { // of a range the end that is nearest
		whole = v.Expected
	}
	if !whole.Valid || whole.Decimal.IsZero() {
		return decimal.Zero, false
	}
	switch v.demand.dir {
	case up:
		gap = gap.Neg()
	case either:
		gap = gap.Abs()
	}
	return gap.Mul(hundred).Div(whole.Decimal.Abs()), true
}
