package chart

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// fontSize is the smallest text of a chart, in CSS pixels.
const fontSize = 13

// gap stands for a period without a figure. go-echarts leaves nil out, which
// would move the figures after it.
const gap = "-"

// value is a figure as ECharts takes it.
func value(d decimal.Decimal) json.Number { return json.Number(model.Digits(d)) }

// or is a figure or a gap.
func or(d decimal.NullDecimal) any {
	if !d.Valid {
		return gap
	}
	return value(d.Decimal)
}

// sketch is an option in the making.
type sketch struct {
	*charts.Line
	width, height int
	legend        bool
}

func newSketch(width, height int) *sketch {
	c := charts.NewLine()
	c.Theme = "" // no colors but ours
	c.Animation = types.Bool(new(bool))
	c.XAxisList, c.YAxisList = nil, nil
	return &sketch{Line: c, width: width, height: height}
}

// grid places the axes, in pixels from the edges.
func (s *sketch) grid(left, right, top, bottom int) {
	px := strconv.Itoa
	s.GridList = append(s.GridList, opts.Grid{Left: px(left), Right: px(right), Top: px(top), Bottom: px(bottom)})
}

// add adds a series.
func (s *sketch) add(list ...charts.SingleSeries) { s.MultiSeries = append(s.MultiSeries, list...) }

// option is the finished option of a size.
func (s *sketch) drawing(size Size) Drawing {
	s.Legend = opts.Legend{Show: opts.Bool(s.legend), Left: "0", Top: "0", ItemWidth: 20, ItemHeight: 10,
		TextStyle: &opts.TextStyle{Color: hex(RoleText), FontSize: fontSize}}
	// Validate takes the names along the bottom from a field of its own.
	names := s.XAxisList[0].Data
	s.Validate()
	s.XAxisList[0].Data = names
	o := s.JSON()
	delete(o, "title")
	delete(o, "toolbox")
	delete(o, "tooltip") // the page adds one when the chart comes alive
	o["textStyle"] = opts.TextStyle{FontFamily: "inherit", FontSize: fontSize, Color: hex(RoleText)}
	data, err := json.Marshal(o)
	if err != nil { // numbers and strings only
		panic("generator: internal error: option of a chart: " + err.Error())
	}
	return Drawing{Size: size, Width: s.width, Height: s.height, Option: data}
}

// dashed, dotted and solid are the kinds of lines; together with the marks
// they carry what the colors say.
const (
	solid  = "solid"
	dashed = "dashed"
	dotted = "dotted"
)

func stroke(r Role, width float32, kind string) *opts.LineStyle {
	return &opts.LineStyle{Color: hex(r), Width: width, Type: kind}
}

func fill(r Role) *opts.ItemStyle { return &opts.ItemStyle{Color: hex(r)} }

// outlined is the look of a mark that may stand on a bar: opaque, with an edge
// in the colour of the page.
func outlined(r Role) *opts.ItemStyle {
	return &opts.ItemStyle{Color: hex(r), Opacity: opts.Float(1), BorderColor: hex(RoleSurface), BorderWidth: 1}
}

// label is a label beside a mark.
func label(r Role, position, format string) *opts.Label {
	return &opts.Label{Show: opts.Bool(true), Color: hex(r), FontSize: fontSize, Position: position, Formatter: format}
}

func noLabel() *opts.Label { return &opts.Label{Show: opts.Bool(false)} }

// categories is an axis of names along the bottom.
func categories(names []string) opts.XAxis {
	return opts.XAxis{
		Type: "category", Data: names,
		AxisLine:  &opts.AxisLine{LineStyle: stroke(RoleAxis, 1, "")},
		AxisTick:  &opts.AxisTick{Show: opts.Bool(false)},
		AxisLabel: &opts.AxisLabel{Color: hex(RoleMuted), FontSize: fontSize, HideOverlap: opts.Bool(true)},
	}
}

// values is an axis of figures up the left side. fromZero is false where only
// differences matter, as of rates.
func values(unit string, fromZero bool) opts.YAxis {
	return opts.YAxis{
		Type: "value", Name: unit, Scale: opts.Bool(!fromZero), SplitNumber: 4,
		AxisLabel: &opts.AxisLabel{Color: hex(RoleMuted), FontSize: fontSize},
		SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: stroke(RoleGrid, 1, "")},
	}
}

// level is a line across the chart at a value of the axis that lies along.
type level struct {
	at    decimal.Decimal
	name  string
	along string // "xAxis" or "yAxis"
}

// markLines are lines of one look on a series.
func markLines(look *opts.LineStyle, text *opts.Label, list ...level) *opts.MarkLines {
	m := &opts.MarkLines{MarkLineStyle: opts.MarkLineStyle{Symbol: []string{"none", "none"}, Label: text, LineStyle: look}}
	for _, l := range list {
		m.Data = append(m.Data, map[string]any{l.along: value(l.at), "name": l.name})
	}
	return m
}

// markArea is an area between two values of an axis.
func markArea(along string, low, high decimal.Decimal) *opts.MarkAreas {
	end := func(d decimal.Decimal) map[string]any { return map[string]any{along: value(d)} }
	return &opts.MarkAreas{
		Data:          []any{[]any{end(low), end(high)}},
		MarkAreaStyle: opts.MarkAreaStyle{ItemStyle: fill(RoleBand), Label: noLabel()},
	}
}

// quote makes a text safe inside a label's format, where braces are commands.
func quote(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		switch r {
		case '{':
			r = '｛'
		case '}':
			r = '｝'
		}
		out = append(out, r)
	}
	return string(out)
}

func px(n int) string { return fmt.Sprintf("%d", n) }
