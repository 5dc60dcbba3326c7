package lint

import (
	"strconv"
	"time"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
)

func timeOf(d model.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// report is report.toml of an edition.
func (l *linter) reportOf(edition *model.Edition) *source.Report {
	for _, e := range l.Tree.Editions {
		if e.Dir == edition.Period.String() {
			return e.Report
		}
	}
	panic("generator: internal error: an edition without its file")
}

// yearPos is where an edition says which year or plan it is of.
func (l *linter) yearPos(e *model.Edition) diag.Pos {
	if e.Period.Kind == model.Plan {
		return l.reportOf(e).Doc.Pos("plan")
	}
	return l.reportOf(e).Doc.Pos("year")
}

// factsOfSources lists the dates of sources.toml and changes.toml. The date of a
// source is that of every figure which names none, so that it can be the day of
// judgement, too.
func (l *linter) factsOfSources() []fact {
	var list []fact
	uses := map[string]int{} // days from the end of the newest period that a source has figures of
	for _, i := range l.Site.Indicators {
		for _, o := range i.Observations {
			if o.Source == nil || o.Released != o.Source.Date || o.Released.IsZero() {
				continue
			}
			lag := days(o.Period.End(), o.Released)
			if old, ok := uses[o.Source.ID]; !ok || lag < old {
				uses[o.Source.ID] = lag
			}
		}
	}
	for _, s := range l.Site.Sources {
		lag, used := uses[s.ID]
		list = append(list, fact{
			date: s.Date, words: s.Date.String(), pos: func() diag.Pos { return l.Tree.Sources.Doc.Pos(s.ID, "date") }, moves: used, behind: lag,
		})
	}
	for _, c := range l.Site.Changes {
		list = append(list, fact{date: c.Date, words: c.Date.String(), pos: func() diag.Pos { return l.Tree.Changes.Doc.Pos(c.ID, "date") }})
	}
	return list
}

// factsOfEditions lists when the reports were published, and what became of
// their commitments.
func (l *linter) factsOfEditions() []fact {
	var list []fact
	for _, e := range l.Tree.Editions {
		if e.Report == nil || e.Report.Doc == nil {
			continue
		}
		period, err := model.ParsePeriod(e.Dir)
		if err != nil {
			continue // package check has reported it
		}
		end := period.End()
		if d := e.Report.Published.Date; !d.IsZero() {
			list = append(list, fact{
				date: d, words: d.String(), pos: func() diag.Pos { return e.Report.Doc.Pos("published") }, moves: true, behind: days(end, d),
			})
		}
		if e.Commitments == nil || e.Commitments.Doc == nil {
			continue
		}
		for _, id := range e.Commitments.Doc.Keys() {
			for n, ev := range e.Commitments.Rows[id].Events {
				if d := ev.Date.Date; !d.IsZero() {
					list = append(list, fact{
						date: d, words: d.String(), pos: func() diag.Pos { return eventPos(e.Commitments, id, n) }, moves: true, behind: days(end, d),
					})
				}
			}
		}
	}
	return list
}

// eventPos is where the date of an event stands.
func eventPos(c *source.Commitments, id string, n int) diag.Pos {
	for _, keys := range [][]string{{id, "events", strconv.Itoa(n), "date"}, {id, "events", strconv.Itoa(n)}, {id, "events"}} {
		if pos := c.Doc.Pos(keys...); pos.Exact() {
			return pos
		}
	}
	return c.Doc.Pos(id)
}

// factsOfIndicator lists the dates of an indicator's figures and targets.
func (l *linter) factsOfIndicator(i *model.Indicator) []fact {
	var list []fact
	for _, o := range i.Observations {
		end := o.Period.End()
		if !(beforePeriod(o) && l.ownRelease(o)) { // else the period is wrong, which is reported elsewhere
			list = append(list, fact{date: end, words: o.Period.String(), pos: func() diag.Pos { return l.placeOf(o, "") }, meant: l.silenced(o)})
		}
		if l.ownRelease(o) {
			list = append(list, fact{
				date: o.Released, words: o.Released.String(), pos: func() diag.Pos { return l.placeOf(o, "released") }, meant: l.silenced(o),
				moves: true, behind: days(end, o.Released),
			})
		}
		for _, r := range o.Earlier {
			list = append(list, fact{date: r.Released, words: r.Released.String(), pos: func() diag.Pos { return l.placeOf(o, "earlier") }, meant: l.silenced(o)})
		}
	}
	for _, t := range i.Targets {
		key := t.Period.String()
		list = append(list, fact{
			date: t.Announced, words: t.Announced.String(), pos: func() diag.Pos { return l.at(i, "target", key, "announced") },
			moves: true, behind: days(t.Period.End(), t.Announced),
		})
		for _, b := range t.Earlier {
			list = append(list, fact{date: b.Announced, words: b.Announced.String(), pos: func() diag.Pos { return l.at(i, "target", key, "earlier") }})
		}
		if o := t.Override; o != nil {
			list = append(list, fact{date: o.Date, words: o.Date.String(), pos: func() diag.Pos { return l.at(i, "target", key, "override") }})
		}
	}
	return list
}

// ownRelease reports whether a figure has a release date of its own, and not
// that of its source.
func (l *linter) ownRelease(o *model.Observation) bool {
	s := l.written[o.Indicator.ID]
	table := map[model.Basis]map[string]source.Observation{
		model.Annual: s.Annual, model.Cumulative: s.Cumulative, model.Single: s.Single, model.Point: s.Point,
	}[o.Basis]
	if raw, ok := table[o.Period.String()]; ok {
		return !raw.Released.Date.IsZero()
	}
	return !o.Released.IsZero() && (o.Source == nil || o.Released != o.Source.Date)
}
