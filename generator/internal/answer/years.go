package answer

import (
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// Pair is an indicator's target of a report beside that of the report before; one of the
// two may be missing.
type Pair struct {
	Indicator   *model.Indicator
	Before, Now *model.Target
	Difference  verdict.Difference // "" where one is missing
}

// Pairs lists the indicators for which one of two successive reports sets a target.
func Pairs(list []*model.Indicator, before, now *model.Edition) []Pair {
	var pairs []Pair
	for _, i := range list {
		p := Pair{Indicator: i, Before: before.Target(i), Now: now.Target(i)}
		if p.Before == nil && p.Now == nil {
			continue
		}
		if p.Before != nil && p.Now != nil {
			p.Difference = verdict.Changed
			if p.Now.Period.YearBefore() == p.Before.Period {
				p.Difference = verdict.Compare(p.Now, p.Before)
			}
		}
		pairs = append(pairs, p)
	}
	return pairs
}

// Years answers what became harder or easier from one report to the next.
func Years(pairs []Pair, before, now *model.Edition) model.Text {
	n, added, gone := map[verdict.Difference]int{}, 0, 0
	for _, p := range pairs {
		switch {
		case p.Before == nil:
			added++
		case p.Now == nil:
			gone++
		default:
			n[p.Difference]++
		}
	}
	var parts []model.Text
	for _, part := range []struct {
		id string
		n  int
	}{
		{"answer-harder", n[verdict.Harder]}, {"answer-easier", n[verdict.Easier]}, {"answer-same", n[verdict.Same]},
		{"answer-changed", n[verdict.Changed]}, {"answer-added", added}, {"answer-gone", gone},
	} {
		if part.n > 0 {
			parts = append(parts, message.Both(part.id, "N", part.n))
		}
	}
	return message.Both("answer-years", "Now", wording.Period(now.Period), "Before", wording.Period(before.Period),
		"N", len(pairs)-gone, "How", joined(parts, "、", ", "))
}
