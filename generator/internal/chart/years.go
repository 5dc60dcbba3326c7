package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// byYear draws the result of each year, with its target as a dash across it.
func (p *plot) byYear(width int) *sketch {
	s := newSketch(width, 280)
	s.legend = true
	s.grid(8, 8, 56, 8)
	list := p.years
	names := make([]string, len(list))
	results := make([]any, len(list))
	refs := make([]opts.LineData, len(list))
	low, high, stretch := make([]opts.ScatterData, len(list)), make([]opts.ScatterData, len(list)), make([]opts.ScatterData, len(list))
	var hasLow, hasHigh, hasStretch, hasRef bool
	for n, y := range list {
		names[n] = strconv.Itoa(y.year)
		results[n], refs[n].Value = any(gap), gap
		low[n].Value, high[n].Value, stretch[n].Value = gap, gap, gap
		if y.result != nil {
			results[n] = value(y.result.Value)
		}
		if y.ref != nil {
			refs[n].Value, hasRef = value(y.ref.Value), true
		}
		if y.target == nil {
			continue
		}
		m := marks(y.target)
		if len(m) > 0 {
			low[n].Value, hasLow = value(m[0]), true
		}
		if len(m) > 1 {
			high[n].Value, hasHigh = value(m[1]), true
		}
		if y.target.Stretch.Valid {
			stretch[n].Value, hasStretch = value(y.target.Stretch.Decimal), true
		}
	}
	s.XAxisList = []opts.XAxis{categories(names)}
	s.YAxisList = []opts.YAxis{values(p.unit(p.i), true)}
	s.add(p.results(results, len(list), width))
	if hasRef {
		s.add(charts.SingleSeries{
			Type: types.ChartLine, Name: p.i.LatestTarget().Ref.Short.In(p.Lang), Data: refs, Symbol: "rect", SymbolSize: 7,
			ItemStyle: fill(RoleReference), LineStyle: stroke(RoleReference, 1.5, dashed),
		})
	}
	dash := min(160, (width-60)/len(list)*6/10)
	add := func(has bool, name string, role Role, data []opts.ScatterData) {
		if has {
			s.add(charts.SingleSeries{
				Type: types.ChartScatter, Name: name, Data: data, Symbol: "rect", SymbolSize: []int{dash, 5}, ItemStyle: outlined(role),
			})
		}
	}
	add(hasLow, p.target(), RoleTarget, low)
	add(hasHigh, p.target(), RoleTarget, high)
	add(hasStretch, p.stretch(), RoleStretch, stretch)
	return s
}

// results is the series of results: bars of an amount, points of a rate, which
// has no length.
func (p *plot) results(data []any, n, width int) charts.SingleSeries {
	text := label(RoleText, "top", "{c}")
	if width == narrowWidth && n > 7 {
		text = noLabel()
	}
	if p.i.Measure == model.Level || p.i.Measure == model.Count {
		bars := make([]opts.BarData, len(data))
		for k, v := range data {
			bars[k].Value = v
		}
		return charts.SingleSeries{Type: types.ChartBar, Name: p.result(), Data: bars, BarWidth: "45%", ItemStyle: fill(RoleResult), Label: text}
	}
	points := make([]opts.LineData, len(data))
	for k, v := range data {
		points[k].Value = v
	}
	return charts.SingleSeries{
		Type: types.ChartLine, Name: p.result(), Data: points, Symbol: "circle", SymbolSize: 9, ShowSymbol: opts.Bool(true),
		ItemStyle: fill(RoleResult), LineStyle: stroke(RoleResult, 2, solid), Label: text,
	}
}

// nice is a round figure at or above v, for the end of an axis.
func nice(v decimal.Decimal) decimal.Decimal {
	if !v.IsPositive() {
		return decimal.NewFromInt(1)
	}
	exp := int32(v.NumDigits()) + v.Exponent() - 1
	for _, step := range []string{"1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10"} {
		if end := decimal.RequireFromString(step).Shift(exp); end.GreaterThanOrEqual(v) {
			return end
		}
	}
	return decimal.New(1, exp+1)
}
