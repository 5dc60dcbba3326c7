// Package option turns a chart into an ECharts option, for the reader who wants
// to look closer: the browser loads it on demand, and the page's own script adds
// what needs one.
//
// The option is plain data: no JavaScript, nothing random, no point that is not
// seen. A color is the name of a custom property of the style sheet, which the
// script looks up. Each datum says itself in words ("said"), with its unit and all
// its digits; a gap stays one.
package option

import (
	"encoding/json"
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Of is the option of a chart; nil where there is nothing to look at more closely.
func Of(c *chart.Chart) json.RawMessage {
	if !Alive(c) {
		return nil
	}
	s := newSketch(c)
	switch {
	case len(c.Dates) > 0:
		s.dates()
	case len(c.Wholes) > 0:
		s.parts()
	default:
		for n := range c.Courses {
			s.course(&c.Courses[n])
		}
		for n := range c.Bars {
			s.bars(&c.Bars[n])
		}
	}
	return s.finished()
}

// Alive reports whether a chart has figures or dates to look at more closely.
func Alive(c *chart.Chart) bool {
	if len(c.Courses)+len(c.Dates)+len(c.Wholes) > 0 {
		return true
	}
	rows := 0
	for _, b := range c.Bars {
		if !b.Blank {
			rows += len(b.Rows)
		}
	}
	return rows > 0
}

// gap stands for a period without a figure. go-echarts leaves nil out, which
// would move the figures after it.
const gap = "-"

// datum is one of a series; go-echarts has other types for each kind of series.
type datum struct {
	Value      any             `json:"value"` // a figure, a gap, or both coordinates
	Said       string          `json:"said,omitempty"`
	Symbol     string          `json:"symbol,omitempty"`
	SymbolSize any             `json:"symbolSize,omitempty"`
	Rotate     int             `json:"symbolRotate,omitempty"`
	ItemStyle  *opts.ItemStyle `json:"itemStyle,omitempty"`
}

// value is a figure as ECharts takes it, on the chart's scale.
func value(d decimal.Decimal, s wording.Scale) json.Number {
	if s.Shift() == 0 {
		return json.Number(model.Digits(d))
	}
	return json.Number(d.Shift(s.Shift()).String())
}

// sketch is an option that is not finished.
type sketch struct {
	*charts.Line
	chart  *chart.Chart
	panels []panel
}

// panel is a pair of axes, with its share of the height.
type panel struct {
	share int
	rows  bool
}

func newSketch(c *chart.Chart) *sketch {
	line := charts.NewLine()
	line.Theme = "" // no colors but ours
	line.Animation = types.Bool(new(bool))
	line.XAxisList, line.YAxisList = nil, nil
	return &sketch{Line: line, chart: c}
}

func (s *sketch) pick(zh, en string) string {
	if s.chart.Lang == model.English {
		return en
	}
	return zh
}

// axes adds a pair of axes; it returns its number.
func (s *sketch) axes(x opts.XAxis, y opts.YAxis, share int, rows bool) int {
	n := len(s.panels)
	x.GridIndex, y.GridIndex = n, n
	s.XAxisList, s.YAxisList = append(s.XAxisList, x), append(s.YAxisList, y)
	s.panels = append(s.panels, panel{share, rows})
	return n
}

// add adds a series to a panel.
func (s *sketch) add(panel int, one charts.SingleSeries) {
	one.XAxisIndex, one.YAxisIndex = panel, panel
	s.MultiSeries = append(s.MultiSeries, one)
}

// finished is the option as JSON.
func (s *sketch) finished() json.RawMessage {
	names := map[string]bool{}
	for _, one := range s.MultiSeries {
		names[one.Name] = true
	}
	legend := len(names) > 1
	s.Legend = opts.Legend{
		Show: opts.Bool(legend), Type: "scroll", Left: "0", Top: "0", Padding: 0, ItemWidth: 20, ItemHeight: 10,
		TextStyle: &opts.TextStyle{Color: color(chart.RoleText)},
	}
	top, whole := 8, 0
	if legend {
		top = 13
	}
	for _, p := range s.panels {
		whole += p.share
	}
	for _, p := range s.panels {
		height := (97 - top) * p.share / max(1, whole)
		if len(s.panels) == 1 {
			s.GridList = append(s.GridList, opts.Grid{Left: "8", Right: "24", Top: percent(top), Bottom: "8", ContainLabel: opts.Bool(true)})
			break
		}
		s.GridList = append(s.GridList, opts.Grid{Left: "8", Right: "24", Top: percent(top), Height: percent(height - 2), ContainLabel: opts.Bool(true)})
		top += height
		whole -= p.share
		whole = max(whole, p.share)
	}
	// Validate takes the names along the bottom from a field of its own.
	x := s.XAxisList[0].Data
	s.Validate()
	s.XAxisList[0].Data = x
	o := s.JSON()
	for _, not := range []string{"title", "toolbox", "tooltip"} { // the page adds a tooltip
		delete(o, not)
	}
	o["textStyle"] = opts.TextStyle{Color: color(chart.RoleText)}
	data, err := json.Marshal(o)
	if err != nil { // numbers and texts only
		panic("option: internal error: " + err.Error())
	}
	return data
}

func percent(n int) string { return fmt.Sprintf("%d%%", n) }

// color is the custom property of a role.
func color(r chart.Role) string { return "--chart-" + string(r) }

func paint(r chart.Role) *opts.ItemStyle { return &opts.ItemStyle{Color: color(r)} }

// outlined is the look of a mark that may stand on a bar.
func outlined(r chart.Role) *opts.ItemStyle {
	return &opts.ItemStyle{Color: color(r), Opacity: opts.Float(1), BorderColor: color(chart.RoleSurface), BorderWidth: 1}
}

// hollow is the look of a mark that is only an outline.
func hollow(r chart.Role) *opts.ItemStyle {
	return &opts.ItemStyle{Color: color(chart.RoleSurface), Opacity: opts.Float(1), BorderColor: color(r), BorderWidth: 2}
}

// stroke is the line of a role, in the kinds that drawings have.
func stroke(r chart.Role) *opts.LineStyle {
	look := &opts.LineStyle{Color: color(r), Width: 2, Type: "solid"}
	switch r {
	case chart.RolePace, chart.RoleSeries3:
		look.Type = "dotted"
	case chart.RoleReference, chart.RoleSeries2, chart.RoleSeries6:
		look.Type = "dashed"
	case chart.RoleTarget:
		look.Width = 3
	}
	return look
}

func faint() *opts.SplitLine {
	return &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: color(chart.RoleGrid)}}
}

func none() *opts.SplitLine { return &opts.SplitLine{Show: opts.Bool(false)} }

func axisLine() *opts.AxisLine {
	return &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: color(chart.RoleAxis)}}
}

// figures is how an axis writes its figures.
func figures(s wording.Scale) *opts.AxisLabel {
	return &opts.AxisLabel{Color: color(chart.RoleMuted), HideOverlap: opts.Bool(true), Formatter: types.FuncStr("{value}" + s.Sign())}
}
