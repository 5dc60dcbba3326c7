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
// place, a lost sign, a fraction for a percentage. A figure is compared with the
// whole series and the target of its year, never with its neighbour alone, because
// the real figures of an economy do jump. A figure gets one such message, and the
// other checks skip it.
func (l *linter) slips(i *model.Indicator) {
	for _, o := range i.Observations {
		if _, ok := l.row.size[o]; !ok || l.silenced(o) || l.wrong[o] {
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
func rates(i *model.Indicator) bool {
	return i.Measure == model.Growth || i.Measure == model.Share || i.Measure == model.Completion
}

// slipOfRate compares a rate with the others.
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
		numbers[n] = number{Decimal: p.Value, size: math.Abs(l.row.size[p])}
	}
	return numbers
}

// targetOf are the figures of the target that an observation is a result of:
// one, the ends of a range, or none.
func targetOf(o *model.Observation) (list []number) {
	for _, t := range o.Indicator.Targets {
		together := t.Period.Kind == model.Plan && t.Counts != model.AtEnd // of several years
		if t.Period.Year != o.Period.Year || t.Op == model.DeltaPP || together {
			continue
		}
		for _, n := range []decimal.NullDecimal{t.Value, t.Low, t.High} {
			if n.Valid {
				list = append(list, number{n.Decimal, math.Abs(n.Decimal.InexactFloat64()), min(12, t.Period.Months())})
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
	first := o.Indicator.Observations[0] == o && len(peers) > 1 // a series may begin small
	return o.Indicator.Measure != model.Growth && mid >= 5 && !first
}

// shiftOfRate finds the rate that was meant when a decimal point was lost (95 for
// 9.5) or misplaced (0.95). The number of digits distinguishes a slip from a rate
// that really is so high or low.
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

// besides names what a figure was compared with.
func (l *linter) besides(o *model.Observation) diag.Words {
	list := l.peersOf(o)
	if len(list) < 2 {
		list = l.numbers(l.row.near(o, l.row.all))
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
