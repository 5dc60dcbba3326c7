package page

import (
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

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
	f.columnTags(columnWork)
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
	was         *model.Revision // a value of the observation that was superseded later
	note        *model.Change
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
			for n := range o.Earlier {
				add(change{date: o.Earlier[n].Released, observation: o, was: &o.Earlier[n]})
			}
		}
	}
	for _, m := range b.Site.Commitments {
		for _, e := range m.Events {
			add(change{date: e.Date, commitment: m, event: e})
		}
	}
	for n := range b.Site.Changes {
		add(change{date: b.Site.Changes[n].Date, note: &b.Site.Changes[n]})
	}
	slices.SortStableFunc(list, func(a, b change) int { return b.date.Compare(a.date) })
	return list
}

func (c change) line(f *frame) changeLine {
	b := f.book
	switch {
	case c.note != nil:
		return changeLine{Text: c.note.Text.In(b.lang)}
	case c.was != nil:
		o := c.observation
		return changeLine{f.anchor(wording.Title(o.Indicator), address.Indicator(o.Indicator)), b.time(o) + " " + b.before(o, c.was)}
	case c.target != nil:
		return changeLine{f.anchor(wording.Title(c.target.Indicator), address.Indicator(c.target.Indicator)), b.t("target") + " " + c.target.AsWritten.In(b.lang)}
	case c.observation != nil:
		o := c.observation
		text := b.time(o) + " " + b.observed(o)
		if n := len(o.Earlier); n > 0 {
			text += " " + b.t("changes-was", "Value", b.before(o, &o.Earlier[n-1]))
		}
		return changeLine{f.anchor(wording.Title(o.Indicator), address.Indicator(o.Indicator)), text}
	}
	return changeLine{f.anchor(c.commitment.Title, address.Commitment(c.commitment)), c.event.Text.In(b.lang)}
}

// path is the page that a change is told on, and key its name among the
// changes of that page.
func (c change) path() (path, key string) {
	switch {
	case c.note != nil:
		return "changes/", c.note.ID
	case c.target != nil:
		return address.Indicator(c.target.Indicator), "target-" + c.target.Period.String()
	case c.observation != nil:
		return address.Indicator(c.observation.Indicator), c.observation.Period.String() + "-" + string(c.observation.Basis)
	}
	return address.Commitment(c.commitment), address.CommitmentID(c.commitment)
}
