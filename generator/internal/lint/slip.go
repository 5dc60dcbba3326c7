package lint

import (
	"math"
	"regexp"
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// slips looks for figures that were typed wrongly: a decimal point in the wrong
// place, a lost sign, a fraction for a percentage. A figure is held against the
// whole series and the target of its year, never against its neighbour alone,
// for the real figures of an economy do jump. What is found is said once for a
// figure, and the other checks leave it out.
func (l *linter) slips(i *model.Indicator) {
	for _, o := range i.Observations {
		if l.silenced(o) || l.wrong[o] {
			continue
		}
		var d diag.Diagnostic
		var found bool
		if rates(i) {
			d, found = l.slipOfRate(o)
		} else {
			d, found = l.slipOfAmount(o)
		}
		if found {
			l.wrong[o] = true
			l.report(d)
		}
	}
}

// rates reports whether figures are parts or rates of change, which go through
// zero and cannot be compared by how many times one is the other.
func rates(i *model.Indicator) bool { return i.Measure == model.Growth || i.Measure == model.Share }

// slipOfRate holds a rate against the others.
func (l *linter) slipOfRate(o *model.Observation) (diag.Diagnostic, bool) {
	if d, ok := l.lostSign(o); ok {
		return d, true
	}
	peers := l.peersOf(o)
	target := targetOf(o)
	for _, refs := range [][]number{peers, target} {
		if o.Indicator.Unit == model.Percent && fraction(o, math.Abs(l.row.size[o]), refs, peers) {
			meant := o.Value.Shift(2)
			return Fraction.At(l.place(o), o.Value.String(), meant.String(), l.besides(o)), true
		}
	}
	if meant, ok := shiftOfRate(o, peers, target); ok {
		return Shifted.At(l.place(o), o.Value.String(), meant.String(), l.besides(o)), true
	}
	return diag.Diagnostic{}, false
}

// peersOf are the other figures of an indicator in the same table, as far as they
// are near.
func (l *linter) peersOf(o *model.Observation) []number {
	return l.numbers(l.row.near(o, l.row.tables[o.Basis]))
}

func (l *linter) numbers(list []*model.Observation) []number {
	numbers := make([]number, len(list))
	for n, p := range list {
		numbers[n] = number{p.Value, math.Abs(l.row.size[p])}
	}
	return numbers
}

// targetOf are the figures of the target that an observation is a result of:
// one, the ends of a range, or none.
func targetOf(o *model.Observation) (list []number) {
	for _, t := range o.Indicator.Targets {
		if t.Period.Year != o.Period.Year || t.Op == model.DeltaPP {
			continue
		}
		for _, n := range []decimal.NullDecimal{t.Value, t.Low, t.High} {
			if n.Valid {
				list = append(list, number{n.Decimal, math.Abs(n.Decimal.InexactFloat64())})
			}
		}
	}
	return list
}

// fraction reports whether a percentage was typed as a fraction, 0.083 for 8.3:
// a hundred times the figure fits, and it has more digits than a percentage is
// published with. A part of a whole below 1 beside parts of 5 and more needs no
// such digits.
func fraction(o *model.Observation, v float64, refs, peers []number) bool {
	if len(refs) == 0 || v == 0 || v > 1 {
		return false
	}
	mid := median(abs(refs))
	if len(peers) > 1 && median(abs(peers)) < 1 || !within(100*v, mid, 2.5) {
		return false
	}
	if places(o.Value) > max(1, mostPlaces(refs)) {
		return true
	}
	first := o.Indicator.Observations[0] == o && len(peers) > 1 // what begins small may grow
	return o.Indicator.Measure == model.Share && mid >= 5 && !first
}

// shiftOfRate finds the rate that was meant where a decimal point was lost (95
// for 9.5) or wandered (0.95): the digits tell it from a rate that really is so
// high or low.
func shiftOfRate(o *model.Observation, peers, target []number) (decimal.Decimal, bool) {
	v, refs := o.Value, peers
	if len(refs) == 0 {
		refs = target
	}
	if len(refs) == 0 || v.IsZero() {
		return v, false
	}
	most := mostPlaces(refs)
	mid, size := median(abs(refs)), math.Abs(v.InexactFloat64())
	reach := 1.6 // how far from the others the figure that was meant may be
	if len(peers) < 2 {
		reach = 1.3
	}
	if mid < 1 || len(peers) == 1 && len(target) > 0 && within(size, median(abs(target)), 2.5) {
		return v, false
	}
	for k := int32(1); k <= 2; k++ {
		lost := v.Shift(-k)
		ownPlaces := written(v) < most || written(v) == 0 && places(lost) == int(k) && within(lost.Abs().InexactFloat64(), mid, 1.25)
		if size > 3*slices.Max(abs(refs)) && ownPlaces && (places(lost) > 0 || o.Indicator.Measure == model.Share && len(peers) > 1) && places(lost) <= max(1, most) &&
			within(lost.Abs().InexactFloat64(), mid, reach) {
			return lost, true
		}
	}
	for _, k := range []int32{1, 3} { // two places are a fraction
		wandered := v.Shift(k)
		if places(v) > max(1, most) && places(wandered) <= max(1, most) && within(wandered.Abs().InexactFloat64(), mid, reach) {
			return wandered, true
		}
	}
	return v, false
}

// slipOfAmount holds an amount against the others on a scale of powers of ten.
// What adds up over the year counts by the month.
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

// inYear reports whether a year to date that was meant would lie between those
// before and after it; where it would not, a month alone was typed.
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

// sample is what an amount is held against, in powers of ten.
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
	s := sample{first: i.Observations[0] == o}
	group := l.row.near(o, l.row.groups[o.Basis == model.Single])
	if len(group) < 2 && (o.Basis != model.Single || i.Accrual != model.Flow) { // a month may be any part of a year
		group = l.row.near(o, i.Observations)
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
				v /= 12
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
	nearTens  = 0.25 // of a hundred and a thousand, which chance brings about less often
	nearPlan  = 0.1  // of the target alone
	loose     = 0.2
	likePlan  = 0.4
	fewThings = 10 // below it a number of things may well grow tenfold
)

// shift finds by how many powers of ten a figure is too large, or too small
// where it is negative.
func (s sample) shift(o *model.Observation, x float64) (k int, ok bool) {
	if s.hasTarget && math.Abs(x-s.target) < likePlan {
		return 0, false // as was asked
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

// digitsTell finds a slip beside a single figure or a target alone by the places
// after the point: 0.048 beside 4.6 has two more of them, 95 beside 9.1 has one
// less.
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

// wholeResult reports whether a small figure cannot grow any more before it is
// held against the target.
func (s sample) wholeResult(o *model.Observation) bool {
	return o.Indicator.Measure == model.Level && (o.Indicator.Accrual == model.Stock || o.Period.EndMonth() == 12)
}

// possible reports whether the figure that would have been meant is one: it has
// no more digits than the others, and things are not counted in parts.
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

// besides says what a figure was held against.
func (l *linter) besides(o *model.Observation) diag.Words {
	list := l.peersOf(o)
	if len(list) < 2 {
		list = l.numbers(l.row.near(o, o.Indicator.Observations))
	}
	if len(list) == 0 {
		if t := targetOf(o); len(t) > 0 {
			return diag.Words{En: "the target " + t[0].String(), Zh: "目标 " + t[0].String()}
		}
	}
	en, zh := "", ""
	for n, v := range list[:min(3, len(list))] {
		if n > 0 {
			en, zh = en+", ", zh+"、"
		}
		en, zh = en+v.String(), zh+v.String()
	}
	if len(list) > 3 {
		en, zh = en+" …", zh+" ……"
	}
	return diag.Words{En: en, Zh: zh}
}

// plain are the digits of a figure without zeros at the end.
var plain = regexp.MustCompile(`\.(\d*?)0*$`)

// places is how many digits after the point a figure needs.
func places(d decimal.Decimal) int {
	m := plain.FindStringSubmatch(d.String())
	if m == nil {
		return 0
	}
	return len(m[1])
}

// written is how many digits after the point a figure was given.
func written(d decimal.Decimal) int { return max(0, -int(d.Exponent())) }

func mostPlaces(list []number) (most int) {
	for _, d := range list {
		most = max(most, written(d.Decimal))
	}
	return most
}

// within reports whether one of two sizes is at most so many times the other.
func within(a, b, times float64) bool { return a > 0 && b > 0 && a <= b*times && b <= a*times }

func abs(list []number) []float64 {
	sizes := make([]float64, len(list))
	for n, d := range list {
		sizes[n] = d.size
	}
	return sizes
}

// median of a list that is not empty; the list stays as it is.
func median(list []float64) float64 {
	sorted := slices.Clone(list)
	slices.Sort(sorted)
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
