package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// ForCard makes the small chart of an indicator, which has no text: the card
// says everything in words.
func ForCard(i *model.Indicator, set *verdict.Set, l model.Lang) *Chart {
	p := newPlot(i, set, l)
	c := &Chart{ID: i.ID + "-card", Form: p.forms()[0], Title: i.Short.In(l), Desc: p.desc(p.forms()[0])}
	if s := p.card(); s != nil {
		c.Drawings = []Drawing{s.drawing(Card)}
	}
	return c
}

func (p *plot) card() *sketch {
	points := p.history()
	switch {
	case len(points) > 1:
		return p.spark(points)
	case p.t != nil && len(marks(p.t)) > 0:
		return p.bar()
	}
	return nil
}

// history are the results of all years, or else of the run.
func (p *plot) history() []opts.LineData {
	var list []opts.LineData
	for _, y := range p.years {
		if y.result != nil {
			list = append(list, opts.LineData{Value: value(y.result.Value)})
		}
	}
	if len(list) > 1 || p.run == nil {
		return list
	}
	list = nil
	for n := range p.run.last + 1 {
		list = append(list, opts.LineData{Value: or(p.run.value(n))})
	}
	return list
}

// spark is a line of results with the newest target across.
func (p *plot) spark(points []opts.LineData) *sketch {
	s := newSketch(cardWidth, cardHeight)
	s.grid(6, 6, 8, 8)
	names := make([]string, len(points))
	s.XAxisList = []opts.XAxis{{Type: "category", Data: names, Show: opts.Bool(false)}}
	s.YAxisList = []opts.YAxis{{Type: "value", Scale: opts.Bool(true), Show: opts.Bool(false)}}
	line := charts.SingleSeries{
		Type: types.ChartLine, Data: points, Symbol: "circle", SymbolSize: 5,
		ItemStyle: fill(RoleResult), LineStyle: stroke(RoleResult, 2, solid),
	}
	if p.t != nil {
		var lines []level
		for _, m := range marks(p.t) {
			lines = append(lines, level{m, "", "yAxis"})
		}
		if len(lines) > 0 {
			line.MarkLines = markLines(stroke(RoleTarget, 2, dashed), noLabel(), lines...)
		}
	}
	s.add(line)
	return s
}

// bar is the bullet without its words.
func (p *plot) bar() *sketch {
	s := newSketch(cardWidth, cardHeight)
	s.grid(2, 2, 8, 8)
	low, high := p.span()
	s.XAxisList = []opts.XAxis{{Type: "value", Min: value(low), Max: value(high), Show: opts.Bool(false)}}
	s.YAxisList = []opts.YAxis{{Type: "category", Data: []string{""}, Show: opts.Bool(false)}}
	result := decimal.NullDecimal{}
	if o := p.judged(); o != nil {
		result = decimal.NewNullDecimal(o.Value)
	}
	bar := charts.SingleSeries{
		Type: types.ChartBar, BarWidth: "16", ItemStyle: fill(RoleResult), Data: []opts.BarData{{Value: or(result)}},
		MarkLines: markLines(stroke(RoleTarget, 3, solid), noLabel(), p.levels()...),
	}
	bar.MarkAreas = p.metArea(low, high)
	s.add(bar)
	return s
}
