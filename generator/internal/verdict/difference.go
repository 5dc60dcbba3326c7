package verdict

import (
	"cmp"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Difference is how a target compares with an earlier one of the same indicator.
type Difference string

// The differences. Changed is for targets that differ and are neither harder nor easier, such
// as words without figures and figures that are best within a range.
const (
	Harder  Difference = "harder"
	Easier  Difference = "easier"
	Same    Difference = "same"
	Changed Difference = "changed"
)

// Compare says whether a target asks for more than an earlier one of the same
// indicator: by the figure that just meets it, tolerance included; with the same
// figure “more than” asks for more than “at least”, and that for more than “about”
// without a tolerance.
func Compare(now, before *model.Target) Difference {
	i := now.Indicator
	if now.AsWritten == before.AsWritten && now.Op == before.Op {
		return Same
	}
	if now.Op.Relative() && before.Op.Relative() && now.Ref == before.Ref {
		return compareRelative(now.Bound, before.Bound)
	}
	a, reasonA := newDemand(i, now.Bound, nil)
	b, reasonB := newDemand(i, before.Bound, nil)
	if reasonA != "" || reasonB != "" || i.Measure == model.Structure {
		return Changed
	}
	if a.dir != b.dir || a.dir == either {
		if equalEnds(a, b) && a.strict == b.strict && a.vague == b.vague {
			return Same
		}
		return Changed
	}
	order := a.least().Cmp(b.least())
	if a.dir == down {
		order = -order
	}
	switch cmp.Or(order, cmp.Compare(a.firmness(), b.firmness())) {
	case 1:
		return Harder
	case -1:
		return Easier
	}
	return Same
}

// least is the figure that just meets the demand.
func (d demand) least() decimal.Decimal {
	if d.dir == down {
		return orGoal(d.high, d).Add(d.slack)
	}
	return orGoal(d.low, d).Sub(d.slack)
}

// firmness orders demands with the same figure.
func (d demand) firmness() int {
	switch {
	case d.strict:
		return 2
	case d.vague:
		return 0
	}
	return 1
}

func equalEnds(a, b demand) bool {
	return a.low.Valid == b.low.Valid && a.high.Valid == b.high.Valid &&
		a.low.Decimal.Sub(a.slack).Equal(b.low.Decimal.Sub(b.slack)) && a.high.Decimal.Add(a.slack).Equal(b.high.Decimal.Add(b.slack))
}

// compareRelative compares targets that ask for more than, at least as much as, or
// about as much as the same other indicator.
func compareRelative(now, before model.Bound) Difference {
	rank := map[model.Op]int{model.RelGT: 2, model.RelGE: 1}
	switch {
	case now.Op == model.RelSync || before.Op == model.RelSync:
		return Changed // also 与经济增长基本同步, then 与经济增长同步: other words, no other figure
	case rank[now.Op] > rank[before.Op]:
		return Harder
	case rank[now.Op] < rank[before.Op]:
		return Easier
	}
	return Same
}
