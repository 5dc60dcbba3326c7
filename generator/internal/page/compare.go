package page

import (
	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// comparePage shows the targets of a report beside those of the report before.
type comparePage struct {
	*frame
	Year, LastYear anchor
	Groups         []compareGroup // those that have rows
	Editions       []anchor       // the other comparisons; nil where this is the only one
}

// compareGroup is the indicators whose targets changed in one way.
type compareGroup struct {
	ID   string // "harder", "easier", "changed", "added", "gone" or "same"
	Rows []compareRow
}

// compareRow is an indicator: last target, last result, this target.
type compareRow struct {
	Name       anchor
	Unit       said
	LastTarget said
	LastResult string
	LastPeriod string // of the result, where it does not cover all of the period
	LastBadge  *badge
	Target     said
	Badge      *badge
}

// compareGroups are in the order of the page: what asks for more or less first.
var compareGroups = [...]string{
	string(verdict.Harder), string(verdict.Easier), string(verdict.Changed), "added", "gone", string(verdict.Same),
}

func (b *book) compare(f *frame, e *model.Edition) any {
	before := address.Before(b.Site, e)
	year, last := b.Period(e.Period), b.Period(before.Period)
	f.name(said{Text: b.T("compare-title", "Year", year, "Last", last)})
	f.Description = b.T("compare-about", "Year", year, "Last", last)
	f.inColumn(b.reportColumn(e))
	f.crumbs(f.anchor(e.Title, address.Edition(e)), anchor{said: said{Text: b.T("compare")}, Current: true})
	pairs := answer.Pairs(b.Site.Indicators, before, e)
	f.Answer = b.say(answer.Years(pairs, before, e))
	p := &comparePage{
		frame:    f,
		Year:     anchor{said: said{Text: year}, Href: f.href(address.Edition(e))},
		LastYear: anchor{said: said{Text: last}, Href: f.href(address.Edition(before))},
	}
	rows := map[string][]compareRow{}
	for _, pair := range pairs {
		rows[groupOf(pair)] = append(rows[groupOf(pair)], f.compareRow(pair, before))
	}
	for _, id := range compareGroups {
		if len(rows[id]) > 0 {
			p.Groups = append(p.Groups, compareGroup{id, rows[id]})
		}
	}
	p.Editions = f.comparisons(e)
	return p
}

// groupOf says in which way a pair of targets differs.
func groupOf(p answer.Pair) string {
	switch {
	case p.Before == nil:
		return "added"
	case p.Now == nil:
		return "gone"
	}
	return string(p.Difference)
}

func (f *frame) compareRow(p answer.Pair, before *model.Edition) compareRow {
	b := f.book
	r := compareRow{Name: f.anchor(wording.Title(p.Indicator), address.Indicator(p.Indicator)), Unit: said{Text: p.Indicator.Unit.In(b.Lang)}}
	r.LastResult, r.LastPeriod = b.resultOf(p.Indicator, before.Period)
	badgeOf := func(t *model.Target) *badge {
		out := b.badge(b.Verdicts.Of(t).Status)
		return &out
	}
	if p.Before != nil {
		r.LastTarget, r.LastBadge = b.say(p.Before.AsWritten), badgeOf(p.Before)
	}
	if p.Now != nil {
		r.Target, r.Badge = b.say(p.Now.AsWritten), badgeOf(p.Now)
	}
	return r
}

// comparisons links to those of all years, the newest first.
func (f *frame) comparisons(own *model.Edition) []anchor {
	b := f.book
	var list []anchor
	for n := len(b.Site.Editions) - 1; n >= 0; n-- {
		if e := b.Site.Editions[n]; address.Before(b.Site, e) != nil {
			list = append(list, anchor{said: said{Text: b.Period(e.Period)}, Href: f.href(address.Compare(e)), Current: e == own})
		}
	}
	if len(list) < 2 {
		return nil
	}
	return list
}
