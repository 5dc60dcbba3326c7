package lint

import (
	"slices"
	"strconv"
	"strings"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// How far a date may lie beyond everything else, in days. A final figure comes
// out a year after its period, a corrected one later still: a year and a half
// without any other date is more than that.
const (
	reach     = 548
	aYear     = 366
	halfAYear = 183
	// editionGap is how many years may lie between two reports of a site.
	editionGap = 10
)

// fact is one date of the content that says when something was known or done.
// A deadline and a target are none: they lie ahead.
type fact struct {
	date   model.Date
	words  string          // the date as written: 2042-07-20, or the period 2042-06
	pos    func() diag.Pos // asked for only where something is wrong
	meant  bool            // an editor has confirmed it
	moves  bool            // it may become the as-of date
	behind int             // days from the end of its period to the date
}

// dates reports slips in dates, each once, on its own line. The program never reads
// the clock: what is too late follows from everything else in the content. moved is
// true when the as-of date cannot be trusted.
func (l *linter) dates() (moved bool) {
	before := len(l.diags)
	newest, far := l.newestEdition()
	if far {
		l.report(FarEdition.At(l.yearPos(newest.edition), newest.edition.Period.String(), strconv.Itoa(newest.year)))
	}
	facts := l.facts()
	last := horizon(facts, newest.year)
	last = l.asOfRange(facts, last)
	l.farDates(facts, last, newest)
	l.loneNewest(facts, last)
	found := slices.Clone(l.diags[before:])
	l.oddDates()
	l.targetYears()
	l.diags = slices.DeleteFunc(l.diags, func(d diag.Diagnostic) bool { // one message for a date
		return d.Rule == OddDate && slices.ContainsFunc(found, func(o diag.Diagnostic) bool { return o.Pos == d.Pos })
	})
	for _, d := range found {
		moved = moved || l.levels[d.Rule.Code] != config.Off
	}
	return moved
}

// farDates reports the dates beyond the horizon, one for each line, because a wrong
// period often comes with a wrong release date. Dates of an edition that is far off
// itself are not reported again.
func (l *linter) farDates(facts []fact, last model.Date, newest years) {
	told := map[diag.Pos]bool{}
	limit := due(last, reach)
	for _, f := range facts {
		follows := newest.far > 0 && f.date.Year >= newest.far-1 && f.date.Year <= newest.far+1
		if !f.date.After(limit) || f.meant || follows {
			continue
		}
		pos := f.pos()
		cell := pos.Cell[strings.LastIndexByte(pos.Cell, '!')+1:]
		line := diag.Pos{File: pos.File, Line: pos.Line, Cell: strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")} // of a cell its row
		if !told[line] {
			l.report(FarDate.At(pos, f.words, last.String()))
			told[line] = true
		}
	}
}

// horizon is the newest date connected with the rest: from the newest edition's
// year on, each date is within reach of the one before.
func horizon(facts []fact, year int) model.Date {
	last := model.Date{Year: year, Month: 12, Day: 31}
	for _, f := range facts {
		if f.date.After(due(last, reach)) && !f.meant {
			break
		}
		if f.date.After(last) {
			last = f.date
		}
	}
	return last
}

// years holds the year of the newest edition connected with the others, and an
// edition far beyond it with its year.
type years struct {
	year, far int
	edition   *model.Edition
}

func (l *linter) newestEdition() (y years, far bool) {
	for n, e := range l.Site.Editions {
		year := e.Period.From() // a plan is published when it begins
		if n > 0 && year > y.year+editionGap {
			return years{y.year, year, e}, true
		}
		y.year = max(y.year, year)
	}
	if len(l.Site.Editions) > 1 {
		return y, false
	}
	told := 0 // the newest year of the only edition's figures
	for _, f := range l.facts() {
		if f.moves {
			told = max(told, f.date.Year)
		}
	}
	if told > 0 && y.year > told+editionGap {
		return years{told, y.year, l.Site.Editions[0]}, true
	}
	return y, false
}

// asOfRange reports an as_of of the configuration or the command line that no other
// date is near. One of the command line is for one build and says nothing about the
// content.
func (l *linter) asOfRange(facts []fact, last model.Date) model.Date {
	last = l.inRange(l.Config.AsOf, l.Config.AsOfPos, facts, last)
	if l.Asked {
		l.inRange(l.AsOf, diag.Pos{File: "-as-of"}, facts, last)
	}
	return last
}

// inRange reports a day that no other date is near. A date of the content close
// before it says that both are meant; then it is the new end of the content.
func (l *linter) inRange(day model.Date, pos diag.Pos, facts []fact, last model.Date) model.Date {
	if day.IsZero() {
		return last
	}
	confirmed := false
	first := model.Date{Year: l.Site.Editions[0].Period.From(), Month: 1, Day: 1}
	for _, f := range facts {
		if f.date.Before(first) && f.moves {
			first = f.date
		}
		if f.date.After(due(last, reach)) && !f.date.After(day) && !day.After(due(f.date, reach)) {
			confirmed = true
		}
	}
	if confirmed {
		return day
	}
	if day.Before(first) || day.After(due(last, reach)) {
		l.report(AsOfRange.At(pos, day.String(), first.String(), last.String()))
	}
	return last
}

// loneNewest reports a single date that moves the as-of date half a year beyond
// every other, for something that was over a year before.
func (l *linter) loneNewest(facts []fact, last model.Date) {
	if !l.Config.AsOf.IsZero() || len(facts) == 0 {
		return
	}
	n := len(facts) - 1
	for n >= 0 && facts[n].date.After(due(last, reach)) {
		n-- // reported already
	}
	if n < 1 {
		return
	}
	f, next := facts[n], facts[n-1].date
	if f.moves && !f.meant && f.behind > aYear && f.date.After(due(next, halfAYear)) {
		l.report(LoneNewest.At(f.pos(), f.words, next.String()))
	}
}

// facts lists the dates of the content in their order.
func (l *linter) facts() []fact {
	if l.known != nil {
		return l.known
	}
	var list []fact
	list = append(list, l.factsOfSources()...)
	list = append(list, l.factsOfEditions()...)
	for _, i := range l.Site.Indicators {
		list = append(list, l.factsOfIndicator(i)...)
	}
	list = slices.DeleteFunc(list, func(f fact) bool { return f.date.IsZero() })
	slices.SortStableFunc(list, func(a, b fact) int { return a.date.Compare(b.date) })
	l.known = list
	return list
}

// days is how many days lie between two dates.
func days(from, to model.Date) int { return int(timeOf(to).Sub(timeOf(from)).Hours() / 24) }

// onceForLine removes the results of other checks of dates on a line where a slip
// was found.
func (l *linter) onceForLine() {
	line := func(d diag.Diagnostic) diag.Pos {
		return diag.Pos{File: d.Pos.File, Line: d.Pos.Line, Cell: d.Pos.Cell}
	}
	slips := map[diag.Pos]bool{}
	for _, d := range l.diags {
		switch d.Rule {
		case FarDate, EarlyRelease, LoneNewest:
			slips[line(d)] = true
		}
	}
	l.diags = slices.DeleteFunc(l.diags, func(d diag.Diagnostic) bool {
		return (d.Rule == BeforeEnd || d.Rule == LateTarget) && slips[line(d)]
	})
}
