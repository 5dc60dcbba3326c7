package page

import (
	"cmp"
	"slices"

	"reportsite/generator/internal/model"
)

// correction is a published figure that was wrong, as the page of its indicator tells
// readers.
type correction struct {
	iso    string // when it was corrected
	Period string
	Was    string
	WasOn  string // when that was published
	Now    string
	On     string // empty where the day is not known
	Reason said
}

// corrections are the revisions of an indicator that have a reason, the newest first:
// the others are the usual way of figures from preliminary to final, and stand in the
// table alone.
func (b *book) corrections(i *model.Indicator) []correction {
	var list []correction
	for _, o := range i.Observations {
		for n, e := range o.Earlier {
			if e.Reason == (model.Text{}) {
				continue
			}
			c := correction{Period: b.Time(o), Was: b.Before(o, &e), WasOn: b.Date(e.Released), Reason: b.say(e.Reason)}
			if n+1 < len(o.Earlier) {
				next := &o.Earlier[n+1]
				c.Now, c.On, c.iso = b.Before(o, next), b.Date(next.Released), next.Released.String()
			} else {
				c.Now, c.On, c.iso = b.Observed(o), b.Date(o.Released), o.Released.String()
			}
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b correction) int { return cmp.Compare(b.iso, a.iso) })
	return list
}
