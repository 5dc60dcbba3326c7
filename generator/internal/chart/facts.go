package chart

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// What a chart takes from the data: which figure counts for a time, and what a
// target demands in plain numbers. Nothing else in this package chooses.

// year is what is known of one year.
type year struct {
	year   int
	target *model.Target
	result *model.Observation // of the whole year
	part   *model.Observation // where there is no such: the newest of a part of it
	ref    *model.Observation // of the whole year, of the indicator that the newest target points at
}

// newest is the result of the year, or of the part of it that is known.
func (y year) newest() *model.Observation {
	if y.result != nil {
		return y.result
	}
	return y.part
}

// figureOf is the figure that counts for all of a period; nil where there is none.
func figureOf(i *model.Indicator, p model.Period) *model.Observation {
	var best *model.Observation
	for _, o := range i.Observations {
		whole := covers(o) && o.Period.Year == p.Year && o.Period.EndMonth() == p.EndMonth()
		if whole && (best == nil || better(o, best)) {
			best = o
		}
	}
	return best
}

// covers reports whether a figure speaks of the year up to the end of its period,
// or of the state then, and not of the period alone.
func covers(o *model.Observation) bool {
	return o.Basis != model.Single || o.Period.EndMonth() == o.Period.Months() && o.Indicator.Accrual != model.Stock
}

// better reports whether a is to be preferred to b, which is of the same time: an
// estimate gives way, then the plainest basis comes first.
func better(a, b *model.Observation) bool {
	return cmp.Or(cmp.Compare(roughness(a), roughness(b)), cmp.Compare(rank(a), rank(b))) < 0
}

func roughness(o *model.Observation) int {
	if o.Stage == "快报" || o.Stage == "预计" {
		return 1
	}
	return 0
}

func rank(o *model.Observation) int {
	order := []model.Basis{model.Annual, model.Cumulative, model.Single, model.Point}
	if o.Indicator.Accrual == model.Stock {
		order = []model.Basis{model.Annual, model.Point, model.Cumulative, model.Single}
	}
	return slices.Index(order, o.Basis)
}

// partOf is the newest figure of a part of a year; nil where there is none.
func partOf(i *model.Indicator, n int) *model.Observation {
	var best *model.Observation
	for _, o := range i.Observations {
		if o.Period.Year != n || !covers(o) || o.Period.EndMonth() == 12 {
			continue
		}
		if best == nil || o.Period.EndMonth() > best.Period.EndMonth() ||
			o.Period.EndMonth() == best.Period.EndMonth() && better(o, best) {
			best = o
		}
	}
	return best
}

// yearsOf lists every year with a target, a result for all of it or one for a
// part of it.
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
		if covers(o) {
			get(o.Period.Year)
		}
	}
	var list []year
	for n, y := range at {
		if y.result = figureOf(i, model.YearOf(n)); y.result == nil {
			y.part = partOf(i, n)
		}
		if t := i.LatestTarget(); t != nil && t.Ref != nil {
			y.ref = figureOf(t.Ref, model.YearOf(n))
		}
		list = append(list, *y)
	}
	slices.SortFunc(list, func(a, b year) int { return a.year - b.year })
	return list
}

// run is a series within years: figures that can be compared, at equal steps.
type run struct {
	alone bool // of each period alone, not of the year to date
	step  int  // months: 1, 3 or 6
	from  int  // the first year
	obs   map[int]*model.Observation
	last  int // the last index that the axis has
}

// index is a place on the run's axis: the end of a period.
func (r *run) index(p model.Period) int { return (p.Year-r.from)*12/r.step + p.EndMonth()/r.step - 1 }

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

