package page

import (
	"path"
	"slices"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// methodPage tells how the verdicts are made.
type methodPage struct {
	*frame
	Statuses  []statusLine
	Rules     []ruleLine
	Operators []operatorLine
	Reasons   []reasonLine
	Examples  []exampleLine
}

type statusLine struct {
	badge
	Meaning said
}

type ruleLine struct {
	ID          string
	Title, Text said
}

type operatorLine struct {
	ID                  string
	Name, Wording, Rule said
	Formula             string
}

type reasonLine struct {
	ID   string
	Text said
}

type exampleLine struct {
	Title said
	judgement
}

func (b *book) method(f *frame) any {
	f.name(said{Text: b.t("method-title")})
	f.Description = b.t("method-about")
	f.crumbs(anchor{said: f.Heading, Current: true})
	g := verdict.Method(b.Verdicts.Options())
	p := &methodPage{frame: f}
	for _, s := range g.Statuses {
		p.Statuses = append(p.Statuses, statusLine{b.badge(s.ID), b.say(s.Meaning)})
	}
	for _, r := range g.Rules {
		p.Rules = append(p.Rules, ruleLine{r.ID, b.say(r.Title), b.say(r.Text)})
	}
	for _, o := range g.Operators {
		p.Operators = append(p.Operators, operatorLine{string(o.Op), b.say(o.Name), b.say(o.Wording), b.say(o.Rule), o.Formula})
	}
	for _, r := range g.Reasons {
		p.Reasons = append(p.Reasons, reasonLine{string(r.ID), b.say(r.Text)})
	}
	for _, e := range g.Examples {
		p.Examples = append(p.Examples, exampleLine{b.say(e.Title), f.judgement(e.Verdict)})
	}
	return p
}

// dataPage lists the site's data files and sources.
type dataPage struct {
	*frame
	All     []anchor // files of the whole site
	Rows    []dataRow
	Sources []sourceLine
}

type dataRow struct {
	Name  anchor
	Files []anchor
}

func (b *book) data(f *frame) any {
	f.name(said{Text: b.t("data")})
	f.Description = b.t("data-about")
	f.columnTags(f.Heading.Text, f.Description, columnData)
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &dataPage{frame: f}
	for _, file := range append([]string{indicatorsFile}, b.Downloads...) {
		p.All = append(p.All, anchor{said: said{Text: path.Base(file)}, Href: f.fileHref(file)})
	}
	for _, i := range b.Site.Indicators {
		p.Rows = append(p.Rows, dataRow{f.anchor(i.Name, indicatorPath(i)), f.files(i)})
	}
	for _, s := range b.Site.Sources {
		p.Sources = append(p.Sources, f.source(s))
	}
	return p
}

// changesPage tells what was published when.
type changesPage struct {
	*frame
	Days []changeDay
	More bool // older ones are left out
}

type changeDay struct {
	Date, ISO string
	Items     []changeLine
}

type changeLine struct {
	What anchor
	Text string
}

// mostChanges is how many changes the page lists.
const mostChanges = 200

func (b *book) changes(f *frame) any {
	f.name(said{Text: b.t("changes")})
	f.Description = b.t("changes-about")
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &changesPage{frame: f}
	list := b.released()
	if len(list) > mostChanges {
		list, p.More = list[:mostChanges], true
	}
	for _, c := range list {
		if n := len(p.Days); n == 0 || p.Days[n-1].ISO != c.date.String() {
			p.Days = append(p.Days, changeDay{Date: b.date(c.date), ISO: c.date.String()})
		}
		day := &p.Days[len(p.Days)-1]
		day.Items = append(day.Items, c.line(f))
	}
	return p
}

// change is something that was published on a day.
type change struct {
	date        model.Date
	observation *model.Observation
	target      *model.Target
	commitment  *model.Commitment
	event       model.Event
}

// released lists what was published by the as-of date, the newest first.
func (b *book) released() []change {
	asOf := b.Verdicts.Options().AsOf
	var list []change
	add := func(c change) {
		if !c.date.IsZero() && !c.date.After(asOf) {
			list = append(list, c)
		}
	}
	for _, i := range b.Site.Indicators {
		for _, t := range i.Targets {
			add(change{date: t.Announced, target: t})
		}
		for _, o := range i.Observations {
			add(change{date: o.Released, observation: o})
		}
	}
	for _, m := range b.Site.Commitments {
		for _, e := range m.Events {
			add(change{date: e.Date, commitment: m, event: e})
		}
	}
	slices.SortStableFunc(list, func(a, b change) int { return b.date.Compare(a.date) })
	return list
}

func (c change) line(f *frame) changeLine {
	b := f.book
	switch {
	case c.target != nil:
		return changeLine{f.anchor(c.target.Indicator.Name, indicatorPath(c.target.Indicator)), b.t("target") + " " + c.target.AsWritten.In(b.lang)}
	case c.observation != nil:
		o := c.observation
		return changeLine{f.anchor(o.Indicator.Name, indicatorPath(o.Indicator)), periodText(o.Period, o.Basis, b.lang) + " " + b.observed(o)}
	}
	return changeLine{f.anchor(c.commitment.Title, commitmentPath(c.commitment)), c.event.Text.In(b.lang)}
}

// sitemapPage lists all pages for readers.
type sitemapPage struct {
	*frame
	Places     []anchor
	Editions   []sitemapEdition
	Indicators []anchor
}

type sitemapEdition struct {
	Edition  anchor
	Contents []contentsItem
}

func (b *book) sitemap(f *frame) any {
	f.name(said{Text: b.t("sitemap")})
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &sitemapPage{frame: f}
	p.Places = []anchor{f.place("home", "")}
	p.Places = append(append(p.Places, f.Nav...), f.place("changes", "changes/"))
	for _, e := range b.Site.Editions {
		p.Editions = append(p.Editions, sitemapEdition{f.anchor(e.Title, editionPath(e)), f.contents(e)})
	}
	for _, i := range b.Site.Indicators {
		p.Indicators = append(p.Indicators, f.anchor(i.Name, indicatorPath(i)))
	}
	return p
}

// notFoundPage is shown for an address that does not exist.
type notFoundPage struct{ *frame }

func (b *book) notFound(f *frame) any {
	f.name(said{Text: b.t("not-found")})
	f.Canonical = ""
	return &notFoundPage{f}
}
