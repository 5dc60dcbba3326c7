package answer

import (
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// Tasks answers how far the commitments of a report have come, and whether it states
// when they are due. What all share is said once.
func Tasks(list []*model.Commitment, asOf model.Date) model.Text {
	if len(list) == 0 {
		return message.Both("answer-no-tasks")
	}
	n, due, overdue := map[model.State]int{}, 0, 0
	for _, c := range list {
		v := verdict.Commitment(c, asOf)
		n[v.State]++
		if !c.Due.IsZero() {
			due++
		}
		if v.Overdue {
			overdue++
		}
	}
	return sentences(states(n, len(list)), deadlines(due, overdue, len(list)))
}

func states(n map[model.State]int, all int) model.Text {
	if n[model.Unknown] == all {
		return message.Both("answer-tasks-unknown", "N", all)
	}
	var parts []model.Text
	for _, s := range verdict.States() {
		switch {
		case n[s.State] == 0:
		case s.State == model.Unknown:
			parts = append(parts, message.Both("answer-tasks-no-news", "N", n[s.State]))
		default:
			parts = append(parts, message.Both("answer-tasks-state", "N", n[s.State], "State", lower(s.Name)))
		}
	}
	return message.Both("answer-tasks", "N", all, "How", joined(parts, "、", ", "))
}

func deadlines(due, overdue, all int) model.Text {
	switch {
	case due == 0:
		return message.Both("answer-no-deadlines")
	case overdue > 0:
		return message.Both("answer-overdue", "N", overdue, "Due", due)
	case due < all:
		return message.Both("answer-deadlines", "N", due)
	}
	return message.Both("answer-all-due")
}

// lower writes an English name within a sentence.
func lower(t model.Text) model.Text {
	if t.En != "" {
		t.En = string(t.En[0]|0x20) + t.En[1:]
	}
	return t
}
