package known

import (
	"slices"

	"reportsite/generator/internal/model"
)

// indicator fills in a copy with what was known, and with references to copies.
// newest is the newest edition of the day.
func (c *copier) indicator(i *model.Indicator, newest *model.Edition) {
	i.Groups = mapped(i.Groups, c.groups)
	i.Related = mapped(i.Related, c.indicators)
	i.Growth, i.Level = c.indicators[i.Growth], c.indicators[i.Level]
	i.CitedBy = mapped(i.CitedBy, c.sections)
	c.figures(i)
	i.Gaps = slices.DeleteFunc(slices.Clone(i.Gaps), func(g model.Gap) bool { return c.day.Before(g.Period.End()) })
	if s := c.sections[i.Section]; s != nil {
		i.Section = s
		return
	}
	i.Section, i.Fragment = c.sectionThen(i, newest), ""
}

// figures replaces an indicator's targets and observations by those that were known.
func (c *copier) figures(i *model.Indicator) {
	targets, observations := i.Targets, i.Observations
	i.Targets, i.Observations = nil, nil
	for _, t := range targets {
		if copied := c.target(t, i); copied != nil {
			c.targets[t] = copied
			i.Targets = append(i.Targets, copied)
		}
	}
	for _, o := range observations {
		known := c.observation(o)
		if known == nil {
			continue
		}
		copied := *known
		copied.Indicator = i
		c.observed[o] = &copied
		i.Observations = append(i.Observations, &copied)
	}
}

// sectionThen is the section of an indicator whose own section was published later:
// the one that states its newest target, else the one of the same name, else the
// first one of the newest report.
func (c *copier) sectionThen(i *model.Indicator, newest *model.Edition) *model.Section {
	for _, t := range slices.Backward(i.Targets) {
		if t.Section != nil {
			return t.Section
		}
	}
	for _, s := range newest.Sections {
		if i.Section != nil && s.ID == i.Section.ID {
			return s
		}
	}
	if len(newest.Sections) > 0 {
		return newest.Sections[0]
	}
	return nil
}

// inForce counts the versions of a target that were announced by the day; 0
// means that the target was not known, or is of a draft.
func (c *copier) inForce(t *model.Target) int {
	if c.drafts[t.Section] {
		return 0
	}
	n := 0
	for _, b := range t.Versions() {
		if !t.Known(b).After(c.day) {
			n++
		}
	}
	return n
}

// target is a copy with the newest version that was announced; nil where none
// was. The editors' plan belongs to the newest version of all.
func (c *copier) target(t *model.Target, i *model.Indicator) *model.Target {
	n := c.inForce(t)
	if n == 0 {
		return nil
	}
	out := *t
	out.Indicator = i
	out.Section = c.sections[t.Section]
	all := t.Versions()
	for k := range all {
		if ref := all[k].Ref; ref != nil {
			all[k].Ref = c.indicators[ref]
		}
	}
	out.Bound, out.Earlier = all[n-1], all[:n-1:n-1]
	if n < len(all) {
		out.Plan = nil
	}
	if o := t.Override; o != nil && o.Date.After(c.day) {
		out.Override = nil
	}
	return &out
}

// observation is a figure as it was known: nil before its first release, a copy
// with the superseded value between two releases. A figure without a release date
// counts as known from the end of its period on; an estimate without one counts as
// always known.
func (c *copier) observation(o *model.Observation) *model.Observation {
	if o.Released.IsZero() && !o.Stage.Estimate() && c.day.Before(o.Period.End()) {
		return nil
	}
	if !o.Released.After(c.day) {
		return o
	}
	for n := len(o.Earlier) - 1; n >= 0; n-- {
		if r := o.Earlier[n]; !r.Released.After(c.day) {
			return o.Before(n)
		}
	}
	return nil
}
