package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
)

// planFor gives an indicator a target of a plan.
func planFor(i *model.Indicator, period string, op model.Op, value string, counts model.Counts) *model.Indicator {
	p, err := model.ParsePeriod(period)
	if err != nil {
		panic(err)
	}
	t := &model.Target{Indicator: i, Period: p, Section: i.Section, Counts: counts}
	t.Op, t.Value, t.AsWritten = op, decimal.NewNullDecimal(decimal.RequireFromString(value)), model.Text{Zh: value}
	i.Targets = append([]*model.Target{t}, i.Targets...)
	return i
}

// A plan's target stands at its end, over its years, or against what was reached of
// it so far.
func TestPlans(t *testing.T) {
	flow, rate := model.Flow, model.NoAccrual
	for _, c := range []struct {
		name    string
		i       *model.Indicator
		form    chart.Form
		figures string
		goals   string // places and figures
		due     string
	}{
		{"at its end", planFor(made("亿元", model.Level, flow, "", "annual 2022=1760 2023=1921"), "2021-2025", model.GE, "2900", model.AtEnd),
			chart.Years, "2022=1760 2023=1921", "2025:2900", ""},
		{"one result, and the end", planFor(made("%", model.Share, rate, "", "annual 2023=61"), "2021-2025", model.GE, "65", ""),
			chart.Years, "2023=61%", "2025:65", ""},
		{"beside a year's target", planFor(made("亿元", model.Level, flow, "2200", "annual 2023=1921"), "2021-2025", model.GE, "2900", model.AtEnd),
			chart.Years, "2023=1921", "2024:2200 2025:2900", ""},
		{"a yearly average", planFor(made("%", model.Growth, rate, "", "annual 2020=2.2 2021=8.4 2022=5.6"), "2021-2025", model.GE, "6", model.Average),
			chart.Years, "2020=2.2% 2021=8.4% 2022=5.6%", "2021-2025:6", ""},
		{"a total with its pace", planFor(made("万人", model.Count, flow, "", "cumulative 2021-2022=7.6 2021-2023=11.2"), "2021-2025", model.GE, "18", model.Total),
			chart.Planned, "2022=7.6 2023=11.2", "2025:18", "2023:10.8"},
		{"a fall in all", planFor(made("%", model.Growth, rate, "", "cumulative 2021-2023=-8.1"), "2021-2025", model.LE, "-13.5", model.Total),
			chart.Planned, "2023=−8.1%", "2025:-13.5", ""},
		{"another plan's results", planFor(made("万人", model.Count, flow, "", "cumulative 2016-2019=7.6"), "2021-2025", model.GE, "18", model.Total),
			chart.Target, "", "", ""},
		{"an end too far away", planFor(made("亿元", model.Level, flow, "", "annual 2022=1760 2023=1921"), "2021-2050", model.GE, "2900", model.AtEnd),
			chart.Years, "2022=1760 2023=1921", "", ""},
	} {
		got := chart.ForIndicator(c.i, judgedOn("2024-02-01", c.i), model.Chinese)
		figures, goals, due := "", "", ""
		for _, course := range got.Courses {
			figures = points(course, course.Series[0])
			for _, g := range course.Goals {
				at := course.Places[g.From].Name
				if g.To != g.From {
					at += "-" + course.Places[g.To].Name
				}
				goals += fmt.Sprintf(" %s:%s", at, g.At[0])
			}
			if course.Due != nil {
				due = course.Places[course.Due.Place].Name + ":" + course.Due.Value.String()
			}
		}
		if got.Form != c.form || figures != c.figures || strings.TrimSpace(goals) != c.goals || due != c.due {
			t.Errorf("%s: %s with %q, goals %q, due %q", c.name, got.Form, figures, goals, due)
		}
	}
}

