package chart

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// fontSize is the size of all text of a chart, in CSS pixels, lineHeight that
// of its lines.
const (
	fontSize   = 13
	lineHeight = 17
)

// gap stands for a period without a figure. go-echarts leaves nil out, which
// would move the figures after it.
const gap = "-"

// value is a figure as ECharts takes it.
func value(d decimal.Decimal) json.Number { return json.Number(model.Digits(d)) }

// point is one datum of a series, with a label or look of its own where it has
// one; go-echarts has other types for each kind of series, and fewer fields.
type point struct {
	Value      any             `json:"value"` // a figure, a gap, or both coordinates
	Name       string          `json:"name,omitempty"`
	Symbol     string          `json:"symbol,omitempty"`
	SymbolSize any             `json:"symbolSize,omitempty"`
	Label      *opts.Label     `json:"label,omitempty"`
	ItemStyle  *opts.ItemStyle `json:"itemStyle,omitempty"`
}

// figure is the point's figure; ok is false for a gap.
func (p point) figure() (v decimal.Decimal, ok bool) {
	n, ok := p.Value.(json.Number)
	if !ok {
		return v, false
	}
	return decimal.RequireFromString(n.String()), true
}

// gaps are so many points without a figure.
func gaps(n int) []point {
	list := make([]point, n)
	for k := range list {
		list[k].Value = gap
	}
	return list
}

// figures reports whether any of the points has a figure.
func figures(list []point) bool {
	return slices.ContainsFunc(list, func(p point) bool { return p.Value != gap })
}

// area is where a pair of axes lies, in pixels. Room for the legend is added
// above all areas when the option is finished.
type area struct{ left, right, top, height int }

// sketch is an option in the making.
type sketch struct {
	*charts.Line
	width, height int // the height without the legend
	legend        bool
	areas         []area
}

func newSketch(width, height int) *sketch {
	c := charts.NewLine()
	c.Theme = "" // no colors but ours
	c.Animation = types.Bool(new(bool))
	c.XAxisList, c.YAxisList = nil, nil
	return &sketch{Line: c, width: width, height: height}
}

// add adds a series.
func (s *sketch) add(list ...charts.SingleSeries) { s.MultiSeries = append(s.MultiSeries, list...) }

// The legend, in pixels.
const (
	iconWidth  = 20
	legendGap  = 14
	legendLine = 22
)

// legendHeight is the room that the legend takes: as many lines as its names
// need.
func (s *sketch) legendHeight() int {
	if !s.legend {
		return 0
	}
	lines, x := 1, 0
	var seen []string
	for _, one := range s.MultiSeries {
		if one.Name == "" || slices.Contains(seen, one.Name) {
			continue
		}
		seen = append(seen, one.Name)
		size := iconWidth + 5 + textWidth(one.Name)
		if x > 0 && x+size > s.width-8 {
			lines, x = lines+1, 0
		}
		x += size + legendGap
	}
	return lines*legendLine + 6
}

// drawing is the finished option of a size.
func (s *sketch) drawing(size Size) Drawing {
	top := s.legendHeight()
	s.Legend = opts.Legend{
		Show: opts.Bool(s.legend), Left: "0", Top: "0", Width: px(s.width - 8),
		Padding: 0, ItemWidth: iconWidth, ItemHeight: 10,
		TextStyle: &opts.TextStyle{Color: hex(RoleText), FontSize: fontSize},
	}
	for _, a := range s.areas {
		s.GridList = append(s.GridList, opts.Grid{
			Left: px(a.left), Right: px(a.right), Top: px(a.top + top), Height: px(a.height),
		})
	}
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
	// go-echarts writes the line height of axis labels as text, and ECharts
	// would append it to a number instead of adding it.
	data = bytes.ReplaceAll(data, []byte(`"lineHeight":"`+px(lineHeight)+`"`), []byte(`"lineHeight":`+px(lineHeight)))
	return Drawing{Size: size, Width: s.width, Height: s.height + top, Option: data}
}

// solid, dashed and dotted are the kinds of lines; together with the marks
// they carry what the colors say.
const (
	solid  = "solid"
	dashed = "dashed"
	dotted = "dotted"
)

func stroke(r Role, width float32, kind string) *opts.LineStyle {
	return &opts.LineStyle{Color: hex(r), Width: width, Type: kind}
}

func paint(r Role) *opts.ItemStyle { return &opts.ItemStyle{Color: hex(r)} }

// outlined is the look of a mark that may stand on a bar: opaque, with an edge
// in the color of the page.
func outlined(r Role) *opts.ItemStyle {
	return &opts.ItemStyle{Color: hex(r), Opacity: opts.Float(1), BorderColor: hex(RoleSurface), BorderWidth: 1}
}

