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

// Distance is how far the result is from what it was compared with, without a sign, in
// the unit of a difference; empty where nothing was compared. The difference of two
// published figures has all their digits, so that a reader who subtracts finds the same;
// one from a share of the time is rounded.
func (v *Verdict) Distance() model.Text {
	if !v.Gap.Valid {
		return model.Text{}
	}
	gap := trim(v.Gap.Decimal.Abs())
	if v.Paced && v.Plan == nil {
		gap = round(gap)
	}
	return amount(gap, differenceUnit(v.Target.Indicator.Unit))
}

// GapWords are how far the result is above what it was compared with, with its sign and
// unit: "−0.5个百分点"; empty where nothing was compared.
func (v *Verdict) GapWords() model.Text {
	if !v.Gap.Valid {
		return model.Text{}
	}
	return withSign(v.Gap.Decimal, v.Distance())
}

// Apart is how far a result is above another one of the same unit, with its sign and
// unit; empty for results without a figure of their own.
func Apart(o, other *model.Observation) model.Text {
	if len(o.Parts) > 0 || len(other.Parts) > 0 || o.Sense != model.Exactly || other.Sense != model.Exactly {
		return model.Text{}
	}
	gap := o.Value.Sub(other.Value)
	return withSign(gap, amount(trim(gap.Abs()), differenceUnit(o.Indicator.Unit)))
}

// withSign puts the sign of a difference before its words.
func withSign(gap decimal.Decimal, words model.Text) model.Text {
	switch {
	case gap.IsPositive():
		return joined(same("+"), words)
	case gap.IsNegative():
		return joined(same("−"), words)
	}
	return words
}
