package lint

import (
	"math"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// slipOfAmount compares an amount with the others on a scale of powers of ten. What
// adds up over the year is divided by its months.
func (l *linter) slipOfAmount(o *model.Observation) (diag.Diagnostic, bool) {
	if o.Indicator.Measure != model.Count {
		if d, ok := l.lostSign(o); ok {
			return d, true
		}
	}
	x, ok := l.row.pace[o]
	if !ok {
		return diag.Diagnostic{}, false
	}
	s := l.sampleOf(o)
	k, ok := s.shift(o, x)
	meant := o.Value.Shift(int32(-k))
	if !ok || !inYear(o, meant) {
		return diag.Diagnostic{}, false
	}
	return Shifted.At(l.place(o), o.Value.String(), meant.String(), l.besides(o)), true
}

// inYear reports whether the corrected year to date would lie between those before
// and after it; otherwise a month alone was typed.
func inYear(o *model.Observation, meant decimal.Decimal) bool {
	own := o.Span()
	if o.Indicator.Accrual != model.Flow || !own.ToDate() {
		return true
	}
	v := meant.InexactFloat64()
	for _, p := range o.Indicator.Observations {
		s, x := p.Span(), p.Value.InexactFloat64()
		if s.ToDate() && s.Year == own.Year && (s.End < own.End && v < 0.95*x || s.End > own.End && v > 1.05*x) {
			return false
		}
	}
	return true
}

// sample is what an amount is compared with, in powers of ten.
type sample struct {
	mid, spread float64 // of the other figures
	n           int
	target      float64 // of the year
	hasTarget   bool
	typical     float64 // size of the other figures themselves
	digits      int     // most places after the point of them and of the target
	first       bool    // the figure begins the series
}

// sampleOf gathers the other figures of an indicator: those of the same table
// where there are at least two, and none that was found wrong.
func (l *linter) sampleOf(o *model.Observation) sample {
	i := o.Indicator
	var own, sizes []float64
	s := sample{first: l.row.all[0] == o}
	group := l.row.near(o, l.row.groups[o.Basis == model.Single])
	if len(group) < 2 && (o.Basis != model.Single || i.Accrual != model.Flow) { // a month may be any part of a year
		group = l.row.near(o, l.row.all)
	}
	for _, p := range group {
		x, ok := l.row.pace[p]
		if !ok || l.wrong[p] {
			continue
		}
		s.digits = max(s.digits, written(p.Value))
		sizes = append(sizes, l.row.size[p])
		own = append(own, x)
	}
	if s.n = len(own); s.n > 0 {
		s.mid, s.typical = median(own), median(sizes)
		gaps := make([]float64, len(own))
		for n, x := range own {
			gaps[n] = math.Abs(x - s.mid)
		}
		s.spread = median(gaps)
	}
	for _, t := range targetOf(o) {
		if t.IsPositive() {
			v := t.size
			s.typical = max(s.typical, v)
			if i.Accrual == model.Flow {
				v /= float64(t.months)
			}
			s.target, s.hasTarget = math.Log10(v), true
			s.digits = max(s.digits, written(t.Decimal))
		}
	}
	return s
}

// How far from a whole power of ten the distance to the others may be, and how
// far they may be from each other.
const (
	nearTen   = 0.15
	nearTens  = 0.25 // for a hundred and a thousand, which occur less often by chance
	nearPlan  = 0.1  // of the target alone
	loose     = 0.2
	likePlan  = 0.4
	fewThings = 10 // below it a number of things may well grow tenfold
)

// shift finds by how many powers of ten a figure is too large, or too small
// where it is negative.
func (s sample) shift(o *model.Observation, x float64) (k int, ok bool) {
	if s.hasTarget && math.Abs(x-s.target) < likePlan {
		return 0, false // about as large as the target
	}
	switch {
	case s.n >= 2 && s.spread <= loose:
		k, ok = power(x-s.mid, nearTen, nearTens)
		if ok && k == -1 && o.Indicator.Measure == model.Count {
			ok = s.n >= 3 && s.spread <= loose/2
		}
		if o.Basis == model.Single && o.Indicator.Accrual == model.Flow && (k == 1 || k == -1) {
			ok = ok && s.n >= 3 && s.spread <= loose/2 // months differ
		}
		ok = ok && !(k < 0 && s.first)
	case s.hasTarget && (s.n == 0 || math.Abs(x-s.mid) > likePlan):
		k, ok = power(x-s.target, nearPlan, nearPlan)
		ok = ok && (k > 0 || s.wholeResult(o)) && o.Basis != model.Single
		if s.n == 1 { // the other figure has to be on the target's side
			ok = ok && math.Abs(s.mid-s.target) < likePlan
		}
	}
	if !ok {
		k, ok = s.digitsTell(o, x)
	}
	return k, ok && s.possible(o, k)
}

// digitsTell finds a slip when there is only one other figure or only a target, by
// the places after the point: 0.048 beside 4.6 has two more of them, 95 beside 9.1
// has one less.
func (s sample) digitsTell(o *model.Observation, x float64) (k int, ok bool) {
	var from float64
	switch {
	case o.Indicator.Measure == model.Count || o.Basis == model.Single && o.Indicator.Accrual == model.Flow:
		return 0, false
	case s.n == 1:
		from = s.mid
	case s.n == 0 && s.hasTarget:
		from = s.target
	default:
		return 0, false
	}
	if k, ok = power(x-from, nearPlan, nearTens); !ok {
		return 0, false
	}
	if k < 0 {
		return k, places(o.Value) >= s.digits-k && places(o.Value.Shift(int32(-k))) <= s.digits && k < -1
	}
	return k, places(o.Value) == 0 && s.digits > 0 && places(o.Value.Shift(int32(-k))) == s.digits
}

// wholeResult reports whether a small figure is complete and will not grow any more
// before it is compared with the target.
func (s sample) wholeResult(o *model.Observation) bool {
	return o.Indicator.Measure == model.Level && (o.Indicator.Accrual == model.Stock || o.Period.EndMonth() == 12)
}

// possible reports whether the corrected figure is plausible: it has no more digits
// than the others, and a number of things has no decimals.
func (s sample) possible(o *model.Observation, k int) bool {
	if o.Indicator.Measure == model.Count && s.typical < fewThings {
		return false
	}
	return k < 0 || places(o.Value.Shift(int32(-k))) <= s.digits
}

// power is the power of ten that a distance is near to: 1 to 3 up or down.
func power(distance, one, more float64) (k int, ok bool) {
	k = int(math.Round(distance))
	reach := more
	if k == 1 || k == -1 {
		reach = one
	}
	return k, k != 0 && k >= -3 && k <= 3 && math.Abs(distance-float64(k)) <= reach
}
