package locale

import (
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Change is something that was published on a day.
type Change struct {
	Date model.Date
	Of   model.Text // what it is about; empty for a note of the site itself
	Path string     // the page that it is told on, perhaps with a fragment
	Key  string     // its name among the changes of that page
	Text string
}

// Changes lists what was published by the as-of date, the newest first.
func (l *Locale) Changes() []Change {
	var list []Change
	asOf := l.Verdicts.Options().AsOf
	add := func(day model.Date, c func() Change) {
		if !day.IsZero() && !day.After(asOf) {
			one := c()
			one.Date = day
			list = append(list, one)
		}
	}
	for _, i := range l.Site.Indicators {
		for _, t := range i.Targets {
			add(t.Announced, func() Change { return l.targetChange(t) })
		}
		for _, o := range i.Observations {
			add(o.Released, func() Change { return l.resultChange(o) })
			for n := range o.Earlier {
				was := &o.Earlier[n]
				add(was.Released, func() Change { return l.change(o, l.Before(o, was)) })
			}
		}
	}
	for _, m := range l.Site.Commitments {
		for _, e := range m.Events {
			add(e.Date, func() Change {
				return Change{Of: m.Title, Path: address.Commitment(m), Key: address.CommitmentID(m), Text: e.Text.In(l.Lang)}
			})
		}
	}
	for _, note := range l.Site.Changes {
		add(note.Date, func() Change { return Change{Path: "changes/", Key: note.ID, Text: note.Text.In(l.Lang)} })
	}
	slices.SortStableFunc(list, func(a, b Change) int { return b.Date.Compare(a.Date) })
	return list
}

func (l *Locale) targetChange(t *model.Target) Change {
	return Change{
		Of: wording.Title(t.Indicator), Path: address.Indicator(t.Indicator), Key: "target-" + t.Period.String(),
		Text: l.T("target") + " " + t.AsWritten.In(l.Lang),
	}
}

// resultChange is the release of a result, with the value that it replaced.
func (l *Locale) resultChange(o *model.Observation) Change {
	text := l.Observed(o)
	if n := len(o.Earlier); n > 0 {
		text += " " + l.T("changes-was", "Value", l.Before(o, &o.Earlier[n-1]))
	}
	return l.change(o, text)
}

// change says something of an observation.
func (l *Locale) change(o *model.Observation, text string) Change {
	return Change{
		Of: wording.Title(o.Indicator), Path: address.Indicator(o.Indicator),
		Key: o.Period.String() + "-" + string(o.Basis), Text: l.Time(o) + " " + text,
	}
}
