package chart

import (
	"fmt"

	"reportsite/generator/internal/model"
)

// Timeline makes the chart of the dated events of commitments, with the day
// that each is due. It is nil where none of them has an event.
func Timeline(id, caption string, list []*model.Commitment, l model.Lang) *Chart {
	w := words{l}
	c := &Chart{ID: id, Form: Events, Lang: l, Title: caption, Subtitle: w.pick("任务的进展与时限", "Events of commitments, and when they are due")}
	c.Table = Table{Caption: caption, Head: []string{
		w.pick("事项", "Commitment"), w.pick("日期", "Date"), w.pick("进展", "Event"), w.pick("来源", "Source"),
	}}
	newest := ""
	var last model.Date
	for _, m := range list {
		if len(m.Events) == 0 {
			continue
		}
		d := Dated{Name: m.Title.In(l), Due: m.Due, State: string(m.State), Late: m.State == model.Late}
		for _, e := range m.Events {
			source := Cell{Text: "—"}
			if e.Source != nil {
				source = Cell{Text: e.Source.Name.In(l), URL: e.Source.URL}
			}
			c.Table.Rows = append(c.Table.Rows, []Cell{{Text: d.Name}, {Text: e.Date.String()}, {Text: e.Text.In(l)}, source})
			d.Events = append(d.Events, Date{e.Date, e.Text.In(l)})
			if !e.Date.Before(last) {
				last, newest = e.Date, d.Name+w.pick("：", ": ")+e.Text.In(l)
			}
		}
		if !m.Due.IsZero() {
			c.Table.Rows = append(c.Table.Rows, []Cell{{Text: d.Name}, {Text: m.Due.String()}, {Text: w.pick("时限", "due")}, {Text: "—"}})
		}
		c.Dates = append(c.Dates, d)
	}
	if len(c.Dates) == 0 {
		return nil
	}
	c.Text = w.pick(
		fmt.Sprintf("%s：%d项任务的进展与时限。最新一条是%s，%s。", caption, len(c.Dates), last, newest),
		fmt.Sprintf("%s: events and due days of %d commitments. The newest is of %s, %s.", caption, len(c.Dates), last, newest))
	return c
}
