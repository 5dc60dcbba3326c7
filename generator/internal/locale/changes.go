package locale

import (
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/history"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// Change is something that was published on a day, or a verdict that moved on it.
type Change struct {
	Date model.Date
	Of   model.Text // what it is about; empty for a note of the site itself
	Path string     // the page that it is told on, perhaps with a fragment
	Key  string     // its name among the changes of that page
	Text string     // "" for a verdict that moved

	From, To verdict.Status // of a verdict that moved; "" otherwise
	Target   model.Period   // of the target whose verdict moved, or that was judged by the result
	Status   verdict.Status // of a result by which a target was judged on the day; "" of others
}

// Summary says the change in words, for a feed.
func (l *Locale) Summary(c Change) string {
	switch {
	case c.To != "":
		return l.T("verdict-moved", "From", c.From.Name().In(l.Lang), "To", c.To.Name().In(l.Lang))
	case c.Status != "":
		return c.Text + l.T("semicolon") + c.Status.Name().In(l.Lang)
	}
	return c.Text
}

// Changes lists what was published by the as-of date and which verdicts moved, the
// newest day first; within a day the verdicts come first. There are no more of them
// than most; more reports whether older ones were left out.
func (l *Locale) Changes(most int) (list []Change, more bool) {
	dated := l.dated()
	more = len(dated) > most
	for _, d := range dated[:min(len(dated), most)] {
		c := d.change()
		c.Date = d.day
		list = append(list, c)
	}
	return list, more
}

// NewestChange is the day of the newest change; zero where nothing has a date.
func (l *Locale) NewestChange() model.Date {
	if list := l.dated(); len(list) > 0 {
		return list[0].day
	}
	return model.Date{}
}

// datedChange is a change that is put into words when somebody lists it: of a site
// with many results most are too old for any list.
type datedChange struct {
	day    model.Date
	change func() Change
}

// dated lists all changes, the newest day first.
func (l *Locale) dated() []datedChange {
	var list []datedChange
	asOf := l.Verdicts.Options().AsOf
	add := func(day model.Date, c func() Change) {
		if !day.IsZero() && !day.After(asOf) {
			list = append(list, datedChange{day, c})
		}
	}
	for _, m := range l.History.Moves() {
		add(m.Day, func() Change { return l.moved(m) })
	}
	for _, i := range l.Site.Indicators {
		for _, t := range i.Targets {
			add(t.Announced, func() Change { return l.targetChange(t) })
		}
		for _, o := range i.Observations {
			add(o.Released, func() Change { return l.resultChange(o) })
			for n := range o.Earlier {
				was := &o.Earlier[n]
				add(was.Released, func() Change { return l.change(o, was.Released, l.Before(o, was)) })
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
	slices.SortStableFunc(list, func(a, b datedChange) int { return b.day.Compare(a.day) })
	return list
}

// moved is a verdict that moved.
func (l *Locale) moved(m history.Move) Change {
	i := m.Target.Indicator
	return Change{
		Of: wording.Title(i), Path: address.Indicator(i), Key: "verdict-" + m.Target.Period.String(),
		Target: m.Target.Period, From: m.From, To: m.To,
	}
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
		was := &o.Earlier[n-1]
		text += " " + l.T("changes-was", "Value", l.Before(o, was))
		if reason := was.Reason.In(l.Lang); reason != "" {
			text += l.T("semicolon") + l.T("correction-reason", "Reason", reason)
		}
	}
	return l.change(o, o.Released, text)
}

// change tells that a value of a result was published on a day.
func (l *Locale) change(o *model.Observation, day model.Date, text string) Change {
	c := Change{
		Of: wording.Title(o.Indicator), Path: address.Indicator(o.Indicator),
		Key: o.Period.String() + "-" + string(o.Basis), Text: l.Time(o) + l.T("colon") + text,
	}
	if c.Status = l.History.Judged(o, day); c.Status != "" {
		c.Target = model.YearOf(o.Period.Year)
	}
	return c
}
