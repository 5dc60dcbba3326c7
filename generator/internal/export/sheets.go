package export

import (
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// sheets are the sheets of the workbook, for people: words instead of ids.
func (in Input) sheets(l model.Lang) []*sheet.Table {
	return []*sheet.Table{in.targets(l), in.results(l), in.commitments(l), in.sources(l)}
}

// heads makes a head row of messages in a language.
func heads(l model.Lang, ids ...string) []string {
	var list []string
	for _, id := range ids {
		list = append(list, message.Say(l, id))
	}
	return list
}

func (in Input) targets(l model.Lang) *sheet.Table {
	t := &sheet.Table{
		Name: message.Say(l, "sheet-targets"),
		Head: heads(l, "head-section", "head-indicator", "head-unit", "head-period",
			"head-as-written", "head-target",
			"head-result", "head-result-period", "head-state", "head-explanation", "head-responsible"),
		Width: []float64{24, 32, 10, 10, 20, 12, 12, 16, 14, 70, 20},
	}
	for _, i := range in.Site.Indicators {
		for _, target := range i.Targets {
			v := in.Verdicts.Of(target)
			var result, when sheet.Value
			if v.Actual != nil {
				result, when = figure(v.Actual), sheet.Text(wording.Time(v.Actual).In(l))
			}
			t.Rows = append(t.Rows, []sheet.Value{
				sheet.Text(i.Section.Title.In(l)), sheet.Text(wording.Title(i).In(l)), sheet.Text(i.Unit.In(l)),
				sheet.Text(target.Period.String()), sheet.Text(target.AsWritten.In(l)), sheet.Maybe(v.Goal),
				result, when, sheet.Text(v.Status.Name().In(l)), sheet.Text(v.Explain().In(l)), sheet.Text(i.Lead),
			})
		}
	}
	return t
}

// bases are the messages that name what a figure covers.
var bases = map[model.Basis]string{
	model.Annual:     "basis-annual",
	model.Cumulative: "basis-cumulative",
	model.Single:     "basis-single",
	model.Point:      "basis-point",
}

func (in Input) results(l model.Lang) *sheet.Table {
	t := &sheet.Table{
		Name: message.Say(l, "sheet-results"),
		Head: heads(l, "head-indicator", "head-unit", "head-period", "head-basis",
			"head-value", "head-stage",
			"head-released", "head-source", "head-note"),
		Width: []float64{32, 10, 10, 12, 12, 12, 12, 40, 40},
	}
	names := map[model.Basis]string{}
	for basis, id := range bases {
		names[basis] = message.Say(l, id)
	}
	for _, i := range in.Site.Indicators {
		for _, o := range i.Observations {
			t.Rows = append(t.Rows, []sheet.Value{
				sheet.Text(wording.Title(i).In(l)), sheet.Text(i.Unit.In(l)), sheet.Text(o.Period.String()), sheet.Text(names[i.Covers(o.Basis)]),
				figure(o), sheet.Text(string(o.Stage)), sheet.Text(o.Released.String()),
				sheet.Text(o.Source.Name.In(l)), sheet.Text(o.Note.In(l)),
			})
		}
	}
	return t
}

func (in Input) commitments(l model.Lang) *sheet.Table {
	t := &sheet.Table{
		Name: message.Say(l, "sheet-commitments"),
		Head: heads(l, "head-section", "head-commitment", "head-due",
			"head-state", "head-responsible", "head-note"),
		Width: []float64{24, 60, 12, 14, 20, 40},
	}
	for _, c := range in.Site.Commitments {
		v := verdict.Commitment(c, in.Verdicts.Options().AsOf)
		t.Rows = append(t.Rows, []sheet.Value{
			sheet.Text(c.Section.Title.In(l)), sheet.Text(c.Title.In(l)), sheet.Text(due(c, l)),
			sheet.Text(stateName(v.State).In(l)), sheet.Text(c.Lead), sheet.Text(c.Note.In(l)),
		})
	}
	return t
}

// due is the deadline that the report states, if it does.
func due(c *model.Commitment, l model.Lang) string {
	if c.Due.IsZero() {
		return message.Say(l, "no-due-date")
	}
	return c.Due.String()
}

func stateName(s model.State) model.Text {
	for _, info := range verdict.States() {
		if info.State == s {
			return info.Name
		}
	}
	return model.Text{Zh: string(s), En: string(s)}
}

func (in Input) sources(l model.Lang) *sheet.Table {
	t := &sheet.Table{
		Name: message.Say(l, "head-source"),
		Head: heads(l, "head-source", "head-publisher", "head-date",
			"head-address", "head-note"),
		Width: []float64{50, 30, 12, 50, 50},
	}
	for _, s := range in.Site.Sources {
		t.Rows = append(t.Rows, []sheet.Value{
			sheet.Text(s.Name.In(l)), sheet.Text(s.Publisher.In(l)), sheet.Text(s.Date.String()),
			sheet.Text(s.URL), sheet.Text(s.Note.In(l)),
		})
	}
	return t
}
