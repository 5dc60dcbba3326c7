package page

import (
	"strings"

	"golang.org/x/net/html"

	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// ownPage compares the page of an indicator with the verdict on its newest target: the
// sentence, the figures above it, the description for other sites, the steps of the
// verdict, the table of results and that of earlier targets.
func (a *agreement) ownPage(page *html.Node, v *verdict.Verdict) {
	a.Helper()
	t, i := a.told(v), v.Target.Indicator
	block := firstOf(page, "section", "judgement")
	a.says(t, "the block of the verdict", block, t.result, t.when, t.status, v.Explain().Zh)
	a.says(t, "the sentence", firstOf(page, "p", "answer"), answer.Indicator(a.in.Verdicts, i).Zh)
	if e := v.Explain().Zh; v.Actual != nil && v.Status.Judged() && !strings.Contains(e, wording.When(v.Actual).Zh) && !strings.Contains(e, t.result) {
		a.Errorf("%s: the sentence does not name the result %s: %s", t.what, t.result, e)
	}
	for _, m := range elements(page, "meta") {
		if said := attr(m, "content"); attr(m, "name") == "description" && !strings.HasPrefix(said, strings.TrimSuffix(v.Explain().Zh, "。")) {
			a.Errorf("%s: other sites read %q, want %q", t.what, said, v.Explain().Zh)
		}
	}
	if v.Gap.Valid {
		a.says(t, "the reasoning", firstOf(page, "section", "reasoning"), v.GapWords().Zh)
	}
	a.tiles(t, page, v)
	a.resultsTable(t, page, v)
	earlier := firstOf(page, "section", "", "earlier-title")
	for n := range len(i.Targets) - 1 {
		was := a.in.Verdicts.Of(i.Targets[n])
		old := a.told(was)
		row := rowOf(earlier, wording.Period(was.Target.Period).Zh)
		a.says(old, "the row of an earlier target", row, old.result, old.status, was.Explain().Zh)
	}
}

// tiles compares the figures above the sentence with those that package answer picks,
// each with the status of its own verdict and no other.
func (a *agreement) tiles(t told, page *html.Node, v *verdict.Verdict) {
	a.Helper()
	picked := answer.TilesOf(a.in.Verdicts, v.Target.Indicator)
	var want [][]string
	if o := picked.Full; o != nil {
		words := []string{wording.Time(o).Zh, wording.Result(o, model.Chinese)}
		if picked.Judged != nil {
			words = append(words, picked.Judged.Status.Name().Zh)
		}
		want = append(want, words)
	}
	target := []string{wording.Period(v.Target.Period).Zh, v.Bound.AsWritten.Zh}
	if picked.Judged != v {
		target = append(target, t.status)
	}
	want = append(want, target)
	if o := picked.Latest; o != nil {
		want = append(want, []string{wording.Time(o).Zh, wording.Result(o, model.Chinese)})
	}
	tiles := elements(firstOf(page, "dl", "tiles"), "div")
	for n, words := range want {
		if n >= len(tiles) {
			a.Errorf("%s: the page has %d tiles, want %d", t.what, len(tiles), len(want))
			return
		}
		a.says(t, "a tile", tiles[n], words...)
		if badges := elements(tiles[n], "svg"); len(badges) != len(words)-2 {
			a.Errorf("%s: tile %d has %d statuses, want %d", t.what, n, len(badges), len(words)-2)
		}
	}
}

// rowOf is the row of a table that a head begins with.
func rowOf(table *html.Node, head string) *html.Node {
	for _, row := range elements(table, "tr") {
		if heads := elements(row, "th"); len(heads) == 1 && textOf(heads[0]) == head {
			return row
		}
	}
	return nil
}

// resultsTable holds that the figure stands in the table of results, once, at its
// time.
func (a *agreement) resultsTable(t told, page *html.Node, v *verdict.Verdict) {
	a.Helper()
	if v.Actual == nil {
		return
	}
	for _, row := range elements(firstOf(page, "section", "", "results-title"), "tr") {
		text := textOf(row)
		if strings.HasPrefix(text, wording.Time(v.Actual).Zh) && strings.Contains(text, wording.Result(v.Actual, model.Chinese)) {
			return
		}
	}
	a.Errorf("%s: the table of results has no %s of %s", t.what, wording.Result(v.Actual, model.Chinese), wording.Time(v.Actual).Zh)
}