func runOn(i *model.Indicator, alone bool, least int) *run {
	var list []*model.Observation
	within := map[int]bool{}
	belongs := func(o *model.Observation) bool {
		if alone {
			return o.Basis == model.Single && o.Period.Kind != model.Year
		}
		return covers(o)
	}
	for _, o := range i.Observations {
		if belongs(o) && o.Period.EndMonth() < 12 {
			within[o.Period.Year] = true
		}
	}
	step := 6
	for _, o := range i.Observations {
		if !belongs(o) || !within[o.Period.Year] {
			continue
		}
		list = append(list, o)
		for o.Period.EndMonth()%step != 0 || alone && o.Period.Months() < step {
			step = map[int]int{6: 3, 3: 1}[step]
		}
	}
	for len(list) >= least {
		r := &run{alone: alone, step: step, from: list[0].Period.Year, obs: map[int]*model.Observation{}}
		places := 0
		for _, o := range list {
			n := r.index(o.Period)
			if r.obs[n] == nil || better(o, r.obs[n]) {
				r.obs[n] = o
			}
			places = max(places, n+1)
			r.last = max(r.last, r.index(model.YearOf(o.Period.Year)))
		}
		if 2*len(r.obs) >= places && len(r.obs) >= least {
			return r
		}
		first := r.from
		list = slices.DeleteFunc(list, func(o *model.Observation) bool { return o.Period.Year == first })
	}
	return nil
}

// at is another indicator's figure at a place of the run; nil without one.
func (r *run) at(i *model.Indicator, n int) *model.Observation {
	var best *model.Observation
	for _, o := range i.Observations {
		if covers(o) == r.alone || o.Period.EndMonth()%r.step != 0 || r.index(o.Period) != n {
			continue
		}
		if best == nil || better(o, best) {
			best = o
		}
	}
	return best
}

// gapAt is the reason that an editor gives for a gap at a place of the run.
func (r *run) gapAt(i *model.Indicator, n int) (model.Text, bool) {
	for _, g := range i.Gaps {
		if r.index(g.Period) == n && (g.Basis == model.Single) == r.alone {
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

func aimOf(b model.Bound, i *model.Indicator) aim {
	base := b.Base
	switch {
	case b.Op == model.DeltaPP && b.Base.Valid && b.Value.Valid:
		v := decimal.NewNullDecimal(b.Base.Decimal.Add(b.Value.Decimal))
		switch i.Better {
		case model.Up:
			return aim{[]decimal.Decimal{v.Decimal}, v, decimal.NullDecimal{}}
		case model.Down:
			return aim{[]decimal.Decimal{v.Decimal}, decimal.NullDecimal{}, v}
		}
		return aim{[]decimal.Decimal{v.Decimal}, v, v}
	case b.Op == model.DeltaPP, b.Op.Relative(), b.Op == model.External, b.Op == model.Qualitative:
		return aim{}
	case b.Op == model.Flat:
		if !base.Valid && i.Measure == model.Growth {
			base = decimal.NewNullDecimal(decimal.Zero)
		}
		if !base.Valid {
			return aim{}
		}
		return aim{[]decimal.Decimal{base.Decimal}, slack(base, b, -1), slack(base, b, 1)}
	}
	var a aim
	for _, v := range []decimal.NullDecimal{b.Value, b.Low, b.High} {
		if v.Valid {
			a.at = append(a.at, v.Decimal)
		}
	}
	switch b.Op {
	case model.GE, model.GT:
		a.low = slack(b.Value, b, -1)
	case model.LE, model.LT:
		a.high = slack(b.Value, b, 1)
	case model.Range:
		a.low, a.high = slack(b.Low, b, -1), slack(b.High, b, 1)
	case model.EQ, model.Approx:
		if b.Tolerance.Valid {
			a.low, a.high = slack(b.Value, b, -1), slack(b.Value, b, 1)
		}
	}
	return a
}

func slack(v decimal.NullDecimal, b model.Bound, sign int64) decimal.NullDecimal {
	v.Decimal = v.Decimal.Add(b.Tolerance.Decimal.Mul(decimal.NewFromInt(sign)))
	return v
}

// dueBy is what a target of the year makes due by the end of a month: by the
// editor's plan where there is one, else by an even pace. ok is false where the
// plan is silent or the target has no figure.
func dueBy(t *model.Target, month int) (v decimal.Decimal, planned, ok bool) {
	if t == nil || !t.Value.Valid || t.Op.Relative() || t.Op == model.DeltaPP {
		return v, false, false
	}
	if len(t.Plan) == 0 {
		v = t.Value.Decimal.Mul(decimal.NewFromInt(int64(month))).DivRound(decimal.NewFromInt(12), 2)
		return decimal.RequireFromString(v.String()), false, true
	}
	for _, plan := range t.Plan {
		if plan.Period.EndMonth() == month {
			return plan.Value, true, true
		}
	}
	return v, true, false
}
