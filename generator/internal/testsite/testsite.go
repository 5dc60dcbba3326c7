// Package testsite is a small site with something of everything in it, for tests.
package testsite

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// Tiny is a site small enough to read in a golden file: two editions, one
// section with a sub-theme, three indicators, one of them without a target and
// one without a result, and one commitment. Its title is written in both
// languages, little else is.
func Tiny() locale.Input {
	t := &tiny{
		report: &model.Source{ID: "report", Name: Zh("测试报告"), Publisher: Zh("测试办公室"), Date: model.Date{Year: 2024, Month: 1, Day: 10}},
		bureau: &model.Source{ID: "bureau", Name: Zh("统计公报"), URL: "https://stats.example.org/2024"},
	}
	t.editions()
	t.indicators()
	t.commitments()
	t.prose()
	in := locale.Input{
		Site: &model.Site{
			Editions: []*model.Edition{t.last, t.edition}, Indicators: []*model.Indicator{t.output, t.growth, t.income},
			Commitments: []*model.Commitment{t.road}, Groups: []*model.Group{t.group},
			Sources: []*model.Source{t.bureau, t.report}, Pages: []*model.Page{t.about},
		},
		Config: &config.Config{
			Title: model.Text{Zh: "测试市工作目标", En: "Goals of a test city"}, Place: Zh("测试市"), Description: Zh("测试用的站点。"),
			Language: model.Chinese, OnPaceBand: config.DefaultOnPaceBand,
		},
	}
	in.Verdicts = verdict.All(in.Site, verdict.Options{OnPaceBand: in.Config.OnPaceBand})
	return in
}

// tiny is the tiny site while it is put together.
type tiny struct {
	report, bureau         *model.Source
	last, edition          *model.Edition
	before, goals, works   *model.Section
	output, growth, income *model.Indicator
	full                   *model.Observation
	group                  *model.Group
	road                   *model.Commitment
	about                  *model.Page
}

func (t *tiny) editions() {
	t.last = &model.Edition{Period: model.YearOf(2023), Title: Zh("2023年报告"), Place: Zh("测试市"), Source: t.report}
	t.edition = &model.Edition{
		Period: model.YearOf(2024), Title: model.Text{Zh: "2024年报告", En: "Report 2024"}, Place: Zh("测试市"), Issuer: Zh("测试办公室"),
		Published: model.Date{Year: 2024, Month: 1, Day: 10}, Source: t.report, Note: Zh("仅供测试。"),
	}
	t.before = &model.Section{Edition: t.last, ID: "goals", Title: Zh("上年目标")}
	t.goals = &model.Section{Edition: t.edition, ID: "goals", Title: model.Text{Zh: "全年目标", En: "Goals"}, Summary: Zh("总量与<工业>。")}
	t.works = &model.Section{Edition: t.edition, ID: "works", Title: Zh("重点工程"), Parent: t.goals}
	t.goals.Children = []*model.Section{t.works}
	t.last.Sections = []*model.Section{t.before}
	t.edition.Sections = []*model.Section{t.goals, t.works}
}

func (t *tiny) indicators() {
	t.output = &model.Indicator{
		ID: "output", Name: model.Text{Zh: "工业总产值", En: "Industrial output"}, Short: Zh("总产值"), Unit: "亿元",
		Measure: model.Level, Accrual: model.Flow, Better: model.Up, Nature: model.Expected,
		Section: t.goals, Fragment: "growth", Lead: "工信局", Definition: Zh("全部工业产品的价值。"),
	}
	t.output.Targets = []*model.Target{
		{Indicator: t.output, Period: model.YearOf(2023), Section: t.before, Bound: model.Bound{Op: model.GE, Value: num("1500"), AsWritten: Zh("1500亿元")}},
		{
			Indicator: t.output, Period: model.YearOf(2024), Section: t.goals,
			Bound:   model.Bound{Op: model.GT, Value: num("1800"), AsWritten: Zh("突破1800亿元"), Announced: model.Date{Year: 2024, Month: 1, Day: 10}},
			Earlier: []model.Bound{{Op: model.GE, Value: num("1700"), AsWritten: Zh("1700亿元"), Announced: model.Date{Year: 2023, Month: 12, Day: 20}}},
		},
	}
	Observe(t.output, model.YearOf(2023), model.Annual, "1400", t.bureau)
	Observe(t.output, model.Period{Year: 2024, Kind: model.Quarter, N: 3}, model.Cumulative, "1390.5", t.bureau)
	t.full = Observe(t.output, model.YearOf(2024), model.Annual, "1921", t.bureau)
	t.full.Earlier = []model.Revision{{Value: decimal.RequireFromString("1900"), Stage: "快报", Released: model.Date{Year: 2025, Month: 1, Day: 5}}}

	t.growth = &model.Indicator{
		ID: "growth", Name: Zh("增加值增速"), Short: Zh("增速"), Unit: "%", Measure: model.Growth, Better: model.Up, Section: t.goals,
	}
	t.growth.Targets = []*model.Target{{
		Indicator: t.growth, Period: model.YearOf(2024), Section: t.goals, Hedge: "力争",
		Bound: model.Bound{Op: model.Approx, Value: num("8.5"), AsWritten: Zh("8.5%左右")},
	}}
	t.income = &model.Indicator{
		ID: "income", Name: Zh("居民收入"), Short: Zh("居民收入"), Unit: "元", Measure: model.Level, Accrual: model.Flow, Better: model.Up, Section: t.works,
	}
	approx := Observe(t.income, model.YearOf(2024), model.Annual, "30000", t.report)
	approx.Approx = true
	t.income.Gaps = []model.Gap{
		{Period: model.Period{Year: 2024, Kind: model.Month, N: 1}, Basis: model.Cumulative, Reason: Zh("一月不单独发布")},
		{Period: model.YearOf(2023), Basis: model.Annual},
	}
	t.goals.Indicators = []*model.Indicator{t.output, t.growth}
	t.works.Indicators = []*model.Indicator{t.income}
	t.output.Related = []*model.Indicator{t.growth}
	t.output.CitedBy = []*model.Section{t.goals}
}

