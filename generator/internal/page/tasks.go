package page

import (
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// commitmentsPage lists named projects by edition and section.
type commitmentsPage struct {
	*frame
	States   []stateCount // those that occur, where they differ
	Filter   filter
	Editions []taskEdition
}

type taskEdition struct {
	Edition  anchor
	Year     string  // as in addresses
	Timeline *figure // nil without dated events
	Sections []taskSection
}

type taskSection struct {
	Section anchor
	Tasks   tasks
}

// tasks is a table of commitments. What all commitments of the edition share is said
// before the tables and has no column: no responsible units, no due dates, no
// progress.
type tasks struct {
	Rows []taskRow
	taskColumns
}

// taskColumns are the columns that say something.
type taskColumns struct{ HasLeads, HasDues, HasStates bool }

// Wide reports whether a table has more than the commitments themselves.
func (c taskColumns) Wide() bool { return c.HasLeads || c.HasDues || c.HasStates }

// taskRow is a commitment in a list.
type taskRow struct {
	ID        string
	Number    int // within its edition
	Title     anchor
	Section   anchor
	SectionID string
	YearID    string
	LeadText  string // the unit in the lead, for the filter
	Due       string
	DueISO    string
	Units     []said // the one in the lead first
	State     state
	Overdue   bool
	PastDue   bool
	Reason    said
	Note      said
	Source    *sourceLine
	Events    []eventLine
}

// taskList is a short list of commitments. A state that most of them share is
// said once, before the list.
type taskList struct {
	Shared *state // nil where every row shows its own
	All    bool   // every row is in the shared state
	Rows   []taskItem
}

type taskItem struct {
	taskRow
	Own bool // the state is not the shared one
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
	model.Done: "done", model.Late: "late", model.NotDone: "not-done",
}

func (b *book) state(s model.State) state {
	out := state{ID: stateIDs[s], Name: string(s)}
	for _, info := range verdict.States() {
		if info.State == s {
			out.Icon, out.Name = info.Icon, info.Name.In(b.Lang)
		}
	}
	return out
}

// states counts commitments by state; it is nil where all are in one.
func (f *frame) states(list []*model.Commitment) []stateCount {
	n := map[model.State]int{}
	for _, c := range list {
		n[verdict.Commitment(c, f.book.Verdicts.Options().AsOf).State]++
	}
	var counts []stateCount
	for _, info := range verdict.States() {
		if n[info.State] > 0 {
			counts = append(counts, stateCount{f.book.state(info.State), n[info.State]})
		}
	}
	if len(counts) < 2 {
		return nil // the sentence above says it
	}
	return counts
}

func (f *frame) taskRow(c *model.Commitment) taskRow {
	b := f.book
	v := verdict.Commitment(c, b.Verdicts.Options().AsOf)
	r := taskRow{
		ID: address.CommitmentID(c), Title: f.anchor(c.Title, address.Commitment(c)),
		Section: f.anchor(c.Section.Title, address.WithFragment(address.Section(c.Section), c.Fragment)), SectionID: c.Section.Ref(), YearID: c.Edition.Period.String(), LeadText: c.Lead,
		Due: b.Date(c.Due), DueISO: c.Due.String(),
		State: b.state(v.State), Overdue: v.Overdue, PastDue: v.PastDue, Reason: b.say(v.Reason), Note: b.say(c.Note),
	}
	for _, unit := range append([]string{c.Lead}, c.Support...) {
		if unit != "" {
			r.Units = append(r.Units, asWritten(unit, b.Lang))
		}
	}
	if c.Source != nil {
		s := f.source(c.Source)
		r.Source = &s
	}
	for _, e := range c.Events {
		line := eventLine{Date: b.Date(e.Date), ISO: e.Date.String(), Text: b.say(e.Text)}
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

// taskList is nil for no commitments.
func (f *frame) taskList(commitments []*model.Commitment) *taskList {
	if len(commitments) == 0 {
		return nil
	}
	out := &taskList{}
	n := map[state]int{}
	for _, c := range commitments {
		row := f.taskRow(c)
		out.Rows = append(out.Rows, taskItem{row, true})
		if n[row.State]++; n[row.State] > 1 && 2*n[row.State] > len(commitments) {
			out.Shared = &row.State
		}
	}
	if out.Shared == nil {
		return out
	}
	out.All = n[*out.Shared] == len(commitments)
	for k := range out.Rows {
		out.Rows[k].Own = out.Rows[k].State != *out.Shared
	}
	return out
}

func (b *book) commitments(f *frame) any {
	f.name(said{Text: b.T("commitments")})
	f.Description = b.T("commitments-about")
	f.columnTags(columnWork)
	f.crumbs(anchor{said: f.Heading, Current: true})
	f.Answer = b.say(answer.Tasks(b.Site.Commitments, b.Verdicts.Options().AsOf))
	p := &commitmentsPage{frame: f, States: f.states(b.Site.Commitments)}
	for _, e := range slices.Backward(b.Site.Editions) {
		list := b.CommitmentsOf(e)
		if len(list) == 0 {
			continue
		}
		te := taskEdition{Edition: f.anchor(e.Title, address.Edition(e)), Year: e.Period.String()}
		if timeline := b.Timeline(e); b.Chart(timeline) != nil {
			te.Timeline = f.figure(timeline, said{})
			// The heading above is the report, which the chart is called after.
			te.Timeline.Caption, te.Timeline.Subtitle = said{Text: te.Timeline.Subtitle}, ""
		}
		te.Sections = f.taskSections(e)
		p.Editions = append(p.Editions, te)
	}
	p.Filter = f.taskFilter(p)
	return p
}

// taskSections groups an edition's commitments by section, in reading order,
// and numbers them.
func (f *frame) taskSections(e *model.Edition) []taskSection {
	var list []taskSection
	number, columns := 0, f.taskColumns(e)
	for _, s := range e.Sections {
		if len(s.Commitments) == 0 {
			continue
		}
		ts := taskSection{Section: f.anchor(s.Title, address.Section(s)), Tasks: tasks{taskColumns: columns}}
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

// taskColumns are the columns that some commitment of an edition fills.
func (f *frame) taskColumns(e *model.Edition) (columns taskColumns) {
	asOf := f.book.Verdicts.Options().AsOf
	for _, s := range e.Sections {
		for _, c := range s.Commitments {
			columns.HasLeads = columns.HasLeads || c.Lead != "" || len(c.Support) > 0
			columns.HasDues = columns.HasDues || !c.Due.IsZero()
			columns.HasStates = columns.HasStates || verdict.Commitment(c, asOf).State != model.Unknown
		}
	}
	return columns
}

// taskFilter is what the commitments can be filtered by.
func (f *frame) taskFilter(p *commitmentsPage) filter {
	var out filter
	statuses, sections, units, years := tally{}, tally{}, tally{}, tally{}
	for _, e := range p.Editions {
		for _, s := range e.Sections {
			for _, r := range s.Tasks.Rows {
				out.Total++
				statuses.add(choice{Value: r.State.ID, Label: r.State.Name})
				sections.add(choice{Value: r.SectionID, Label: r.Section.Text, Lang: r.Section.Lang})
				years.add(choice{Value: e.Year, Label: e.Year})
				for _, u := range r.Units[:min(len(r.Units), 1)] {
					units.add(choice{Value: u.Text, Label: u.Text, Lang: u.Lang})
				}
			}
		}
	}
	out.Statuses, out.Sections, out.Leads, out.Years = statuses.options(), sections.options(), units.options(), years.options()
	return out
}
