package lint

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// What counts as a jump. An amount that is five times the one before it, or a
// rate that moves by 30 points, is more often a slip than news.
var (
	jumpFactor = decimal.NewFromInt(5)
	jumpPoints = decimal.NewFromInt(30)
)

// mixLow and mixHigh are the factors between which two amounts look like 万元
// written for 亿元, or the other way round: 10 000, give or take half an order.
var (
	mixLow  = decimal.NewFromInt(3000)
	mixHigh = decimal.NewFromInt(33000)
	hundred = decimal.NewFromInt(100)
)

// values looks at every figure beside its neighbours and its target.
func (l *linter) values(i *model.Indicator) {
	before := map[string]*model.Observation{}
	for _, o := range i.Observations {
		key := series(o)
		l.alone(o)
		if prev := before[key]; prev != nil && !l.silenced(o) {
			l.beside(prev, o)
		}
		before[key] = o
	}
	for _, t := range i.Targets {
		l.target(t)
		l.words(t)
	}
}

// series names the figures that can be compared: of the same basis, and for
// amounts that add up of the same months, so that June is held against June.
func series(o *model.Observation) string {
	key := string(o.Basis)
	if o.Indicator.Accrual == model.Flow {
		key += model.Period{Year: 1000, Kind: o.Period.Kind, N: o.Period.N}.String()
	}
	return key
}

// alone looks at one figure.
func (l *linter) alone(o *model.Observation) {
	if l.silenced(o) {
		return
	}
	if o.Indicator.Measure == model.Share && (o.Value.IsNegative() || o.Value.GreaterThan(hundred)) {
		l.report(NoShare.At(l.place(o), o.Value.String()))
	}
	if o.Indicator.Measure == model.Count && o.Value.IsNegative() {
		l.report(NoCount.At(l.place(o), o.Value.String()))
	}
}

// beside compares a figure with the one before it.
func (l *linter) beside(prev, o *model.Observation) {
	if amounts(o.Indicator) {
		switch f := factor(prev.Value, o.Value); {
		case mixed(f):
			l.report(MixedUnits.At(l.place(o), o.Value.String(), prev.Value.String(), prev.Period.String(), string(o.Indicator.Unit)))
		case f.GreaterThanOrEqual(jumpFactor):
			l.report(Jump.At(l.place(o), prev.Value.String(), prev.Period.String(), o.Value.String()))
		}
		return
	}
	if o.Value.Sub(prev.Value).Abs().GreaterThanOrEqual(jumpPoints) {
		l.report(Jump.At(l.place(o), prev.Value.String(), prev.Period.String(), o.Value.String()))
	}
}

// target compares a target with the newest figure of an amount.
func (l *linter) target(t *model.Target) {
	i := t.Indicator
	if !amounts(i) || !t.Value.Valid || len(i.Observations) == 0 {
		return
	}
	o := i.Observations[len(i.Observations)-1]
	if !l.silenced(o) && mixed(factor(t.Value.Decimal, o.Value)) {
		l.report(MixedUnits.At(l.at(i, "target", t.Period.String(), "value"),
			t.Value.Decimal.String(), o.Value.String(), o.Period.String(), string(i.Unit)))
	}
}

// amounts reports whether figures can be so many times another.
func amounts(i *model.Indicator) bool { return i.Measure == model.Level || i.Measure == model.Count }

// factor is how many times the larger is the smaller; 0 where that says
// nothing: signs differ, or one is nothing.
func factor(a, b decimal.Decimal) decimal.Decimal {
	a, b = decimal.Min(a, b), decimal.Max(a, b)
	if b.IsNegative() {
		a, b = b.Neg(), a.Neg()
	}
	if !a.IsPositive() {
		return decimal.Zero
	}
	return b.DivRound(a, 4)
}

func mixed(f decimal.Decimal) bool {
	return f.GreaterThanOrEqual(mixLow) && f.LessThanOrEqual(mixHigh)
}
