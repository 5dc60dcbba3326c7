package export

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
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
}

// rows is the tidy table of all targets and results.
func (in Input) rows(l model.Lang) *sheet.Table {
	t := &sheet.Table{Name: "data"}
	for _, c := range columns {
		t.Head = append(t.Head, c.name)
	}
	for _, i := range in.Site.Indicators {
		for _, target := range i.Targets {
			t.Rows = append(t.Rows, in.targetRow(target, l))
		}
		for _, o := range i.Observations {
			t.Rows = append(t.Rows, resultRow(o, l))
		}
		for _, g := range i.Gaps {
			row := about(i, l, "missing", g.Period, string(g.Basis))
			row["note"] = sheet.Text(g.Reason.In(l))
			t.Rows = append(t.Rows, row.inOrder())
		}
	}
	return t
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
	}
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
	row["source"] = sheet.Text(o.Source.Name.In(l))
	row["note"] = sheet.Text(o.Note.In(l))
	return row.inOrder()
}
