package answer

import (
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// Section answers what a section promises and how that stands, its own sub-sections
// included.
func Section(s *model.Section, set *verdict.Set) model.Text {
	list, tasks := contents(s, set)
	asOf := set.Options().AsOf
	switch {
	case len(list) == 0 && len(tasks) == 0:
		return model.Text{}
	case len(list) == 0:
		return message.Both("answer-section-tasks", "N", len(tasks))
	}
	first := message.Both("answer-section-targets", "N", len(list))
	if len(tasks) > 0 {
		first = message.Both("answer-section-both", "N", len(list), "Tasks", message.Both("answer-n-tasks", "N", len(tasks)))
	}
	return sentences(first, Stand(list).sentence(asOf))
}

// contents are the targets and commitments of a section and those below it.
func contents(s *model.Section, set *verdict.Set) (list []*verdict.Verdict, tasks []*model.Commitment) {
	for _, i := range s.Indicators {
		for _, t := range s.Edition.Targets(i) {
			list = append(list, set.Of(t))
		}
	}
	tasks = append(tasks, s.Commitments...)
	for _, kid := range s.Children {
		more, others := contents(kid, set)
		list, tasks = append(list, more...), append(tasks, others...)
	}
	return list, tasks
}
