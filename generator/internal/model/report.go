package model

import "cmp"

// Site holds everything that the pages show.
type Site struct {
	Editions    []*Edition    // oldest first, never empty
	Indicators  []*Indicator  // in reading order of the newest edition that states them
	Commitments []*Commitment // in the order of the files
	Groups      []*Group      // sorted by id
	Sources     []*Source     // sorted by id
	Pages       []*Page       // sorted by id
	Files       []*File       // that editors put beside the text, sorted by path
	Decor       []*File       // that every page shows: logo and badges
	Static      []*File       // that are copied as they are to their Path; only Path and Source are set
	Changes     []Change      // of the editors, the oldest first
	Units       *UnitTable    // the built-in units and those that the site declares
	Coverage    Coverage
}

// Latest is the newest edition.
func (s *Site) Latest() *Edition { return s.Editions[len(s.Editions)-1] }

// NewestRelease is the newest date in the content on which something was published:
// a report, a result, a version of a target, an event of a commitment. It is the
// as-of date of a build for which no other date is set. Drafts do not count.
func (s *Site) NewestRelease() Date {
	var newest Date
	see := func(d Date) {
		if d.After(newest) {
			newest = d
		}
	}
	for _, e := range s.Editions {
		if !e.Withheld.Draft {
			see(e.Published)
		}
	}
	for _, i := range s.Indicators {
		if i.Withheld.Draft {
			continue
		}
		for _, o := range i.Observations {
			see(o.Released)
		}
		for _, t := range i.Targets {
			if s := t.Section; s == nil || !s.Withheld.Draft && !s.Edition.Withheld.Draft {
				see(t.Announced)
			}
		}
	}
	for _, c := range s.Commitments {
		if c.Section.Withheld.Draft || c.Edition.Withheld.Draft {
			continue
		}
		for _, e := range c.Events {
			see(e.Date)
		}
	}
	return newest
}

// Withheld says when readers see a part of the content: the zero value is at once.
type Withheld struct {
	Draft bool // not yet, whatever the day
	Until Date // from this day on; zero: no day is set
}

// On reports whether readers do not see it on a day.
func (w Withheld) On(day Date) bool { return w.Draft || w.Until.After(day) }

// Show lets readers see all drafts, and what is set for a later day: for a preview.
func (s *Site) Show() {
	for _, e := range s.Editions {
		e.Withheld = Withheld{}
		for _, sec := range e.Sections {
			sec.Withheld = Withheld{}
		}
	}
	for _, i := range s.Indicators {
		i.Withheld = Withheld{}
	}
	for _, p := range s.Pages {
		p.Withheld = Withheld{}
	}
}

// Edition is the report of one year, or a plan of several.
type Edition struct {
	Period    Period // a year or a plan
	Title     Text
	Place     Text
	Issuer    Text
	Published Date
	Source    *Source // never nil
	Note      Text    // shown under the title
	Withheld  Withheld
	Inferred  Text // what of the report is inferred, such as its year or place; shown beside each verdict on its targets
	Sections  []*Section
}

// Sets reports whether the edition is the one that sets targets for a period: a
// plan those for all of it, a year's report those for the year and its parts.
func (e *Edition) Sets(p Period) bool {
	return e.Period == p.Edition()
}

// Targets are the targets of an indicator that the edition sets, in the order of their
// periods.
func (e *Edition) Targets(i *Indicator) (list []*Target) {
	for _, t := range i.Targets {
		if e.Sets(t.Period) {
			list = append(list, t)
		}
	}
	return list
}

// Target is the target of an indicator where there is room for one, as
// [Indicator.TargetOf] has it.
func (e *Edition) Target(i *Indicator) *Target { return i.TargetOf(e.Period) }

// CompareEditions orders reports by the year in which they begin, a plan before
// the yearly reports of its time.
func CompareEditions(a, b *Edition) int {
	return cmp.Or(
		cmp.Compare(a.Period.From(), b.Period.From()),
		cmp.Compare(b.Period.Months(), a.Period.Months()),
	)
}

// Section is one section of an edition.
type Section struct {
	Edition     *Edition
	ID          string // unique within the edition; the page's address
	Title       Text
	Summary     Text
	Withheld    Withheld
	Former      []string   // addresses that it had before: "2024/aims/"
	Parent      *Section   // the part that it belongs to; nil at the top level
	Children    []*Section // in reading order
	Indicators  []*Indicator
	Commitments []*Commitment
	Body        Body
	BodyEn      *Body // nil: the section has no English version
}

// Ref is the section's name in references: "2024/goals".
func (s *Section) Ref() string { return s.Edition.Period.String() + "/" + s.ID }

// Page is a page of its own beside the report, such as "about".
type Page struct {
	ID       string
	Title    Text
	Withheld Withheld
	Former   []string // addresses that it had before
	Body     Body
	BodyEn   *Body
}

// Source is a publication that figures come from.
type Source struct {
	ID        string
	Name      Text
	Publisher Text
	Date      Date
	URL       string // may be empty: not every source is on the web
	Note      Text
}

// Change is what the editors tell readers about the site: a correction, a new
// year.
type Change struct {
	ID   string
	Date Date
	Text Text
}

// State is how far a commitment has come; the zero value means that nothing
// has been published about it.
type State string

// The states of a commitment, in the words of supervision bulletins.
const (
	Unknown    State = ""
	NotStarted State = "未启动"
	InProgress State = "按进度推进"
	Late       State = "滞后"
	Done       State = "已完成"
	NotDone    State = "未完成" // given up, or its time is over
)

// States lists the states that an editor can write.
var States = []State{NotStarted, InProgress, Late, Done, NotDone}

// Commitment is a named project or promise without a number (任务分解).
type Commitment struct {
	ID       string
	Edition  *Edition
	Section  *Section
	Fragment string
	Title    Text
	Due      Date // zero: the report states none
	Lead     string
	Support  []string
	State    State
	Source   *Source // of the state; nil for the report itself
	Note     Text
	Events   []Event // oldest first
}

// Event is a dated, sourced step of a commitment.
type Event struct {
	Date   Date
	Text   Text
	State  State // the state from then on; may be unknown
	Source *Source
}

// Coverage counts the figures of the prose.
type Coverage struct {
	Bound   int // cited from data
	Exempt  int // marked as "not a figure"
	Unbound []Unbound
	Cited   []Cited // those of Bound whose words were compared with data, in reading order
}

// Unbound is a figure of the prose without data.
type Unbound struct {
	File      string
	Line, Col int
	Text      string
}

// Cited says how a figure of the prose agrees with its data.
type Cited struct {
	File      string
	Line, Col int
	Text      string
	Indicator *Indicator
	Target    *Target // exactly one of the two is set
	Result    *Observation
	Version   *Bound // of Target: the superseded version that the words agree with; nil: the newest
	Match     Match
}

// Match says how words and data agree.
type Match struct {
	How       How
	Converted bool // the words have another unit than the data: 5万吨 for 1亿斤
}

// How is the way in which a figure of the words is that of the data.
type How string

// A figure is that of the data (Exact), that of the data rounded or cut to the
// digits shown (Rounded, Cut), or near it, as words such as 近, 超, 余 and 约 say
// (Approximate).
const (
	Exact       How = "exact"
	Rounded     How = "rounded"
	Cut         How = "cut"
	Approximate How = "approximate"
)

// Hows lists the ways from the closest to the least close.
var Hows = []How{Exact, Rounded, Cut, Approximate}
