package chart

import (
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// final is the result of a whole period: annual, cumulative to its end, or the
// state at its end. An estimate (快报、预计) gives way to any other.
func final(i *model.Indicator, p model.Period) *model.Observation {
	var best *model.Observation
	for _, o := range i.Observations {
		whole := o.Basis == model.Annual || o.Basis == model.Cumulative || o.Basis == model.Point
		if !whole || o.Period.Year != p.Year || o.Period.EndMonth() != p.EndMonth() {
			continue
		}
		if best == nil || best.Stage == "快报" || best.Stage == "预计" {
			best = o
		}
	}
	return best
}

// year is what is known of one year.
type year struct {
	year   int
	target *model.Target
	result *model.Observation
	ref    *model.Observation // of the indicator that the newest target points at
}

// years lists every year with a target or a result for all of it.
func yearsOf(i *model.Indicator) []year {
	at := map[int]*year{}
	get := func(n int) *year {
		if at[n] == nil {
			at[n] = &year{year: n}
		}
		return at[n]
	}
	for _, t := range i.Targets {
		if t.Period.Kind == model.Year {
			get(t.Period.Year).target = t
		}
	}
	for _, o := range i.Observations {
		if o.Period.EndMonth() == 12 && o.Basis != model.Single {
			get(o.Period.Year).result = final(i, model.YearOf(o.Period.Year))
		}
	}
	var list []year
	for _, y := range at {
		if t := i.LatestTarget(); t != nil && t.Ref != nil {
			y.ref = final(t.Ref, model.YearOf(y.year))
		}
		list = append(list, *y)
	}
	slices.SortFunc(list, func(a, b year) int { return a.year - b.year })
	return list
}

// run is a series within years: the figures of one basis, at equal steps.
type run struct {
	basis model.Basis
	step  int // months: 1, 3 or 6
	from  int // the first year
	obs   map[int]*model.Observation
	last  int // the last index that the axis has
}

// index is a place on the run's axis: the end of a period.
func (r *run) index(p model.Period) int { return (p.Year-r.from)*12/r.step + p.EndMonth()/r.step - 1 }

// runOf finds the series within years of an indicator. ok is false where no
// basis has enough figures: three, and at least every second place filled from
// the first to the last. Years that are thinner than that are left out at the
// beginning.
func runOf(i *model.Indicator) (r *run, ok bool) {
	for _, b := range []model.Basis{model.Cumulative, model.Point, model.Single} {
		one := runOn(i, b)
		if one != nil && (r == nil || len(one.obs) > len(r.obs)) {
			r = one
		}
	}
	return r, r != nil
}

// runOn is the series of one basis; nil where there is none.
func runOn(i *model.Indicator, basis model.Basis) *run {
	var list []*model.Observation
	inYear := map[int]bool{}
	for _, o := range i.Observations {
		if o.Basis == basis && o.Period.Kind != model.Year {
			inYear[o.Period.Year] = true
		}
	}
	step := 6
	for _, o := range i.Observations {
		end := o.Basis == model.Annual && basis == model.Cumulative
		if !inYear[o.Period.Year] || o.Basis != basis && !end {
			continue
		}
		list = append(list, o)
		for o.Period.EndMonth()%step != 0 {
			step = map[int]int{6: 3, 3: 1}[step]
		}
	}
	for len(list) >= 3 {
		r := &run{basis: basis, step: step, from: list[0].Period.Year, obs: map[int]*model.Observation{}}
		places := 0
		for _, o := range list {
			n := r.index(o.Period)
			if r.obs[n] == nil {
				r.obs[n] = o
			}
			places = max(places, n+1)
			r.last = max(r.last, r.index(model.YearOf(o.Period.Year)))
		}
		if 2*len(r.obs) >= places {
			return r
		}
		first := r.from
		list = slices.DeleteFunc(list, func(o *model.Observation) bool { return o.Period.Year == first })
	}
	return nil
}

// keep leaves only the newest n places of the axis, whole years.
func (r *run) keep(n int) {
	perYear := 12 / r.step
	drop := max(0, (r.last+1-n+perYear-1)/perYear)
	if drop == 0 {
		return
	}
	moved := map[int]*model.Observation{}
	for k, o := range r.obs {
		if k >= drop*perYear {
			moved[k-drop*perYear] = o
		}
	}
	r.obs, r.from, r.last = moved, r.from+drop, r.last-drop*perYear
}

// years is the number of years on the axis.
func (r *run) years() int { return (r.last + 1) * r.step / 12 }

// goals are the ends of what a target demands, in the unit; open sides are not
// valid.
func goals(t model.Bound) (low, high decimal.NullDecimal) {
	slack := t.Tolerance.Decimal // 0 where there is none
	shift := func(d decimal.NullDecimal, by decimal.Decimal) decimal.NullDecimal {
		d.Decimal = d.Decimal.Add(by)
		return d
	}
	switch t.Op {
	case model.GE, model.GT:
		return shift(t.Value, slack.Neg()), high
	case model.LE, model.LT:
		return low, shift(t.Value, slack)
	case model.Range:
		return shift(t.Low, slack.Neg()), shift(t.High, slack)
	case model.EQ, model.Approx:
		if t.Tolerance.Valid {
			return shift(t.Value, slack.Neg()), shift(t.Value, slack)
		}
	}
	return low, high
}

// marks are the figures of a target that a chart marks: one, or both ends of a
// range.
func marks(t model.Bound) []decimal.Decimal {
	switch {
	case t.Op == model.DeltaPP && (!t.Base.Valid || !t.Value.Valid):
		return nil
	case t.Op == model.DeltaPP:
		return []decimal.Decimal{t.Base.Decimal.Add(t.Value.Decimal)}
	case t.Op == model.Flat && t.Base.Valid:
		return []decimal.Decimal{t.Base.Decimal}
	}
	var list []decimal.Decimal
	for _, v := range []decimal.NullDecimal{t.Value, t.Low, t.High} {
		if v.Valid {
			list = append(list, v.Decimal)
		}
	}
	return list
}
