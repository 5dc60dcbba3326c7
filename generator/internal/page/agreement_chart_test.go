package page

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/net/html"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// chart compares the charts of an indicator's page with the verdict.
func (a *agreement) chart(page *html.Node, v *verdict.Verdict) {
	a.Helper()
	t := a.told(v)
	a.oneForm(t.what, page, v)
	chart := firstOf(page, "figure", "chart")
	a.picture(t.what, chart, v)
	a.chartTitle(t, chart, v)
	a.chartTitles(t, page)
	a.chartTable(t, chart, v)
	a.drawn(t, chart, v)
}

// chartTitle holds that the message of a chart has figures in the words of the sentence:
// the result as it was published, and how far it is from its target.
func (a *agreement) chartTitle(t told, chart *html.Node, v *verdict.Verdict) {
	a.Helper()
	title := textOf(firstOf(chart, "span", "chart-title"))
	if chart == nil || v.Actual == nil {
		return
	}
	if strings.HasPrefix(title, wording.When(v.Actual).Zh) && !strings.Contains(title, t.result) && !strings.Contains(title, "的"+v.Done().Zh) {
		a.Errorf("%s: the title of the chart says %q, want %s", t.what, title, t.result)
	}
	if by := v.Distance().Zh; strings.Contains(title, "，比目标") && !strings.Contains(title, by) {
		a.Errorf("%s: the title of the chart says %q, want %s", t.what, title, by)
	}
}

// chartTitles holds that each chart of a page has a title of its own, which names a figure
// or a target of its own table where the chart has one.
func (a *agreement) chartTitles(t told, page *html.Node) {
	a.Helper()
	said := map[string]bool{}
	for n, chart := range elements(page, "figure") {
		title := textOf(firstOf(chart, "span", "chart-title"))
		if said[title] {
			a.Errorf("%s: two charts have the title %q", t.what, title)
		}
		said[title] = true
		own := slices.ContainsFunc(elements(chart, "td"), func(cell *html.Node) bool {
			text, _, _ := strings.Cut(textOf(cell), "，") // a title leaves out a higher aim
			text, _, _ = strings.Cut(text, "、")
			return len(text) > 3 && strings.Contains(title, text)
		})
		if n > 0 && !own {
			a.Errorf("%s: the title of the second chart says %q, which is not in its table", t.what, title)
		}
	}
}

// figures holds that each figure of the prose has the status of the target that its report
// sets, with the time of that, and its badge is that of the list beside the prose.
func (a *agreement) figures() {
	a.Helper()
	for _, e := range a.in.Site.Editions {
		figures := elements(firstOf(a.page(e.Period.String()+"/goals/index.html"), "article", "section"), "figure")
		list := e.Sections[0].Body.Parts
		if len(figures) != len(list) {
			a.Fatalf("the report %s has %d figures, want %d", e.Period, len(figures), len(list))
		}
		for n, part := range list {
			targets := e.Targets(part.(model.Figure).Indicators[0])
			if len(targets) == 0 {
				continue
			}
			target := targets[len(targets)-1]
			for _, t := range targets {
				if t.Period == e.Period {
					target = t
				}
			}
			t := a.told(a.in.Verdicts.Of(target))
			a.says(t, "the figure of the prose", firstOf(figures[n], "span", "badge"), t.status)
			a.says(t, "the figure of the prose", firstOf(figures[n], "span", "when"), wording.Period(target.Period).Zh+"目标")
		}
	}
}

// scaleForm is the heading of a drawing that writes figures in another unit than the
// text: 万亿元，1万亿元=10000亿元.
var scaleForm = regexp.MustCompile(`，1[^=]+=(10+)`)

// drawnForm is a label that is a figure, perhaps behind its time, as it stands beside its
// mark or, where it has no room there, below the drawing: 2024年6月末：近25.92%.
var drawnForm = regexp.MustCompile(`^(?:\S+[ ：])?(?:约|近|超过|不足)?(−?[0-9]+(?:\.[0-9]+)?)(?::1)?[^0-9]*$`)

