package verdict

import (
	"sync"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// CommitmentVerdict says how far a named project has come.
type CommitmentVerdict struct {
	Commitment *model.Commitment
	State      model.State  // as known on the as-of date
	Event      *model.Event // the newest event by then; nil when there is none
	AsOf       model.Date
	PastDue    bool       // the due date has passed and the state is not 已完成
	Overdue    bool       // PastDue, and the state is known
	Reason     model.Text // one sentence
}

// StateInfo is a state as readers see it.
type StateInfo struct {
	State  model.State
	Name   model.Text
	Icon   string // id of the icon; every state has another shape
	Symbol string // one character of that shape, for plain text
}

// stateInfos is in the order of pages.
var stateInfos = sync.OnceValue(func() []StateInfo {
	return []StateInfo{
		{model.Done, message.Both("state-done"), "check", "✓"},
		{model.InProgress, message.Both("state-in-progress"), "arrow", "→"},
		{model.Late, message.Both("state-late"), "triangle-down", "▽"},
		{model.NotDone, message.Both("state-not-done"), "cross", "✕"},
		{model.NotStarted, message.Both("state-not-started"), "circle", "○"},
		{model.Unknown, message.Both("state-unknown"), "dashed-circle", "◌"},
	}
})

// States lists the states of commitments in the order of pages.
func States() []StateInfo { return stateInfos() }

// stateName is a state in words.
func stateName(s model.State) model.Text {
	for _, i := range stateInfos() {
		if i.State == s {
			return i.Name
		}
	}
	return same(string(s))
}

// Commitment says how a commitment of a site as it is known on a date (package
// known) stands: by its newest event, or by the state that the editor wrote. A due
// date that has passed makes it overdue only when its state is known; without a due
// date in the report it is never overdue.
func Commitment(c *model.Commitment, asOf model.Date) CommitmentVerdict {
	v := CommitmentVerdict{Commitment: c, State: c.State, AsOf: asOf}
	for n := range c.Events {
		e := &c.Events[n]
		v.Event = e
		if e.State != model.Unknown {
			v.State = e.State
		}
	}
	v.PastDue = !c.Due.IsZero() && asOf.After(c.Due) && v.State != model.Done
	v.Overdue = v.PastDue && v.State != model.Unknown
	v.Reason = v.explain()
	return v
}

func (v *CommitmentVerdict) explain() model.Text {
	asOf, due := wording.Day(v.AsOf), wording.Day(v.Commitment.Due)
	nothing := model.Text{Zh: "本站没有查到进展", En: "this site had found no progress"}
	if v.Event != nil {
		nothing = model.Text{Zh: "查到的消息没有说明进展到哪一步", En: "what this site had found did not say how far it had come"}
	}
	switch {
	case v.Commitment.Due.IsZero() && v.State == model.Unknown:
		return say("截至%[1]s%[2]s；报告没有写期限。", "By %[1]s %[2]s; the report states no due date.", asOf, nothing)
	case v.Commitment.Due.IsZero() && v.State == model.Done:
		return say("截至%[1]s已完成；报告没有写期限。", "Done by %[1]s; the report states no due date.", asOf)
	case v.Commitment.Due.IsZero():
		return say("截至%[1]s的状态是“%[2]s”；报告没有写期限。", "The state on %[1]s was “%[2]s”; the report states no due date.", asOf, stateName(v.State))
	case v.State == model.Unknown && v.PastDue:
		return say("时限%[2]s已过，截至%[1]s%[3]s，不作判断。",
			"It was due by %[2]s; by %[1]s %[3]s, so nothing is asserted.", asOf, due, nothing)
	case v.State == model.Unknown:
		return say("截至%[1]s%[3]s；时限是%[2]s。",
			"By %[1]s %[3]s; it is due by %[2]s.", asOf, due, nothing)
	case v.Overdue:
		return say("时限%[2]s已过，截至%[1]s的状态是“%[3]s”，已逾期。",
			"It was due by %[2]s; the state on %[1]s was “%[3]s”, so it is overdue.", asOf, due, stateName(v.State))
	case v.State == model.Done:
		return say("截至%[1]s已完成；时限是%[2]s。", "Done by %[1]s; the due date is %[2]s.", asOf, due)
	}
	return say("截至%[1]s的状态是“%[3]s”；时限是%[2]s。",
		"The state on %[1]s was “%[3]s”; it is due by %[2]s.", asOf, due, stateName(v.State))
}
