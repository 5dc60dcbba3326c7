// Package answer gives the sentence with which a page begins: it answers what readers
// come to the page for, from the figures of the site.
//
// A deputy asks what is kept, what is behind, who answers for it and what has changed
// since; an answer names all four where the site knows them, and says so where it does
// not. Nothing is judged here: package verdict says how a target stands, package
// history how that changed.
package answer

import (
	"slices"
	"strings"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// Standing is how a list of targets stands, in the groups that readers ask for. Each
// keeps the order of the list but Behind, which begins with the one that lacks most of
// its target.
type Standing struct {
	All     []*verdict.Verdict
	Kept    []*verdict.Verdict // met or exceeded
	OnWay   []*verdict.Verdict // within the period: what is due by now, or more
	Behind  []*verdict.Verdict // missed, or within the period less than is due by now
	Unknown []*verdict.Verdict // not judged, for whatever reason
}

// Stand sorts verdicts into groups.
func Stand(list []*verdict.Verdict) Standing {
	s := Standing{All: list}
	for _, v := range list {
		switch v.Status {
		case verdict.Achieved, verdict.Exceeded:
			s.Kept = append(s.Kept, v)
		case verdict.OnPace, verdict.Ahead:
			s.OnWay = append(s.OnWay, v)
		case verdict.Behind, verdict.Missed:
			s.Behind = append(s.Behind, v)
		default:
			s.Unknown = append(s.Unknown, v)
		}
	}
	slices.SortStableFunc(s.Behind, ByShort)
	return s
}

// Judged is how many of the targets have a verdict.
func (s Standing) Judged() int { return len(s.All) - len(s.Unknown) }

// ByShort orders verdicts: those behind first, then the other judged ones, then those
// that are not judged; within each what lacks most of its target comes first, by the
// part of the target and never by figures of unlike units.
func ByShort(a, b *verdict.Verdict) int {
	if d := rank(a) - rank(b); d != 0 {
		return d
	}
	x, okX := a.Short()
	y, okY := b.Short()
	switch {
	case okX && okY:
		return y.Cmp(x)
	case okX:
		return -1
	case okY:
		return 1
	}
	return 0
}

func rank(v *verdict.Verdict) int {
	switch {
	case v.Status == verdict.Behind || v.Status == verdict.Missed:
		return 0
	case v.Status.Judged():
		return 1
	}
	return 2
}

// unknowns are the statuses of targets without a verdict, in the order of a sentence.
var unknowns = [...]verdict.Status{verdict.NotJudged, verdict.Awaited, verdict.NotFound, verdict.NotDue}

// Report answers how the targets of a report stand: how many there are, what is known of
// them by the as-of day, and what is not.
func Report(e *model.Edition, list []*verdict.Verdict, asOf model.Date) model.Text {
	if len(list) == 0 {
		return message.Both("answer-no-targets", "Report", wording.Period(e.Period))
	}
	set := message.Both("answer-targets", "Report", wording.Period(e.Period), "N", len(list))
	return sentences(set, Stand(list).sentence(asOf))
}

// sentence says what is known of the targets.
func (s Standing) sentence(asOf model.Date) model.Text {
	found, unfound := s.found()
	var parts []model.Text
	if found != (model.Text{}) {
		parts = append(parts, found)
	}
	for _, status := range unknowns {
		n := count(unfound, status)
		switch {
		case n == 0:
		case n == len(s.All) && n > 1:
			parts = append(parts, message.Both("answer-all-"+string(status), "N", n))
		default:
			parts = append(parts, message.Both("answer-some-"+string(status), "N", n))
		}
	}
	return by(asOf, joined(parts, "；", "; "))
}

// found says how the targets stand for which there is a result; the others are left.
// A part of a period that is over is no result of it.
func (s Standing) found() (said model.Text, unfound []*verdict.Verdict) {
	unclear := 0
	for _, v := range s.Unknown {
		if v.Status == verdict.NotJudged && v.Actual != nil {
			unclear++
		} else {
			unfound = append(unfound, v)
		}
	}
	n := s.Judged() + unclear
	switch n {
	case 0:
		return said, unfound
	case len(s.Kept):
		return message.Both("answer-found-kept", "N", n), unfound
	}
	var parts []model.Text
	for _, group := range []struct {
		id string
		n  int
	}{
		{"answer-kept", len(s.Kept)}, {"answer-on-way", len(s.OnWay)}, {"answer-behind", count(s.Behind, verdict.Behind)},
		{"answer-missed", count(s.Behind, verdict.Missed)}, {"answer-unclear", unclear},
	} {
		if group.n > 0 {
			parts = append(parts, message.Both(group.id, "N", group.n))
		}
	}
	return message.Both("answer-found", "N", n, "How", joined(parts, "、", ", ")), unfound
}

// count is how many verdicts have a status.
func count(list []*verdict.Verdict, s verdict.Status) int {
	n := 0
	for _, v := range list {
		if v.Status == s {
			n++
		}
	}
	return n
}

// by begins a sentence with the day on which it holds.
func by(asOf model.Date, what model.Text) model.Text {
	if asOf.IsZero() {
		return message.Both("answer-plainly", "What", what)
	}
	return message.Both("answer-by", "Day", wording.Day(asOf), "What", what)
}

// Leading is the report that a front page leads with: the one of its edition, or, while
// none of its targets is judged, the newest one before that has verdicts.
func Leading(editions []*model.Edition, own *model.Edition, set *verdict.Set) *model.Edition {
	judged := func(e *model.Edition) bool {
		return slices.ContainsFunc(Of(set, e), func(v *verdict.Verdict) bool { return v.Status.Judged() })
	}
	at := slices.Index(editions, own)
	for n := at; n >= 0; n-- {
		if judged(editions[n]) {
			return editions[n]
		}
	}
	return own
}

// Of lists the verdicts on the targets that a report sets.
func Of(set *verdict.Set, e *model.Edition) []*verdict.Verdict {
	var list []*verdict.Verdict
	for _, v := range set.List() {
		if e.Sets(v.Target.Period) {
			list = append(list, v)
		}
	}
	return list
}

// Home answers how a site's targets stand: those of the report that leads, then, where
// that is another one, those of the site's own report.
func Home(editions []*model.Edition, own *model.Edition, set *verdict.Set) model.Text {
	asOf := set.Options().AsOf
	lead := Leading(editions, own, set)
	first := Report(lead, Of(set, lead), asOf)
	if lead == own {
		return first
	}
	return sentences(first, Report(own, Of(set, own), model.Date{}))
}

// sentences joins whole sentences; English ones need a space between. Empty ones are
// left out.
func sentences(list ...model.Text) model.Text { return joined(list, "", " ") }

// joined joins texts with a mark of each language between; empty ones are left out.
func joined(list []model.Text, zh, en string) model.Text {
	var a, b []string
	for _, t := range list {
		if t != (model.Text{}) {
			a, b = append(a, t.Zh), append(b, t.En)
		}
	}
	return model.Text{Zh: strings.Join(a, zh), En: strings.Join(b, en)}
}