func (t *tiny) commitments() {
	t.road = &model.Commitment{
		ID: "road", Edition: t.edition, Section: t.works, Title: Zh("修通<一号路>"), Due: model.Date{Year: 2024, Month: 12, Day: 31},
		State: model.InProgress, Source: t.bureau,
		Events: []model.Event{{Date: model.Date{Year: 2024, Month: 5, Day: 1}, Text: Zh("开工"), State: model.InProgress, Source: t.bureau}},
	}
	t.works.Commitments = []*model.Commitment{t.road}
	t.group = &model.Group{ID: "headline", Name: Zh("主要目标"), Indicators: []*model.Indicator{t.output, t.growth}}
	t.output.Groups, t.growth.Groups = []*model.Group{t.group}, []*model.Group{t.group}
}

func (t *tiny) prose() {
	t.goals.Body = model.Body{
		Headings: []model.Heading{{Level: 2, ID: "growth", Text: "总量"}, {Level: 2, ID: "more", Text: "其他"}},
		Parts: []model.Part{
			model.HTML("<h2 id=\"growth\">总量</h2>\n<p>总产值"),
			model.Cite{Indicator: t.output, Target: t.output.Targets[1], Text: "突破<strong>1800亿元</strong>"},
			model.HTML("，结果是"),
			model.Cite{Indicator: t.output, Observation: t.full},
			model.HTML("；见"),
			model.CommitmentLink{Commitment: t.road},
			model.HTML("与"),
			model.PageLink{Path: "about/#what", Text: "说明"},
			model.HTML("。</p>\n"),
			model.Figure{Caption: "总产值：目标与结果", Indicators: []*model.Indicator{t.output}},
			model.HTML("<h2 id=\"more\">其他</h2>\n"),
			model.Figure{Caption: "再看一次", Indicators: []*model.Indicator{t.output}},
			model.Figure{Caption: "两项比较", Indicators: []*model.Indicator{t.output, t.growth}, Group: t.group},
		},
		Passages: []model.Passage{
			{ID: "growth", Heading: plainText("总量"), Text: model.Plain{
				{Text: "总产值突破1800亿元，结果是"}, {Ref: model.Cite{Indicator: t.output, Observation: t.full}},
				{Text: "；见"}, {Ref: model.CommitmentLink{Commitment: t.road}}, {Text: "与说明。 总产值：目标与结果"},
			}},
			{ID: "more", Heading: plainText("其他"), Text: plainText("再看一次 两项比较")},
		},
	}
	t.about = &model.Page{
		ID: "about", Title: model.Text{Zh: "关于", En: "About"},
		Body:   oneHeading("what", "这是什么", "测试。"),
		BodyEn: new(oneHeading("what", "What this is", "A test.")),
	}
}

// oneHeading is prose below one heading.
func oneHeading(id, heading, text string) model.Body {
	return model.Body{
		Headings: []model.Heading{{Level: 2, ID: id, Text: heading}},
		Parts:    []model.Part{model.HTML("<h2 id=\"" + id + "\">" + heading + "</h2>\n<p>" + text + "</p>\n")},
		Passages: []model.Passage{{ID: id, Heading: plainText(heading), Text: plainText(text)}},
	}
}

// plainText is plain text that the parser gave.
func plainText(s string) model.Plain { return model.Plain{{Text: s}} }

// Zh is a text in Chinese alone.
func Zh(s string) model.Text { return model.Text{Zh: s} }

func num(s string) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.RequireFromString(s)) }

// Observe adds a preliminary result to an indicator.
func Observe(i *model.Indicator, p model.Period, b model.Basis, v string, s *model.Source) *model.Observation {
	o := &model.Observation{
		Indicator: i, Period: p, Basis: b, Value: decimal.RequireFromString(v), Stage: "初步核算",
		Released: model.Date{Year: p.Year + 1, Month: 1, Day: 20}, Source: s,
	}
	i.Observations = append(i.Observations, o)
	return o
}
