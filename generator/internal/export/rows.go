package export

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
)

// column is a column of the CSV: its name stays the same in every language, so
// that programs can rely on it.
type column struct {
	name, kind   string
	title, about model.Text
}

// columns of the one table that holds every target and every result, a row
// each (tidy data).
var columns = []column{
	{"indicator", "string", model.Text{Zh: "指标编号", En: "indicator id"}, model.Text{}},
	{"name", "string", model.Text{Zh: "指标", En: "indicator"}, model.Text{}},
	{"unit", "string", model.Text{Zh: "单位", En: "unit"}, model.Text{}},
	{"measure", "string", model.Text{Zh: "类型", En: "measure"}, model.Text{Zh: "level、growth、share、count、ratio、index", En: "level, growth, share, count, ratio or index"}},
	{"kind", "string", model.Text{Zh: "数据种类", En: "kind of datum"}, model.Text{Zh: "target 为目标，result 为结果，missing 为已知没有的数据", En: "target, result, or missing for a figure known not to exist"}},
	{"period", "string", model.Text{Zh: "时期", En: "period"}, model.Text{Zh: "2024、2024-H1、2024-Q3 或 2024-06", En: "2024, 2024-H1, 2024-Q3 or 2024-06"}},
	{"basis", "string", model.Text{Zh: "口径", En: "basis"}, model.Text{Zh: "结果：annual 全年、cumulative 累计、single 当期、point 期末", En: "of results: annual, cumulative (year to date), single or point (end of period)"}},
	{"op", "string", model.Text{Zh: "比较方式", En: "operator"}, model.Text{Zh: "目标：含义见 /method/", En: "of targets; explained on /method/"}},
	{"value", "number", model.Text{Zh: "数值", En: "value"}, model.Text{}},
	{"low", "number", model.Text{Zh: "区间下限", En: "low end"}, model.Text{}},
	{"high", "number", model.Text{Zh: "区间上限", En: "high end"}, model.Text{}},
	{"stretch", "number", model.Text{Zh: "力争目标", En: "higher aim"}, model.Text{}},
	{"ref", "string", model.Text{Zh: "参照指标", En: "compared with"}, model.Text{}},
	{"as_written", "string", model.Text{Zh: "原文", En: "as written"}, model.Text{}},
	{"stage", "string", model.Text{Zh: "核算阶段", En: "stage"}, model.Text{}},
	{"approx", "boolean", model.Text{Zh: "约数", En: "approximate"}, model.Text{}},
	{"released", "date", model.Text{Zh: "发布日期", En: "released"}, model.Text{}},
	{"source", "string", model.Text{Zh: "来源", En: "source"}, model.Text{}},
	{"status", "string", model.Text{Zh: "判断", En: "status"}, model.Text{Zh: "目标：含义见 /method/", En: "of targets; explained on /method/"}},
	{"note", "string", model.Text{Zh: "备注", En: "note"}, model.Text{}},
	{"actual", "number", model.Text{Zh: "据以判断的结果", En: "result that was judged"}, model.Text{}},
	{"actual_period", "string", model.Text{Zh: "结果的时期", En: "period of that result"}, model.Text{}},
	{"expected", "number", model.Text{Zh: "此时应达到", En: "due by then"}, model.Text{}},
	{"gap", "number", model.Text{Zh: "相差", En: "difference"}, model.Text{Zh: "actual 减 expected", En: "actual minus expected"}},
	{"inferred", "string", model.Text{Zh: "推断", En: "inferred"}, model.Text{Zh: "报告中哪些是推断的", En: "what of the report is inferred"}},
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