// What is still to be done until the end of a plan is not called missed.
func TestPlanMessages(t *testing.T) {
	i := planFor(made("%", model.Growth, "", "", "cumulative 2021-2023=-8.1"), "2021-2025", model.LE, "-13.5", model.Total)
	if got, want := chart.ForIndicator(i, judgedOn("2024-02-01", i), model.Chinese).Title, "2021—2023年为−8.1%，距2025年目标还差5.4个百分点"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	i = planFor(made("万人", model.Count, model.Flow, "", "cumulative 2021-2023=11.2"), "2021-2025", model.GE, "18", model.Total)
	if got, want := chart.ForIndicator(i, judgedOn("2024-02-01", i), model.English).Title, "62.22% of the plan's target done from 2021 to 2023, 2.22 percentage points ahead of the time that has passed"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Inequalities keep their words everywhere, and a sign alone is no zero.
func TestSenses(t *testing.T) {
	i := made("%", model.Growth, "", "3", "annual 2021=2.5 2022=0 2023=4 2024=3")
	i.Observations[1].Sense, i.Observations[2].Sense, i.Observations[3].Sense = model.Positive, model.Over, model.Near
	c := chart.ForIndicator(i, judgedOn("2025-02-01", i), model.Chinese)
	own := c.Courses[0].Series[0].Points
	if own[1].Value.Valid || own[1].Label != "正值" {
		t.Errorf("a sign alone is %+v", own[1])
	}
	if got := own[2].Label + " " + own[3].Label; got != "超过4% 近3%" {
		t.Errorf("labels %q", got)
	}
	if !strings.HasPrefix(c.Title, "2024年全年近3%") {
		t.Errorf("title %q", c.Title)
	}
	table := fmt.Sprint(c.Table.Rows)
	for _, want := range []string{"正值", "超过4%", "近3%"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %s: %s", want, table)
		}
	}
	alone := made("%", model.Growth, "", "3", "annual 2024=0")
	alone.Observations[0].Sense = model.Positive
	c = chart.ForIndicator(alone, judgedOn("2025-02-01", alone), model.Chinese)
	if r := c.Bars[0].Rows[0]; c.Form != chart.Bullet || r.Result.Value.Valid || r.Result.Label != "正值" || r.None != "" && strings.Contains(c.Title, r.None) {
		t.Errorf("%s: %+v", c.Title, r)
	}
}

// A break parts a series where there is something to part, and is said everywhere.
func TestBreaks(t *testing.T) {
	for at, marked := range []bool{false, true, true} {
		i := made("%", model.Growth, "", "3", "annual 2022=2.5 2023=4 2024=3")
		i.Observations[at].Break = model.Text{Zh: "含新口径"}
		c := chart.ForIndicator(i, judgedOn("2025-02-01", i), model.Chinese)
		course := c.Courses[0]
		if got := len(course.Breaks) == 1; got != marked {
			t.Errorf("figure %d: marks %v", at, course.Breaks)
		}
		if !course.Series[0].Points[at].Apart || !strings.Contains(fmt.Sprint(c.Table.Rows[at]), "含新口径") {
			t.Errorf("figure %d: %+v, %v", at, course.Series[0].Points[at], c.Table.Rows)
		}
		if !marked && !strings.Contains(fmt.Sprint(c.Notes), "含新口径") {
			t.Errorf("figure %d: no mark and no note: %q", at, c.Notes)
		}
		row := chart.Compare("x", "两项", []*model.Indicator{i, made("%", model.Growth, "", "4", "annual 2024=3")}, model.YearOf(2024), judgedOn("2025-02-01", i), model.Chinese)
		if said := strings.Contains(fmt.Sprint(row.Notes), "含新口径"); said != (at == 2) {
			t.Errorf("figure %d in a comparison: %q", at, row.Notes)
		}
	}
}

// In the report of a year its own target is told, and nothing of later years.
func TestForEdition(t *testing.T) {
	i := made("%", model.Growth, "", "12", "annual 2022=9.6 2023=10.4 2024=11.8 2025=13 cumulative 2025-02=12 2025-03=12.5 2025-04=12.9")
	newer := *i.Targets[0]
	newer.Period = model.YearOf(2025)
	i.Targets = append(i.Targets, &newer)
	set := judgedOn("2026-02-01", i)
	c := chart.ForEdition(i, model.YearOf(2024), set, model.Chinese)
	if want := "2024年全年为11.8%，比目标低0.2个百分点"; c.Title != want {
		t.Errorf("%q, want %q", c.Title, want)
	}
	if got, want := points(c.Courses[0], c.Courses[0].Series[0]), "2022=9.6% 2023=10.4% 2024=11.8%"; c.Form != chart.Years || got != want {
		t.Errorf("%s with %q, want %q", c.Form, got, want)
	}
	if strings.Contains(fmt.Sprint(c.Table.Rows, c.Text), "2025") {
		t.Errorf("the table tells of 2025: %v", c.Table.Rows)
	}
}

// Long targets are short in a title, in the words of the report where they have them.
func TestShortTargets(t *testing.T) {
	i := made("亿元", model.Level, model.Flow, "82000", "annual 2024=80000")
	b := &i.Targets[0].Bound
	b.AsWritten.Zh = "8.2万亿元以上，力争8.4万亿—8.6万亿元"
	b.Stretch, b.Further = decimal.NewNullDecimal(decimal.NewFromInt(84000)), []decimal.Decimal{decimal.NewFromInt(86000)}
	i.Observations[0].Sense = model.Near
	c := chart.ForIndicator(i, judgedOn("2025-02-01", i), model.Chinese)
	if want := "2024年全年近80000亿元，目标是“8.2万亿元以上”"; c.Title != want {
		t.Errorf("%q, want %q", c.Title, want)
	}
	var texts []string
	for _, g := range c.Bars[0].Rows[0].Goals {
		texts = append(texts, g.Text)
	}
	if got, want := strings.Join(texts, "; "), "2024年目标 8.2万亿元以上; 力争 8.4—8.6万亿元"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
