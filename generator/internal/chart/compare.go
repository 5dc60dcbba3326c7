package chart

import (
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
	words
	unit model.Unit
	rows []*plot
}

// Compare makes one chart of several indicators, with their targets for a year
// and the results of it; for the year 0 the newest of each. Figures of different units or
// measures never share a scale: each has a panel. A panel has a row for each
// indicator with its target and its result, or, where most of them have no
// figure to aim at, their results over the years as lines. It has no drawing
// where nothing has a figure.
func Compare(id, caption string, list []*model.Indicator, year int, set *verdict.Set, l model.Lang) *Chart {
	w := words{l}
	c := &Chart{ID: id, Form: Compared, Title: caption}
	c.Table = Table{Caption: caption, Head: []string{
		w.pick("指标", "Indicator"), w.pick("时期", "Period"), w.pick("目标", "Target"), w.pick("结果", "Result"), w.pick("来源", "Source"),
	}}
	var panels, drawn []*panel
	for _, i := range list {
		panels = file(panels, inYear(i, year, set, l))
	}
	var said []string
	for _, p := range panels {
		if p.lines() || p.hasFigure() {
			drawn = append(drawn, p)
		}
		for _, row := range p.rows {
			c.Table.Rows = append(c.Table.Rows, row.compareRows(p.lines())...)
			said = append(said, row.compareText(p.lines()))
		}
	}
	c.Desc = caption + w.pick("。", ". ") + strings.Join(said, w.pick("。", ". ")) + w.pick("。", ".")
	if len(drawn) > 0 {
		c.Drawings = []Drawing{
			comparison(drawn, narrowWidth).drawing(Narrow),
			comparison(drawn, wideWidth).drawing(Wide),
		}
	}
	return c
}

// file puts an indicator into the panel of its unit and measure.
func file(panels []*panel, p *plot) []*panel {
	for _, panel := range panels {
		if panel.unit == p.i.Unit && panel.rows[0].i.Measure == p.i.Measure {
			panel.rows = append(panel.rows, p)
			return panels
		}
	}
	return append(panels, &panel{p.words, p.i.Unit, []*plot{p}})
}

// hasFigure reports whether any row has something to draw.
func (p *panel) hasFigure() bool {
	for _, row := range p.rows {
		if row.latest() != nil || row.aims() {
			return true
		}
	}
	return false
}

// comparison draws the panels one below the other.
func comparison(panels []*panel, width int) *sketch {
	s := newSketch(width, 0)
	s.legend = true
	c := columnsOf(panels, width)
	for n, p := range panels {
		if p.lines() {
			p.addLines(s, n)
		} else {
			p.addRows(s, n, c)
		}
	}
	return s
}

// columns are the widths of a comparison's columns, in pixels: the names, and
// beyond the scale the room for words.
type columns struct {
	names, words int
	results      bool // some row has one: the words stand in a column of their own
}

func columnsOf(panels []*panel, width int) columns {
	c := columns{}
	name, text := 0, 0
	for _, p := range panels {
		for _, row := range p.rows {
			name = max(name, textWidth(row.i.Short.In(p.Lang)))
			c.results = c.results || !p.lines() && row.latest() != nil
		}
	}
	for _, p := range panels {
		for _, row := range p.rows {
			if !c.results && !row.aims() {
				continue // its words stand on the scale itself
			}
			for _, line := range row.rowWords(c.results, width) {
				text = max(text, textWidth(line))
			}
		}
	}
	c.names = min(name, width*36/100) + 2*labelGap
	c.words = min(text, width*32/100) + 2*labelGap
	return c
}

// rowWords are the lines that say what a row shows; one that is wider than so
// many pixels breaks before its figure.
func (p *plot) rowWords(results bool, most int) []string {
	var list []string
	say := func(head, figure string) {
		line := head + p.pick(" ", ": ") + figure
		if head == "" {
			line = figure
		}
		if head != "" && textWidth(line) > most {
			list = append(list, wrap(head, most), wrap(figure, most))
			return
		}
		list = append(list, wrap(line, most))
	}
	switch {
	case p.t != nil && results:
		say(p.target(), p.demand(p.t))
	case p.t != nil:
		say("", p.demand(p.t))
	}
	if o := p.latest(); o != nil && results {
		say(p.brief(o), p.figure(o))
	} else if results {
		say("", p.none())
	}
	return list
}

// The heights of a panel of rows, in pixels.
const (
	rowHeight   = 40
	panelTop    = 8
	panelBottom = scaleHeight + 10 // for the scale below it
)

