package export

import (
	"bytes"
	"fmt"
	"strings"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/verdict"
)

// taskData is a commitment in the JSON file; docs/output.md describes its fields. Fields
// that say nothing are left out.
type (
	tasksData struct {
		Schema      int        `json:"schema"`
		AsOf        string     `json:"as_of"`
		Commitments []taskData `json:"commitments"`
	}
	taskData struct {
		ID        string      `json:"id"`
		Edition   string      `json:"edition"`
		Section   string      `json:"section"`
		Title     string      `json:"title"`
		Lead      string      `json:"lead,omitempty"`
		Support   []string    `json:"support,omitempty"`
		Due       string      `json:"due,omitempty"`
		State     string      `json:"state,omitempty"`
		Overdue   bool        `json:"overdue,omitempty"`
		Source    string      `json:"source,omitempty"`
		SourceURL string      `json:"source_url,omitempty"`
		Events    []eventData `json:"events,omitempty"`
		Note      string      `json:"note,omitempty"`
	}
	eventData struct {
		Date      string `json:"date"`
		Text      string `json:"text"`
		State     string `json:"state,omitempty"`
		Source    string `json:"source,omitempty"`
		SourceURL string `json:"source_url,omitempty"`
	}
)

// tasks are the commitments of the site as data.
func (in Input) tasks(l model.Lang) tasksData {
	asOf := in.Verdicts.Options().AsOf
	d := tasksData{Schema: 1, AsOf: asOf.String(), Commitments: []taskData{}}
	for _, c := range in.Site.Commitments {
		v := verdict.Commitment(c, asOf)
		one := taskData{
			ID: c.ID, Edition: c.Edition.Period.String(), Section: c.Section.Ref(), Title: c.Title.In(l), Lead: c.Lead, Support: c.Support,
			Due: c.Due.String(), State: string(v.State), Overdue: v.Overdue, Note: c.Note.In(l),
		}
		if s := c.Source; s != nil {
			one.Source, one.SourceURL = s.Name.In(l), s.URL
		}
		for _, e := range c.Events {
			event := eventData{Date: e.Date.String(), Text: e.Text.In(l), State: string(e.State)}
			if e.Source != nil {
				event.Source, event.SourceURL = e.Source.Name.In(l), e.Source.URL
			}
			one.Events = append(one.Events, event)
		}
		d.Commitments = append(d.Commitments, one)
	}
	return d
}

// taskColumns are those of the table of commitments, a row each.
var taskColumns = [...]string{
	"id", "edition", "section", "title", "lead", "support", "due", "state", "event_date", "event", "source", "source_url", "note",
}

// table is the commitments as a table, each with its last event.
func (d tasksData) table() *sheet.Table {
	t := &sheet.Table{Name: "commitments", Head: taskColumns[:]}
	for _, c := range d.Commitments {
		var last eventData
		if n := len(c.Events); n > 0 {
			last = c.Events[n-1]
		}
		source, url := c.Source, c.SourceURL
		if last.Source != "" {
			source, url = last.Source, last.SourceURL
		}
		var row []sheet.Value
		for _, s := range [...]string{
			c.ID, c.Edition, c.Section, c.Title, c.Lead, strings.Join(c.Support, " "), c.Due, c.State, last.Date, last.Text, source, url, c.Note,
		} {
			row = append(row, sheet.Text(s))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// taskFiles makes the files of the commitments.
func (in Input) taskFiles(l model.Lang) ([]File, error) {
	d := in.tasks(l)
	var table, data bytes.Buffer
	if err := sheet.WriteCSV(&table, d.table()); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	if err := output.JSON(&data, d); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return []File{{TasksCSV, table.Bytes()}, {TasksJSON, data.Bytes()}}, nil
}
