package page

import (
	"reportsite/generator/internal/history"
	"reportsite/generator/internal/verdict"
)

// months is how the targets stood at the end of each month in which something moved.
type months struct {
	Head []badge // statuses that occur
	Rows []monthRow
}

type monthRow struct {
	Name  string
	Cells []int
	Steps []step // what moved within the month
	New   int    // targets that were announced within it
}

// Width is how many columns the table has.
func (r monthRow) Width() int { return len(r.Cells) + 1 }

// step is how many targets went from one status to another.
type step struct {
	From, To badge
	N        int
}

// mostMonths is how many months the status page shows.
const mostMonths = 12

// months tells the newest months; nil where no verdict ever moved.
func (b *book) months() *months {
	all := b.History.Months(nil)
	if len(b.History.Moves()) == 0 {
		return nil
	}
	all = all[:min(len(all), mostMonths)]
	m := &months{}
	var shown []int // numbers of the statuses that occur
	for n, s := range verdict.Statuses() {
		for _, month := range all {
			if month.Counts[n].N > 0 {
				m.Head, shown = append(m.Head, b.badge(s.ID)), append(shown, n)
				break
			}
		}
	}
	for _, month := range all {
		row := monthRow{Name: b.Period(month.Period), New: len(month.New)}
		for _, n := range shown {
			row.Cells = append(row.Cells, month.Counts[n].N)
		}
		for _, s := range history.Steps(month.Moved) {
			row.Steps = append(row.Steps, step{b.badge(s.From), b.badge(s.To), s.N})
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}
