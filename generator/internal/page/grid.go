package page

import (
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// grid shows the goals of several years side by side: how each year's target stands.
type grid struct {
	Years []anchor // the newest first
	Rows  []gridRow
}

type gridRow struct {
	Name  anchor
	Cells []gridCell // as many as there are years
}

// gridCell is the target of a year; Badge is nil where the year's report sets none.
type gridCell struct {
	Year   string
	Badge  *badge
	Target said
	Result string
	When   string // of the result, where the target is not of the whole year
}

// mostYears is how many years the grid shows.
const mostYears = 6

// grid lists the indicators for which at least one of the newest yearly reports sets a
// target. Of very many, it lists the main ones.
func (f *frame) grid() *grid {
	b := f.book
	var editions []*model.Edition
	for _, e := range slices.Backward(b.Site.Editions) {
		if e.Period.Kind == model.Year && len(editions) < mostYears {
			editions = append(editions, e)
		}
	}
	if len(editions) < 2 {
		return nil
	}
	g := &grid{}
	for _, e := range editions {
		g.Years = append(g.Years, anchor{said: said{Text: b.Period(e.Period)}, Href: f.href(address.Edition(e))})
	}
	list := b.Site.Indicators
	if len(list) > mostGoals {
		list = b.Headlines()
	}
	for _, i := range list {
		if r, ok := f.gridRow(i, editions); ok {
			g.Rows = append(g.Rows, r)
		}
	}
	if len(g.Rows) == 0 {
		return nil
	}
	return g
}

// gridRow is the targets of an indicator; ok is false where there is none.
func (f *frame) gridRow(i *model.Indicator, editions []*model.Edition) (r gridRow, ok bool) {
	b := f.book
	r.Name = f.anchor(wording.Label(i), address.Indicator(i))
	for _, e := range editions {
		c := gridCell{Year: b.Period(e.Period)}
		if t := e.Target(i); t != nil {
			v := b.Verdicts.Of(t)
			badge := b.badge(v.Status)
			c.Badge, c.Target, ok = &badge, b.say(v.Bound.AsWritten), true
			c.Result, c.When = b.result(v)
			if c.Result == "" || t.Period == e.Period {
				c.When = ""
			}
		}
		r.Cells = append(r.Cells, c)
	}
	return r, ok
}
