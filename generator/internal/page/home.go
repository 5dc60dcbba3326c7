package page

import (
	"slices"
	"strconv"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// homePage is the front of the site.
type homePage struct {
	*frame
	Edition        anchor
	Lead           *anchor // the report that the answer begins with, where it is another one
	StatusPage     string
	IndicatorsPage string
	Points         []pointLine
	Grid           *grid // several editions
	Groups         []goalGroup
	Whole          bool // the groups hold every goal of the report, and not the main ones alone
	Totals         totals
	Editions       []anchor
}

// goalGroup is a section with its goals at a glance.
type goalGroup struct {
	contentsItem
	Part bool // it is a part that other sections belong to
	goalList
}

// contentsItem is a section in a list of contents.
type contentsItem struct {
	Section    anchor
	Summary    said
	Indicators int
	Tasks      int
	Kids       []contentsItem
}

// count is how many verdicts have a status.
type count struct {
	badge
	N    int
	Href string // the list of them
	X, W string // its part of a bar, in hundredths of the bar's length
}

// totals count what the site holds.
type totals struct{ Indicators, Targets, Results, Tasks, Sources int }

// mostGoals is how many goals of a report the front page shows. Of a longer one it shows
// the main goals alone.
const mostGoals = 60

func (b *book) home(f *frame) any {
	e := b.Edition
	p := &homePage{
		frame: f, Edition: f.anchor(e.Title, address.Edition(e)), StatusPage: f.href("status/"), IndicatorsPage: f.href("indicators/"),
		Totals: b.totals(),
	}
	f.Answer = b.say(answer.Home(b.Site.Editions, e, b.Verdicts))
	f.columnTags(columnHome, b.shorts(b.Headlines())...)
	lead := answer.Leading(b.Site.Editions, e, b.Verdicts)
	if lead != e {
		a := f.anchor(lead.Title, address.Edition(lead))
		p.Lead = &a
	}
	p.Points = f.points(answer.Of(b.Verdicts, lead))
	picture := b.homeCard()
	f.pictured(address.HomePicture, picture, homeAlt(picture))
	p.Groups, p.Whole = f.goalGroups(e)
	if len(b.Site.Editions) > 1 {
		p.Editions = f.editions()
		p.Grid = f.grid()
	}
	return p
}

// goalGroups are the sections of a report with their goals, in reading order. Main goals
// that the report itself does not set, such as those of a plan, come after them.
func (f *frame) goalGroups(e *model.Edition) (groups []goalGroup, whole bool) {
	b := f.book
	whole = len(answer.Of(b.Verdicts, e)) <= mostGoals
	main := map[*model.Indicator]bool{}
	for _, i := range b.Headlines() {
		main[i] = true
	}
	goals, others := map[*model.Section][]row{}, []row{}
	for _, i := range b.Site.Indicators {
		t := e.Target(i)
		switch {
		case t != nil && (whole || main[i]):
			s := sectionOf(t)
			goals[s] = append(goals[s], f.goal(i, t))
		case t == nil && main[i] && len(i.Targets) > 0:
			r := f.goal(i, i.LatestTarget())
			r.When = b.T("target-of", "Year", b.Period(i.LatestTarget().Period))
			others = append(others, r)
		}
	}
	for _, s := range e.Sections {
		g := goalGroup{contentsItem: f.contentsItem(s), Part: len(s.Children) > 0}
		g.Kids = nil // they have groups of their own
		groups = append(groups, f.goalGroup(g, goals[s]))
	}
	if len(others) > 0 {
		g := goalGroup{contentsItem: contentsItem{Section: anchor{said: said{Text: b.T("goals-of-others")}, Href: f.href("indicators/")}}}
		groups = append(groups, f.goalGroup(g, others))
	}
	return groups, whole
}

func (f *frame) goalGroup(g goalGroup, goals []row) goalGroup {
	f.pictures(goals, true)
	g.goalList = newGoalList(goals)
	return g
}

// goal is a row with the indicator's short name.
func (f *frame) goal(i *model.Indicator, t *model.Target) row {
	r := f.row(i, t)
	r.Name = f.anchor(wording.Label(i), address.Indicator(i))
	return r
}

// sectionOf is the section that states a target.
func sectionOf(t *model.Target) *model.Section {
	if t.Section != nil {
		return t.Section
	}
	return t.Indicator.Section
}

// editions links to all editions, the newest one first.
func (f *frame) editions() []anchor {
	var list []anchor
	for _, e := range slices.Backward(f.book.Site.Editions) {
		list = append(list, anchor{said: said{Text: f.book.Period(e.Period)}, Href: f.href(address.Edition(e))})
	}
	return list
}

// result is the figure that a verdict judged, with its time.
func (b *book) result(v *verdict.Verdict) (text, period string) {
	if v.Actual == nil {
		return "", ""
	}
	return b.Observed(v.Actual), b.Time(v.Actual)
}

// counts counts verdicts by status; each count leads to the list of them. A status that
// no target has is left out.
func (f *frame) counts(list []*verdict.Verdict) []count {
	var counts []count
	before := 0
	for _, c := range verdict.Counts(list) {
		if c.N == 0 {
			continue
		}
		out := count{badge: f.book.badge(c.Status), N: c.N, Href: f.statusHref(query{"status": string(c.Status)})}
		out.X, out.W = hundredths(before, len(list)), hundredths(c.N, len(list))
		before += c.N
		counts = append(counts, out)
	}
	return counts
}

// hundredths is a part of a whole in percent.
func hundredths(part, whole int) string {
	if whole == 0 {
		return "0"
	}
	return strconv.FormatFloat(100*float64(part)/float64(whole), 'f', 2, 64)
}

// contents lists an edition's sections, sub-themes below their part.
func (f *frame) contents(e *model.Edition) []contentsItem {
	var list []contentsItem
	for _, s := range e.Sections {
		if s.Parent == nil {
			list = append(list, f.contentsItem(s))
		}
	}
	return list
}

func (f *frame) contentsItem(s *model.Section) contentsItem {
	item := contentsItem{
		Section: f.anchor(s.Title, address.Section(s)), Summary: f.book.say(s.Summary),
		Indicators: len(s.Indicators), Tasks: len(s.Commitments),
	}
	for _, kid := range s.Children {
		item.Kids = append(item.Kids, f.contentsItem(kid))
	}
	return item
}

func (b *book) totals() totals {
	t := totals{Indicators: len(b.Site.Indicators), Tasks: len(b.Site.Commitments), Sources: len(b.Site.Sources)}
	for _, i := range b.Site.Indicators {
		t.Targets += len(i.Targets)
		t.Results += len(i.Observations)
	}
	return t
}
