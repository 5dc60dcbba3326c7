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
	if axisFormat(u) != "" {
		return 14
	}
	return 30
}

// byYear draws the result of each year, with its target as a dash across it.
// Every year between the first and the last has its place, with figures or
// without.
func (p *plot) byYear(width int) *sketch {
	list := p.everyYear()
	n := len(list)
	names, bottom := p.yearNames(list), namesHeight
	if len(list) > 0 && list[n-1].target != nil && list[n-1].result == nil {
		bottom += lineHeight
	}
	s := newSketch(width, uprightHeight)
	s.legend = true
	top := unitHeight(p.i.Unit)
	s.areas = []area{{8, 12, top, uprightHeight - top - bottom}}
	s.XAxisList = []opts.XAxis{categories(names)}
	if (width-axisWidth)/n > 40 {
		s.XAxisList[0].AxisLabel.Interval = "0"
	}
	shown, bars := p.yearFigures(list), p.amounts()
	sc := scaleOf(shown, bars)
	s.YAxisList = []opts.YAxis{upright(sc, p.i, p.Lang)}
	pitch := (width - axisWidth) / n
	s.add(p.yearResults(list, sc, pitch))
	refs := gaps(n)
	for k, y := range list {
		if y.ref != nil {
			refs[k].Value = value(y.ref.Value)
		}
	}
	if figures(refs) {
		s.add(charts.SingleSeries{
			Type: types.ChartLine, Name: p.i.LatestTarget().Ref.Short.In(p.Lang), Data: refs, Symbol: "rect", SymbolSize: 7, ShowSymbol: opts.Bool(true),
			ItemStyle: paint(RoleReference), LineStyle: stroke(RoleReference, 1.5, dashed),
		})
	}
	obs, targets := splitYears(list)
	p.addDashes(s, targets, min(72, pitch*7/10))
	p.addRevised(s, obs)
	return s
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

func (p *plot) yearFigures(list []year) []decimal.Decimal {
	var shown []decimal.Decimal
	for _, y := range list {
		for _, o := range []*model.Observation{y.result, y.ref} {
			if o != nil {
				shown = append(shown, o.Value)
			}
		}
		if y.target != nil {
			shown = append(shown, marks(y.target.Bound)...)
			if y.target.Stretch.Valid {
				shown = append(shown, y.target.Stretch.Decimal)
			}
		}
	}
	return shown
}

// yearResults is the series of results: bars of an amount, points of a rate.
func (p *plot) yearResults(list []year, sc scale, pitch int) charts.SingleSeries {
	obs, targets := splitYears(list)
	data := p.labelled(obs, targets, sc, pitch)
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
		if under(o, targets[k], sc) && textWidth(text) < bar {
			data[k].Label = label(RoleSurface, "insideTop", text)
		}
	}
	return charts.SingleSeries{Type: types.ChartBar, Name: p.result(), Data: data, BarWidth: px(bar), ItemStyle: paint(RoleResult)}
}

func splitYears(list []year) (obs []*model.Observation, targets []*model.Target) {
	for _, y := range list {
		obs, targets = append(obs, y.result), append(targets, y.target)
	}
	return obs, targets
}

// addDashes adds the target at each place as a dash, both ends of a range with
// the tolerance between them shaded, and the higher aim.
func (p *plot) addDashes(s *sketch, targets []*model.Target, width int) {
	n := len(targets)
	low, high, stretch := gaps(n), gaps(n), gaps(n)
	var bands [][2]corner
	for k, t := range targets {
		if t == nil {
			continue
		}
		list := marks(t.Bound)
		if len(list) > 0 {
			low[k].Value = value(list[0])
		}
		if len(list) > 1 {
			high[k].Value = value(list[1])
		}
		if t.Stretch.Valid {
			stretch[k].Value = value(t.Stretch.Decimal)
		}
		if a, b := goals(t.Bound); a.Valid && b.Valid {
			bands = append(bands, [2]corner{{"xAxis": k, "yAxis": value(a.Decimal)}, {"xAxis": k, "yAxis": value(b.Decimal)}})
		}
	}
	for _, dash := range []struct {
		name   string
		role   Role
		height int
		data   []point
	}{
		{p.target(), RoleTarget, 5, low}, {p.target(), RoleTarget, 5, high}, {p.stretch(), RoleStretch, 3, stretch},
	} {
		if !figures(dash.data) {
			continue
		}
		s.add(charts.SingleSeries{
			Type: types.ChartScatter, Name: dash.name, Data: dash.data, Symbol: "rect", SymbolSize: []int{width, dash.height}, ItemStyle: outlined(dash.role),
		})
	}
	if len(bands) > 0 {
		lines := &opts.MarkLines{MarkLineStyle: opts.MarkLineStyle{
			Symbol: []string{"none", "none"}, Label: noLabel(), LineStyle: stroke(RoleTarget, 1.5, dotted),
		}}
		for _, b := range bands {
			ends := make([]map[string]any, 2)
			for e := range ends {
				ends[e] = map[string]any{"coord": []any{b[e]["xAxis"], b[e]["yAxis"]}}
			}
			lines.Data = append(lines.Data, ends)
		}
		s.MultiSeries[len(s.MultiSeries)-1].MarkLines = lines
	}
}

// addRevised adds the figures that a later release replaced, as outlines.
func (p *plot) addRevised(s *sketch, obs []*model.Observation) {
	data := gaps(len(obs))
	for k, o := range obs {
		if o != nil && len(o.Earlier) > 0 {
			data[k].Value = value(o.Earlier[len(o.Earlier)-1].Value)
		}
	}
	if figures(data) {
		s.add(charts.SingleSeries{
			Type: types.ChartScatter, Name: p.pick("修订前", "before revision"), Data: data, Symbol: "diamond", SymbolSize: 11, ItemStyle: hollow(RoleResult),
		})
	}
}
