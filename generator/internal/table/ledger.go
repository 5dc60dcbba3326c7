package table

// TaskRow is a row of a ledger.
type TaskRow struct{ Row *Row }

func (r *reader) tasks() {}
