package chart

import (
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
	t     *model.Target // the newest; may be nil
	v     *verdict.Verdict
	run   *run // nil: no series within years
	years []year
}

func newPlot(i *model.Indicator, set *verdict.Set, l model.Lang) *plot {
	p := &plot{words: words{l}, i: i, t: i.LatestTarget(), years: yearsOf(i)}
	p.v = set.Latest(i)
	p.run, _ = runOf(i)
	return p
}

// forms lists the forms that the data allows, the main one first.
func (p *plot) forms() []Form {
	var list []Form
	results, numbers := 0, 0
	for _, y := range p.years {
		if y.result != nil {
			results++
		}
		if y.target != nil && (len(marks(y.target)) > 0 || y.ref != nil) {
			numbers++
		}
	}
	if p.run != nil {
		if p.i.Accrual == model.Flow && p.run.basis == model.Cumulative {
			list = append(list, Progress)
		} else {
			list = append(list, Trend)
		}
	}
	if results > 0 && len(p.years) > 1 {
		list = append(list, Years)
	}
	if len(list) > 0 {
		return list
	}
	switch {
	case p.judged() != nil && numbers > 0:
		return []Form{Bullet}
	case p.t != nil && len(marks(p.t)) > 0:
		return []Form{Target}
	case p.t != nil && p.t.Ref != nil:
		return []Form{Relation}
	}
	return []Form{None}
}

// judged is the newest target's result; nil where there is none.
func (p *plot) judged() *model.Observation {
	if p.v == nil {
		return nil
	}
	return p.v.Actual
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
