package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// The heights of a chart with upright figures, in pixels.
const (
	uprightHeight = 250
	namesHeight   = 24 // below it
	axisWidth     = 52 // about; ECharts makes room for what there is
)

// unitHeight is the room above an upright axis, for its unit where there is one.
func unitHeight(u model.Unit) int {
	if signed(u) {
		return 14
	}
	return 30
}

// byYear draws the result of each year, with its target as a dash across it.
// Every year between the first and the last has its place, with figures or
// without.
func (p *plot) byYear(width int) *sketch {
	list := p.everyYear()
	bottom := namesHeight
	if y := lastOf(list); y.target != nil && y.result == nil {
		bottom += lineHeight
	}
	top := unitHeight(p.i.Unit)
	s := newSketch(width, uprightHeight)
	s.legend = true
	s.areas = []area{{8, 12, top, uprightHeight - top - bottom}}
	pitch := (width - axisWidth) / len(list)
	x := categories(p.yearNames(list))
	if pitch > 40 {
		x.AxisLabel.Interval = "0"
	}
	s.XAxisList = []opts.XAxis{x}
	obs, targets, refs := splitYears(list)
	others := othersAt(obs, targets, refs)
	sc := scaleOf(figuresAt(obs, others), p.amounts())
	s.YAxisList = []opts.YAxis{upright(sc, p.i, p.Lang)}
	s.add(p.yearResults(obs, others, sc, pitch))
	p.addReference(s, refs)
	p.addDashes(s, targets, min(72, pitch*7/10))
	p.addRevised(s, obs)
	return s
}

func splitYears(list []year) (obs []*model.Observation, targets []*model.Target, refs []point) {
	refs = gaps(len(list))
	for k, y := range list {
		obs, targets = append(obs, y.result), append(targets, y.target)
		if y.ref != nil {
			refs[k].Value = value(y.ref.Value)
		}
	}
	return obs, targets, refs
}

// amounts reports whether the figures are amounts, whose length a bar shows; a
// rate or an index is a point.
func (p *plot) amounts() bool { return p.i.Measure == model.Level || p.i.Measure == model.Count }

// everyYear fills the years between those of the plot.
func (p *plot) everyYear() []year {
	var list []year
	for _, y := range p.years {
		for n := len(list); n > 0 && list[n-1].year+1 < y.year; n = len(list) {
			list = append(list, year{year: list[n-1].year + 1})
		}
		list = append(list, y)
	}
	return list
}

// yearNames names the years; one with a target and no result says so.
func (p *plot) yearNames(list []year) []string {
	names := make([]string, len(list))
	for k, y := range list {
		names[k] = yearName(y.year)
		if k == len(list)-1 && y.target != nil && y.result == nil {
			names[k] += "\n" + p.pick("暂无", "no data")
		}
	}
	return names
}

// yearResults is the series of results: bars of an amount, points of a rate.
func (p *plot) yearResults(obs []*model.Observation, others [][]decimal.Decimal, sc scale, pitch int) charts.SingleSeries {
	data := p.labelled(obs, others, sc, pitch)
	if !p.amounts() {
		return charts.SingleSeries{
			Type: types.ChartLine, Name: p.result(), Data: data, Symbol: "circle", SymbolSize: 9, ShowSymbol: opts.Bool(true),
			ItemStyle: paint(RoleResult), LineStyle: stroke(RoleResult, 2, solid),
		}
	}
	bar := min(56, pitch/2)
	for k, o := range obs {
		if data[k].Label == nil {
			continue
		}
		text := p.bare(o)
		data[k].Label = label(RoleText, "top", text)
		if under(o.Value, others[k], sc) && textWidth(text) < bar {
			data[k].Label = label(RoleSurface, "insideTop", text)
		}
	}
	return charts.SingleSeries{Type: types.ChartBar, Name: p.result(), Data: data, BarWidth: px(bar), ItemStyle: paint(RoleResult)}
}
