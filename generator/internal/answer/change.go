package answer

import (
	"reportsite/generator/internal/history"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Changes answers what changed last: the newest day on which verdicts moved, and how
// many went from what to what. newest is the newest day on which anything was published;
// zero: nothing has a date. moves are the newest first.
func Changes(moves []history.Move, newest model.Date) model.Text {
	var last model.Text
	if !newest.IsZero() {
		last = message.Both("answer-last-release", "Day", wording.Day(newest))
	}
	if len(moves) == 0 || moves[0].Day.IsZero() {
		if newest.IsZero() {
			return message.Both("answer-no-changes")
		}
		return sentences(message.Both("answer-no-moves"), last)
	}
	day := moves[0].Day
	n := 0
	for n < len(moves) && moves[n].Day == day {
		n++
	}
	moved := message.Both("answer-moved", "Day", wording.Day(day), "Steps", stepsOf(history.Steps(moves[:n])))
	if newest == day {
		last = model.Text{}
	}
	return sentences(moved, last)
}

// stepsOf lists how many verdicts went from what to what; those that were the same before
// stand together.
func stepsOf(steps []history.Step) model.Text {
	var parts []model.Text
	for len(steps) > 0 {
		first := steps[0]
		var same, others []history.Step
		for _, s := range steps {
			if s.From == first.From {
				same = append(same, s)
			} else {
				others = append(others, s)
			}
		}
		if steps = others; len(same) == 1 {
			parts = append(parts, message.Both("answer-step", "N", first.N, "From", quoted(first.From.Name()), "To", quoted(first.To.Name())))
			continue
		}
		var to []model.Text
		for _, s := range same {
			to = append(to, message.Both("answer-step-to", "N", s.N, "To", quoted(s.To.Name())))
		}
		parts = append(parts, message.Both("answer-steps", "From", quoted(first.From.Name()), "To", joined(to, "、", ", ")))
	}
	return joined(parts, "；", "; ")
}

func quoted(t model.Text) model.Text {
	return model.Text{Zh: "“" + t.Zh + "”", En: "“" + t.En + "”"}
}
