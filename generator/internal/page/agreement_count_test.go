package page

import (
	"strconv"
	"strings"

	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/verdict"
)

// counts compares how many targets have a status, on every page that says so, with the
// verdicts themselves.
func (a *agreement) counts() {
	a.Helper()
	set := a.in.Verdicts
	home, status := a.page("index.html"), a.page("status/index.html")
	said := answer.Home(a.in.Site.Editions, a.book.Edition, set).Zh
	for name, page := range map[string]string{"home": textOf(firstOf(home, "p", "answer")), "status": textOf(firstOf(status, "p", "answer"))} {
		if page != said {
			a.Errorf("%s answers %q, want %q", name, page, said)
		}
	}
	var bar []string
	for _, c := range verdict.Counts(set.List()) {
		if c.N > 0 {
			bar = append(bar, strconv.Itoa(c.N)+" "+c.Status.Name().Zh)
		}
	}
	a.bar("the status page", textsOf(firstOf(status, "ul", "counts"), "li"), bar)
	for _, e := range a.in.Site.Editions {
		var bar []string
		list := answer.Of(set, e)
		for _, c := range verdict.Counts(list) {
			if c.N > 0 {
				bar = append(bar, strconv.Itoa(c.N)+" "+c.Status.Name().Zh)
			}
		}
		page := a.page(e.Period.String() + "/index.html")
		a.bar("the report "+e.Period.String(), textsOf(firstOf(page, "ul", "counts"), "li"), bar)
		if got, want := textOf(firstOf(page, "p", "answer")), answer.Report(e, list, set.Options().AsOf).Zh; got != want {
			a.Errorf("the report %s answers %q, want %q", e.Period, got, want)
		}
	}
	lead := answer.Stand(answer.Of(set, answer.Leading(a.in.Site.Editions, a.book.Edition, set)))
	for id, group := range map[string][]*verdict.Verdict{"kept": lead.Kept, "behind": lead.Behind, "on-way": lead.OnWay} {
		if text := textOf(firstOf(home, "div", "point-"+id)); len(group) > 0 && !strings.Contains(text, strconv.Itoa(len(group))+"项") {
			a.Errorf("home says of what is %s %q, want %d", id, text, len(group))
		}
	}
	a.months()
}

func (a *agreement) bar(place string, got, want []string) {
	a.Helper()
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		a.Errorf("%s counts %q, want %q", place, got, want)
	}
}

// months holds that the newest line of the table of months has the statuses of today, and
// that each line leads to the one above it.
func (a *agreement) months() {
	a.Helper()
	m := a.book.months()
	if m == nil {
		return
	}
	now := map[string]int{}
	for _, v := range a.in.Verdicts.List() {
		now[string(v.Status)]++
	}
	for n, row := range m.Rows {
		for k, head := range m.Head {
			if row.Cells[k] != now[head.ID] {
				a.Errorf("%s: %d targets are %s, want %d", row.Name, row.Cells[k], head.Name, now[head.ID])
			}
		}
		for _, s := range row.Steps { // back to the end of the month before
			now[s.To.ID] -= s.N
			now[s.From.ID] += s.N
		}
		if row.New > 0 || n+1 < len(m.Rows) && row.New > 0 {
			return // with which status a target began is not told
		}
	}
}
