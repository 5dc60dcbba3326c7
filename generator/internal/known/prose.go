package known

import (
	"slices"
	"strings"

	"reportsite/generator/internal/model"
)

// commitment fills in a copy: its events by the day. A state that the editor wrote
// is known from the newest event on, and unknown before it.
func (c *copier) commitment(m *model.Commitment) {
	m.Section = c.sections[m.Section]
	m.Edition = m.Section.Edition
	events := slices.DeleteFunc(slices.Clone(m.Events), func(e model.Event) bool { return e.Date.After(c.day) })
	if len(events) < len(m.Events) || m.Source != nil && m.Source.Date.After(c.day) {
		m.State, m.Source = model.Unknown, nil
	}
	m.Events = events
}

// section fills in a copy with references to copies.
func (c *copier) section(s *model.Section) {
	if s.Parent != nil {
		s.Parent = c.sections[s.Parent]
	}
	s.Children = mapped(s.Children, c.sections)
	s.Indicators = mapped(s.Indicators, c.indicators)
	s.Commitments = mapped(s.Commitments, c.commitments)
	s.Body, s.BodyEn = c.body(s.Body), c.english(s.BodyEn)
}

// restate lists indicators whose own section was published later under their
// section of that day.
func (c *copier) restate(site *model.Site) {
	for _, i := range site.Indicators {
		if s := i.Section; s != nil && !slices.Contains(s.Indicators, i) {
			s.Indicators = append(s.Indicators, i)
		}
	}
}

func (c *copier) english(b *model.Body) *model.Body {
	if b == nil {
		return nil
	}
	copied := c.body(*b)
	return &copied
}

// body is a body whose references lead to what was known. A reference to something
// later is replaced by its words; one whose words the page would write, by a dash.
func (c *copier) body(b model.Body) model.Body {
	out := model.Body{Headings: b.Headings}
	for _, part := range b.Parts {
		if part = c.part(part); part != nil {
			out.Parts = append(out.Parts, part)
		}
	}
	for _, p := range b.Passages {
		out.Passages = append(out.Passages, model.Passage{ID: p.ID, Heading: c.plain(p.Heading), Text: c.plain(p.Text)})
	}
	return out
}

// part is a part of a body as it was known; nil for a chart of later indicators.
func (c *copier) part(part model.Part) model.Part {
	switch p := part.(type) {
	case model.Cite:
		return c.cite(p)
	case model.Figure:
		p.Indicators = mapped(p.Indicators, c.indicators)
		p.Group = c.groups[p.Group]
		if len(p.Indicators) == 0 {
			return nil
		}
		return p
	case model.CommitmentLink:
		if p.Commitment = c.commitments[p.Commitment]; p.Commitment == nil {
			return p.Text
		}
		return p
	case model.PageLink:
		if c.unpublished(p.Path) {
			return p.Text
		}
	}
	return part
}

// plain is text with the references that were known.
func (c *copier) plain(text model.Plain) (out model.Plain) {
	for _, run := range text {
		if run.Ref != nil {
			switch part := c.part(run.Ref).(type) {
			case nil:
				continue
			case model.HTML: // a reference no more: it had no words of its own, and now has a dash or none
				run = model.Run{Text: string(part)}
			default:
				run.Ref = part
			}
		}
		out = append(out, run)
	}
	return out
}

func (c *copier) cite(p model.Cite) model.Part {
	p.Indicator = c.indicators[p.Indicator]
	asked := p.Target != nil
	if asked {
		p.Target = c.targets[p.Target]
	} else {
		p.Observation = c.observed[p.Observation]
	}
	if p.Indicator != nil && (asked && p.Target != nil || !asked && p.Observation != nil) {
		return p
	}
	if p.Text == "" {
		return model.HTML("—")
	}
	return p.Text
}

// unpublished reports whether a link leads to a section or indicator that was
// not there yet.
func (c *copier) unpublished(path string) bool {
	path, _, _ = strings.Cut(path, "#")
	return c.later[path]
}
