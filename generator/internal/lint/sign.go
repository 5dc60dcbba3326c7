package lint

import (
	"math"
	"slices"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// A lost sign shows where a figure is as far from zero as its neighbours, on the
// other side: −3.4, −3.1, then 3.6. Figures near zero change their sign often, and
// one neighbour is not enough.
const (
	nearZero   = 1    // sizes below it say nothing about the sign
	likeOthers = 0.25 // of the neighbours' size: how far the size may be from theirs
	farOff     = 4    // times the neighbours' spread: how far the figure is from them
)

// lostSign reports a figure whose sign is probably wrong.
func (l *linter) lostSign(o *model.Observation) (diag.Diagnostic, bool) {
	i := o.Indicator
	if i.Measure == model.Share && i.Unit == model.Percent || o.Value.IsZero() {
		return diag.Diagnostic{}, false
	}
	if around := l.neighbours(o); len(around) > 1 && otherSide(l.row.size[o], around) {
		return LostSign.At(l.place(o), o.Value.String(), o.Value.Neg().String(), l.besides(o)), true
	}
	if wanted, ok := l.signOfTarget(o); ok {
		return LostSign.At(l.place(o), o.Value.String(), o.Value.Neg().String(), wanted), true
	}
	return diag.Diagnostic{}, false
}

// neighbours are the figures before and after a figure that are all on the other
// side of zero; nil where there are too few of them. A fall among rises needs
// neighbours on both sides, and a falling rate must be a year to date, which moves
// slowly: in a crisis a single year or quarter really falls.
func (l *linter) neighbours(o *model.Observation) []float64 {
	list := l.row.tables[o.Basis]
	at := slices.Index(list, o)
	other := func(p *model.Observation) bool { return p.Value.Sign() == -o.Value.Sign() }
	var before, after []float64
	for n := at - 1; n >= max(0, at-3) && other(list[n]); n-- {
		before = append(before, l.row.size[list[n]])
	}
	for n := at + 1; n <= min(len(list)-1, at+3) && other(list[n]); n++ {
		after = append(after, l.row.size[list[n]])
	}
	last := at == len(list)-1
	if o.Value.IsNegative() && rates(o.Indicator) && o.Basis != model.Cumulative {
		return nil // a year or quarter of a crisis
	}
	switch {
	case len(before) > 0 && len(after) > 0 && (o.Value.IsPositive() || l.alike(o, list[at-1]) && l.alike(o, list[at+1])),
		o.Value.IsPositive() && last && len(before) > 1,
		o.Value.IsPositive() && at == 0 && len(after) > 2:
		return append(before, after...)
	}
	return nil
}

// alike reports whether two figures are as far from zero.
func (l *linter) alike(a, b *model.Observation) bool {
	return within(math.Abs(l.row.size[a]), math.Abs(l.row.size[b]), 1+likeOthers)
}

// otherSide reports whether a figure with its sign inverted is close to the
// neighbours.
func otherSide(v float64, around []float64) bool {
	sizes := make([]float64, len(around))
	for n, x := range around {
		sizes[n] = math.Abs(x)
	}
	mid := median(sizes)
	spread := slices.Max(sizes) - slices.Min(sizes)
	size := math.Abs(v)
	return mid >= nearZero && size+mid >= farOff*spread &&
		math.Abs(size-mid) <= max(min(spread, 0.35*mid), likeOthers*mid)
}

// signOfTarget reports a rise where the target asks for a fall of about that size:
// 下降3.2% was typed as 3.2. When other figures are above zero, too, it is no slip.
func (l *linter) signOfTarget(o *model.Observation) (diag.Words, bool) {
	target := targetOf(o)
	if len(target) == 0 || !o.Value.IsPositive() || o.Indicator.Better != model.Down {
		return diag.Words{}, false
	}
	for _, p := range l.peersOf(o) {
		if p.IsPositive() {
			return diag.Words{}, false
		}
	}
	for _, t := range target {
		if !t.IsNegative() || t.size < nearZero || !within(l.row.size[o], t.size, 2) {
			return diag.Words{}, false
		}
	}
	return diag.Words{En: "the target " + target[0].String(), Zh: "目标 " + target[0].String()}, true
}
