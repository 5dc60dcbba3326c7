package lint

import (
	"regexp"
	"slices"

	"reportsite/generator/internal/model"
)

// spans compares figures whose times overlap, such as a month and the year to date.
func (l *linter) spans(i *model.Indicator) {
	if (i.Accrual == model.Flow || i.Measure == model.Completion) && !canFall(i) {
		l.falls(i)
		l.parts(i)
	}
}

// netFlow has the words for flows that can be negative: balances, profit and loss.
var netFlow = regexp.MustCompile(`净|利润|盈|亏|差额|顺差|逆差|结余|余额|增减|新增贷款|新增存款|融资规模|增量|(?i)\b(?:net|profit|loss|balance|surplus|deficit)\b`)

// canFall reports whether the year to date may go down: the name says that it
// is a balance, or a figure is below zero.
func canFall(i *model.Indicator) bool {
	return netFlow.MatchString(i.Name.Zh) || netFlow.MatchString(i.Name.En) ||
		slices.ContainsFunc(i.Observations, func(o *model.Observation) bool { return o.Value.IsNegative() })
}

// falls reports a year to date that is lower than an earlier one of the same year.
// For the whole year there is a message of its own.
func (l *linter) falls(i *model.Indicator) {
	years := map[int][]*model.Observation{}
	for _, o := range i.Observations { // in the order of their ends
		if o.Span().ToDate() && o.Basis != model.Single && exact(o) && !l.wrong[o] {
			years[o.Period.Year] = append(years[o.Period.Year], o)
		}
	}
	for _, o := range i.Observations {
		if list := years[o.Period.Year]; len(list) > 0 && list[0] == o {
			l.fallsWithin(list)
		}
	}
}

func (l *linter) fallsWithin(list []*model.Observation) {
	most := 0
	for n := 1; n < len(list); n++ {
		top, o := list[most], list[n]
		switch {
		case !o.Value.LessThan(top.Value), o.Approx != top.Approx && near(o, top), o.Break.Zh != "":
			most = n
		case l.silenced(o) || l.silenced(top):
		case o.Span() == top.Span(): // two results for one time, which check reports
		case o.Basis == model.Annual:
			l.report(AnnualBelow.At(l.place(o), o.Value.String(), top.Value.String(), top.Period.String()))
		case tooHigh(list, most, n):
			l.report(Falls.At(l.place(top), top.Value.String(), top.Period.String(), o.Value.String(), o.Period.String()))
			l.wrong[top] = true
			most = n
		default:
			l.report(Falls.At(l.place(o), top.Value.String(), top.Period.String(), o.Value.String(), o.Period.String()))
			l.wrong[o] = true
		}
	}
}

// tooHigh reports whether the higher figure is the wrong one: without it, the
// figures after it continue those before it.
func tooHigh(list []*model.Observation, most, n int) bool {
	return most > 0 && n+1 < len(list) &&
		list[most-1].Value.LessThanOrEqual(list[n].Value) &&
		list[n].Value.LessThanOrEqual(list[n+1].Value) && list[n+1].Value.LessThan(list[most].Value)
}

// near reports whether two figures differ by less than a twentieth.
func near(a, b *model.Observation) bool {
	return a.Value.Sub(b.Value).Abs().InexactFloat64() <= 0.05*b.Value.Abs().InexactFloat64()
}

// parts reports a month or quarter that is more than the year to date that it
// is a part of.
func (l *linter) parts(i *model.Indicator) {
	for _, part := range i.Observations {
		s := part.Span()
		if part.Basis != model.Single || !exact(part) || l.silenced(part) || l.wrong[part] {
			continue
		}
		for _, whole := range i.Observations {
			w := whole.Span()
			if w.Year != s.Year || !w.ToDate() || w.End < s.End || w == s || !exact(whole) || l.silenced(whole) || l.wrong[whole] {
				continue
			}
			if part.Value.GreaterThan(whole.Value) && !(part.Approx || whole.Approx) {
				l.report(SingleOver.At(l.place(part), part.Value.String(), whole.Value.String(), whole.Period.String()))
				break
			}
		}
	}
}
