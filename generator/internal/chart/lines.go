package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"
)

// lines reports whether a panel shows lines over the years: most of its
// indicators have no figure to aim at, and two or more have a history.
func (p *panel) lines() bool {
	histories, aims := 0, 0
	for _, row := range p.rows {
		n := 0
		for _, y := range row.years {
			if y.result != nil {
				n++
			}
		}
		if n > 1 {
			histories++
		}
		if row.aims() {
			aims++
		}
	}
	return histories > 1 && 2*aims <= len(p.rows)
}

// first and last are the years of a panel.
func (p *panel) span() (first, last int) {
	for _, row := range p.rows {
		for _, y := range row.years {
			if y.result == nil {
				continue
			}
			if first == 0 {
				first, last = y.year, y.year
			}
			first, last = min(first, y.year), max(last, y.year)
		}
	}
	return first, last
}

const linesHeight = 220

// lineLooks tell lines apart without their colors.
var lineLooks = [...]struct {
	role   Role
	kind   string
	symbol string
}{
	{RoleResult, solid, "circle"}, {RoleSeries2, dashed, "rect"}, {RoleSeries3, dotted, "triangle"},
	{RoleSeries4, solid, "diamond"}, {RoleSeries5, dashed, "circle"}, {RoleSeries6, dotted, "rect"},
}

// addLines adds a panel of lines below all that is there.
func (p *panel) addLines(s *sketch, n int) {
	from, to := p.span()
	names := make([]string, to-from+1)
	for k := range names {
		names[k] = p.year(from + k)
	}
	top := unitHeight(p.unit)
	s.areas = append(s.areas, area{8, 16, s.height + top, linesHeight - top - scaleHeight})
	s.height += linesHeight
	var all []decimal.Decimal
	var list []charts.SingleSeries
	for k, row := range p.rows {
		data := gaps(len(names))
		for _, y := range row.years {
			if y.result != nil {
				all = append(all, y.result.Value)
				data[y.year-from] = point{Value: value(y.result.Value)}
			}
		}
		look := lineLooks[k%len(lineLooks)]
		if figures(data) {
			list = append(list, charts.SingleSeries{
				Type: types.ChartLine, Name: row.i.Short.In(p.Lang), XAxisIndex: n, YAxisIndex: len(s.YAxisList), Data: data,
				Symbol: look.symbol, SymbolSize: 8, ShowSymbol: opts.Bool(true),
				ItemStyle: paint(look.role), LineStyle: stroke(look.role, 2, look.kind),
			})
		}
	}
	x, y := categories(names), upright(scaleOf(all, false), p.rows[0].i, p.Lang)
	x.GridIndex, y.GridIndex = n, n
	s.XAxisList, s.YAxisList = append(s.XAxisList, x), append(s.YAxisList, y)
	s.add(list...)
}
