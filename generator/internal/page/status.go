package page

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// statusPage shows how all targets stand: by status, section and responsible
// unit, as supervision bulletins count them.
type statusPage struct {
	*frame
	Counts []count
	Years  *matrix // several editions
	Parts  *matrix
	Leads  *matrix // nil where the report names no responsible units
	List   targets
	States []stateCount
	Total  int
}

// matrix counts targets by a property and their status.
type matrix struct {
	Head  []badge // statuses that occur
	Rows  []matrixRow
	Total []matrixCell
	All   int
}

type matrixRow struct {
	Name  anchor
	Cells []matrixCell
	All   int
}

// matrixCell is a count with the list of what it counts.
type matrixCell struct {
	N    int
	Href string // empty where there is nothing to list
}

// query is what a list is filtered by.
type query map[string]string

// statusHref links to the list of the status page, filtered.
func (f *frame) statusHref(q query) string {
	values := url.Values{}
	for k, v := range q {
		values.Set(k, v)
	}
	href := f.href("status/")
	if f.Kind == string(kindStatus) {
		href = ""
	}
	return href + "?" + values.Encode() + "#list"
}

func (b *book) status(f *frame) any {
	f.name(said{Text: b.t("status-title")})
	f.Description = b.t("status-about")
	f.columnTags(f.Heading.Text, f.Description, columnWork)
	f.crumbs(anchor{said: f.Heading, Current: true})
	list := b.Verdicts.List()
	p := &statusPage{frame: f, Counts: f.counts(list), Total: len(list), States: f.states(b.Site.Commitments)}
	rows := make([]row, 0, len(list))
	for _, v := range list {
		rows = append(rows, f.row(v.Target.Indicator, v.Target))
	}
	p.List = f.targets(rows, list)
	p.Parts = f.matrix("section", rows, b.sectionOrder(), func(r *row) (string, anchor) {
		a := r.Section
		a.Href, _ = cutFragment(a.Href)
		a.Text = f.sectionLabel(r)
		return r.SectionID, a
	})
	if p.List.HasYears {
		p.Years = f.matrix("year", rows, b.yearOrder(), func(r *row) (string, anchor) {
			return r.Year, anchor{said: said{Text: r.Year}, Href: f.href(r.Year + "/")}
		})
	}
	if p.List.HasLeads {
		p.Leads = f.matrix("lead", rows, nil, func(r *row) (string, anchor) {
			if r.Lead == "" {
				return "", anchor{said: said{Text: b.t("no-lead")}}
			}
			return r.Lead, anchor{said: said{Text: r.Lead}}
		})
	}
	return p
}

// sectionLabel names a row's section; with several editions, its year too.
func (f *frame) sectionLabel(r *row) string {
	if len(f.book.Site.Editions) < 2 {
		return r.Section.Text
	}
	return r.SectionID[:4] + " " + r.Section.Text
}

// yearOrder are the years of the editions, the newest first.
func (b *book) yearOrder() []string {
	var order []string
	for _, e := range slices.Backward(b.Site.Editions) {
		order = append(order, fmt.Sprint(e.Year))
	}
	return order
}

// sectionOrder are the sections in reading order, those of the newest edition
// first.
func (b *book) sectionOrder() []string {
	var order []string
	for _, e := range slices.Backward(b.Site.Editions) {
		for _, s := range e.Sections {
			order = append(order, s.Ref())
		}
	}
	return order
}

// matrix counts rows by a property. Its values stand in the given order, others
// after them as the list comes to them.
func (f *frame) matrix(key string, rows []row, order []string, property func(*row) (string, anchor)) *matrix {
	statuses := verdict.Statuses()
	column := make(map[string]int, len(statuses))
	for n, s := range statuses {
		column[string(s.ID)] = n
	}
	type line struct {
		id   string
		name anchor
		n    []int
	}
	var lines []*line
	at := map[string]*line{}
	sum := make([]int, len(statuses))
	for n := range rows {
		id, name := property(&rows[n])
		l := at[id]
		if l == nil {
			l = &line{id, name, make([]int, len(statuses))}
			at[id] = l
			lines = append(lines, l)
		}
		l.n[column[rows[n].StatusID]]++
		sum[column[rows[n].StatusID]]++
	}
	rank := make(map[string]int, len(order))
	for n, id := range order {
		rank[id] = n - len(order) // others have 0 and come last
	}
	slices.SortStableFunc(lines, func(a, b *line) int { return cmp.Compare(rank[a.id], rank[b.id]) })
	m := &matrix{All: len(rows)}
	cells := func(counts []int, q func(status string) query) (cells []matrixCell, all int) {
		for n, s := range statuses {
			if sum[n] == 0 {
				continue
			}
			c := matrixCell{N: counts[n]}
			if by := q(string(s.ID)); c.N > 0 && by != nil {
				c.Href = f.statusHref(by)
			}
			cells = append(cells, c)
			all += c.N
		}
		return cells, all
	}
	for n, s := range statuses {
		if sum[n] > 0 {
			m.Head = append(m.Head, f.book.badge(s.ID))
		}
	}
	for _, l := range lines {
		r := matrixRow{Name: l.name}
		r.Cells, r.All = cells(l.n, func(status string) query {
			if l.id == "" {
				return nil // nothing to filter by
			}
			return query{key: l.id, "status": status}
		})
		m.Rows = append(m.Rows, r)
	}
	m.Total, _ = cells(sum, func(status string) query { return query{"status": status} })
	return m
}

