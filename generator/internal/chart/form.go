package chart

import (
	"slices"

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

// inTime is what the report of a year or plan says of an indicator; the zero
// period is the newest.
func inTime(i *model.Indicator, n model.Period, set *verdict.Set, l model.Lang) *plot {
	p := newPlot(i, set, l)
	if n.IsZero() {
		return p
	}
	p.last, p.v = n, nil
	if p.t = i.Target(n); p.t != nil {
		p.v = set.Of(p.t)
	}
	return p
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
	switch {
	case p.i.Measure == model.Structure:
		return []Form{Structure}
	case len(list) > 0:
		return list
	case p.t != nil && p.t.Ref != nil:
		return []Form{Relation}
	case measured(p.latest()):
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
	return len(p.years) > 1 && results > 0 && results+others > 1
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
	c.Title = p.newestOf(forms[1]) // the first chart has the message
	return c
}

// newestOf says the newest figure that a form shows.
func (p *plot) newestOf(f Form) string {
	o := p.new
	if f != Years {
		o = p.run.obs[p.run.newest()]
	} else {
		for _, y := range p.years {
			if measured(y.Observation) {
				o = y.Observation
			}
		}
	}
	return p.told(o)
}

// ForCard makes the small chart of an indicator for a card or a row of a list,
// drawn without words: its years where it has more than one, else what its main
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

func (p *plot) chart(f Form) *Chart {
	c := &Chart{
		ID: p.i.ID, Form: f, Lang: p.Lang, Title: p.message(), Subtitle: p.neutral(f), Text: p.text(f), Table: p.table(f),
	}
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
	case Bullet, Target:
		c.Bars = []Bars{p.bullet()}
	case Relation:
		c.Bars = []Bars{p.relation()}
	case Structure:
		p.structure(c)
	case State:
		c.Plain = p.plain()
	}
}
