package page

import (
	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
)

// sectionPage is one section of a report.
type sectionPage struct {
	*frame
	Summary   said
	Parent    *anchor
	Kids      []contentsItem
	Headings  []anchor
	Body      []piece
	BodyLang  string // where the prose is not in the language of the page
	Goals     goalList
	Tasks     *taskList
	Previous  *anchor
	Next      *anchor
	Source    sourceLine
	Published string
}

func (b *book) section(f *frame, s *model.Section) any {
	f.name(f.sectionTitle(s))
	if d := s.Summary.In(b.Lang); d != "" {
		f.Description = d
	}
	e := s.Edition
	f.articleTags(article{
		column: b.reportColumn(e), published: e.Published, source: e.Source, author: e.Issuer.In(b.Lang),
		keywords: append([]string{f.Heading.Text}, b.shorts(s.Indicators)...),
	})
	p := &sectionPage{
		frame: f, Summary: b.say(s.Summary),
		Source: f.source(e.Source), Published: b.Date(e.Published),
	}
	crumbs := []anchor{f.anchor(e.Title, address.Edition(e))}
	if s.Parent != nil {
		a := f.anchor(s.Parent.Title, address.Section(s.Parent))
		p.Parent = &a
		crumbs = append(crumbs, a)
	}
	f.crumbs(append(crumbs, anchor{said: f.Heading, Current: true})...)
	body := b.Body(&s.Body, s.BodyEn)
	if b.Lang == model.English && s.BodyEn == nil {
		p.BodyLang = string(model.Chinese)
	}
	for _, h := range body.Headings {
		if h.Level == 2 {
			p.Headings = append(p.Headings, anchor{said: said{Text: h.Text, Lang: p.BodyLang}, Href: "#" + h.ID})
		}
	}
	p.Body = f.body(locale.SectionOwner(s), body, p.BodyLang)
	for _, kid := range s.Children {
		p.Kids = append(p.Kids, f.contentsItem(kid))
	}
	var goals []row
	for _, i := range s.Indicators {
		targets := e.Targets(i)
		if len(targets) == 0 {
			goals = append(goals, f.row(i, nil))
		}
		for _, t := range targets {
			r := f.row(i, t)
			if t.Period != e.Period {
				r.When = b.T("target-of", "Year", b.Period(t.Period))
			}
			goals = append(goals, r)
		}
	}
	f.pictures(goals, false)
	p.Goals = newGoalList(goals)
	f.Answer = b.say(answer.Section(s, b.Verdicts))
	p.Tasks = f.taskList(s.Commitments)
	p.Previous, p.Next = f.neighbours(s)
	f.describe("Article", thing{"datePublished": e.Published.String(), "isPartOf": thing{"@type": "Report", "name": e.Title.In(b.Lang)}})
	return p
}

// sectionTitle names a section. Where reports of several years have a section of the same
// title, the year tells them apart.
func (f *frame) sectionTitle(s *model.Section) said {
	title := f.book.say(s.Title)
	for _, e := range f.book.Site.Editions {
		for _, other := range e.Sections {
			if other.Edition != s.Edition && f.book.say(other.Title).Text == title.Text {
				title.Text = f.book.T("section-of-year", "Year", f.book.Period(s.Edition.Period), "Title", title.Text)
				return title
			}
		}
	}
	return title
}

// neighbours are the sections before and after in reading order.
func (f *frame) neighbours(s *model.Section) (previous, next *anchor) {
	list := s.Edition.Sections
	for n, other := range list {
		if other != s {
			continue
		}
		if n > 0 {
			a := f.anchor(list[n-1].Title, address.Section(list[n-1]))
			previous = &a
		}
		if n+1 < len(list) {
			a := f.anchor(list[n+1].Title, address.Section(list[n+1]))
			next = &a
		}
	}
	return previous, next
}

// prosePage is a page beside the report, such as "about".
type prosePage struct {
	*frame
	Headings []anchor
	Body     []piece
	BodyLang string
}

func (b *book) prose(f *frame, m *model.Page) any {
	f.name(b.say(m.Title))
	f.columnTags(columnAbout)
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &prosePage{frame: f}
	if b.Lang == model.English && m.BodyEn == nil {
		p.BodyLang = string(model.Chinese)
	}
	body := b.Body(&m.Body, m.BodyEn)
	for _, h := range body.Headings {
		if h.Level == 2 {
			p.Headings = append(p.Headings, anchor{said: said{Text: h.Text, Lang: p.BodyLang}, Href: "#" + h.ID})
		}
	}
	p.Body = f.body(locale.Owner{Name: m.ID}, body, p.BodyLang)
	return p
}
