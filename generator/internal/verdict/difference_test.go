package verdict

import (
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

func TestCompare(t *testing.T) {
	num := func(s string) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.RequireFromString(s)) }
	one := func(op model.Op, v string) model.Bound {
		return model.Bound{Op: op, Value: num(v), AsWritten: model.Text{Zh: string(op) + v}}
	}
	ref := &model.Indicator{ID: "ref"}
	rel := func(op model.Op, words string) model.Bound {
		return model.Bound{Op: op, Ref: ref, AsWritten: model.Text{Zh: words}}
	}
	ranged := model.Bound{Op: model.Range, Low: num("4.5"), High: num("5"), AsWritten: model.Text{Zh: "4.5%-5%"}}
	loose := one(model.Approx, "5")
	loose.Tolerance = num("0.5")
	for _, test := range []struct {
		why         string
		better      model.Better
		before, now model.Bound
		want        Difference
	}{
		{"1100万以上, then 1200万左右", model.Up, one(model.GE, "1100"), one(model.Approx, "1200"), Harder},
		{"1200万左右, then 1200万以上", model.Up, one(model.Approx, "1200"), one(model.GE, "1200"), Harder},
		{"5%左右, then a range below it", model.Up, one(model.Approx, "5"), ranged, Easier},
		{"above asks for more than at least", model.Up, one(model.GE, "5"), one(model.GT, "5"), Harder},
		{"a lower limit is harder", model.Down, one(model.LE, "5.5"), one(model.LE, "5"), Harder},
		{"within, then about", model.Down, one(model.LE, "5.5"), one(model.Approx, "5.5"), Easier},
		{"a larger fall is harder", model.Down, one(model.Approx, "-2.5"), one(model.Approx, "-3"), Harder},
		{"a tolerance is easier", model.Up, one(model.GE, "5"), loose, Easier},
		{"best within a range: neither", model.Band, one(model.Approx, "3"), one(model.Approx, "2"), Changed},
		{"the same words", model.Band, one(model.Approx, "3"), one(model.Approx, "3"), Same},
		{"the same figure in other words", model.Up, one(model.GE, "5"), model.Bound{Op: model.GE, Value: num("5.0"), AsWritten: model.Text{Zh: "不低于5%"}}, Same},
		{"not below the average, then above it", model.Up, rel(model.RelGE, "不低于"), rel(model.RelGT, "高于"), Harder},
		{"above it, then not below it", model.Up, rel(model.RelGT, "高于"), rel(model.RelGE, "不低于"), Easier},
		{"in step, in other words", model.Up, rel(model.RelSync, "基本同步"), rel(model.RelSync, "同步"), Changed},
		{"a figure, then words", model.Up, one(model.GE, "5"), model.Bound{Op: model.Qualitative, AsWritten: model.Text{Zh: "稳步增长"}}, Changed},
	} {
		i := &model.Indicator{Unit: "%", Measure: model.Growth, Better: test.better}
		before := &model.Target{Indicator: i, Period: model.YearOf(2024), Bound: test.before}
		now := &model.Target{Indicator: i, Period: model.YearOf(2025), Bound: test.now}
		if got := Compare(now, before); got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
		opposite := map[Difference]Difference{Harder: Easier, Easier: Harder, Same: Same, Changed: Changed}
		if got := Compare(before, now); got != opposite[test.want] {
			t.Errorf("%s, the other way round: %s", test.why, got)
		}
	}
}

// Short agrees with the verdict: what is behind or missed lacks something, what is met
// or ahead does not.
func TestShort(t *testing.T) {
	for _, e := range examples(decimal.NewFromInt(DefaultBand)) {
		v := e.Verdict
		short, ok := v.Short()
		if !ok {
			continue
		}
		switch v.Status {
		case Missed, Behind:
			if short.IsNegative() {
				t.Errorf("%s: %s lacks %s%%", e.Title.En, v.Status, short)
			}
		case Achieved, Exceeded, Ahead:
			if short.IsPositive() {
				t.Errorf("%s: %s lacks %s%%", e.Title.En, v.Status, short)
			}
		}
	}
}
