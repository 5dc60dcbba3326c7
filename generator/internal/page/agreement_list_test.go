package page

import (
	"maps"
	"strings"

	"golang.org/x/net/html"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// lists are the rows in which targets stand beside others, by the id of the indicator
// and, where a page has several years, the year.
type lists struct {
	goals, grid, all, status, section map[string]*html.Node
	edition, compare, print           map[string]*html.Node // by id and year of the report
	gridYears                         []string
}

// readLists reads the pages with lists.
func (a *agreement) readLists() lists {
	a.Helper()
	home := a.page("index.html")
	l := lists{
		goals: map[string]*html.Node{}, section: map[string]*html.Node{}, status: map[string]*html.Node{},
		edition: map[string]*html.Node{}, compare: map[string]*html.Node{}, print: map[string]*html.Node{},
		all: byLink(a.page("indicators/index.html"), "tr"),
	}
	for _, goals := range elements(home, "ul") {
		if attr(goals, "class") == "goals" {
			maps.Copy(l.goals, byLink(goals, "li"))
		}
	}
	if grid := firstOf(home, "table", "grid"); grid != nil {
		l.grid = byLink(grid, "tr")
		for _, head := range elements(elements(grid, "thead")[0], "th")[1:] {
			l.gridYears = append(l.gridYears, textOf(head))
		}
	}
	for _, row := range elements(a.page("status/index.html"), "tr") {
		for _, id := range linked(row) {
			l.status[id+" "+attr(row, "data-year")] = row
		}
	}
	for _, e := range a.in.Site.Editions {
		year := e.Period.String()
		for id, row := range byLink(a.page(year+"/index.html"), "tr") {
			l.edition[id+" "+year] = row
		}
		for id, row := range byLink(a.page(year+"/goals/index.html"), "li") {
			l.section[id+" "+year] = row
		}
		for id, row := range l.printRows(a, e) {
			l.print[id+" "+year] = row
		}
	}
	for id, row := range byLink(a.page("2024/compare/index.html"), "tr") {
		l.compare[id] = row
	}
	return l
}

// printRows are the rows of the appendix of a whole report, which has no links, in the
// order of the site.
func (l lists) printRows(a *agreement, e *model.Edition) map[string]*html.Node {
	rows := map[string]*html.Node{}
	byName := map[string]*html.Node{}
	for _, row := range elements(firstOf(a.page(e.Period.String()+"/print/index.html"), "section", "appendix"), "tr") {
		if head := elements(row, "th"); len(head) == 1 {
			byName[textOf(head[0])] = row
		}
	}
	for _, i := range a.in.Site.Indicators {
		rows[i.ID] = byName[wording.Title(i).Zh]
	}
	return rows
}

// inLists compares everything that lists say of a target.
func (a *agreement) inLists(v *verdict.Verdict) {
	a.Helper()
	t, i := a.told(v), v.Target.Indicator
	year := v.Target.Period.Edition().String()
	key := i.ID + " " + year
	words := v.Bound.AsWritten.Zh
	if v == a.in.Verdicts.Latest(i) {
		a.says(t, "the row of the list", a.lists.all[i.ID], t.result, t.when, t.status, words)
		a.gap(t, "the list", a.lists.all[i.ID], v)
		goal := a.lists.goals[i.ID]
		a.says(t, "the goal", goal, t.result, t.when, words)
		a.says(t, "the goal's section", above(goal), t.status) // what all goals share is said there
	}
	row := a.lists.status[key]
	a.says(t, "the row of the status page", row, t.result, t.when, t.status, words)
	if id := attr(row, "data-status"); id != string(v.Status) {
		a.Errorf("%s: the status page filters %q, want %s", t.what, id, v.Status)
	}
	a.gap(t, "the status page", row, v)
	a.says(t, "the table of the report", a.lists.edition[key], t.status, words)
	section := a.lists.section[key]
	a.says(t, "the goal of the section", section, t.result, t.when, words)
	a.says(t, "the section", above(section), t.status)
	a.says(t, "the print", a.lists.print[key], t.result, t.when, t.status, v.Target.AsWritten.Zh)
	if v.Target.Period.Kind != model.Plan { // these set years beside each other
		a.inGrid(t, v)
		a.compared(t, v)
	}
}

// above is the part of a page that a list stands in; nil without a row.
func above(row *html.Node) *html.Node {
	if row == nil {
		return nil
	}
	return row.Parent.Parent
}

// gap compares the column that says how far a result is from its target.
func (a *agreement) gap(t told, place string, row *html.Node, v *verdict.Verdict) {
	a.Helper()
	column := cell(row, a.book.T("gap-column"))
	switch _, ok := v.Short(); {
	case column == nil: // no target of the list has a gap
	case ok && v.Gap.Decimal.IsZero():
		a.says(t, "the gap of "+place, column, a.book.short(v))
	case ok:
		a.says(t, "the gap of "+place, column, a.book.short(v), v.GapWords().Zh)
	case textOf(column) != a.book.T("none"):
		a.Errorf("%s: the gap of %s is %q, and nothing was compared", t.what, place, textOf(column))
	}
}

// inGrid compares the cell of the target's year.
func (a *agreement) inGrid(t told, v *verdict.Verdict) {
	a.Helper()
	row := a.lists.grid[v.Target.Indicator.ID]
	a.says(t, "the grid", cell(row, wording.Period(v.Target.Period.Edition()).Zh), t.result, t.status)
	if n := len(elements(row, "td")); n != len(a.lists.gridYears) {
		a.Errorf("%s: the grid has %d cells and %d years", t.what, n, len(a.lists.gridYears))
	}
}

// compared compares what stands beside the target of 2024: the target of the year before
// with its result and its verdict, which is that of the result.
func (a *agreement) compared(t told, v *verdict.Verdict) {
	a.Helper()
	i, last := v.Target.Indicator, a.book.T("last-result")
	row := a.lists.compare[i.ID]
	if v.Target.Period != model.YearOf(2023) {
		a.says(t, "the comparison", cell(row, a.book.T("this-target")), v.Target.AsWritten.Zh)
		return
	}
	a.says(t, "the comparison", cell(row, a.book.T("last-target")), v.Target.AsWritten.Zh)
	for place, cell := range map[string]*html.Node{"the comparison": cell(row, last), "the table of 2024": cell(a.lists.edition[i.ID+" 2024"], last)} {
		if v.Actual != nil && v.Status.Judged() {
			a.says(t, place, cell, t.result)
		}
		if place == "the comparison" {
			a.says(t, place, cell, t.status)
			if text := textOf(cell); v.Actual == nil && strings.ContainsAny(strings.ReplaceAll(text, t.status, ""), "0123456789") {
				a.Errorf("%s: %s has a figure beside %s: %q", t.what, place, t.status, text)
			}
		}
	}
}
