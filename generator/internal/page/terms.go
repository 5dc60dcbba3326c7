package page

import (
	"slices"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// term is a word of the field that the page uses, explained where it stands.
type term struct {
	Name string
	Text said
}

// indicatorTerms are the words on the page of an indicator that not everybody knows: what
// its figures cover, how final they are, whom its target binds, what its statuses mean.
func (b *book) indicatorTerms(i *model.Indicator) []term {
	var list []term
	add := func(name, id string) {
		t := term{name, said{Text: b.T("term-" + id)}}
		if !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	for _, t := range i.Targets {
		if v := b.Verdicts.Of(t); v.Paced {
			add(b.T("schedule"), "schedule")
		}
	}
	if i.Nature != model.Nature("") {
		add(b.nature(i.Nature), "nature-"+natureIDs[i.Nature])
	}
	for _, basis := range model.Bases {
		if slices.ContainsFunc(i.Observations, func(o *model.Observation) bool { return i.Covers(o.Basis) == basis }) && basis != model.Annual {
			add(b.Basis(basis), "basis-"+string(basis))
		}
	}
	for _, stage := range model.Stages {
		if slices.ContainsFunc(i.Observations, func(o *model.Observation) bool { return o.Stage == stage }) {
			add(b.Stage(stage), b.StageID(stage))
		}
	}
	return list
}

var natureIDs = map[model.Nature]string{model.Expected: "expected", model.Binding: "binding"}

// statusTerms explain the statuses of a list, each once, in the order of pages.
func (b *book) statusTerms(list []*verdict.Verdict) []term {
	var terms []term
	for _, c := range verdict.Counts(list) {
		if c.N > 0 {
			info := c.Status.Info()
			terms = append(terms, term{info.Name.In(b.Lang), b.say(info.Meaning)})
		}
	}
	return terms
}
