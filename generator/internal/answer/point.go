package answer

import (
	"slices"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// Point is one of the questions that a front page answers at a glance: what is kept, what
// is behind, who answers for it.
type Point struct {
	ID       string // "kept", "on-way", "behind" or "who"
	Question model.Text
	Text     model.Text         // the answer in words
	Named    []*verdict.Verdict // the first targets that it is about
	More     int                // how many more there are
	Units    []Unit             // the responsible units
}

// Unit is a responsible unit, and of how many targets.
type Unit struct {
	Name string
	N    int
}

// mostNamed is how many targets or units a point names.
const mostNamed = 3

// Points are the answers at a glance. What is on its way is said only where something is;
// what is kept, what is behind and who answers for it, always.
func (s Standing) Points() []Point {
	list := []Point{s.named("kept", s.Kept)}
	if len(s.OnWay) > 0 {
		list = append(list, s.named("on-way", s.OnWay))
	}
	return append(list, s.named("behind", s.Behind), s.who())
}

func (s Standing) named(id string, list []*verdict.Verdict) Point {
	n := len(list)
	p := Point{ID: id, Question: message.Both("ask-" + id), Named: list[:min(n, mostNamed)], More: max(n-mostNamed, 0)}
	if n == 0 {
		p.Text = message.Both("point-none-" + id)
	} else {
		p.Text = message.Both("point-n", "N", n)
	}
	return p
}

// who says which units answer for what is behind; where nothing is, for all targets.
func (s Standing) who() Point {
	p := Point{ID: "who", Question: message.Both("ask-who")}
	list := s.Behind
	if len(list) == 0 {
		p.Question, list = message.Both("ask-who-all"), s.All
	}
	units := Units(list)
	switch {
	case len(units) > 0:
		p.Units = units[:min(len(units), mostNamed)]
		p.More = len(units) - len(p.Units)
	case len(Units(s.All)) > 0:
		p.Text = message.Both("point-none-who-behind")
	default:
		p.Text = message.Both("point-none-who")
	}
	return p
}

// Units counts targets by the unit in the lead, the one with most targets first; those
// with as many are in the order of the list. Targets without a unit are left out.
func Units(list []*verdict.Verdict) []Unit {
	var units []Unit
	for _, v := range list {
		lead := v.Target.Indicator.Lead
		if lead == "" {
			continue
		}
		n := slices.IndexFunc(units, func(u Unit) bool { return u.Name == lead })
		if n < 0 {
			n, units = len(units), append(units, Unit{Name: lead})
		}
		units[n].N++
	}
	slices.SortStableFunc(units, func(a, b Unit) int { return b.N - a.N })
	return units
}