// hollow is the look of a mark that is only an outline.
func hollow(r Role) *opts.ItemStyle {
	return &opts.ItemStyle{Color: hex(RoleSurface), Opacity: opts.Float(1), BorderColor: hex(r), BorderWidth: 1.5}
}

// unseen is the look of a point that only carries a label.
func unseen() *opts.ItemStyle { return &opts.ItemStyle{Color: "transparent"} }

// label is a label beside a mark.
func label(r Role, position, text string) *opts.Label {
	return &opts.Label{
		Show: opts.Bool(true), Color: hex(r), FontSize: fontSize, LineHeight: lineHeight, Position: position, Formatter: quote(text),
	}
}

func noLabel() *opts.Label { return &opts.Label{Show: opts.Bool(false)} }

// categories is an axis of names along the bottom.
func categories(names []string) opts.XAxis {
	return opts.XAxis{
		Type: "category", Data: names,
		AxisLine: &opts.AxisLine{LineStyle: stroke(RoleAxis, 1, "")},
		AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
		AxisLabel: &opts.AxisLabel{
			Color: hex(RoleMuted), FontSize: fontSize, LineHeight: px(lineHeight), HideOverlap: opts.Bool(true),
		},
	}
}

// signed reports whether the figures of an axis carry their unit: rates do.
func signed(u model.Unit) bool { return u == model.Percent || u == "‰" }

// axisFormat writes the figures of an axis as the labels and the prose do,
// without the commas that ECharts would put in.
func axisFormat(u model.Unit) types.FuncStr {
	if signed(u) {
		return types.FuncStr("{value}" + string(u))
	}
	return "{value}"
}

// upright is an axis of figures up the left side. Its unit stands above it
// where the figures do not carry it.
func upright(sc scale, i *model.Indicator, l model.Lang) opts.YAxis {
	name := ""
	if !signed(i.Unit) {
		name = i.Unit.In(l)
	}
	step, _ := sc.step.Float64()
	return opts.YAxis{
		Type: "value", Name: name, NameGap: 10,
		Min: value(sc.low), Max: value(sc.high), MinInterval: step, MaxInterval: step,
		AxisLabel: &opts.AxisLabel{Color: hex(RoleMuted), FontSize: fontSize, Formatter: axisFormat(i.Unit)},
		SplitLine: faintLines(),
	}
}

// lying is an axis of figures along the bottom.
func lying(sc scale, u model.Unit) opts.XAxis {
	step, _ := sc.step.Float64()
	return opts.XAxis{
		Type: "value", Min: value(sc.low), Max: value(sc.high), MinInterval: step, MaxInterval: step,
		AxisLabel: &opts.AxisLabel{
			Color: hex(RoleMuted), FontSize: fontSize, HideOverlap: opts.Bool(true), Formatter: axisFormat(u),
		},
		AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: stroke(RoleAxis, 1, "")},
		AxisTick:  &opts.AxisTick{Show: opts.Bool(true), LineStyle: stroke(RoleAxis, 1, "")},
		SplitLine: noLines(),
	}
}

func faintLines() *opts.SplitLine {
	return &opts.SplitLine{Show: opts.Bool(true), LineStyle: stroke(RoleGrid, 1, "")}
}

func noLines() *opts.SplitLine { return &opts.SplitLine{Show: opts.Bool(false)} }

// rows is an axis of names down the left side, the first one on top.
func rows(names []string) opts.YAxis {
	return opts.YAxis{
		Type: "category", Data: names, Inverse: opts.Bool(true),
		AxisLine:  &opts.AxisLine{LineStyle: stroke(RoleAxis, 1, "")},
		AxisLabel: &opts.AxisLabel{Color: hex(RoleText), FontSize: fontSize, LineHeight: px(lineHeight), Interval: "0"},
	}
}

// markLines are lines of one look across the chart at values of an axis,
// "xAxis" or "yAxis".
func markLines(look *opts.LineStyle, along string, list ...decimal.Decimal) *opts.MarkLines {
	m := &opts.MarkLines{MarkLineStyle: opts.MarkLineStyle{Symbol: []string{"none", "none"}, Label: noLabel(), LineStyle: look}}
	for _, v := range list {
		m.Data = append(m.Data, map[string]any{along: value(v)})
	}
	return m
}

// corner is a corner of a mark area: values of one axis or both.
type corner map[string]any

// markArea are areas between two corners each.
func markArea(list ...[2]corner) *opts.MarkAreas {
	m := &opts.MarkAreas{MarkAreaStyle: opts.MarkAreaStyle{ItemStyle: paint(RoleBand), Label: noLabel()}}
	for _, pair := range list {
		m.Data = append(m.Data, pair)
	}
	return m
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

func px(n int) string { return strconv.Itoa(n) }
