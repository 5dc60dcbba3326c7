package page

import (
	"html/template"
	"slices"
	"strconv"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// homePage is the front of the site.
type homePage struct {
	*frame
	Edition        anchor
	StatusPage     string
	IndicatorsPage string
	Issuer         said
	Cards          []card
	Contents       []contentsItem
	Counts         []count
	Totals         totals
	Editions       []anchor
}

// card is an indicator at a glance.
type card struct {
	Name    anchor
	Year    string // of the target, where it is not that of the report on the page
	Target  said   // in the words of the report
	Result  string
	Period  string // of the result
	Badge   badge
	Picture template.HTML
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

func (b *book) home(f *frame) any {
	e := b.Edition
	p := &homePage{
		frame: f, Edition: f.anchor(e.Title, address.Edition(e)), StatusPage: f.href("status/"), IndicatorsPage: f.href("indicators/"),
		Issuer:   b.say(e.Issuer),
		Contents: f.contents(e), Totals: b.totals(),
	}
	f.columnTags(columnHome, b.shorts(b.Headlines())...)
	p.Counts = f.counts(verdictsOf(b.Verdicts, e))
	picture := b.homeCard()
	f.pictured(address.HomePicture, picture, homeAlt(picture))
	for _, i := range b.Headlines() {
		p.Cards = append(p.Cards, f.card(i))
	}
	if len(b.Site.Editions) > 1 {
		p.Editions = f.editions()
	}
	return p
}

// editions links to all editions, the newest one first.
func (f *frame) editions() []anchor {
	var list []anchor
	for _, e := range slices.Backward(f.book.Site.Editions) {
		list = append(list, anchor{said: said{Text: f.book.Period(e.Period)}, Href: f.href(address.Edition(e))})
	}
	return list
}

// card shows an indicator by its newest target.
func (f *frame) card(i *model.Indicator) card {
	b := f.book
	c := card{Name: f.anchor(wording.Label(i), address.Indicator(i))}
	if small := b.Chart(b.Card(i)); small != nil {
		c.Picture = template.HTML(svg.Spark(small)) // shapes alone
	}
	v := b.Verdicts.Latest(i)
	if v == nil {
		return c
	}
	c.Target, c.Badge = b.say(v.Bound.AsWritten), b.badge(v.Status)
	if p := v.Target.Period; p != b.Edition.Period {
		c.Year = b.Period(p)
	}
	c.Result, c.Period = b.result(v)
	return c
}

// result is the figure that a verdict judged, with its time.
func (b *book) result(v *verdict.Verdict) (text, period string) {
	if v.Actual == nil {
		return "", ""
	}
	return b.Observed(v.Actual), b.Time(v.Actual)
}

// verdictsOf are the verdicts of the targets that an edition sets.
func verdictsOf(set *verdict.Set, e *model.Edition) []*verdict.Verdict {
	var list []*verdict.Verdict
	for _, v := range set.List() {
		if e.Sets(v.Target.Period) {
			list = append(list, v)
		}
	}
	return list
}

// counts counts verdicts by status; each count leads to the list of them.
func (f *frame) counts(list []*verdict.Verdict) []count {
	var counts []count
	before := 0
	for _, c := range verdict.Counts(list) {
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