// addRows adds a panel of rows below all that is there.
func (p *panel) addRows(s *sketch, n int, c columns) {
	names := make([]string, len(p.rows))
	words := make([]string, len(p.rows))
	height := rowHeight
	for k, row := range p.rows {
		names[k] = wrap(row.i.Short.In(p.Lang), c.names-labelGap)
		most := c.words - labelGap
		if !c.results && !row.aims() {
			most = s.width - c.names - labelGap
		}
		words[k] = strings.Join(row.rowWords(c.results, most), "\n")
		height = max(height, lineCount(names[k])*lineHeight+12, lineCount(words[k])*lineHeight+12)
	}
	s.areas = append(s.areas, area{c.names, c.words, s.height + panelTop, height * len(p.rows)})
	s.height += panelTop + height*len(p.rows) + panelBottom
	sc := p.scale()
	x := lying(sc, p.unit)
	x.SplitLine = faintLines()
	x.GridIndex = n
	if x.Name = p.axisName(); x.Name != "" {
		x.NameLocation, x.NameGap = "middle", scaleHeight
		s.height += lineHeight
	}
	left := rows(names)
	left.GridIndex = n
	left.SplitLine = faintLines()
	at := len(s.YAxisList)
	s.XAxisList, s.YAxisList = append(s.XAxisList, x), append(s.YAxisList, left)
	if c.results {
		right := rows(words)
		right.GridIndex, right.Position, right.AxisLine = n, "right", &opts.AxisLine{Show: opts.Bool(false)}
		s.YAxisList = append(s.YAxisList, right)
		words = nil
	}
	for _, one := range p.rowSeries(words) {
		one.XAxisIndex, one.YAxisIndex = len(s.XAxisList)-1, at
		s.add(one)
	}
}

// axisName is the unit of a panel's scale, unless its figures carry it or the
// words of every row do.
func (p *panel) axisName() string {
	unit := p.unit.In(p.Lang)
	if signed(p.unit) {
		return ""
	}
	for _, row := range p.rows {
		if !strings.Contains(strings.Join(row.rowWords(true, narrowWidth), " "), unit) {
			return unit
		}
	}
	return ""
}

// scale is one for all rows.
func (p *panel) scale() scale {
	var list []decimal.Decimal
	for _, row := range p.rows {
		if row.t != nil {
			list = append(list, marks(row.t.Bound)...)
		}
		if o := row.latest(); o != nil {
			list = append(list, o.Value)
		}
	}
	return scaleOf(list, true)
}

// rowSeries are the results as bars, the targets as dashes across them and the
// ranges between two dashes. The words stand beside the last dash unless there
// is a column for them.
func (p *panel) rowSeries(words []string) []charts.SingleSeries {
	bars, hasBars := gaps(len(p.rows)), false
	var targets, rest []point
	for k, row := range p.rows {
		if o := row.latest(); o != nil {
			bars[k], hasBars = point{Value: value(o.Value), Name: row.when(o)}, true
		}
		var list []decimal.Decimal
		if row.t != nil {
			list = marks(row.t.Bound)
		}
		for m, v := range list {
			d := point{Value: []any{value(v), k}, Name: row.i.Short.In(p.Lang) + " " + row.demand(row.t)}
			if m == len(list)-1 && words != nil {
				d.Label = label(RoleText, "right", words[k])
			}
			targets = append(targets, d)
		}
		if len(list) == 0 && words != nil {
			rest = append(rest, point{Value: []any{value(decimal.Zero), k}, Name: words[k], Label: label(RoleMuted, "right", words[k])})
		}
	}
	var list []charts.SingleSeries
	if hasBars {
		list = append(list, charts.SingleSeries{Type: types.ChartBar, Name: p.result(), BarWidth: "14", Data: bars, ItemStyle: paint(RoleResult)})
	}
	if len(targets) > 0 {
		name := p.target()
		if !hasBars {
			name += p.pick("（结果暂无公开数据）", " (no public data on results)")
		}
		list = append(list, charts.SingleSeries{
			Type: types.ChartScatter, Name: name, Data: targets, Symbol: "rect", SymbolSize: []int{5, 26}, ItemStyle: outlined(RoleTarget),
			MarkLines: p.ranges(),
		})
	}
	if len(rest) > 0 {
		list = append(list, charts.SingleSeries{Type: types.ChartScatter, Data: rest, SymbolSize: 1, ItemStyle: unseen()})
	}
	return list
}

// ranges join the ends of the targets that have two; nil where none has.
func (p *panel) ranges() *opts.MarkLines {
	var list []any
	for k, row := range p.rows {
		if row.t == nil {
			continue
		}
		low, high := goals(row.t.Bound)
		if low.Valid && high.Valid {
			end := func(v decimal.Decimal) map[string]any { return map[string]any{"coord": []any{value(v), k}} }
			list = append(list, []any{end(low.Decimal), end(high.Decimal)})
		}
	}
	if list == nil {
		return nil
	}
	return &opts.MarkLines{Data: list, MarkLineStyle: opts.MarkLineStyle{
		Symbol: []string{"none", "none"}, Label: noLabel(), LineStyle: stroke(RoleTarget, 2, dotted),
	}}
}
