package verdict

import (
	"sync"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// Status says how a target stands.
type Status string

// The statuses. The first four are favourable, Behind and Missed are not; Awaited,
// NotDue, NotFound and NotJudged are no judgement.
const (
	Achieved  Status = "achieved"   // the target is met, and that cannot change within the period
	Exceeded  Status = "exceeded"   // above a range's high end, or the stretch aim is met
	Ahead     Status = "ahead"      // within the period: better than is due by now
	OnPace    Status = "on-pace"    // within the period: what is due by now
	Behind    Status = "behind"     // within the period: worse than is due by now
	Missed    Status = "missed"     // the period is over and the target is not met, or a limit is broken for good
	Awaited   Status = "awaited"    // the period is over, and only figures of a part of it are known
	NotDue    Status = "not-due"    // the period is not over, and the site has no figure of it
	NotFound  Status = "not-found"  // the period is over, and the site has found no figure of it
	NotJudged Status = "not-judged" // there is a figure, but it cannot be compared; see Reason
)

// Judged reports whether the status is a judgement, and not why there is none.
func (s Status) Judged() bool {
	switch s {
	case Achieved, Exceeded, Ahead, OnPace, Behind, Missed:
		return true
	}
	return false
}

// StatusInfo is a status as readers see it.
type StatusInfo struct {
	ID      Status
	Name    model.Text
	Meaning model.Text
	Icon    string // id of the icon; every status has another shape
	Symbol  string // one character of that shape, for plain text
}

// statusInfos is in the order of pages and counts.
var statusInfos = sync.OnceValue(func() []StatusInfo {
	list := []StatusInfo{
		{ID: Exceeded, Icon: "star", Symbol: "★"},
		{ID: Achieved, Icon: "check", Symbol: "✓"},
		{ID: Ahead, Icon: "double-arrow", Symbol: "»"},
		{ID: OnPace, Icon: "arrow", Symbol: "→"},
		{ID: Behind, Icon: "triangle-down", Symbol: "▽"},
		{ID: Missed, Icon: "cross", Symbol: "✕"},
		{ID: NotJudged, Icon: "question", Symbol: "?"},
		{ID: Awaited, Icon: "hourglass", Symbol: "⧗"},
		{ID: NotFound, Icon: "dashed-circle", Symbol: "◌"},
		{ID: NotDue, Icon: "dotted-circle", Symbol: "◯"},
	}
	for n := range list {
		s := &list[n]
		s.Name, s.Meaning = message.Both("status-"+string(s.ID)), message.Both("status-means-"+string(s.ID))
	}
	return list
})

// Statuses lists all statuses in the order of pages and counts.
func Statuses() []StatusInfo { return statusInfos() }

// Info returns the status as readers see it; an unknown status has its id as
// name.
func (s Status) Info() StatusInfo {
	for _, i := range statusInfos() {
		if i.ID == s {
			return i
		}
	}
	return StatusInfo{ID: s, Name: model.Text{Zh: string(s), En: string(s)}}
}

// Name is the status in words.
func (s Status) Name() model.Text { return s.Info().Name }
