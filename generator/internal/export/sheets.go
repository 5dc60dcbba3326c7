package export

import (
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// sheets are the sheets of the workbook, for people: words instead of ids.
func (in Input) sheets(l model.Lang) []*sheet.Table {
	return []*sheet.Table{in.targets(l), in.results(l), in.commitments(l), in.sources(l)}
}

// heads makes a head row of texts in a language.
func heads(l model.Lang, texts ...model.Text) []string {
	var list []string
	for _, t := range texts {
		list = append(list, t.In(l))
	}
	return list
}

// The heads that several sheets have.
var (
	headName   = model.Text{Zh: "指标", En: "Indicator"}
	headUnit   = model.Text{Zh: "单位", En: "Unit"}
	headYear   = model.Text{Zh: "时期", En: "Period"}
	headState  = model.Text{Zh: "状态", En: "State"}
	headPlace  = model.Text{Zh: "章节", En: "Section"}
	headLead   = model.Text{Zh: "责任单位", En: "Responsible"}
	headSource = model.Text{Zh: "来源", En: "Source"}
	headNote   = model.Text{Zh: "备注", En: "Note"}
)

func (in Input) targets(l model.Lang) *sheet.Table {
	t := &sheet.Table{
		Name: model.Text{Zh: "目标与判断", En: "Targets"}.In(l),
		Head: heads(l, headPlace, headName, headUnit, headYear,
			model.Text{Zh: "目标原文", En: "As written"}, model.Text{Zh: "目标数", En: "Target"},
			model.Text{Zh: "结果", En: "Result"}, model.Text{Zh: "结果的时期", En: "Period of the result"}, headState, model.Text{Zh: "说明", En: "Explanation"}, headLead),
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
				sheet.Text(i.Section.Title.In(l)), sheet.Text(i.Name.In(l)), sheet.Text(i.Unit.In(l)),
				sheet.Text(target.Period.String()), sheet.Text(target.AsWritten.In(l)), sheet.Maybe(v.Goal),
				result, when, sheet.Text(v.Status.Name().In(l)), sheet.Text(v.Explain().In(l)), sheet.Text(i.Lead),
			})
		}
	}
	return t
}

// bases names what a figure covers.
var bases = map[model.Basis]model.Text{
	model.Annual:     {Zh: "全年", En: "annual"},
	model.Cumulative: {Zh: "累计", En: "year to date"},
	model.Single:     {Zh: "当期", En: "single period"},
	model.Point:      {Zh: "期末", En: "end of period"},
}

func (in Input) results(l model.Lang) *sheet.Table {
	t := &sheet.Table{
		Name: model.Text{Zh: "公布的结果", En: "Results"}.In(l),
		Head: heads(l, headName, headUnit, headYear, model.Text{Zh: "口径", En: "Basis"},
			model.Text{Zh: "数值", En: "Value"}, model.Text{Zh: "核算阶段", En: "Stage"},
			model.Text{Zh: "发布日期", En: "Released"}, headSource, headNote),
		Width: []float64{32, 10, 10, 12, 12, 12, 12, 40, 40},
	}
	for _, i := range in.Site.Indicators {
		for _, o := range i.Observations {
			t.Rows = append(t.Rows, []sheet.Value{
				sheet.Text(i.Name.In(l)), sheet.Text(i.Unit.In(l)), sheet.Text(o.Period.String()), sheet.Text(bases[o.Basis].In(l)),
				figure(o), sheet.Text(string(o.Stage)), sheet.Text(o.Released.String()),
				sheet.Text(o.Source.Name.In(l)), sheet.Text(o.Note.In(l)),
			})
		}
	}
	return t
}

func (in Input) commitments(l model.Lang) *sheet.Table {
	t := &sheet.Table{
		Name: model.Text{Zh: "事项", En: "Commitments"}.In(l),
		Head: heads(l, headPlace, model.Text{Zh: "事项", En: "Commitment"}, model.Text{Zh: "时限", En: "Due"},
			headState, headLead, headNote),
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
		return model.Text{Zh: "报告未写期限", En: "not stated in the report"}.In(l)
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
		Name: headSource.In(l),
		Head: heads(l, headSource, model.Text{Zh: "发布单位", En: "Publisher"}, model.Text{Zh: "日期", En: "Date"},
			model.Text{Zh: "网址", En: "Address"}, headNote),
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
