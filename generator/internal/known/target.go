package known

import "reportsite/generator/internal/model"

// Target is a target as it was known at the end of a day, with all that its verdict
// needs: the figures of its period, of its indicator and of those that it is compared with. It
// is nil before the target was announced. Its sections stay those of the site, whole;
// [As] is the way to the pages of a day.
func Target(t *model.Target, day model.Date) *model.Target {
	c := &copier{
		day:        day,
		sections:   map[*model.Section]*model.Section{},
		indicators: map[*model.Indicator]*model.Indicator{},
		targets:    map[*model.Target]*model.Target{},
		observed:   map[*model.Observation]*model.Observation{},
	}
	if c.inForce(t) == 0 {
		return nil
	}
	all := []*model.Indicator{t.Indicator}
	for _, b := range t.Versions() {
		if b.Ref != nil {
			all = append(all, b.Ref)
		}
	}
	var copies []*model.Indicator
	for _, i := range all {
		if c.indicators[i] != nil {
			continue
		}
		copied := *i
		copied.Observations = nil
		for _, o := range i.Observations {
			if t.Period.Holds(o.Period) {
				copied.Observations = append(copied.Observations, o)
			}
		}
		c.indicators[i] = &copied
		copies = append(copies, &copied)
		for _, other := range i.Targets {
			if s := other.Section; s != nil && !s.Edition.Published.After(day) {
				c.sections[s] = s
			}
		}
	}
	for _, i := range copies {
		c.figures(i)
	}
	return c.targets[t]
}
