package chart

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// plot is what a chart of one indicator is made from.
type plot struct {
	words
	i     *model.Indicator
	t     *model.Target // the newest, or that of the year; may be nil
	v     *verdict.Verdict
	run   *run // nil: no series within years
	years []verdict.Year
	last  model.Period       // no result of a later time stands beside the target; zero for no limit
	new   *model.Observation // the newest figure
	scale wording.Scale

	sources []*model.Source // of the figures that stand in the table
}

// name adds the source of a figure; nil is none.
func (p *plot) name(s *model.Source) {
	if s != nil && !slices.Contains(p.sources, s) {
		p.sources = append(p.sources, s)
	}
}

func newPlot(i *model.Indicator, set *verdict.Set, l model.Lang) *plot {
	p := &plot{words: words{l}, i: i, t: i.LatestTarget(), years: set.Years(i), run: runOf(i, 3), v: set.Latest(i)}
	p.new = set.Newest(i).Observation
	if p.run == nil && !p.hasYears() && p.t == nil {
		p.run = runOf(i, 2)
	}
	p.scale = wording.ScaleOf(p.figures(), i.Unit, l)
	return p
}

// inReport is what the report of a year or plan says of an indicator; the zero
// period is the newest.
func inReport(i *model.Indicator, of model.Period, set *verdict.Set, l model.Lang) *plot {
	p := newPlot(i, set, l)
	if !of.IsZero() {
		p.last, p.t = of, i.TargetOf(of)
		p.v = set.Of(p.t)
	}
	return p
}

// until leaves out what is of later years than the plot's time.
func (p *plot) until() {
	p.years = slices.DeleteFunc(slices.Clone(p.years), func(y verdict.Year) bool { return y.Period.Year > p.last.Year })
	if p.run == nil || p.run.from > p.last.Year {
		p.run = nil
		return
	}
	r := *p.run
	r.obs = map[int]*model.Observation{}
	r.last = min(r.last, r.index(p.last.Year, 12))
	for k, o := range p.run.obs {
		if k <= r.last {
			r.obs[k] = o
		}
	}
	if p.run = &r; len(r.obs) < 2 {
		p.run = nil
	}
}

// figures are all figures that a chart of the indicator may show.
func (p *plot) figures() []decimal.Decimal {
	var list []decimal.Decimal
	for _, o := range p.i.Observations {
		if measured(o) {
			list = append(list, o.Value)
		}
	}
	for _, t := range p.i.Targets {
		list = append(list, p.aimOf(t).at...)
		if t.Stretch.Valid {
			list = append(list, t.Stretch.Decimal)
		}
		list = append(list, t.Further...)
	}
	return list
}

// forms lists the forms that the data allows, the main one first: the series
// within the year as long as the newest target is of that year, otherwise the
// years.
func (p *plot) forms() []Form {
	var list []Form
	if p.run != nil {
		if p.flow() && !p.run.alone {
			list = append(list, Progress)
		} else {
			list = append(list, Trend)
		}
	}
	if p.hasYears() {
		list = append(list, Years)
	}
	if len(list) == 2 && (p.t == nil || p.t.Period.From() >= p.run.from+p.run.years()) {
		slices.Reverse(list)
	}
	if len(p.planned()) > 0 {
		list = append([]Form{Planned}, list...)
	}
	switch {
	case p.i.Measure == model.Structure:
		return []Form{Structure}
	case len(list) > 0:
		return list
	case p.t != nil && p.t.Ref != nil:
		return []Form{Relation}
	case p.latest() != nil && len(p.latest().Parts) == 0:
		return []Form{Bullet}
	case p.aims():
		return []Form{Target}
	}
	return []Form{State}
}

// hasYears reports whether there is more than one year to show, with a result
// and something to hold it against.
func (p *plot) hasYears() bool {
	results, others := 0, 0
	for _, y := range p.years {
		if measured(y.Observation) {
			results++
		}
		if y.Other != nil || len(p.aimOf(y.Target).at) > 0 {
			others++
		}
	}
	ahead := len(p.untilPlans(p.years)) > len(p.years)
	if ahead {
		others++ // the target of a plan that ends later
	}
	return (len(p.years) > 1 || ahead) && results > 0 && results+others > 1
}

func (p *plot) flow() bool { return p.i.Accrual == model.Flow }

// amounts reports whether the figures are amounts, whose length a bar shows; a
// rate or an index is a point.
func (p *plot) amounts() bool { return p.i.Measure == model.Level || p.i.Measure == model.Count }

// whole reports whether the indicator counts things, which have no parts.
func (p *plot) whole() bool {
	return p.i.Measure == model.Count && p.scale.Shift() == 0 && !slices.ContainsFunc(p.figures(), func(v decimal.Decimal) bool { return !v.IsInteger() })
}

// aims reports whether the target has a figure to mark.
func (p *plot) aims() bool { return len(p.aimOf(p.t).at) > 0 }

// latest is the result that stands beside the target, or, where the report sets
// none, the newest one.
func (p *plot) latest() *model.Observation {
	if p.t != nil {
		if p.v == nil {
			return nil
		}
		return p.v.Actual
	}
	if p.last.IsZero() {
		return p.new
	}
	for _, y := range slices.Backward(p.years) {
		if y.Observation != nil && y.Period.Year <= p.last.Year {
			return y.Observation
		}
	}
	return nil
}