// drawn holds that the drawing has the figure of the verdict, where it marks the time:
// on the scale that its heading declares, changed by no more than 1 in 20 000.
func (a *agreement) drawn(t told, chart *html.Node, v *verdict.Verdict) {
	a.Helper()
	o := v.Actual
	if o == nil || len(o.Parts) > 0 || o.Digits() == "" || rowOf(chart, t.when) == nil {
		return
	}
	factor := decimal.NewFromInt(1)
	if m := scaleForm.FindStringSubmatch(textOf(firstOf(chart, "span", "chart-sub"))); m != nil {
		factor = decimal.RequireFromString(m[1])
	}
	pictures := elements(chart, "svg")
	a.drawings++
	if len(pictures) == 0 {
		return
	}
	var labels []string
	for _, label := range elements(pictures[0], "text") {
		m := drawnForm.FindStringSubmatch(textOf(label))
		if m == nil {
			continue
		}
		value := decimal.RequireFromString(strings.Replace(m[1], "−", "-", 1)).Mul(factor)
		if value.Sub(o.Value).Abs().Mul(decimal.NewFromInt(20_000)).LessThanOrEqual(o.Value.Abs()) {
			return
		}
		labels = append(labels, textOf(label))
	}
	a.Errorf("%s: no label of the drawing is %s: %q", t.what, t.result, labels)
}

// asciiMinus is a negative figure as a keyboard writes it.
var asciiMinus = regexp.MustCompile(`(^|[^0-9A-Za-z])-[0-9]`)

// oneForm holds that a page prints a number in one form: with one sign for what is
// below zero, and the share that is done with as many digits above the chart as in
// the sentence.
func (a *agreement) oneForm(what string, page *html.Node, v *verdict.Verdict) {
	a.Helper()
	main := elements(page, "main")
	if len(main) != 1 {
		a.Fatalf("%s: %d main elements", what, len(main))
	}
	if found := asciiMinus.FindString(textOf(main[0])); found != "" {
		a.Errorf("%s: the page writes %q beside −", what, found)
	}
	chart := firstOf(page, "figure", "chart")
	if v.Paced && v.Completion.Valid && v.Expected.Valid && v.Plan == nil && v.Status.Judged() && chart != nil {
		if text := textOf(chart); strings.Contains(text, "目标的") && !strings.Contains(text, v.Done().Zh) {
			a.Errorf("%s: the chart says %q, want %s", what, text, v.Done().Zh)
		}
	}
}

// long is a derived figure that nobody rounded.
var long = regexp.MustCompile(`[0-9]\.[0-9]{5,}`)

// picture holds what the drawing says in words: it calls met only what the verdict
// calls so, it has a result without a figure, and its derived figures are rounded.
func (a *agreement) picture(what string, chart *html.Node, v *verdict.Verdict) {
	a.Helper()
	if chart == nil || v.Actual == nil {
		return
	}
	if text := textOf(chart); strings.Contains(text, "达到目标“") && v.Status != verdict.Achieved && v.Status != verdict.Exceeded {
		a.Errorf("%s: %s, and the chart says %q", what, v.Status, text)
	}
	name := wording.Title(v.Target.Indicator).Zh // the page's own heading
	if text := textOf(chart); !strings.Contains(text, name) {
		a.Errorf("%s: the chart does not say %s: %q", what, name, text)
	}
	for _, svg := range elements(chart, "svg") {
		text := textOf(svg)
		if o := v.Actual; (o.Sense == model.Positive || o.Sense == model.Negative) && !strings.Contains(text, wording.Result(o, model.Chinese)) {
			a.Errorf("%s: the chart has no %s: %q", what, wording.Result(o, model.Chinese), text)
		}
		for _, label := range elements(svg, "text") {
			if said := textOf(label); long.MatchString(said) {
				a.Errorf("%s: the chart writes %q", what, said)
			}
		}
	}
}

// chartTable holds that the table of the chart, where it has the time of the figure, has
// the figure in words.
func (a *agreement) chartTable(t told, chart *html.Node, v *verdict.Verdict) {
	a.Helper()
	if row := rowOf(chart, t.when); v.Actual != nil && row != nil {
		a.says(t, "the table of the chart", row, t.result)
	}
}
