package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

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

// GapWords are how far the result is above what it was compared with, with its sign and
// unit: "−0.5个百分点"; empty where nothing was compared.
func (v *Verdict) GapWords() model.Text {
	if !v.Gap.Valid {
		return model.Text{}
	}
	return signedAmount(v.Gap.Decimal, v.Target.Indicator.Unit)
}

// Apart is how far a result is above another one of the same unit, with its sign and
// unit; empty for results without a figure of their own.
func Apart(o, other *model.Observation) model.Text {
	if len(o.Parts) > 0 || len(other.Parts) > 0 || o.Sense != model.Exactly || other.Sense != model.Exactly {
		return model.Text{}
	}
	return signedAmount(o.Value.Sub(other.Value), o.Indicator.Unit)
}

// signedAmount writes a difference with its sign and unit.
func signedAmount(gap decimal.Decimal, u model.Unit) model.Text {
	sign := ""
	switch {
	case gap.IsPositive():
		sign = "+"
	case gap.IsNegative():
		sign = "−"
	}
	return joined(same(sign), amount(round(gap.Abs()), differenceUnit(u)))
}
