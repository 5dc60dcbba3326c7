package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"reportsite/generator/internal/model"
)

// Timeline makes the chart of the dated events of commitments, with the day
// that each is due. It is nil where none of them has an event.
func Timeline(id, caption string, list []*model.Commitment, l model.Lang) *Chart {
	w := words{l}
	c := &Chart{ID: id, Form: Events, Title: caption}
	c.Table = Table{Caption: caption, Head: []string{
		w.pick("事项", "Commitment"), w.pick("日期", "Date"), w.pick("进展", "Event"), w.pick("来源", "Source"),
	}}
	var begun []*model.Commitment
	var said []string
	for _, m := range list {
		if len(m.Events) == 0 {
			continue
		}
		begun = append(begun, m)
		for _, e := range m.Events {
			source := Cell{Text: "—"}
			if e.Source != nil {
				source = Cell{Text: e.Source.Name.In(l), URL: e.Source.URL}
			}
			c.Table.Rows = append(c.Table.Rows, []Cell{{Text: m.Title.In(l)}, {Text: e.Date.String()}, {Text: e.Text.In(l)}, source})
			said = append(said, e.Date.String()+w.pick("，", ", ")+m.Title.In(l)+w.pick("：", ": ")+e.Text.In(l))
		}
		if !m.Due.IsZero() {
			said = append(said, m.Title.In(l)+w.pick("的时限是", " is due by ")+m.Due.String())
		}
	}
	if len(begun) == 0 {
		return nil
	}
	c.Desc = caption + w.pick("。", ". ") + strings.Join(said, w.pick("；", "; ")) + w.pick("。", ".")
	c.Drawings = []Drawing{events(begun, w, narrowWidth).drawing(Narrow), events(begun, w, wideWidth).drawing(Wide)}
	return c
}

// events draws a row for each commitment.
func events(list []*model.Commitment, w words, width int) *sketch {
	left := 2 * labelGap
	for _, m := range list {
		left = max(left, min(textWidth(m.Title.In(w.Lang)), width*40/100)+2*labelGap)
	}
	names := make([]string, len(list))
	height := rowHeight
	var done, due []point
	for k, m := range list {
		names[k] = wrap(m.Title.In(w.Lang), left-labelGap)
		height = max(height, lineCount(names[k])*lineHeight+12)
		if !m.Due.IsZero() {
			due = append(due, point{Value: []any{m.Due.String(), k}, Name: m.Title.In(w.Lang)})
		}
		for _, e := range m.Events {
			done = append(done, point{Value: []any{e.Date.String(), k}, Name: e.Text.In(w.Lang)})
		}
	}
	s := newSketch(width, panelTop+height*len(list)+scaleHeight)
	s.legend = true
	s.areas = []area{{left, 32, panelTop, height * len(list)}}
	from, to := months(list)
	s.XAxisList = []opts.XAxis{{
		Type: "time", Min: from, Max: to,
		AxisLabel: &opts.AxisLabel{
			Color: hex(RoleMuted), FontSize: fontSize, HideOverlap: opts.Bool(true), Formatter: "{yyyy}-{MM}",
		},
		SplitLine: faintLines(), SplitNumber: max(2, (width-left)/90),
	}}
	y := rows(names)
	y.SplitLine = faintLines()
	s.YAxisList = []opts.YAxis{y}
	s.add(charts.SingleSeries{
		Type: types.ChartScatter, Name: w.pick("进展", "event"), Data: done,
		Symbol: "circle", SymbolSize: 11, ItemStyle: outlined(RoleResult),
	})
	if len(due) > 0 {
		s.add(charts.SingleSeries{
			Type: types.ChartScatter, Name: w.pick("时限", "due"), Data: due,
			Symbol: "triangle", SymbolSize: 12, ItemStyle: outlined(RoleTarget),
		})
	}
	return s
}

// months are the first days of the month before all that is dated and of the
// month after it.
func months(list []*model.Commitment) (from, to string) {
	var first, last model.Date
	for _, m := range list {
		dates := []model.Date{m.Due}
		for _, e := range m.Events {
			dates = append(dates, e.Date)
		}
		for _, d := range dates {
			if d.IsZero() {
				continue
			}
			if first.IsZero() || d.Before(first) {
				first = d
			}
			if d.After(last) {
				last = d
			}
		}
	}
	shift := func(d model.Date, by int) string {
		n := d.Year*12 + d.Month - 1 + by
		return model.Date{Year: n / 12, Month: n%12 + 1, Day: 1}.String()
	}
	return shift(first, -1), shift(last, 1)
}
