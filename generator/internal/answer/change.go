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
	var steps []model.Text
	for _, s := range history.Steps(moves[:n]) {
		steps = append(steps, message.Both("answer-step", "N", s.N, "From", quoted(s.From.Name()), "To", quoted(s.To.Name())))
	}
	moved := message.Both("answer-moved", "Day", wording.Day(day), "Steps", joined(steps, "、", ", "))
	if newest == day {
		last = model.Text{}
	}
	return sentences(moved, last)
}

func quoted(t model.Text) model.Text {
	return model.Text{Zh: "“" + t.Zh + "”", En: "“" + t.En + "”"}
}
