package check

import (
	"cmp"
	"slices"

	"reportsite/generator/internal/model"
)

// relatedMost is how many related indicators a page names at most.
const relatedMost = 8

// arrange sorts indicators into reading order and links related ones. It runs last,
// when everything is known.
func (c *checker) arrange() {
	slices.SortFunc(c.site.Editions, model.CompareEditions)
	if len(c.site.Editions) == 0 {
		return
	}
	c.sortIndicators()
	for _, i := range c.site.Indicators {
		if i.Section != nil {
			i.Section.Indicators = append(i.Section.Indicators, i)
		}
		for _, t := range i.Targets {
			if t.Section != nil && t.Section != i.Section {
				t.Section.Indicators = appendNew(t.Section.Indicators, i)
			}
		}
	}
	order := map[*model.Indicator]int{}
	for n, i := range c.site.Indicators {
		order[i] = n
	}
	for _, g := range c.site.Groups {
		slices.SortFunc(g.Indicators, func(a, b *model.Indicator) int { return order[a] - order[b] })
	}
	c.fillGroups()
	for _, i := range c.site.Indicators {
		i.Related = related(i)
	}
}

// fillGroups sets the members of the charts of groups, whose order is known only
// now. A section that shows a group cites its members.
func (c *checker) fillGroups() {
	fill := func(body *model.Body, sec *model.Section) {
		if body == nil {
			return
		}
		members := func(part model.Part) (f model.Figure, ok bool) {
			if f, ok = part.(model.Figure); !ok || f.Group == nil {
				return f, false
			}
			f.Indicators = f.Group.Indicators
			return f, true
		}
		for n, part := range body.Parts {
			f, ok := members(part)
			if !ok {
				continue
			}
			body.Parts[n] = f
			for _, i := range f.Indicators {
				if sec != nil {
					i.CitedBy = appendNew(i.CitedBy, sec)
				}
			}
		}
		for _, passage := range body.Passages {
			for n, run := range passage.Text {
				if f, ok := members(run.Ref); ok {
					passage.Text[n].Ref = f
				}
			}
		}
	}
	for _, e := range c.site.Editions {
		for _, s := range e.Sections {
			fill(&s.Body, s)
			fill(s.BodyEn, s)
		}
	}
	for _, p := range c.site.Pages {
		fill(&p.Body, nil)
		fill(p.BodyEn, nil)
	}
}

// sortIndicators orders by section of the newest edition that states the
// indicator, then by the first citation in its prose, then by id.
func (c *checker) sortIndicators() {
	sectionOrder := map[*model.Section]int{}
	n := 0
	for _, e := range slices.Backward(c.site.Editions) {
		for _, s := range e.Sections {
			sectionOrder[s] = n
			n++
		}
	}
	cited := map[*model.Indicator]int{}
	for _, e := range slices.Backward(c.site.Editions) {
		for _, s := range e.Sections {
			for _, p := range s.Body.Parts {
				if cite, ok := p.(model.Cite); ok {
					if _, seen := cited[cite.Indicator]; !seen {
						cited[cite.Indicator] = len(cited)
					}
				}
			}
		}
	}
	place := func(i *model.Indicator) int {
		if at, ok := cited[i]; ok {
			return at
		}
		return len(cited)
	}
	slices.SortStableFunc(c.site.Indicators, func(a, b *model.Indicator) int {
		return cmp.Or(
			cmp.Compare(sectionOrder[a.Section], sectionOrder[b.Section]),
			cmp.Compare(place(a), place(b)),
			cmp.Compare(a.ID, b.ID),
		)
	})
}

// related lists indicators of the same groups, then those under the same
// heading; its growth or level and references of its targets come first.
func related(i *model.Indicator) []*model.Indicator {
	var list []*model.Indicator
	add := func(o *model.Indicator) bool {
		if o != i {
			list = appendNew(list, o)
		}
		return len(list) < relatedMost
	}
	for _, o := range []*model.Indicator{i.Growth, i.Level} {
		if o != nil {
			add(o)
		}
	}
	for _, t := range i.Targets {
		if t.Ref != nil && !add(t.Ref) {
			return list
		}
	}
	for _, g := range i.Groups {
		for _, o := range g.Indicators {
			if !add(o) {
				return list
			}
		}
	}
	if i.Section == nil {
		return list
	}
	for _, o := range i.Section.Indicators {
		if o.Fragment == i.Fragment && !add(o) {
			return list
		}
	}
	return list
}
