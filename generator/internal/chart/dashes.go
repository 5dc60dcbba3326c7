package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"reportsite/generator/internal/model"
)

// dash is a series of marks at the places of an upright chart.
type dash struct {
	name          string
	look          *opts.ItemStyle
	width, height int
	data          []point
}

// addDashes adds the target at each place as a dash, the higher aim as a
// thinner one, and the tolerance as the ends of a dotted line through it; a
// range is two dashes with such a line between them.
func (p *plot) addDashes(s *sketch, targets []*model.Target, width int) {
	n := len(targets)
	low, high, stretch, from, to := gaps(n), gaps(n), gaps(n), gaps(n), gaps(n)
	var lines []any
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
		a, b := goals(t.Bound)
		if !a.Valid || !b.Valid {
			continue
		}
		if len(list) == 1 {
			from[k].Value, to[k].Value = value(a.Decimal), value(b.Decimal)
		}
		end := func(v any) map[string]any { return map[string]any{"coord": []any{k, v}} }
		lines = append(lines, []any{end(value(a.Decimal)), end(value(b.Decimal))})
	}
	name, slack := p.targetName(targets), p.pick("允许误差", "tolerance")
	var added bool
	for _, d := range []dash{
		{name, outlined(RoleTarget), width, 5, low}, {name, outlined(RoleTarget), width, 5, high},
		{p.stretch(), outlined(RoleStretch), width, 4, stretch},
		{slack, hollow(RoleTarget), 14, 5, from}, {slack, hollow(RoleTarget), 14, 5, to},
	} {
		if figures(d.data) {
			s.add(d.series())
			added = true
		}
	}
	if added && len(lines) > 0 {
		lastSeries := &s.MultiSeries[len(s.MultiSeries)-1]
		lastSeries.MarkLines = &opts.MarkLines{Data: lines, MarkLineStyle: opts.MarkLineStyle{
			Symbol: []string{"none", "none"}, Label: noLabel(), LineStyle: stroke(RoleTarget, 1.5, dotted),
		}}
	}
}

func (d dash) series() charts.SingleSeries {
	return charts.SingleSeries{
		Type: types.ChartScatter, Name: d.name, Data: d.data, Symbol: "rect", SymbolSize: []int{d.width, d.height}, ItemStyle: d.look,
	}
}

// targetName names the dashes; where they all stand for one target it says
// which.
func (p *plot) targetName(targets []*model.Target) string {
	var one *model.Target
	for _, t := range targets {
		if t == nil {
			continue
		}
		if one != nil && one != t {
			return p.target()
		}
		one = t
	}
	if one == nil {
		return p.target()
	}
	return p.target() + p.pick("：", ": ") + p.demand(one)
}

// addRevised adds the figures that a later release replaced, as outlines.
func (p *plot) addRevised(s *sketch, obs []*model.Observation) {
	data := gaps(len(obs))
	for k, o := range obs {
		if o != nil && len(o.Earlier) > 0 {
			data[k].Value = value(lastOf(o.Earlier).Value)
		}
	}
	if figures(data) {
		s.add(charts.SingleSeries{
			Type: types.ChartScatter, Name: p.pick("修订前", "before revision"), Data: data,
			Symbol: "diamond", SymbolSize: 11, ItemStyle: hollow(RoleResult),
		})
	}
}

// addReference adds the indicator that a relative target points at.
func (p *plot) addReference(s *sketch, data []point) {
	if figures(data) {
		s.add(charts.SingleSeries{
			Type: types.ChartLine, Name: p.pick("参照：", "compared with: ") + p.t.Ref.Short.In(p.Lang), Data: data,
			Symbol: "rect", SymbolSize: 7, ShowSymbol: opts.Bool(true),
			ItemStyle: paint(RoleReference), LineStyle: stroke(RoleReference, 1.5, dashed),
		})
	}
}
