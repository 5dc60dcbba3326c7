package verdict

import "reportsite/generator/internal/model"

// CommitmentVerdict says how far a named project has come.
type CommitmentVerdict struct {
	Commitment *model.Commitment
	State      model.State  // as known on the as-of date
	Event      *model.Event // the newest event by then; nil when there is none
	AsOf       model.Date
	PastDue    bool       // the due date has passed and the state is not 已完成
	Overdue    bool       // PastDue, and published: not asserted where nothing is known
	Reason     model.Text // one sentence
}

// StateInfo is a state as readers see it.
type StateInfo struct {
	State  model.State
	Name   model.Text
	Icon   string
	Symbol string
}

// States lists the states of commitments in the order of pages.
func States() []StateInfo { return nil }

// Commitment says how a commitment stands on a date.
func Commitment(c *model.Commitment, asOf model.Date) CommitmentVerdict {
	return CommitmentVerdict{Commitment: c, State: c.State, AsOf: asOf}
}
