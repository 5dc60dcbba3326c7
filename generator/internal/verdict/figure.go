package verdict

import (
	"cmp"
	"slices"

	"reportsite/generator/internal/model"
)

// Figure is the figure that counts for a period on the as-of date, as everyone
// shows it: sentences, charts, tables, cards and files.
type Figure struct {
	*model.Observation                    // nil: there is none
	Reference          *model.Observation // the other indicator's figure of the same time; nil without one

	Final    bool // it covers the whole period, which is over
	Estimate bool // it covers the whole period, which is not over yet
	Part     bool // it covers a part of the period from its beginning, or a moment within it
	Unfit    bool // its basis does not fit the period, such as that of a single month
}

// figureOf picks the figure of a period: the final one, else the newest within the
// period, else an estimate for all of it. For a relative target it takes the newest
// figure for which the other indicator has one of the same time, but never an
// earlier figure in place of a final one. b may be nil.
func figureOf(i *model.Indicator, p model.Period, b *model.Bound, asOf model.Date) Figure {
	var whole, within, rest []*model.Observation
	for _, o := range i.Observations {
		if !inside(o.Period, p) {
			continue
		}
		switch s := o.Span(); {
		case p.Kind == model.Plan && !s.Whole() && countsAtEnd(i, p):
			// A part of a year cannot be compared with the end of a plan.
		case !fits(s, i, p):
			rest = append(rest, o)
		case s.End == p.EndMonth() && s.Year == p.Year:
			whole = append(whole, o)
		default:
			within = append(within, o)
		}
	}
	slices.SortStableFunc(whole, compareWhole)
	slices.SortStableFunc(within, compareNewest)
	slices.SortStableFunc(rest, compareNewest)
	if len(within) > 0 && len(rest) > 0 && part(within[0], p) && compareNewest(rest[0], within[0]) < 0 {
		within = nil // January alone is the total so far only as long as no later month stands alone
	}
	over := isOver(p, asOf)
	switch {
	case over && len(whole) > 0:
		f := pair(whole, b)
		f.Final = true
		return f
	case len(within) > 0:
		f := pair(within, b)
		f.Part = true
		return f
	case len(whole) > 0:
		f := pair(whole, b)
		f.Estimate = true
		return f
	case len(rest) > 0:
		return Figure{Observation: rest[0], Unfit: true}
	}
	return Figure{}
}

// part reports whether a figure is the total so far only because it is the first
// part of the period: January alone of a year, the first year of a plan.
func part(o *model.Observation, p model.Period) bool {
	return o.Basis == model.Single || p.Kind == model.Plan && o.Period.Kind != model.Plan && !o.Span().Moment
}

// pair takes the first figure of the list, or for a relative target the first
// that has a counterpart.
func pair(list []*model.Observation, b *model.Bound) Figure {
	if b != nil && b.Op.Relative() && b.Ref != nil {
		for _, o := range list {
			if ref := Counterpart(b.Ref, o); ref != nil {
				return Figure{Observation: o, Reference: ref}
			}
		}
	}
	return Figure{Observation: list[0]}
}

// Counterpart is another indicator's figure that covers the same time as o; nil
// where it has none.
func Counterpart(ref *model.Indicator, o *model.Observation) *model.Observation {
	var same []*model.Observation
	for _, r := range ref.Observations {
		if r.Span() == o.Span() {
			same = append(same, r)
		}
	}
	if len(same) == 0 {
		return nil
	}
	slices.SortStableFunc(same, compareWhole)
	return same[0]
}

// Series are an indicator's figures, one for each time that they cover: of
// several for the same time the one that counts. They are in the order of
// time, a year to date before the single period that ends with it.
func Series(i *model.Indicator) []*model.Observation {
	best := map[model.Span]*model.Observation{}
	var list []*model.Observation
	for _, o := range i.Observations {
		if b := best[o.Span()]; b == nil || compareWhole(o, b) < 0 {
			best[o.Span()] = o
		}
	}
	for _, o := range i.Observations {
		if best[o.Span()] == o {
			list = append(list, o)
		}
	}
	slices.SortStableFunc(list, func(a, b *model.Observation) int {
		x, y := a.Span(), b.Span()
		return cmp.Or(cmp.Compare(x.Year, y.Year), cmp.Compare(x.End, y.End), cmp.Compare(x.From, y.From))
	})
	return list
}

// fits reports whether a figure that covers s can be compared with a target for p:
// a stock at a moment, a flow from the beginning of the period on. For a plan with
// a target for its end it must cover a whole year, or be the state at the end of
// one.
func fits(s model.Span, i *model.Indicator, p model.Period) bool {
	if p.Kind == model.Plan && countsAtEnd(i, p) {
		return s.Whole()
	}
	fromStart := s.Year*12+s.From == p.Year*12+p.EndMonth()-p.Months()+1 && !s.Moment
	switch i.Accrual {
	case model.Stock:
		return s.Moment
	case model.Flow:
		return fromStart
	}
	return fromStart || s.Moment
}

// countsAtEnd reports whether an indicator's target for a plan is for the end of
// the plan, and not for all of it.
func countsAtEnd(i *model.Indicator, p model.Period) bool {
	t := i.Target(p)
	return t == nil || t.Counts == model.AtEnd || t.Counts == ""
}

// inside reports whether p ends within the target's period.
func inside(p, target model.Period) bool { return target.Holds(p) }

func isOver(p model.Period, asOf model.Date) bool { return !asOf.Before(p.End()) }

// compareWhole orders figures of the same time: an estimate gives way to any
// later stage, then the plainest basis comes first.
func compareWhole(a, b *model.Observation) int {
	return cmp.Or(cmp.Compare(roughness(a), roughness(b)), cmp.Compare(basisRank(a), basisRank(b)))
}

// compareNewest orders figures, the newest time first.
func compareNewest(a, b *model.Observation) int {
	return cmp.Or(
		cmp.Compare(b.Period.Year, a.Period.Year),
		cmp.Compare(b.Period.EndMonth(), a.Period.EndMonth()),
		compareWhole(a, b),
		b.Released.Compare(a.Released),
	)
}

// roughness is 1 for what a source itself calls a flash or expected figure. A
// figure without a stage is simply published.
func roughness(o *model.Observation) int {
	if o.Stage.Estimate() {
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
