package verdict

import (
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Figure is the figure that counts for a period of an indicator: the one that
// the verdict on the period's target judges, where there is a target.
func (s *Set) Figure(i *model.Indicator, p model.Period) Figure {
	if t := i.Target(p); t != nil {
		if v := s.of[t]; v != nil {
			return v.figure
		}
	}
	return figureOf(i, p, nil, s.opt.AsOf)
}

// Newest is an indicator's newest figure: that of its newest period, of all
// that end with it the one that covers most. The Observation is nil where the
// indicator has none.
func (s *Set) Newest(i *model.Indicator) Figure {
	list := Series(i)
	if len(list) == 0 {
		return Figure{}
	}
	last := list[len(list)-1]
	for _, o := range list {
		a, b := o.Span(), last.Span()
		if a.Year == b.Year && a.End == b.End && a.From < b.From {
			last = o
		}
	}
	f := Figure{Observation: last}
	f.Final = last.Span().Whole() && isOver(last.Period, s.opt.AsOf)
	f.Part = !last.Span().Whole()
	return f
}

// Year holds an indicator's target, verdict and figure for one year.
type Year struct {
	Period  model.Period
	Target  *model.Target // nil: none for the year
	Verdict *Verdict      // of Target
	Figure                // the year's result, or the one of a part of it so far
	Other   *model.Observation
}

// Years lists every year with a target or a figure of an indicator, the oldest
// first. Other is the figure of the indicator that the newest target is compared
// with: of the same time as the year's own figure, or of the whole year when there
// is none.
func (s *Set) Years(i *model.Indicator) []Year {
	seen := map[model.Period]bool{}
	for _, t := range i.Targets {
		if t.Period.Kind == model.Year {
			seen[t.Period] = true
		}
	}
	for _, o := range i.Observations {
		seen[model.YearOf(o.Period.Year)] = true
	}
	var ref *model.Indicator
	if t := i.LatestTarget(); t != nil {
		ref = t.Ref
	}
	var list []Year
	for p := range seen {
		y := Year{Period: p, Target: i.Target(p), Figure: s.Figure(i, p)}
		y.Verdict = s.of[y.Target]
		if y.Unfit {
			y.Figure = Figure{} // a single month is no figure of the year
		}
		switch {
		case ref == nil:
		case y.Observation != nil:
			y.Other = Counterpart(ref, y.Observation)
		default:
			y.Other = figureOf(ref, p, nil, s.opt.AsOf).Observation
		}
		if y.Target != nil || y.Observation != nil {
			list = append(list, y)
		}
	}
	slices.SortFunc(list, func(a, b Year) int { return a.Period.Compare(b.Period) })
	return list
}

// Demand is what a version of a target asks for in plain numbers, in the
// indicator's unit.
type Demand struct {
	Goal      decimal.Decimal     // the figure that represents the demand; of a range the end that decides
	Low, High decimal.NullDecimal // the ends as the report has them; an open side is not valid
	Tolerance decimal.Decimal     // how far beyond an end is still met; 0 where none is stated
	Strict    bool                // an end itself does not count
	Vague     bool                // 左右、同步、持平 without a tolerance: a figure outside is not called missed
	Limit     bool                // a flow is to stay within the goal instead of growing towards it
	Stretch   decimal.NullDecimal
}

// Accepts are the ends with the tolerance: between them the target is met. An
// open side is not valid.
func (d Demand) Accepts() (low, high decimal.NullDecimal) {
	low, high = d.Low, d.High
	low.Decimal, high.Decimal = low.Decimal.Sub(d.Tolerance), high.Decimal.Add(d.Tolerance)
	return low, high
}

// Marks are the figures of the demand that a chart marks, without tolerance:
// one, or both ends of a range.
func (d Demand) Marks() []decimal.Decimal {
	if d.Low.Valid && d.High.Valid && !d.Low.Decimal.Equal(d.High.Decimal) {
		return []decimal.Decimal{d.Low.Decimal, d.High.Decimal}
	}
	return []decimal.Decimal{d.Goal}
}

// DemandOf computes the demand of a version of a target. reference is the other
// indicator's figure for relative operators. ok is false where the version gives no
// figure: it is in words only, or lacks its base or reference.
func DemandOf(i *model.Indicator, b model.Bound, reference *model.Observation) (d Demand, ok bool) {
	made, reason := newDemand(i, b, reference)
	if reason != "" {
		return Demand{}, false
	}
	return Demand{
		Goal: made.goal, Low: made.low, High: made.high, Tolerance: made.slack,
		Strict: made.strict, Vague: made.vague, Stretch: made.stretch,
		Limit: i.Accrual == model.Flow && made.dir == down && !made.addsUpTo(),
	}, true
}

// Demand is what the version of the target that was judged asks for.
func (v *Verdict) Demand() (d Demand, ok bool) {
	return DemandOf(v.Target.Indicator, v.Bound, v.Reference)
}

// Due is what a target asks for by the end of a month of its year, from low to
// high: by the editors' plan where there is one, otherwise an even share of a
// flow, and of everything else the target itself. ok is false where nothing is
// due then.
func Due(t *model.Target, month int) (low, high decimal.Decimal, ok bool) {
	for _, p := range t.Plan {
		if p.Period.EndMonth() == month {
			return p.Value, p.Value, true
		}
	}
	d, reason := newDemand(t.Indicator, t.Bound, nil)
	start := t.Period.EndMonth() - t.Period.Months()
	if len(t.Plan) > 0 || reason != "" || month <= start || month > t.Period.EndMonth() {
		return low, high, false
	}
	low, high = orGoal(d.low, d), orGoal(d.high, d)
	if t.Indicator.Accrual != model.Flow {
		return low, high, true
	}
	p := due{low, high, decimal.NewFromInt(int64(month - start)), decimal.NewFromInt(int64(t.Period.Months()))}
	return p.share(low), p.share(high), true
}
