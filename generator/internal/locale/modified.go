package locale

import (
	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
)

// Modified is the day by the as-of day on which a page last got something new to say: of
// an indicator its newest result, version of a target, or verdict that moved; of a section
// the same of the indicators that it states; of a list of all of them the newest of all.
// It is the zero day for a page whose content has no date, such as those beside the report.
func (l *Locale) Modified(p address.Page) model.Date {
	switch {
	case p.Prose != nil || p.Kind == address.KindMethod || p.Kind == address.KindSearch:
		return model.Date{}
	case p.Indicator != nil:
		return l.modified(p.Indicator)
	case p.Section != nil:
		day := p.Section.Edition.Published
		for _, i := range p.Section.Indicators {
			day = later(day, l.modified(i))
		}
		return day
	}
	return l.NewestChange()
}

func (l *Locale) modified(i *model.Indicator) model.Date {
	asOf := l.Verdicts.Options().AsOf
	day := i.Section.Edition.Published
	for _, t := range i.Targets {
		day = laterBy(asOf, day, t.Announced)
		for _, m := range l.History.OfTarget(t) {
			day = laterBy(asOf, day, m.Day)
		}
	}
	for _, o := range i.Observations {
		day = laterBy(asOf, day, o.Released)
	}
	return day
}

// laterBy is the later one of two days, but none after the as-of day.
func laterBy(asOf, a, b model.Date) model.Date {
	if b.After(asOf) {
		return a
	}
	return later(a, b)
}

func later(a, b model.Date) model.Date {
	if b.After(a) {
		return b
	}
	return a
}
