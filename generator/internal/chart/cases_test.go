package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// made is an indicator with results "basis period=value …" and, unless goal is "",
// a target of at least so much for 2024.
func made(unit model.Unit, measure model.Measure, accrual model.Accrual, goal, results string) *model.Indicator {
	section := &model.Section{ID: "goals", Edition: &model.Edition{Period: model.YearOf(2024)}}
	i := &model.Indicator{
		ID: "x", Name: model.Text{Zh: "指标"}, Short: model.Text{Zh: "指标"}, Unit: unit, Measure: measure, Accrual: accrual,
		Better: model.Up, Section: section,
	}
	basis := model.Annual
	for word := range strings.FieldsSeq(results) {
		when, value, ok := strings.Cut(word, "=")
		if !ok {
			basis = model.Basis(word)
			continue
		}
		p, err := model.ParsePeriod(when)
		if err != nil {
			panic(err)
		}
		o := &model.Observation{Indicator: i, Period: p, Basis: basis, Value: decimal.RequireFromString(value), Source: &model.Source{ID: "s"}}
		i.Observations = append(i.Observations, o)
	}
	i.SortObservations()
	if goal != "" {
		t := &model.Target{Indicator: i, Period: model.YearOf(2024), Section: section}
		t.Op, t.Value, t.AsWritten = model.GE, decimal.NewNullDecimal(decimal.RequireFromString(goal)), model.Text{Zh: goal + string(unit) + "以上"}
		i.Targets = []*model.Target{t}
	}
	return i
}

func judgedOn(day string, list ...*model.Indicator) *verdict.Set {
	d, err := model.ParseDate(day)
	if err != nil {
		panic(err)
	}
	return verdict.All(&model.Site{Editions: []*model.Edition{{Period: model.YearOf(2024)}}, Indicators: list}, verdict.Options{AsOf: d, OnPaceBand: decimal.NewFromInt(5)})
}