// commitmentsPage lists named projects by edition and section.
type commitmentsPage struct {
	*frame
	States   []stateCount
	Editions []taskEdition
}

type taskEdition struct {
	Edition  anchor
	Timeline *figure // nil without dated events
	Sections []taskSection
}

type taskSection struct {
	Section anchor
	Tasks   tasks
}

// tasks is a table of commitments. The column of responsible units is left out
// where the edition names none.
type tasks struct {
	Rows     []taskRow
	HasLeads bool
}

// taskRow is a commitment in a list.
type taskRow struct {
	ID        string
	Number    int // within its edition
	Title     anchor
	Section   anchor
	SectionID string
	Due       string
	DueISO    string
	Lead      string
	Support   []string
	State     state
	Overdue   bool
	PastDue   bool
	Reason    said
	Note      said
	Source    *sourceLine
	Events    []eventLine
}

// state is how far a commitment has come, as pages show it.
type state struct{ ID, Icon, Name string }

type stateCount struct {
	state
	N int
}

type eventLine struct {
	Date   string
	ISO    string
	Text   said
	State  string
	Source sourceLine
}

// stateIDs name the states in style sheets and addresses.
var stateIDs = map[model.State]string{
	model.Unknown: "unknown", model.NotStarted: "not-started", model.InProgress: "in-progress",
	model.Done: "done", model.Late: "late",
}

func (b *book) state(s model.State) state {
	out := state{ID: stateIDs[s], Name: string(s)}
	for _, info := range verdict.States() {
		if info.State == s {
			out.Icon, out.Name = info.Icon, info.Name.In(b.lang)
		}
	}
	return out
}

// states counts commitments by state.
func (f *frame) states(list []*model.Commitment) []stateCount {
	n := map[model.State]int{}
	for _, c := range list {
		n[verdict.Commitment(c, f.book.Verdicts.Options().AsOf).State]++
	}
	var counts []stateCount
	if len(list) == 0 {
		return nil
	}
	for _, info := range verdict.States() {
		counts = append(counts, stateCount{f.book.state(info.State), n[info.State]})
	}
	return counts
}

func (f *frame) taskRow(c *model.Commitment) taskRow {
	b := f.book
	v := verdict.Commitment(c, b.Verdicts.Options().AsOf)
	r := taskRow{
		ID: commitmentID(c), Title: f.anchor(c.Title, commitmentPath(c)),
		Section: f.anchor(c.Section.Title, withFragment(sectionPath(c.Section), c.Fragment)), SectionID: c.Section.Ref(),
		Due: b.date(c.Due), DueISO: c.Due.String(), Lead: c.Lead, Support: c.Support,
		State: b.state(v.State), Overdue: v.Overdue, PastDue: v.PastDue, Reason: b.say(v.Reason), Note: b.say(c.Note),
	}
	if c.Source != nil {
		s := f.source(c.Source)
		r.Source = &s
	}
	for _, e := range c.Events {
		line := eventLine{Date: b.date(e.Date), ISO: e.Date.String(), Text: b.say(e.Text)}
		if e.State != model.Unknown {
			line.State = b.state(e.State).Name
		}
		if e.Source != nil {
			line.Source = f.source(e.Source)
		}
		r.Events = append(r.Events, line)
	}
	return r
}

func (b *book) commitments(f *frame) any {
	f.name(said{Text: b.t("commitments-title")})
	f.Description = b.t("commitments-about")
	f.columnTags(f.Heading.Text, f.Description, columnWork)
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &commitmentsPage{frame: f, States: f.states(b.Site.Commitments)}
	for _, e := range slices.Backward(b.Site.Editions) {
		list := commitmentsOf(b.Site, e)
		if len(list) == 0 {
			continue
		}
		te := taskEdition{Edition: f.anchor(e.Title, editionPath(e))}
		if id := b.chartID("timeline", fmt.Sprint(e.Year)); b.charts[id] != nil {
			te.Timeline = f.figure(id, said{}, nil)
		}
		te.Sections = f.taskSections(e)
		p.Editions = append(p.Editions, te)
	}
	return p
}

// taskSections groups an edition's commitments by section, in reading order,
// and numbers them.
func (f *frame) taskSections(e *model.Edition) []taskSection {
	var list []taskSection
	number, leads := 0, hasLeads(e)
	for _, s := range e.Sections {
		if len(s.Commitments) == 0 {
			continue
		}
		ts := taskSection{Section: f.anchor(s.Title, sectionPath(s)), Tasks: tasks{HasLeads: leads}}
		for _, c := range s.Commitments {
			number++
			r := f.taskRow(c)
			r.Number = number
			ts.Tasks.Rows = append(ts.Tasks.Rows, r)
		}
		list = append(list, ts)
	}
	return list
}

func hasLeads(e *model.Edition) bool {
	for _, s := range e.Sections {
		for _, c := range s.Commitments {
			if c.Lead != "" || len(c.Support) > 0 {
				return true
			}
		}
	}
	return false
}
