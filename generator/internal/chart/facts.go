package chart

import (
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// What a chart takes from the data. Which figure counts for a time, what a target
// demands in plain numbers and what is due when, package verdict says.

// run is a series within years: figures that can be compared, at equal steps.
type run struct {
	alone bool // of each period alone, not of the year to date
	step  int  // months: 1, 3 or 6
	from  int  // the first year
	obs   map[int]*model.Observation
	last  int // the last index that the axis has
}

// index is a place on the run's axis: the end of a time.
func (r *run) index(year, month int) int { return (year-r.from)*12/r.step + month/r.step - 1 }

// years is the number of years on the axis.
func (r *run) years() int { return (r.last + 1) * r.step / 12 }

// newest is the place of the newest figure.
func (r *run) newest() int {
	last := -1
	for n := range r.obs {
		last = max(last, n)
	}
	return last
}

// runOf finds the series within years of an indicator: of the year to date (or
// the state at a time), or of periods alone, whichever has more figures. It is
// nil where there are fewer than the least, or gaps of more than every second
// place; thin years at the beginning are left out.
func runOf(i *model.Indicator, least int) *run {
	var best *run
	for _, alone := range []bool{false, true} {
		if r := runOn(i, alone, least); r != nil && (best == nil || len(r.obs) > len(best.obs)) {
			best = r
		}
	}
	return best
}

// belongs reports whether a figure is one of a run: in each year it covers the
// same kind of time as the others.
func belongs(o *model.Observation, alone bool) bool {
	s := o.Span()
	if s.Years() > 0 {
		return false
	}
	if alone {
		return o.Basis == model.Single && o.Period.Kind != model.Year
	}
	return s.ToDate() || s.Moment
}

func runOn(i *model.Indicator, alone bool, least int) *run {
	var list []*model.Observation
	within := map[int]bool{}
	all := verdict.Series(i)
	for _, o := range all {
		if belongs(o, alone) && o.Span().End < 12 {
			within[o.Span().Year] = true
		}
	}
	step := 6
	for _, o := range all {
		s := o.Span()
		if !belongs(o, alone) || !within[s.Year] || !measured(o) {
			continue
		}
		list = append(list, o)
		for s.End%step != 0 || alone && o.Period.Months() < step && step > 1 {
			step = map[int]int{6: 3, 3: 1}[step]
		}
	}
	for len(list) >= least {
		r := &run{alone: alone, step: step, from: list[0].Span().Year, obs: map[int]*model.Observation{}}
		places := 0
		for _, o := range list {
			s := o.Span()
			n := r.index(s.Year, s.End)
			if alone && o.Period.Months() > step {
				continue // a quarter among months
			}
			r.obs[n] = o
			places = max(places, n+1)
			r.last = max(r.last, r.index(s.Year, 12))
		}
		if 2*len(r.obs) >= places && len(r.obs) >= least {
			return r
		}
		first := r.from
		list = slices.DeleteFunc(list, func(o *model.Observation) bool { return o.Span().Year == first })
	}
	return nil
}

// measured reports whether a result has a figure to draw: 为正 has none, and a
// structure has parts instead.
func measured(o *model.Observation) bool {
	return o != nil && o.Sense != model.Positive && o.Sense != model.Negative && len(o.Parts) == 0
}

// gapAt is the reason that an editor gives for a gap at a place of the run.
func (r *run) gapAt(i *model.Indicator, n int) (model.Text, bool) {
	for _, g := range i.Gaps {
		s := model.SpanOf(i.Accrual, g.Period, g.Basis)
		if r.index(s.Year, s.End) == n && (g.Basis == model.Single) == r.alone {
			return g.Reason, true
		}
	}
	return model.Text{}, false
}

// aim is what a target demands in plain numbers.
type aim struct {
	at        []decimal.Decimal   // the figures that it names
	low, high decimal.NullDecimal // what meets it, tolerance included
}

func aimOf(b model.Bound, i *model.Indicator, ref *model.Observation) aim {
	d, ok := verdict.DemandOf(i, b, ref)
	if !ok || len(b.Parts) > 0 {
		return aim{}
	}
	a := aim{at: d.Marks()}
	a.low, a.high = d.Accepts()
	return a
}

// aim is what a target of the plot's indicator names without another's result.
func (p *plot) aimOf(t *model.Target) aim {
	if t == nil || t.Op.Relative() {
		return aim{}
	}
	return aimOf(t.Bound, p.i, nil)
}

// dueBy is what a target makes due by the end of a month of its year.
func dueBy(t *model.Target, month int) (v decimal.Decimal, ok bool) {
	if t == nil || t.Op.Relative() {
		return v, false
	}
	low, high, ok := verdict.Due(t, month)
	if t.Op == model.LE || t.Op == model.LT {
		return high, ok
	}
	return low, ok
}
