package verdict

import (
	"cmp"
	"slices"

	"reportsite/generator/internal/model"
)

// choice is the figure that a target is judged by.
type choice struct {
	actual, ref *model.Observation
	final       bool // it covers the whole period, which is over
	estimate    bool // it covers the whole period, which is not over yet
	unfit       bool // there are figures, but of a basis that says nothing here
}

// choose picks the figure by which a version of a target is judged: the final
// one of the period, else the newest within it, else an estimate for all of
// it. A relative target takes the newest for which the other indicator has a
// figure of the same time, but never a figure of the past in place of a final.
func choose(t *model.Target, b model.Bound, asOf model.Date) choice {
	var whole, within, rest []*model.Observation
	for _, o := range t.Indicator.Observations {
		o := asKnown(o, asOf)
		if o == nil || !inside(o.Period, t.Period) {
			continue
		}
		switch c := cover(o); {
		case !c.fits(t):
			rest = append(rest, o)
		case c.end == t.Period.EndMonth():
			whole = append(whole, o)
		default:
			within = append(within, o)
		}
	}
	slices.SortStableFunc(whole, compareWhole)
	slices.SortStableFunc(within, compareNewest)
	slices.SortStableFunc(rest, compareNewest)
	over := isOver(t.Period, asOf)
	switch {
	case over && len(whole) > 0:
		c := pair(whole, b, asOf)
		c.final = true
		return c
	case len(within) > 0:
		return pair(within, b, asOf)
	case len(whole) > 0:
		c := pair(whole, b, asOf)
		c.estimate = true
		return c
	case len(rest) > 0:
		return choice{actual: rest[0], unfit: true}
	}
	return choice{}
}

// pair takes the first figure of the list, or for a relative target the first
// that has a counterpart.
func pair(list []*model.Observation, b model.Bound, asOf model.Date) choice {
	if b.Op.Relative() && b.Ref != nil {
		for _, o := range list {
			if ref := counterpart(b.Ref, o, asOf); ref != nil {
				return choice{actual: o, ref: ref}
			}
		}
	}
	return choice{actual: list[0]}
}

// counterpart is the other indicator's figure that covers the same time as o.
func counterpart(ref *model.Indicator, o *model.Observation, asOf model.Date) *model.Observation {
	var same []*model.Observation
	for _, r := range ref.Observations {
		if r := asKnown(r, asOf); r != nil && r.Period.Year == o.Period.Year && cover(r) == cover(o) {
			same = append(same, r)
		}
	}
	if len(same) == 0 {
		return nil
	}
	slices.SortStableFunc(same, compareWhole)
	return same[0]
}

// asKnown is an observation as it was known on a day: nil before its first
// release, a copy with the superseded value between two releases. A figure
// without a release date was not known before its own time was over, unless it
// is an estimate.
func asKnown(o *model.Observation, day model.Date) *model.Observation {
	if o.Released.IsZero() && roughness(o) == 0 && !isOver(o.Period, day) {
		return nil
	}
	if !o.Released.After(day) {
		return o
	}
	for n := len(o.Earlier) - 1; n >= 0; n-- {
		if r := o.Earlier[n]; !r.Released.After(day) {
			return revisedTo(o, r, o.Earlier[:n])
		}
	}
	return nil
}

// revisedTo is a copy of o with the value of one of its revisions. The note is
// left out, for it may speak of the value in force.
func revisedTo(o *model.Observation, r model.Revision, earlier []model.Revision) *model.Observation {
	old := *o
	old.Value, old.Stage, old.Released = r.Value, r.Stage, r.Released
	old.Earlier, old.Note = earlier, model.Text{}
	return &old
}

// coverage is the time that a figure speaks of: months of its year, or a
// moment at the end of one.
type coverage struct {
	from, end int
	moment    bool
}

// cover is what a figure covers. A whole year is the same whether it is
// printed as annual or as cumulative to December, and a single period that
// begins with January is the year to date.
func cover(o *model.Observation) coverage {
	end := o.Period.EndMonth()
	stock := o.Indicator.Accrual == model.Stock
	switch {
	case o.Basis == model.Point, stock && o.Basis != model.Single:
		return coverage{from: end, end: end, moment: true}
	case o.Basis == model.Single:
		return coverage{from: end - o.Period.Months() + 1, end: end}
	}
	return coverage{from: 1, end: end}
}

// fits reports whether a figure that covers c can be held against the target:
// a stock at a moment, a flow from the beginning of the target's period on.
func (c coverage) fits(t *model.Target) bool {
	fromStart := c.from == t.Period.EndMonth()-t.Period.Months()+1 && !c.moment
	switch t.Indicator.Accrual {
	case model.Stock:
		return c.moment
	case model.Flow:
		return fromStart
	}
	return fromStart || c.moment
}

// inside reports whether p ends within the target's period.
func inside(p, target model.Period) bool {
	end := target.EndMonth()
	return p.Year == target.Year && p.EndMonth() <= end && p.EndMonth() > end-target.Months()
}

func isOver(p model.Period, asOf model.Date) bool { return !asOf.Before(p.End()) }

// compareWhole orders figures of the same time: an estimate gives way to any
// later stage, then the plainest basis comes first.
func compareWhole(a, b *model.Observation) int {
	return cmp.Or(cmp.Compare(roughness(a), roughness(b)), cmp.Compare(basisRank(a), basisRank(b)))
}

// compareNewest orders figures of the same year, the newest time first.
func compareNewest(a, b *model.Observation) int {
	return cmp.Or(
		cmp.Compare(b.Period.EndMonth(), a.Period.EndMonth()),
		compareWhole(a, b),
		b.Released.Compare(a.Released),
	)
}

// roughness is 1 for what a source itself calls a flash or expected figure. A
// figure without a stage is simply published.
func roughness(o *model.Observation) int {
	if o.Stage == "快报" || o.Stage == "预计" {
		return 1
	}
	return 0
}

// basisRank is the order of preference among figures of the same time.
func basisRank(o *model.Observation) int {
	order := []model.Basis{model.Annual, model.Cumulative, model.Single, model.Point}
	if o.Indicator.Accrual == model.Stock {
		order = []model.Basis{model.Annual, model.Point, model.Cumulative, model.Single}
	}
	return slices.Index(order, o.Basis)
}

// isPreliminary reports whether a figure is likely to be revised.
func isPreliminary(o *model.Observation) bool {
	return roughness(o) > 0 || o.Stage == "初步核算" ||
		!o.Released.IsZero() && o.Released.Before(o.Period.End())
}
