package statement

import (
	"regexp"

	"reportsite/generator/internal/calendar"
	"reportsite/generator/internal/model"
)

// PeriodIn finds the period that words name, the last one of them, and what a figure of
// it covers. Words that name no year are of the given one; a number that only may be a
// year is none.
func PeriodIn(words string, year int) (p model.Period, b model.Basis, ok bool) {
	for _, t := range calendar.All(words) {
		if t.Digits {
			continue
		}
		if found, basis, good := periodOf(t.Time, year); good {
			p, b, ok = found, basis, true
		}
	}
	return p, b, ok
}

// periodOf is the period of a time in a sentence. 年底 alone is no period of a result.
func periodOf(t calendar.Time, year int) (model.Period, model.Basis, bool) {
	p, ok := t.Period(year)
	if !ok || t.Year == 0 && t.From == 1 && t.To == 12 && t.End {
		return model.Period{}, "", false
	}
	switch {
	case p.Kind == model.Year:
		return p, model.Annual, true
	case p.Kind == model.Plan, t.Start, t.End, t.Day > 0, t.From == 1 && p.Kind == model.Quarter:
		return p, model.Cumulative, true // of a stock the state at the end
	}
	return p, model.Single, true
}

// yearIn is the first year that a title names; 0 where it names none.
func yearIn(title string) int {
	for _, t := range calendar.All(title) {
		if t.Year > 0 {
			return t.Year
		}
	}
	return 0
}

var (
	// comparedEn stands before a time with which another is compared.
	comparedEn = regexp.MustCompile(`(?i)\b(?:than|from|compared (?:with|to)|against|over|versus)\s+(?:that (?:of|in)\s+)?(?:in\s+|at\s+)?(?:the\s+)?$`)
	// ofYearEn stands before a number that is a year.
	ofYearEn = regexp.MustCompile(`(?i)\b(?:in|by|for|of|since|during|throughout|fiscal|year)\s+$|^$`)
)

// englishTimes are the times of an English sentence or title, which are read once for all
// its figures.
type englishTimes struct {
	text  string
	title bool // a sentence says before a year that it is one, a title need not
	times []calendar.Found
	known map[int]englishPeriod // by the year of words that name none
}

// englishPeriod is the period that a sentence or title speaks of.
type englishPeriod struct {
	period model.Period
	basis  model.Basis
	ok     bool
}

func timesOf(text string, title bool) *englishTimes {
	return &englishTimes{text, title, calendar.All(text), map[int]englishPeriod{}}
}

// period finds the period that a sentence or title speaks of: the first part of a year
// that it names, else the first year. Words that name no year are of the given one.
func (e *englishTimes) period(year int) (model.Period, model.Basis, bool) {
	found, seen := e.known[year]
	if !seen {
		found.period, found.basis, found.ok = e.find(year)
		e.known[year] = found
	}
	return found.period, found.basis, found.ok
}

func (e *englishTimes) find(year int) (p model.Period, b model.Basis, ok bool) {
	of := 0
	for _, t := range e.times {
		before := lastOf(e.text[:t.Begin])
		if t.From == t.To && comparedEn.MatchString(before) || t.Digits && t.To == 0 && !e.title && !ofYearEn.MatchString(before) {
			continue
		}
		if of == 0 && t.Year > 0 {
			of = t.Year
		}
		if !ok && t.To > 0 {
			p, b, ok = periodOf(t.Time, year)
		}
	}
	switch {
	case ok && of > 0:
		p.Year = of
	case of > 0:
		p, b, ok = model.YearOf(of), model.Annual, true
	}
	return p, b, ok
}
