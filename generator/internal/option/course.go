package option

import (
	"cmp"
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/wording"
)

// manyPlaces is from how many places on a course can be zoomed.
const manyPlaces = 24

// course adds figures over time.
func (s *sketch) course(c *chart.Course) {
	if len(c.Places) == 0 {
		return
	}
	names := make([]string, len(c.Places))
	several := c.Places[0].Year != c.Places[len(names)-1].Year
	for k, p := range c.Places {
		names[k] = p.Name
		if year := fmt.Sprint(p.Year); several && p.Name != year {
			names[k] = s.pick(year+"年"+p.Name, p.Name+" "+year)
		}
		if p.Under != "" {
			names[k] += "\n" + p.Under
		}
	}
	n := s.axes(opts.XAxis{
		Type: "category", Data: names, AxisLine: axisLine(), AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
		AxisLabel: &opts.AxisLabel{Color: color(chart.RoleMuted), HideOverlap: opts.Bool(true)},
	}, opts.YAxis{
		Type: "value", Name: c.Scale.Unit(), NameGap: 10, Scale: opts.Bool(!c.Zero), AxisLabel: figures(c.Scale), SplitLine: faint(),
	}, 6, false)
	for k := range c.Series {
		s.series(n, c, &c.Series[k], names)
	}
	for k := range c.Goals {
		s.goal(n, c, &c.Goals[k], names)
	}
	if len(names) > manyPlaces {
		s.DataZoomList = append(s.DataZoomList, opts.DataZoom{Type: "inside", XAxisIndex: []int{n}})
	}
}

func (s *sketch) series(n int, c *chart.Course, from *chart.Series, names []string) {
	one := charts.SingleSeries{
		Type: types.ChartLine, Name: from.Name, ItemStyle: paint(from.Role), LineStyle: stroke(from.Role),
		Symbol: "circle", SymbolSize: 7, ShowSymbol: opts.Bool(true),
	}
	if from.Bars {
		one = charts.SingleSeries{Type: types.ChartBar, Name: from.Name, ItemStyle: paint(from.Role), BarMaxWidth: "56"}
	}
	if from.Role == chart.RolePace {
		one.Symbol, one.ShowSymbol, one.ConnectNulls = "none", opts.Bool(false), opts.Bool(true)
	}
	list := make([]datum, len(from.Points))
	var was []datum
	for k, p := range from.Points {
		if !p.Value.Valid {
			list[k] = datum{Value: gap}
			continue
		}
		list[k] = datum{Value: value(p.Value.Decimal, c.Scale), Said: s.said(p, c)}
		list[k].sense(p.Sense, from)
		if p.Part {
			list[k].ItemStyle = hollow(from.Role)
		}
		if p.Was.Valid {
			was = append(was, datum{
				Value: []any{names[k], value(p.Was.Decimal, c.Scale)}, Said: c.Scale.Exact(p.Was.Decimal),
				SymbolSize: 8, Symbol: "diamond", ItemStyle: hollow(from.Role),
			})
		}
	}
	for _, data := range parted(list, from) {
		one.Data = data
		s.add(n, one)
	}
	s.signs(n, from, names)
	if was != nil {
		s.add(n, charts.SingleSeries{Type: types.ChartScatter, Name: s.pick("修订前", "before revision"), Data: was, ItemStyle: hollow(from.Role)})
	}
}

// said is a figure in words, exactly as it was published.
func (s *sketch) said(p chart.Point, c *chart.Course) string {
	text := c.Scale.Exact(p.Value.Decimal)
	if p.Approx {
		text = p.Label + c.Scale.Unit()
	}
	if p.Part {
		text += s.pick("（"+p.When+"）", " ("+p.When+")")
	}
	return text
}

