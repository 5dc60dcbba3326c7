package history

import (
	"slices"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// Month is how the targets stood at the end of a month.
type Month struct {
	Period model.Period
	Day    model.Date      // its last day, or the as-of day within it
	Counts []verdict.Count // every status in the order of pages, as [verdict.Counts]
	Moved  []Move          // what is not as it was at the end of the month before: from then to now, in reading order
	New    []*model.Target // announced within the month
}

// Months lists the months by the as-of day in which a status changed or a target
// was announced, the newest first. of says which targets are counted; nil
// counts all.
func (h *History) Months(of func(*model.Target) bool) []Month {
	courses := h.all()
	if of != nil {
		courses = slices.DeleteFunc(slices.Clone(courses), func(c course) bool { return !of(c.target) })
	}
	var months []model.Period
	for _, c := range courses {
		for _, d := range c.days {
			if !d.IsZero() {
				months = append(months, monthOf(d))
			}
		}
	}
	slices.SortFunc(months, model.Period.Compare)
	months = slices.Compact(months)
	var list []Month
	for _, p := range slices.Backward(months) {
		list = append(list, h.month(p, courses))
	}
	return list
}

// month compares the end of a month with the end of the month before.
func (h *History) month(p model.Period, courses []course) Month {
	m := Month{Period: p, Day: p.End(), Counts: verdict.Counts(nil)}
	if m.Day.After(h.opt.AsOf) {
		m.Day = h.opt.AsOf
	}
	before := p.Previous().End()
	for _, c := range courses {
		from, to := c.on(before), c.on(m.Day)
		for n := range m.Counts {
			if m.Counts[n].Status == to {
				m.Counts[n].N++
			}
		}
		switch {
		case to == "" || from == to:
		case from == "":
			m.New = append(m.New, c.target)
		default:
			last := c.moves[c.lastBy(m.Day)]
			last.From = from
			m.Moved = append(m.Moved, last)
		}
	}
	return m
}

// lastBy is the number of the newest move by a day, which there must be.
func (c *course) lastBy(day model.Date) int {
	n := len(c.moves) - 1
	for c.moves[n].Day.After(day) {
		n--
	}
	return n
}

func monthOf(d model.Date) model.Period {
	return model.Period{Year: d.Year, Kind: model.Month, N: d.Month}
}