// ForIndicator makes the main chart of an indicator.
func ForIndicator(i *model.Indicator, set *verdict.Set, l model.Lang) *Chart {
	p := newPlot(i, set, l)
	return p.chart(p.forms()[0])
}

// ForEdition makes the chart of an indicator as the report of a year or plan shows
// it: its target, its message and no figures of later years.
func ForEdition(i *model.Indicator, of model.Period, set *verdict.Set, l model.Lang) *Chart {
	p := inReport(i, of, set, l)
	p.until()
	return p.chart(p.forms()[0])
}

// Detail makes the second chart of an indicator that has both: the years where
// ForIndicator shows the series within them. It is nil where one chart shows
// everything.
func Detail(i *model.Indicator, set *verdict.Set, l model.Lang) *Chart {
	p := newPlot(i, set, l)
	forms := p.forms()
	if len(forms) < 2 {
		return nil
	}
	c := p.chart(forms[1])
	c.Title = p.secondMessage(forms[1])
	return c
}

// secondMessage says what the second chart of an indicator shows: its newest figure, or,
// where the first chart's message begins with that, the first and the newest of the
// figures that compare, or that none does. With one figure alone it is the target beside
// it.
func (p *plot) secondMessage(f Form) string {
	list, parted := p.comparable(f)
	newest := capital(p.found(list[len(list)-1]))
	switch {
	case !strings.HasPrefix(p.message(), newest):
		return newest
	case len(list) > 1:
		return capital(p.found(list[0])) + p.pick("，", "; ") + p.found(list[len(list)-1])
	case parted:
		return newest + p.pick("，与此前的数字不可比", "; not comparable with earlier figures")
	case p.t != nil:
		return p.aimed()
	}
	return p.about(f, "")
}

// comparable are the figures that a form shows over time, the oldest first, from its last
// break on, and whether others come before that.
func (p *plot) comparable(f Form) (list []*model.Observation, parted bool) {
	add := func(o *model.Observation) {
		if !measured(o) {
			return
		}
		if o.Break != (model.Text{}) && len(list) > 0 {
			list, parted = nil, true
		}
		list = append(list, o)
	}
	switch f {
	case Trend, Progress:
		newest := p.run.obs[p.run.newest()]
		for _, n := range slices.Sorted(maps.Keys(p.run.obs)) {
			if o := p.run.obs[n]; f == Trend || o.Period.Year == newest.Period.Year { // amounts add up anew each year
				add(o)
			}
		}
	case Years:
		for _, y := range p.years {
			add(y.Observation)
		}
	}
	return list, parted
}

// ForCard makes the small chart of an indicator, drawn without words: its years where it has more than one, else what its main
// chart shows.
func ForCard(i *model.Indicator, set *verdict.Set, l model.Lang) *Chart {
	p := newPlot(i, set, l)
	forms := p.forms()
	c := &Chart{ID: i.ID, Form: forms[len(forms)-1], Lang: l, Title: i.Short.In(l), Subtitle: i.Short.In(l), Text: p.text(forms[0])}
	if p.hasYears() {
		c.Form = Years
	}
	p.fill(c)
	return c
}

// ForRow is ForCard where it shows a figure beside another one: a course, or a result
// beside its target. Lists have a row for every indicator, and one picture of a lone
// target below the other says nothing. It is nil elsewhere.
func ForRow(i *model.Indicator, set *verdict.Set, l model.Lang) *Chart {
	c := ForCard(i, set, l)
	for _, b := range c.Bars {
		for _, r := range b.Rows {
			if len(r.Goals) == 0 || !r.Result.Value.Valid {
				return nil
			}
		}
	}
	if !c.Drawn() || c.Plain != nil {
		return nil
	}
	return c
}

// ForTarget makes the small chart of a target and its result for the row of a list,
// drawn without words. It is nil where there is no figure to hold against another,
// and for a nil target.
func ForTarget(t *model.Target, set *verdict.Set, l model.Lang) *Chart {
	if t == nil {
		return nil
	}
	p := newPlot(t.Indicator, set, l)
	p.last, p.t, p.v = t.Period, t, set.Of(t)
	if !p.aims() || !measured(p.latest()) {
		return nil
	}
	return &Chart{ID: t.Indicator.ID, Form: Bullet, Lang: l, Title: t.Indicator.Short.In(l), Bars: []Bars{p.bullet()}}
}

func (p *plot) chart(f Form) *Chart {
	c := &Chart{
		ID: p.i.ID, Form: f, Lang: p.Lang, Title: p.message(), Subtitle: p.neutral(f), Text: p.text(f), Table: p.table(f),
	}
	c.Sources = p.sources
	p.fill(c)
	return c
}

// fill makes what the form shows.
func (p *plot) fill(c *Chart) {
	switch c.Form {
	case Trend, Progress:
		c.Courses = []Course{p.within(c.Form)}
		c.Notes = p.runNotes()
	case Years:
		c.Courses = []Course{p.byYear()}
		c.Notes = p.yearNotes()
	case Planned:
		c.Courses = []Course{p.overPlan()}
	case Bullet, Target:
		c.Bars = []Bars{p.bullet()}
		c.Notes = p.breakNotes(p.latest())
	case Relation:
		c.Bars = []Bars{p.relation()}
		c.Notes = p.breakNotes(p.latest())
	case Structure:
		p.structure(c)
	case State:
		c.Plain = p.plain()
	}
}
