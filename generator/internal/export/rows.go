package export

import (
	"bytes"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/wording"
)

// column is a column of the CSV: its name stays the same in every language, so
// that programs can rely on it. Its title is the message with column- before the
// name; about is the message with a description, "" for none.
type column struct{ name, kind, about string }

// columns of the one table that holds every target and every result, a row
// each (tidy data).
var columns = []column{
	{name: "indicator", kind: "string"},
	{name: "name", kind: "string"},
	{name: "unit", kind: "string"},
	{name: "measure", kind: "string", about: "column-measure-about"},
	{name: "kind", kind: "string", about: "column-kind-about"},
	{name: "period", kind: "string", about: "column-period-about"},
	{name: "basis", kind: "string", about: "column-basis-about"},
	{name: "op", kind: "string", about: "column-op-about"},
	{name: "value", kind: "number"},
	{name: "low", kind: "number"},
	{name: "high", kind: "number"},
	{name: "stretch", kind: "number"},
	{name: "ref", kind: "string"},
	{name: "as_written", kind: "string"},
	{name: "stage", kind: "string"},
	{name: "approx", kind: "boolean"},
	{name: "released", kind: "date"},
	{name: "source", kind: "string"},
	{name: "status", kind: "string", about: "column-status-about"},
	{name: "note", kind: "string"},
	{name: "actual", kind: "number"},
	{name: "actual_period", kind: "string"},
	{name: "expected", kind: "number"},
	{name: "gap", kind: "number", about: "column-gap-about"},
	{name: "inferred", kind: "string", about: "column-inferred-about"},
	{name: "hedge", kind: "string", about: "column-hedge-about"},
	{name: "words", kind: "string", about: "column-words-about"},
	{name: "earlier", kind: "string", about: "column-earlier-about"},
	{name: "source_url", kind: "string"},
}

// rows is the tidy table of all targets and results.
func (in Input) rows(l model.Lang) *sheet.Table {
	t := &sheet.Table{Name: "data"}
	for _, c := range columns {
		t.Head = append(t.Head, c.name)
	}
	for _, i := range in.Site.Indicators {
		t.Rows = append(t.Rows, in.rowsOf(i, l)...)
	}
	return t
}

// rowsOf are the rows of an indicator: its targets, its results, what is known not to
// exist.
func (in Input) rowsOf(i *model.Indicator, l model.Lang) (rows [][]sheet.Value) {
	for _, target := range i.Targets {
		rows = append(rows, in.targetRow(target, l))
	}
	for _, o := range i.Observations {
		rows = append(rows, resultRow(o, l))
	}
	for _, g := range i.Gaps {
		row := about(i, l, "missing", g.Period, string(g.Basis))
		row["note"] = sheet.Text(g.Reason.In(l))
		rows = append(rows, row.inOrder())
	}
	return rows
}

// named is a row by the names of its columns.
type named map[string]sheet.Value

func (n named) inOrder() []sheet.Value {
	row := make([]sheet.Value, len(columns))
	for k, c := range columns {
		row[k] = n[c.name]
	}
	return row
}

func about(i *model.Indicator, l model.Lang, kind string, p model.Period, basis string) named {
	return named{
		"indicator": sheet.Text(i.ID), "name": sheet.Text(i.Name.In(l)), "unit": sheet.Text(i.Unit.String()),
		"measure": sheet.Text(string(i.Measure)), "kind": sheet.Text(kind),
		"period": sheet.Text(p.String()), "basis": sheet.Text(basis),
	}
}

