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
	points := p.past()
	switch {
	case len(points) > 1:
		return p.spark(points)
	case p.aims():
		return p.bar()
	}
	return nil
}

// past are the results of all years from the first to the last that has one,
// or else of the run.
func (p *plot) past() []*model.Observation {
	var list []*model.Observation
	for _, y := range p.everyYear() {
		if y.result != nil || len(list) > 0 {
			list = append(list, y.result)
		}
	}
	for len(list) > 0 && list[len(list)-1] == nil {
		list = list[:len(list)-1]
	}
	if len(list) > 1 || p.run == nil {
		return list
	}
	list = nil
	for n := range p.run.last + 1 {
		list = append(list, p.run.obs[n])
	}
	return list
}

// spark is a line of results, the last one marked, with the newest target
// across.
func (p *plot) spark(past []*model.Observation) *sketch {
	s := newSketch(cardWidth, cardHeight)
	s.areas = []area{{8, 10, 9, cardHeight - 18}}
	data := gaps(len(past))
	var shown []decimal.Decimal
	last := 0
	for k, o := range past {
		if o != nil {
			data[k] = point{Value: value(o.Value), Symbol: "circle", SymbolSize: 4}
			shown = append(shown, o.Value)
			last = k
		}
	}
	data[last].SymbolSize = 9
	line := charts.SingleSeries{
		Type: types.ChartLine, Data: data, ShowSymbol: opts.Bool(true), ConnectNulls: opts.Bool(true),
		ItemStyle: paint(RoleResult), LineStyle: stroke(RoleResult, 2, solid),
	}
	if p.aims() {
		list := marks(p.t.Bound)
		shown = append(shown, list...)
		line.MarkLines = markLines(stroke(RoleTarget, 2, dashed), "yAxis", list...)
		if len(list) > 1 {
			line.MarkAreas = markArea([2]corner{{"yAxis": value(list[0])}, {"yAxis": value(list[1])}})
		}
	}
	s.XAxisList = []opts.XAxis{{Type: "category", Data: make([]string, len(past)), Show: opts.Bool(false)}}
	s.YAxisList = []opts.YAxis{{
		Type: "value", Show: opts.Bool(false),
		Min: value(decimal.Min(shown[0], shown[1:]...)), Max: value(decimal.Max(shown[0], shown[1:]...)),
	}}
	s.add(line)
	return s
}

// bar is the bullet without its words.
func (p *plot) bar() *sketch {
	s := newSketch(cardWidth, cardHeight)
	s.areas = []area{{8, 8, 10, cardHeight - 20}}
	sc := p.span()
	x := lying(sc, p.i.Unit)
	x.AxisLabel = &opts.AxisLabel{Show: opts.Bool(false)}
	x.SplitLine = noLines()
	s.XAxisList = []opts.XAxis{x}
	s.YAxisList = []opts.YAxis{{Type: "category", Data: []string{""}, Show: opts.Bool(false)}}
	one := p.bulletBar(sc, 0)
	one.Name = ""
	one.MarkLines = markLines(stroke(RoleTarget, 3, solid), "xAxis", marks(p.t.Bound)...)
	s.add(one)
	return s
}
