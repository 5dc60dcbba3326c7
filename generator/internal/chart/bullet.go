package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// bullet draws one target on its scale: where it is met (shaded), the target,
// and the result as a bar from zero. Without a result it says that there is
// none; nothing stands in its place.
func (p *plot) bullet(width int) *sketch {
	s := newSketch(width, 124)
	s.grid(12, 24, 44, 28)
	low, high := p.span()
	s.XAxisList = []opts.XAxis{{
		Type: "value", Min: value(low), Max: value(high), SplitNumber: 4,
		AxisLabel: &opts.AxisLabel{Color: hex(RoleMuted), FontSize: fontSize, HideOverlap: opts.Bool(true)},
		AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: stroke(RoleAxis, 1, "")},
		SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: stroke(RoleGrid, 1, "")},
	}}
	s.YAxisList = []opts.YAxis{{Type: "category", Data: []string{""}, Show: opts.Bool(false)}}
	o := p.judged()
	bar := charts.SingleSeries{
		Type: types.ChartBar, Name: p.result(), BarWidth: "24", ItemStyle: fill(RoleResult), Data: []opts.BarData{{Value: gap}},
		MarkLines: markLines(stroke(RoleTarget, 3, solid), label(RoleTarget, p.labelSide(low, high), "{b}"), p.levels()...),
	}
	bar.MarkAreas = p.metArea(low, high)
	if o != nil {
		text := label(RoleText, "right", quote(p.figure(o)))
		if o.Value.Sub(low).GreaterThan(high.Sub(low).Mul(decimal.RequireFromString("0.6"))) {
			text = label(RoleSurface, "insideRight", quote(p.figure(o)))
		}
		bar.Data = []opts.BarData{{Value: value(o.Value), Label: text}}
	}
	s.add(bar)
	if p.t.Stretch.Valid {
		s.add(charts.SingleSeries{
			Type: types.ChartBar, Name: p.stretch(), Data: []opts.BarData{{Value: gap}},
			MarkLines: markLines(stroke(RoleStretch, 2, dashed), label(RoleStretch, "start", "{b}"),
				level{p.t.Stretch.Decimal, p.stretch() + " " + p.amount(p.t.Stretch.Decimal, p.i), "xAxis"}),
		})
	}
	if o == nil {
		s.add(p.absent(low, high))
	}
	return s
}

// metArea shades where the target is met, on the scale from low to high; nil
// where the target does not say.
func (p *plot) metArea(low, high decimal.Decimal) *opts.MarkAreas {
	a, b := goals(p.t)
	if !a.Valid && !b.Valid {
		return nil
	}
	if a.Valid {
		low = a.Decimal
	}
	if b.Valid {
		high = b.Decimal
	}
	return markArea("xAxis", low, high)
}

// levels are the lines of the target; one alone is named.
func (p *plot) levels() []level {
	list := marks(p.t)
	var lines []level
	for n, m := range list {
		name := ""
		if n == len(list)-1 {
			name = p.target() + " " + p.demand(p.t)
		}
		lines = append(lines, level{m, name, "xAxis"})
	}
	return lines
}

// labelSide keeps the target's label within the picture: at the end of the
// line, which stands above its middle.
func (p *plot) labelSide(_, _ decimal.Decimal) string { return "end" }

// absent says in the picture that there is no result, on the side where there
// is room.
func (p *plot) absent(low, high decimal.Decimal) charts.SingleSeries {
	middle := low.Add(high).Div(decimal.NewFromInt(2))
	list := marks(p.t)
	at, side := low, "right"
	if list[0].LessThan(middle) {
		at, side = high, "left"
	}
	return charts.SingleSeries{
		Type: types.ChartScatter, Name: p.none(), Symbol: "circle", SymbolSize: 1, ItemStyle: fill(RoleMuted),
		Data:  []opts.ScatterData{{Value: []any{value(at), 0}}},
		Label: label(RoleMuted, side, p.none()),
	}
}

// span is the scale: from zero, or below it, to a round figure beyond all that
// is shown.
func (p *plot) span() (low, high decimal.Decimal) {
	list := marks(p.t)
	if p.t.Stretch.Valid {
		list = append(list, p.t.Stretch.Decimal)
	}
	if o := p.judged(); o != nil {
		list = append(list, o.Value)
	}
	for _, v := range list {
		low, high = decimal.Min(low, v), decimal.Max(high, v)
	}
	room := decimal.RequireFromString("1.25")
	if high.IsPositive() {
		high = nice(high.Mul(room))
	}
	if low.IsNegative() {
		low = nice(low.Neg().Mul(room)).Neg()
	}
	if p.i.Measure == model.Share && high.GreaterThan(decimal.NewFromInt(80)) {
		high = decimal.NewFromInt(100)
	}
	return low, high
}
