package chart

import (
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// panel is the part of a comparison whose indicators share a scale.
type panel struct {
	unit model.Unit
	rows []*plot
}

// Compare makes one chart of several indicators: a row each, with its target
// and its result. Figures of different units or measures never share a scale;
// targets without a figure stand in the table only.
func Compare(id, caption string, list []*model.Indicator, set *verdict.Set, l model.Lang) *Chart {
	w := words{l}
	c := &Chart{ID: id, Form: Compared, Title: caption}
	c.Table = Table{Caption: caption, Head: []string{w.pick("指标", "Indicator"), w.pick("目标", "Target"), w.pick("结果", "Result")}}
	var panels []*panel
	var said []string
	for _, i := range list {
		p := newPlot(i, set, l)
		c.Table.Rows = append(c.Table.Rows, p.compareRow())
		said = append(said, p.pick(i.Short.In(l)+"：", i.Short.In(l)+": ")+p.sentence())
		if p.t == nil || len(marks(p.t)) == 0 {
			continue
		}
		key := func(q *plot) string { return string(q.i.Unit) + "/" + string(q.i.Measure) }
		found := false
		for _, panel := range panels {
			if key(panel.rows[0]) == key(p) {
				panel.rows = append(panel.rows, p)
				found = true
			}
		}
		if !found {
			panels = append(panels, &panel{i.Unit, []*plot{p}})
		}
	}
	c.Desc = strings.Join(said, w.pick("；", "; ")) + w.pick("。", ".")
	if len(panels) > 0 {
		c.Drawings = []Drawing{
			comparison(panels, w, narrowWidth).drawing(Narrow),
			comparison(panels, w, wideWidth).drawing(Wide),
		}
	}
	return c
}

// The heights of a comparison, in pixels.
const (
	rowHeight   = 40
	panelTop    = 30 // for the unit above a panel
	panelBottom = 26 // for the scale below it
)

// comparison draws the panels one below the other.
func comparison(panels []*panel, w words, width int) *sketch {
	height := 30
	for _, p := range panels {
		height += len(p.rows)*rowHeight + panelTop + panelBottom
	}
	s := newSketch(width, height)
	s.legend = true
	left := 116
	if width == wideWidth {
		left = 208
	}
	top := 30
	for n, p := range panels {
		size := len(p.rows) * rowHeight
		s.GridList = append(s.GridList, opts.Grid{
			Left: px(left), Right: "64", Top: px(top + panelTop), Height: px(size),
		})
		p.add(s, n, w, left)
		top += panelTop + size + panelBottom
	}
	return s
}

// add adds a panel's axes and series.
func (p *panel) add(s *sketch, n int, w words, left int) {
	names := make([]string, len(p.rows))
	bars := make([]opts.BarData, len(p.rows))
	var targets []opts.ScatterData
	high := decimal.Zero
	for k, row := range p.rows {
		names[k] = row.i.Short.In(w.Lang)
		bars[k].Value = gap
		if o := row.judged(); o != nil {
			bars[k].Value = value(o.Value)
			bars[k].Label = label(RoleText, "insideLeft", quote(row.figure(o)))
			bars[k].Label.Color = hex(RoleSurface)
			high = decimal.Max(high, o.Value)
		}
		for m, v := range marks(row.t) {
			high = decimal.Max(high, v)
			d := opts.ScatterData{Value: []any{value(v), k}}
			if m == len(marks(row.t))-1 {
				d.Name = row.demand(row.t)
			}
			targets = append(targets, d)
		}
	}
	s.XAxisList = append(s.XAxisList, opts.XAxis{
		Type: "value", GridIndex: n, Name: w.unit(p.rows[0].i), NameLocation: "end", Min: "0", Max: value(nice(high.Mul(decimal.RequireFromString("1.08")))),
		SplitNumber: 4,
		AxisLabel:   &opts.AxisLabel{Color: hex(RoleMuted), FontSize: fontSize, HideOverlap: opts.Bool(true)},
		SplitLine:   &opts.SplitLine{Show: opts.Bool(true), LineStyle: stroke(RoleGrid, 1, "")},
	})
	s.YAxisList = append(s.YAxisList, opts.YAxis{
		Type: "category", GridIndex: n, Data: names, Inverse: opts.Bool(true),
		AxisLine:  &opts.AxisLine{LineStyle: stroke(RoleAxis, 1, "")},
		AxisLabel: &opts.AxisLabel{Color: hex(RoleText), FontSize: fontSize, Width: left - 16, Overflow: "break", Interval: "0"},
	})
	s.add(
		charts.SingleSeries{Type: types.ChartBar, Name: w.result(), XAxisIndex: n, YAxisIndex: n, BarWidth: "18", Data: bars, ItemStyle: fill(RoleResult)},
		charts.SingleSeries{
			Type: types.ChartScatter, Name: w.target(), XAxisIndex: n, YAxisIndex: n, Data: targets,
			Symbol: "rect", SymbolSize: []int{6, 28}, ItemStyle: outlined(RoleTarget), Label: label(RoleTarget, "right", "{b}"),
		},
	)
}

// Timeline makes the chart of the dated events of commitments. It is nil where
// none of them has an event.
func Timeline(id, caption string, list []*model.Commitment, l model.Lang) *Chart {
	w := words{l}
	c := &Chart{ID: id, Form: Events, Title: caption}
	c.Table = Table{Caption: caption, Head: []string{w.pick("事项", "Commitment"), w.pick("日期", "Date"), w.pick("进展", "Event"), w.pick("来源", "Source")}}
	var names, said []string
	var events, dues []opts.ScatterData
	for _, m := range list {
		if len(m.Events) == 0 {
			continue
		}
		row := len(names)
		names = append(names, m.Title.In(l))
		dues = append(dues, opts.ScatterData{Value: []any{m.Due.String(), row}})
		for _, e := range m.Events {
			events = append(events, opts.ScatterData{Value: []any{e.Date.String(), row}})
			source := Cell{}
			if e.Source != nil {
				source = Cell{Text: e.Source.Name.In(l), URL: e.Source.URL}
			}
			c.Table.Rows = append(c.Table.Rows, []Cell{{Text: m.Title.In(l)}, {Text: e.Date.String()}, {Text: e.Text.In(l)}, source})
			said = append(said, e.Date.String()+w.pick("，", ", ")+m.Title.In(l)+w.pick("：", ": ")+e.Text.In(l))
		}
	}
	if len(names) == 0 {
		return nil
	}
	c.Desc = strings.Join(said, w.pick("；", "; ")) + w.pick("。", ".")
	for _, size := range []struct {
		Size
		width, left int
	}{{Narrow, narrowWidth, 116}, {Wide, wideWidth, 240}} {
		s := newSketch(size.width, 68+len(names)*rowHeight)
		s.legend = true
		s.grid(size.left, 24, 36, 30)
		s.XAxisList = []opts.XAxis{{
			Type: "time", AxisLabel: &opts.AxisLabel{Color: hex(RoleMuted), FontSize: fontSize, HideOverlap: opts.Bool(true)},
			SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: stroke(RoleGrid, 1, "")},
		}}
		s.YAxisList = []opts.YAxis{{
			Type: "category", Data: names, Inverse: opts.Bool(true),
			AxisLabel: &opts.AxisLabel{Color: hex(RoleText), FontSize: fontSize, Width: size.left - 16, Overflow: "break", Interval: "0"},
		}}
		s.add(
			charts.SingleSeries{Type: types.ChartScatter, Name: w.pick("进展", "event"), Data: events, Symbol: "circle", SymbolSize: 11, ItemStyle: fill(RoleResult)},
			charts.SingleSeries{Type: types.ChartScatter, Name: w.pick("时限", "due"), Data: dues, Symbol: "triangle", SymbolSize: 12, ItemStyle: fill(RoleTarget)},
		)
		c.Drawings = append(c.Drawings, s.drawing(size.Size))
	}
	return c
}

func yearName(n int) string { return strconv.Itoa(n) }