// goal adds a target: a line where it holds over several places, else a dash.
func (s *sketch) goal(n int, c *chart.Course, g *chart.Goal, names []string) {
	name := s.goalName(g)
	for _, v := range g.At {
		said := c.Scale.Exact(v)
		if g.Words != "" {
			said = g.Words
		}
		if g.From == g.To {
			s.add(n, charts.SingleSeries{
				Type: types.ChartScatter, Name: name, Symbol: "rect", SymbolSize: []int{36, 4}, ItemStyle: outlined(g.Role),
				Data: []datum{{Value: []any{names[g.From], value(v, c.Scale)}, Said: said}},
			})
			continue
		}
		list := make([]datum, len(names))
		for k := range list {
			list[k] = datum{Value: gap}
			if k >= g.From && k <= g.To {
				list[k] = datum{Value: value(v, c.Scale), Said: said}
			}
		}
		s.add(n, charts.SingleSeries{
			Type: types.ChartLine, Name: name, Data: list, Symbol: "none", ShowSymbol: opts.Bool(false),
			ItemStyle: paint(g.Role), LineStyle: stroke(g.Role),
		})
	}
}

func (s *sketch) goalName(g *chart.Goal) string {
	switch g.Role {
	case chart.RoleStretch:
		return s.pick("力争", "higher aim")
	case chart.RoleEarlier:
		return s.pick("最初目标", "first target")
	}
	return s.pick("目标", "target")
}

// bars adds figures side by side.
func (s *sketch) bars(b *chart.Bars) {
	if b.Blank {
		return
	}
	n := s.barAxes(b)
	results := make([]datum, len(b.Rows))
	found := false
	for k, r := range b.Rows {
		results[k] = s.bar(b, &r)
		found = found || r.Result.Value.Valid
	}
	if found {
		s.add(n, charts.SingleSeries{Type: types.ChartBar, Name: s.pick("结果", "result"), BarMaxWidth: "18", ItemStyle: paint(chart.RoleResult), Data: results})
	}
	s.barMarks(n, b)
}

// barAxes adds the axes of bars, which lie one below the other.
func (s *sketch) barAxes(b *chart.Bars) int {
	names := make([]string, len(b.Rows))
	for k, r := range b.Rows {
		names[k] = cmp.Or(r.Name, r.Result.When)
	}
	x := opts.XAxis{Type: "value", Name: b.Scale.Unit(), NameLocation: "end", AxisLabel: figures(b.Scale), AxisLine: axisLine(), SplitLine: faint()}
	if b.Full {
		x.Max = 100
	}
	x.Inverse = opts.Bool(b.Falls())
	return s.axes(x, opts.YAxis{
		Type: "category", Data: names, Inverse: opts.Bool(true), AxisLine: axisLine(), SplitLine: none(),
		AxisLabel: &opts.AxisLabel{Color: color(chart.RoleText), Interval: "0", Width: 120, Overflow: "break"},
	}, len(b.Rows)+1, true)
}

// bar is the result of a row, or a gap.
func (s *sketch) bar(b *chart.Bars, r *chart.Bar) datum {
	p := r.Result
	if !p.Value.Valid {
		return datum{Value: gap}
	}
	d := datum{Value: value(p.Value.Decimal, b.Scale), Said: s.dated(p.When, b.Scale.Exact(p.Value.Decimal))}
	if p.Approx {
		d.Said = s.dated(p.When, p.Label+b.Scale.Unit())
	}
	if r.Other {
		d.ItemStyle = paint(chart.RoleReference)
	}
	return d
}

// dated is a figure with its time before it.
func (s *sketch) dated(when, figure string) string { return when + s.pick(" ", ": ") + figure }