// points writes a series: place=label, with ~ for a part of a year.
func points(c chart.Course, s chart.Series) string {
	var out []string
	for k, p := range s.Points {
		if p.Value.Valid {
			text := c.Places[k].Name + "=" + p.Label
			if p.Part {
				text += "~" + c.Places[k].Under
			}
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}

// The chart shows the figures that the verdict judges, and shows something
// whatever the figures are.
func TestFiguresThatCount(t *testing.T) {
	stock, flow, rate := model.Stock, model.Flow, model.NoAccrual
	for _, c := range []struct {
		name    string
		i       *model.Indicator
		form    chart.Form
		figures string
	}{
		{"a stock in two tables: its state counts", made("家", model.Count, stock, "100", "annual 2022=80 2023=90 cumulative 2024-12=90 point 2024-12=120"), chart.Years, "2022=80 2023=90 2024=120"},
		{"two years and a first quarter", made("亿元", model.Level, flow, "", "annual 2022=1760 2023=1921 cumulative 2024-Q1=440"), chart.Years, "2022=1760 2023=1921 2024=440~一季度"},
		{"last year as cumulated to December", made("亿元", model.Level, flow, "2200", "annual 2022=1760 cumulative 2023-12=1921"), chart.Years, "2022=1760 2023=1921"},
		{"years, and two figures of the running one", made("%", model.Growth, rate, "12", "annual 2022=9.6 2023=10.4 cumulative 2024-Q1=11.9 2024-06=11.0"), chart.Years, "2022=9.6% 2023=10.4% 2024=11.0%~上半年"},
		{"two months and no target", made("%", model.Growth, rate, "", "cumulative 2024-02=7.1 2024-03=7.6"), chart.Trend, "2月=7.1% 3月=7.6%"},
		{"one figure and no target", made("%", model.Growth, rate, "", "cumulative 2024-03=7.6"), chart.Bullet, "7.6%"},
		{"one figure against its target", made("%", model.Growth, rate, "8", "annual 2024=7.6"), chart.Bullet, "7.6%"},
		{"nothing but a target", made("%", model.Growth, rate, "8", ""), chart.Target, ""},
		{"nothing at all", made("%", model.Growth, rate, "", ""), chart.State, ""},
	} {
		got := chart.ForIndicator(c.i, judgedOn("2025-02-01", c.i), model.Chinese)
		figures := ""
		switch {
		case len(got.Courses) > 0:
			figures = points(got.Courses[0], got.Courses[0].Series[0])
		case len(got.Bars) > 0:
			figures = got.Bars[0].Rows[0].Result.Label
		}
		if got.Form != c.form || figures != c.figures {
			t.Errorf("%s: %s with %q, want %s with %q", c.name, got.Form, figures, c.form, c.figures)
		}
		if !got.Drawn() {
			t.Errorf("%s: nothing is drawn", c.name)
		}
	}
}

// Twelve months stand in the chart of a group too.
func TestMonthsInAGroup(t *testing.T) {
	results := "cumulative"
	for m := 1; m <= 12; m++ {
		results += fmt.Sprintf(" 2024-%02d=%d.0", m, m)
	}
	a, b := made("%", model.Growth, "", "", results), made("%", model.Growth, "", "", results)
	c := chart.Compare("x", "两项", []*model.Indicator{a, b}, model.YearOf(2024), judgedOn("2025-02-01", a, b), model.Chinese)
	if len(c.Courses) != 1 || len(c.Courses[0].Series) != 2 {
		t.Fatalf("%+v", c)
	}
	for _, s := range c.Courses[0].Series {
		if got := strings.Count(points(c.Courses[0], s), "="); got != 12 {
			t.Errorf("%d months are shown", got)
		}
	}
	if len(c.Table.Rows) < 24 {
		t.Errorf("the table has %d rows, want all 24 figures", len(c.Table.Rows))
	}
}

// Figures that differ much in size, or in unit, never share a scale.
func TestScalesAreNotShared(t *testing.T) {
	list := []*model.Indicator{
		made("亿元", model.Level, model.Flow, "1400000", ""), made("亿元", model.Level, model.Flow, "0.03", ""),
		made("%", model.Growth, "", "8", ""), made("%", model.Share, "", "60", ""),
	}
	c := chart.Compare("x", "四项", list, model.YearOf(2024), judgedOn("2024-02-01", list...), model.Chinese)
	if len(c.Bars) != 4 {
		t.Errorf("%d scales, want 4", len(c.Bars))
	}
	if got := c.Bars[0].Scale.Short(list[0].Targets[0].Value.Decimal) + c.Bars[0].Scale.Unit(); got != "140万亿元" {
		t.Errorf("the large one is %s", got)
	}
}

// The title is the verdict in a sentence.
func TestMessages(t *testing.T) {
	for _, c := range []struct {
		day, want string
		i         *model.Indicator
	}{
		{"2024-07-20", "2024年上半年完成全年目标的58%，比序时进度快8个百分点", made("亿元", model.Level, model.Flow, "100", "cumulative 2024-06=58")},
		{"2024-07-20", "2024年上半年完成全年目标的50%，与序时进度一致", made("亿元", model.Level, model.Flow, "100", "cumulative 2024-06=50")},
		{"2024-07-20", "2024年上半年完成全年目标的40%，比序时进度慢10个百分点", made("亿元", model.Level, model.Flow, "100", "cumulative 2024-06=40")},
		{"2025-02-20", "2024年全年为11.8%，比目标低0.2个百分点", made("%", model.Growth, "", "12", "annual 2024=11.8")},
		{"2025-02-20", "2024年全年为12%，达到目标“12%以上”", made("%", model.Growth, "", "12", "annual 2024=12")},
		{"2025-02-20", "2024年末为3家，比目标少1家", made("家", model.Count, model.Stock, "4", "point 2024-12=3")},
		{"2025-02-20", "2024年目标是“12%以上”，已到期，本站未查到", made("%", model.Growth, "", "12", "")},
		{"2025-02-20", "2024年全年为1401879亿元", made("亿元", model.Level, model.Flow, "", "annual 2024=1401879")},
	} {
		got := chart.ForIndicator(c.i, judgedOn(c.day, c.i), model.Chinese).Title
		if got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// Whoever does not see a chart hears two sentences at most, and the table has
// every figure.
func TestTexts(t *testing.T) {
	for name, dir := range everySite {
		s := load(t, dir)
		for _, l := range languages {
			for _, c := range s.charts(l) {
				if n := len([]rune(c.Text)); n == 0 || n > 330 {
					t.Errorf("%s, %s, %s: a text of %d characters: %s", name, l, c.ID, n, c.Text)
				}
				if l == model.Chinese && strings.Count(c.Text, "。") > 2 {
					t.Errorf("%s, %s: more than two sentences: %s", name, c.ID, c.Text)
				}
				if !c.Drawn() {
					t.Errorf("%s, %s, %s: nothing is drawn", name, l, c.ID)
				}
				if w := halves(c.Title); l == model.Chinese && c.Form != chart.Compared && w > 2*30 {
					t.Errorf("%s, %s: a title as wide as %d Han characters: %s", name, c.ID, w/2, c.Title)
				}
			}
		}
	}
}

// halves is the width of a text in half Han characters.
func halves(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2E80 {
			n++
		}
	}
	return n
}

// A month that is not published is a gap with its reason, and never 0.
func TestGapsAreNotZero(t *testing.T) {
	i := made("%", model.Growth, "", "12", "cumulative 2024-02=7.1 2024-03=7.6 2024-04=7.7")
	i.Gaps = []model.Gap{{Period: model.Period{Year: 2024, Kind: model.Month, N: 1}, Basis: model.Cumulative, Reason: model.Text{Zh: "1月不单独公布"}}}
	c := chart.ForIndicator(i, judgedOn("2024-05-20", i), model.Chinese)
	if p := c.Courses[0].Series[0].Points[0]; p.Value.Valid || c.Courses[0].Places[0].Gap != "1月不单独公布" {
		t.Errorf("January has %v", p)
	}
	if len(c.Notes) == 0 || !strings.Contains(c.Notes[0], "不单独公布") || !strings.Contains(fmt.Sprint(c.Table.Rows[0]), "不单独公布") {
		t.Errorf("the gap is not explained: %q, %v", c.Notes, c.Table.Rows)
	}
}

// The subtitle says that a year has no result, and does not say that there is no
// figure where an earlier one is drawn.
func TestCompareWithoutResults(t *testing.T) {
	a := made("%", model.Growth, "", "5", "annual 2023=4")
	b := made("%", model.Growth, "", "6", "")
	for l, want := range map[model.Lang]string{
		model.Chinese: "目标（本站未查到2024年的结果）", model.English: "Targets (no result for 2024 on this site)",
	} {
		c := chart.Compare("x", "两项", []*model.Indicator{a, b}, model.YearOf(2024), judgedOn("2025-02-01", a, b), l)
		if c.Subtitle != want {
			t.Errorf("%s, want %s", c.Subtitle, want)
		}
	}
	c := chart.Compare("x", "两项", []*model.Indicator{b}, model.Period{}, judgedOn("2025-02-01", b), model.Chinese)
	if want := "目标（本站暂无数据）"; c.Subtitle != want {
		t.Errorf("%s, want %s", c.Subtitle, want)
	}
}
