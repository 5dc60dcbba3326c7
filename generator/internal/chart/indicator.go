package chart

import (
	"slices"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// The sizes of drawings, in CSS pixels.
const (
	narrowWidth = 340
	wideWidth   = 680
	cardWidth   = 240
	cardHeight  = 64
)

// plot is what a chart of one indicator is drawn from.
type plot struct {
	words
	i     *model.Indicator
	t     *model.Target // the newest, or that of the year; may be nil
	v     *verdict.Verdict
	run   *run // nil: no series within years
	years []year
	last  int // no result of a later year stands beside the target; 0 for no limit
}

func newPlot(i *model.Indicator, set *verdict.Set, l model.Lang) *plot {
	p := &plot{words: words{l}, i: i, t: i.LatestTarget(), years: yearsOf(i)}
	p.v = set.Latest(i)
	p.run, _ = runOf(i)
	return p
}

// inYear is what the report of a year says of an indicator; 0 is the newest.
func inYear(i *model.Indicator, n int, set *verdict.Set, l model.Lang) *plot {
	p := newPlot(i, set, l)
	if n == 0 {
		return p
	}
	p.last, p.v = n, nil
	if p.t = i.Target(model.YearOf(n)); p.t != nil {
		p.v = set.Of(p.t)
	}
	return p
}

// forms lists the forms that the data allows, the main one first: the series
// within the year as long as the newest target is of that year, otherwise the
// years.
func (p *plot) forms() []Form {
	var list []Form
	if p.run != nil {
		if p.i.Accrual == model.Flow && p.run.basis == model.Cumulative {
			list = append(list, Progress)
		} else {
			list = append(list, Trend)
		}
	}
	if p.hasYears() {
		list = append(list, Years)
	}
	if len(list) == 2 && (p.t == nil || p.t.Period.Year >= p.run.from+p.run.years()) {
		slices.Reverse(list)
	}
	switch {
	case len(list) > 0:
		return list
	case p.aims() && p.judged() != nil:
		return []Form{Bullet}
	case p.aims():
		return []Form{Target}
	case p.t != nil && p.t.Ref != nil:
		return []Form{Relation}
	}
	return []Form{None}
}

// hasYears reports whether there is more than one year to show, with a result
// and something to hold it against.
func (p *plot) hasYears() bool {
	results, others := 0, 0
	for _, y := range p.years {
		if y.result != nil {
			results++
		}
		if y.ref != nil || y.target != nil && len(marks(y.target.Bound)) > 0 {
			others++
		}
	}
	return len(p.years) > 1 && results > 0 && results+others > 1
}

// aims reports whether the newest target has a figure to mark.
func (p *plot) aims() bool { return p.t != nil && len(marks(p.t.Bound)) > 0 }

// judged is the newest target's result; nil where there is none.
func (p *plot) judged() *model.Observation {
	if p.v == nil {
		return nil
	}
	return p.v.Actual
}

// latest is the result that stands beside the target, or, where the report sets
// none, the newest of a whole year.
func (p *plot) latest() *model.Observation {
	if p.t != nil {
		return p.judged()
	}
	for n := len(p.years); n > 0; n-- {
		y := p.years[n-1]
		if y.result != nil && (p.last == 0 || y.year <= p.last) {
			return y.result
		}
	}
	return nil
}

// ForIndicator makes the main chart of an indicator.
func ForIndicator(i *model.Indicator, set *verdict.Set, l model.Lang) *Chart {
	p := newPlot(i, set, l)
	return p.chart(p.forms()[0])
}

// Drawn reports whether the main chart of an indicator has drawings, without
// making it.
func Drawn(i *model.Indicator, set *verdict.Set, l model.Lang) bool {
	switch newPlot(i, set, l).forms()[0] {
	case Trend, Progress, Years, Bullet, Target:
		return true
	}
	return false
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
	return p.chart(forms[1])
}

func (p *plot) chart(f Form) *Chart {
	c := &Chart{ID: p.i.ID, Form: f, Title: p.title(f), Desc: p.desc(f), Table: p.table(f)}
	for _, size := range []struct {
		Size
		width int
	}{{Narrow, narrowWidth}, {Wide, wideWidth}} {
		if s := p.draw(f, size.width); s != nil {
			c.Drawings = append(c.Drawings, s.drawing(size.Size))
		}
	}
	return c
}

func (p *plot) title(f Form) string {
	name := p.i.Name.In(p.Lang)
	switch f {
	case Trend, Progress:
		return p.pick(name+"：年内走势", name+" within the year")
	case Years:
		if len(p.i.Targets) == 0 {
			return p.pick(name+"：历年结果", name+": results by year")
		}
		return p.pick(name+"：历年目标与结果", name+": targets and results by year")
	case Target, Relation:
		return p.pick(name+"：目标", name+": target")
	}
	return p.pick(name+"：目标与结果", name+": target and result")
}

func (p *plot) draw(f Form, width int) *sketch {
	switch f {
	case Trend, Progress:
		return p.trend(f, width)
	case Years:
		return p.byYear(width)
	case Bullet, Target:
		return p.bullet(width)
	}
	return nil
}