// barMarks adds what stands on or beside the bars: targets, what is due by now, and
// earlier results.
func (s *sketch) barMarks(n int, b *chart.Bars) {
	goals := map[chart.Role][]datum{}
	var due, context []datum
	mark := func(v decimal.Decimal, row int, said string) datum {
		return datum{Value: []any{value(v, b.Scale), row}, Said: said}
	}
	for k, r := range b.Rows {
		for _, g := range r.Goals {
			for _, v := range g.At {
				said := r.Target
				if g.Role != chart.RoleTarget || said == "" {
					said = b.Scale.Exact(v)
				}
				goals[g.Role] = append(goals[g.Role], mark(v, k, said))
			}
		}
		if r.Due != nil {
			due = append(due, mark(r.Due.Value, k, r.Due.Text))
		}
		for _, p := range r.Context {
			context = append(context, mark(p.Value.Decimal, k, s.dated(p.When, b.Scale.Exact(p.Value.Decimal))))
		}
	}
	for _, role := range []chart.Role{chart.RoleTarget, chart.RoleStretch, chart.RoleEarlier} {
		if len(goals[role]) > 0 {
			s.add(n, charts.SingleSeries{
				Type: types.ChartScatter, Name: s.goalName(&chart.Goal{Role: role}), Data: goals[role], Symbol: "rect", SymbolSize: []int{5, 26}, ItemStyle: outlined(role),
			})
		}
	}
	if due != nil {
		s.add(n, charts.SingleSeries{Type: types.ChartScatter, Name: s.pick("按时间应完成", "due by now"), Data: due, Symbol: "diamond", SymbolSize: 11, ItemStyle: hollow(chart.RolePace)})
	}
	if context != nil {
		s.add(n, charts.SingleSeries{Type: types.ChartScatter, Name: s.pick("此前结果", "earlier result"), Data: context, Symbol: "circle", SymbolSize: 10, ItemStyle: hollow(chart.RoleResult)})
	}
}

// parts adds wholes as bars of their parts.
func (s *sketch) parts() {
	names := make([]string, len(s.chart.Wholes))
	for k, w := range s.chart.Wholes {
		names[k] = w.Name
	}
	n := s.axes(opts.XAxis{Type: "value", Max: "dataMax", AxisLine: axisLine(), SplitLine: none(), AxisLabel: &opts.AxisLabel{Color: color(chart.RoleMuted)}},
		opts.YAxis{
			Type: "category", Data: names, Inverse: opts.Bool(true), AxisLine: axisLine(), SplitLine: none(),
			AxisLabel: &opts.AxisLabel{Color: color(chart.RoleText), Interval: "0", Width: 120, Overflow: "break"},
		}, len(names), true)
	roles := []chart.Role{chart.RoleResult, chart.RoleSeries2, chart.RoleSeries3, chart.RoleSeries4, chart.RoleSeries5, chart.RoleSeries6}
	for k, p := range s.chart.Wholes[0].Parts {
		list := make([]datum, len(names))
		for row, w := range s.chart.Wholes {
			list[row] = datum{Value: gap}
			if k < len(w.Parts) {
				list[row] = datum{Value: value(w.Parts[k].Value, wording.Scale{}), Said: w.Parts[k].Label}
			}
		}
		s.add(n, charts.SingleSeries{
			Type: types.ChartBar, Name: p.Name, Stack: "whole", BarMaxWidth: "40", ItemStyle: paint(roles[k%len(roles)]), Data: list,
		})
	}
}

// dates adds the events of commitments.
func (s *sketch) dates() {
	names := make([]string, len(s.chart.Dates))
	var done, due []datum
	for k, m := range s.chart.Dates {
		names[k] = m.Name
		for _, e := range m.Events {
			done = append(done, datum{Value: []any{e.Date.String(), k}, Said: e.Date.String() + " " + e.Text})
		}
		if !m.Due.IsZero() {
			due = append(due, datum{Value: []any{m.Due.String(), k}, Said: m.Due.String()})
		}
	}
	n := s.axes(opts.XAxis{
		Type: "time", AxisLine: axisLine(), SplitLine: faint(),
		AxisLabel: &opts.AxisLabel{Color: color(chart.RoleMuted), HideOverlap: opts.Bool(true), Formatter: "{yyyy}-{MM}"},
	}, opts.YAxis{
		Type: "category", Data: names, Inverse: opts.Bool(true), AxisLine: axisLine(), SplitLine: faint(),
		AxisLabel: &opts.AxisLabel{Color: color(chart.RoleText), Interval: "0", Width: 120, Overflow: "break"},
	}, 1, true)
	s.add(n, charts.SingleSeries{Type: types.ChartScatter, Name: s.pick("进展", "event"), Data: done, Symbol: "circle", SymbolSize: 11, ItemStyle: outlined(chart.RoleResult)})
	if due != nil {
		s.add(n, charts.SingleSeries{Type: types.ChartScatter, Name: s.pick("时限", "due"), Data: due, Symbol: "triangle", SymbolSize: 12, ItemStyle: outlined(chart.RoleTarget)})
	}
}
