package draw

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/go-analyze/charts"

	"reportsite/generator/internal/textwidth"
)

// fallbackVersion is the version of go-analyze/charts, as go.mod has it.
const fallbackVersion = "v0.6.4"

// errNoForm says that an artist has no way of drawing such an option.
var errNoForm = errors.New("the fallback cannot draw this form of chart")

// pointSize is the size of all text: 12 pixels.
const pointSize = 9

// fallback draws with go-analyze/charts: plainer than ECharts, but at hand
// wherever Go is. The library reads ECharts options too, but refuses or
// misreads much that is in ours; so it is told what to draw in its own terms.
type fallback struct{}

// draw implements [artist].
func (fallback) draw(ctx context.Context, job Job) (svg []byte, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	o, err := readOption(job.Option)
	if err != nil {
		return nil, err
	}
	s, ok := newSketch(o)
	if !ok {
		return nil, errNoForm
	}
	// The library does not promise to refuse whatever it cannot draw.
	defer func() {
		if r := recover(); r != nil {
			svg, err = nil, fmt.Errorf("fallback: panic: %v", r)
		}
	}()
	painter := charts.NewPainter(charts.PainterOptions{
		OutputFormat: charts.ChartOutputSVG, Width: job.Width, Height: job.Height, Theme: s.theme(o),
	})
	if s.lying {
		err = painter.BarChart(s.lyingChart(o))
	} else {
		painter, err = charts.Render(s.standingChart(o, job))
	}
	if err != nil {
		return nil, fmt.Errorf("fallback: %w", err)
	}
	svg, err = painter.Bytes()
	return bytes.ReplaceAll(svg, []byte(pad), nil), err
}

func (s *sketch) lyingChart(o option) charts.BarChartOption {
	c := charts.BarChartOption{
		Theme: s.theme(o), Padding: padding, Horizontal: true, Legend: s.legend(o),
		CategoryAxis: s.categoryAxis(), ValueAxis: []charts.ValueAxisOption{s.valueAxis()},
		ValueFormatter: plainNumber,
	}
	for _, t := range s.traces {
		c.SeriesList = append(c.SeriesList, charts.BarSeries{Name: padded(t.name), Values: t.floats()})
	}
	return c
}

func (s *sketch) standingChart(o option, job Job) charts.ChartOption {
	c := charts.ChartOption{
		OutputFormat: charts.ChartOutputSVG, Width: job.Width, Height: job.Height,
		Theme: s.theme(o), Padding: padding, Legend: s.legend(o),
		XAxis: s.categoryAxis(), YAxis: []charts.YAxisOption{s.valueAxis()},
		LineStrokeWidth: 2, Symbol: charts.Symbol{Shape: charts.SymbolCircle, Size: 3},
		ValueFormatter: plainNumber,
	}
	for _, t := range s.traces {
		c.SeriesList = append(c.SeriesList, charts.GenericSeries{Type: t.kind, Name: padded(t.name), Values: t.floats()})
	}
	return c
}

var padding = charts.NewBoxEqual(8)

func (s *sketch) categoryAxis() charts.CategoryAxisOption {
	names := make([]string, len(s.names))
	for i, name := range s.names {
		names[i] = padded(name)
	}
	style := charts.FontStyle{FontSize: pointSize}
	return charts.CategoryAxisOption{
		Show: charts.Ptr(isTrue(s.along.Show)), Labels: names, LabelFontStyle: style,
		Title: padded(s.along.Name), TitleFontStyle: style, BoundaryGap: charts.Ptr(true),
	}
}

func (s *sketch) valueAxis() charts.ValueAxisOption {
	style := charts.FontStyle{FontSize: pointSize}
	return charts.ValueAxisOption{
		Show: charts.Ptr(isTrue(s.across.Show)), Min: s.floor(), Max: s.ceiling(), LabelFontStyle: style,
		Title: padded(s.across.Name), TitleFontStyle: style, ValueFormatter: plainNumber, LabelCount: s.labels(),
		SplitLineShow: charts.Ptr(isTrue(s.across.SplitLine.Show)),
	}
}

func (s *sketch) legend(o option) charts.LegendOption {
	l := charts.LegendOption{FontStyle: charts.FontStyle{FontSize: pointSize}}
	l.Show = charts.Ptr(len(o.Legend) > 0 && isTrue(o.Legend.first().Show) && len(s.traces) > 1)
	seen := map[string]bool{}
	for _, t := range s.traces {
		if t.name != "" && !seen[t.name] {
			l.SeriesNames = append(l.SeriesNames, padded(t.name))
		}
		seen[t.name] = true
	}
	return l
}

// theme takes the option's colours over into the library's light theme.
func (s *sketch) theme(o option) charts.ColorPalette {
	theme := charts.GetTheme(charts.ThemeLight).WithBackgroundColor(charts.ColorTransparent)
	set := func(c text, with func(charts.Color) charts.ColorPalette) {
		if c != "" {
			theme = with(charts.ParseColor(string(c)))
		}
	}
	x, y := o.XAxis.first(), o.YAxis.first()
	set(x.AxisLabel.Color, theme.WithTextColor)
	set(x.AxisLabel.Color, theme.WithXAxisTextColor)
	set(y.AxisLabel.Color, theme.WithYAxisTextColor)
	set(x.AxisLine.LineStyle.Color, theme.WithXAxisColor)
	set(y.AxisLine.LineStyle.Color, theme.WithYAxisColor)
	set(s.across.SplitLine.LineStyle.Color, theme.WithAxisSplitLineColor)
	set(o.Legend.first().TextStyle.Color, theme.WithLegendTextColor)
	colors := make([]charts.Color, len(s.traces))
	for i, t := range s.traces {
		colors[i] = theme.GetSeriesColor(i)
		if t.color != "" {
			colors[i] = charts.ParseColor(t.color)
		}
	}
	return theme.WithSeriesColors(colors)
}

// floats gives the values with the library's own mark for gaps.
func (t trace) floats() []float64 {
	list := make([]float64, len(t.values))
	for i, v := range t.values {
		list[i] = charts.GetNullValue()
		if v != nil {
			list[i] = *v
		}
	}
	return list
}

// plainNumber writes a figure of an axis without grouping or shortening it.
func plainNumber(v float64) string { return format(v, 2) }

// pad is a character for private use. The library's fonts have no Han
// characters and take each for half as wide as it is; a pad behind it, gone
// from the finished drawing, makes up for that.
const pad = "\ue000"

func padded(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		if textwidth.Column(r) == 2 {
			b.WriteString(pad)
		}
	}
	return b.String()
}
