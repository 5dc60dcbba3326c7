// Package known answers what is known on a day: [As] takes the whole site and
// returns the site as it was known on that day. The later stages (verdicts, charts,
// pages, files) see nothing that came after it.
//
// Later releases, revisions, versions of targets, events of commitments, reports
// and changes are left out; a value or version that was replaced later is in force
// again. The package reads no clock.
package known

import (
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
)

// As is the site as it was known at the end of a day. The site itself stays as
// it is and shares what did not change. A site always has an edition: where
// none was published by then, the oldest one stays, without its targets.
//
// Drafts, and what the editors set for a later day, are left out in the same way.
func As(site *model.Site, day model.Date) *model.Site {
	c := &copier{
		day:         day,
		sections:    map[*model.Section]*model.Section{},
		indicators:  map[*model.Indicator]*model.Indicator{},
		targets:     map[*model.Target]*model.Target{},
		observed:    map[*model.Observation]*model.Observation{},
		commitments: map[*model.Commitment]*model.Commitment{},
		groups:      map[*model.Group]*model.Group{},
		later:       map[string]bool{},
		drafts:      map[*model.Section]bool{},
	}
	return c.site(site)
}

// copier maps the parts of a site to their copies. What is missing from a map was
// not known on the day.
type copier struct {
	day         model.Date
	sections    map[*model.Section]*model.Section
	indicators  map[*model.Indicator]*model.Indicator
	targets     map[*model.Target]*model.Target
	observed    map[*model.Observation]*model.Observation
	commitments map[*model.Commitment]*model.Commitment
	groups      map[*model.Group]*model.Group
	later       map[string]bool // addresses of pages that were not there yet
	drafts      map[*model.Section]bool
}

func (c *copier) site(site *model.Site) *model.Site {
	out := &model.Site{Coverage: site.Coverage, Units: site.Units, Files: site.Files, Static: site.Static, Decor: site.Decor}
	// The empty copies are made first, so that every reference finds its copy.
	out.Editions = c.editions(site.Editions)
	out.Indicators = copies(site.Indicators, c.indicators, func(i *model.Indicator) bool { return c.states(i, site) })
	out.Commitments = copies(site.Commitments, c.commitments, func(m *model.Commitment) bool { return c.sections[m.Section] != nil })
	out.Groups = copies(site.Groups, c.groups, func(*model.Group) bool { return true })
	c.absent(site)
	newest := out.Latest()
	for _, i := range out.Indicators {
		c.indicator(i, newest)
	}
	for _, m := range out.Commitments {
		c.commitment(m)
	}
	for _, g := range out.Groups {
		g.Indicators = mapped(g.Indicators, c.indicators)
	}
	for _, s := range c.sections {
		c.section(s)
	}
	c.restate(out)
	out.Pages = c.pages(site.Pages)
	out.Sources = without(site.Sources, func(s *model.Source) bool { return s.Date.After(c.day) })
	out.Changes = without(site.Changes, func(ch model.Change) bool { return ch.Date.After(c.day) })
	return out
}

// absent notes the files of pages and indicators that there will be later.
func (c *copier) absent(site *model.Site) {
	for _, p := range site.Pages {
		if p.Withheld.On(c.day) {
			c.later[address.Prose(p)] = true
		}
	}
	for _, i := range site.Indicators {
		if c.indicators[i] != nil {
			continue
		}
		c.later[address.Data(i, ".json")], c.later[address.Data(i, ".csv")] = true, true
		for _, a := range address.OfIndicator(i) {
			c.later[a.Path] = true
		}
	}
}

// pages are copies of the pages that are not withheld.
func (c *copier) pages(all []*model.Page) []*model.Page {
	var list []*model.Page
	for _, p := range all {
		if p.Withheld.On(c.day) {
			continue
		}
		copied := *p
		copied.Body, copied.BodyEn = c.body(p.Body), c.english(p.BodyEn)
		list = append(list, &copied)
	}
	return list
}

// copies makes copies of what was known, and notes which is whose.
func copies[T any](all []*T, of map[*T]*T, knownThen func(*T) bool) []*T {
	var list []*T
	for _, v := range all {
		if knownThen(v) {
			copied := *v
			of[v] = &copied
			list = append(list, &copied)
		}
	}
	return list
}

// without leaves out what came later; the list itself stays as it is.
func without[T any](all []T, later func(T) bool) []T {
	var list []T
	for _, v := range all {
		if !later(v) {
			list = append(list, v)
		}
	}
	return list
}

// editions are those that were published by the day, with empty copies of their
// sections.
func (c *copier) editions(all []*model.Edition) []*model.Edition {
	list := slices.DeleteFunc(slices.Clone(all), func(e *model.Edition) bool { return e.Published.After(c.day) || e.Withheld.On(c.day) })
	if len(list) == 0 {
		first := max(slices.IndexFunc(all, func(e *model.Edition) bool { return !e.Withheld.Draft }), 0)
		list = all[first : first+1]
	}
	for _, e := range all {
		if !slices.Contains(list, e) {
			c.later[address.Edition(e)], c.later[address.Print(e)] = true, true
			for _, s := range e.Sections {
				c.later[address.Section(s)] = true
				c.drafts[s] = e.Withheld.On(c.day)
			}
		}
	}
	var out []*model.Edition
	for _, e := range list {
		edition := *e
		edition.Sections = nil
		for _, s := range e.Sections {
			if s.Withheld.On(c.day) || s.Parent != nil && s.Parent.Withheld.On(c.day) {
				c.later[address.Section(s)], c.drafts[s] = true, true
				continue
			}
			section := *s
			section.Edition = &edition
			c.sections[s] = &section
			edition.Sections = append(edition.Sections, &section)
		}
		out = append(out, &edition)
	}
	return out
}

// states reports whether an indicator was known: a published report states it,
// figures of it were published, or another indicator is compared with it.
func (c *copier) states(i *model.Indicator, site *model.Site) bool {
	if i.Withheld.On(c.day) {
		return false
	}
	if c.sections[i.Section] != nil {
		return true
	}
	for _, t := range i.Targets {
		if c.inForce(t) > 0 {
			return true
		}
	}
	for _, o := range i.Observations {
		if c.observation(o) != nil {
			return true
		}
	}
	for _, other := range site.Indicators {
		for _, t := range other.Targets {
			if t.Ref == i && c.inForce(t) > 0 {
				return true
			}
		}
	}
	return false
}

// mapped returns the copies of a list, in its order; elements without a copy are
// left out.
func mapped[T any](list []*T, copies map[*T]*T) []*T {
	var out []*T
	for _, one := range list {
		if copied := copies[one]; copied != nil {
			out = append(out, copied)
		}
	}
	return out
}
