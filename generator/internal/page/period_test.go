package page

import (
	"strings"
	"testing"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/verdictcase"
)

// TestLastYearsResult holds that the table of a year has last year's result
// whatever table of the content it stands in, and names the time of a part of it.
func TestLastYearsResult(t *testing.T) {
	theme := loadTheme(t)
	for figures, want := range map[string]string{
		"90@2023-12c 50@2024-06c": "90亿元",
		"90@2023 50@2024-06c":     "90亿元",
		"40@2023-06c":             "40亿元 2023年上半年",
		"7@2023-06s":              "—",
		"":                        "—",
	} {
		i := verdictcase.Row{Kind: "level/flow ^", Target: "ge 100", Figure: figures}.MakeTarget(t).Indicator
		a := newAgreement(t, theme, agreementSite(t, "2024-08-01", []*model.Indicator{i}))
		row := byLink(a.page("2024/index.html"), "tr")["c0"]
		for _, cell := range elements(row, "td") {
			if got := textOf(cell); attr(cell, "data-label") == "上年完成" && got != want {
				t.Errorf("%s: last year's result is %q, want %q", figures, got, want)
			}
		}
	}
}

// TestVerdictOfItsOwnYear holds that a card of an older report's target names the
// year, and that a figure of a report stands beside the verdict of that report.
func TestVerdictOfItsOwnYear(t *testing.T) {
	in := tinySite()
	output := in.Site.Indicators[0]
	old := &model.Target{Indicator: output, Period: model.YearOf(2023), Bound: output.Targets[len(output.Targets)-1].Bound, Section: in.Site.Editions[0].Sections[0]}
	output.Targets = []*model.Target{old}
	in.Site.Editions[0].Sections[0].Body.Parts = []model.Part{model.Figure{Indicators: []*model.Indicator{output}}}
	in.Verdicts = verdict.All(in.Site, in.Verdicts.Options())
	files := render(t, loadTheme(t), in)
	if !strings.Contains(files["index.html"], `<span class="when">2023年目标</span>`) {
		t.Error("the card does not name the year of its target")
	}
	status := string(in.Verdicts.Of(old).Status)
	if page := files["2023/goals/index.html"]; !strings.Contains(page, `<span class="when">2023年目标</span> <span class="badge status-`+status) {
		t.Errorf("the figure of 2023 does not stand beside its verdict %s", status)
	}
}

// TestInferred holds that what is inferred of a report stands beside the verdicts
// on its targets, and beside no others.
func TestInferred(t *testing.T) {
	in := tinySite()
	in.Site.Editions[1].Inferred = testsite.Zh("年份是推断的。")
	files := render(t, loadTheme(t), in)
	for _, path := range []string{"indicators/output/index.html", "embed/output/index.html", "data/indicators/output.json"} {
		if !strings.Contains(files[path], "年份是推断的。") {
			t.Errorf("%s does not say what is inferred", path)
		}
	}
	if strings.Contains(files["indicators/income/index.html"], "年份是推断的。") {
		t.Error("an indicator without a target of the report says what is inferred")
	}
}

// TestFewFigures holds that a page with a table of data does not say that there
// is none.
func TestFewFigures(t *testing.T) {
	i := verdictcase.Row{Kind: "growth ^", Target: "ge 1", Figure: "3@2024-03c 4@2024-04c"}.MakeTarget(t).Indicator
	i.Targets = nil
	in := agreementSite(t, "2024-08-01", []*model.Indicator{i})
	a := newAgreement(t, loadTheme(t), in)
	for _, path := range []string{"indicators/c0/index.html", "embed/c0/index.html"} {
		if text := textOf(a.page(path)); strings.Contains(text, "没有数据") || strings.Contains(text, "暂无") || !strings.Contains(text, "4%") {
			t.Errorf("%s: %s", path, text)
		}
	}
}