func (in Input) targetRow(t *model.Target, l model.Lang) []sheet.Value {
	row := about(t.Indicator, l, "target", t.Period, "")
	row["op"] = sheet.Text(string(t.Op))
	for name, v := range map[string]decimal.NullDecimal{"value": t.Value, "low": t.Low, "high": t.High, "stretch": t.Stretch} {
		row[name] = sheet.Maybe(v)
	}
	if t.Ref != nil {
		row["ref"] = sheet.Text(t.Ref.ID)
	}
	row["as_written"] = sheet.Text(t.AsWritten.In(l))
	row["released"] = sheet.Text(t.Announced.String())
	v := in.Verdicts.Of(t)
	row["status"], row["expected"], row["gap"] = sheet.Text(string(v.Status)), sheet.Maybe(v.Expected), sheet.Maybe(v.Gap)
	if o := v.Actual; o != nil {
		row["actual"], row["actual_period"] = figure(o), sheet.Text(o.Period.String())
	}
	if s := t.Section; s != nil {
		row["inferred"] = sheet.Text(s.Edition.Inferred.In(l))
		row["source"], row["source_url"] = sheet.Text(s.Edition.Source.Name.In(l)), sheet.Text(s.Edition.Source.URL)
	}
	row["hedge"] = sheet.Text(t.Hedge)
	row["earlier"] = sheet.Text(versions(t, l))
	row["note"] = sheet.Text(t.Note.In(l))
	return row.inOrder()
}

// figure is a result as a number; a structure, and an inequality without a
// figure, have none.
func figure(o *model.Observation) sheet.Value {
	if len(o.Parts) > 0 || o.Digits() == "" {
		return sheet.Value{}
	}
	return sheet.Number(o.Value)
}

func resultRow(o *model.Observation, l model.Lang) []sheet.Value {
	row := about(o.Indicator, l, "result", o.Period, string(o.Basis))
	row["value"] = figure(o)
	row["stage"] = sheet.Text(string(o.Stage))
	if o.Approx {
		row["approx"] = sheet.Text("true")
	}
	row["released"] = sheet.Text(o.Released.String())
	row["source"], row["source_url"] = sheet.Text(o.Source.Name.In(l)), sheet.Text(o.Source.URL)
	row["words"], row["earlier"] = sheet.Text(wording.Result(o, l)), sheet.Text(revisions(o, l))
	row["note"] = sheet.Text(o.Note.In(l))
	return row.inOrder()
}

// versions are the superseded versions of a target with the days on which they became
// public, the first one first.
func versions(t *model.Target, l model.Lang) string {
	var list []string
	for _, b := range t.Earlier {
		list = append(list, joined(b.AsWritten.In(l), t.Known(b).String()))
	}
	return strings.Join(list, between(l))
}

// revisions are the superseded values of a result with their stages and days, the first
// one first.
func revisions(o *model.Observation, l model.Lang) string {
	var list []string
	for _, r := range o.Earlier {
		list = append(list, joined(wording.WriteValue(r.Value, o.Indicator.Unit, l), string(r.Stage), r.Released.String()))
	}
	return strings.Join(list, between(l))
}

func between(l model.Lang) string {
	if l == model.Chinese {
		return "；"
	}
	return "; "
}

// joined joins what is not empty.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// Field is a column of the table, for readers.
type Field struct {
	Name  string // in the head of the file
	Title model.Text
	About model.Text // may be empty
}

// Fields describes the columns of the table of all indicators.
func Fields() []Field {
	list := make([]Field, len(columns))
	for n, c := range columns {
		list[n] = Field{Name: c.name, Title: message.Both("column-" + c.name)}
		if c.about != "" {
			list[n].About = message.Both(c.about)
		}
	}
	return list
}

// Indicator makes the table of one indicator for spreadsheet programs: the columns of the
// table of all of them, each headed by its name and what that means, behind a byte order
// mark, which makes such programs read Han characters.
func Indicator(w *bytes.Buffer, in Input, i *model.Indicator) error {
	l := in.Config.Language
	t := &sheet.Table{Rows: in.rowsOf(i, l)}
	for _, f := range Fields() {
		t.Head = append(t.Head, f.Name+" "+f.Title.In(l))
	}
	w.WriteString("\ufeff")
	return sheet.WriteCSV(w, t)
}
