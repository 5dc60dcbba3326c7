package locale

import "reportsite/generator/internal/model"

// Body is the body that readers in this language see.
func (l *Locale) Body(own, english *model.Body) *model.Body {
	if l.Lang == model.English && english != nil {
		return english
	}
	return own
}

// CiteText is a figure of the prose where the prose leaves its words to the site.
func (l *Locale) CiteText(c model.Cite) string {
	if c.Target != nil {
		return c.Target.AsWritten.In(l.Lang)
	}
	return l.Observed(c.Observation)
}

// Passage is the plain text below one heading.
type Passage struct{ ID, Heading, Text string }

// Passages are the plain text of a body, by heading, with the words of references
// that the site writes. What stands before the first heading has none.
func (l *Locale) Passages(body *model.Body) []Passage {
	write := func(ref model.Part) string {
		switch ref := ref.(type) {
		case model.Cite:
			return l.CiteText(ref)
		case model.CommitmentLink:
			return ref.Commitment.Title.In(l.Lang)
		}
		return ""
	}
	var list []Passage
	for _, p := range body.Passages {
		one := Passage{p.ID, p.Heading.String(write), p.Text.String(write)}
		if one.Text != "" || one.Heading != "" {
			list = append(list, one)
		}
	}
	return list
}

// CommitmentsOf are the commitments of an edition.
func (l *Locale) CommitmentsOf(e *model.Edition) []*model.Commitment {
	var list []*model.Commitment
	for _, c := range l.Site.Commitments {
		if c.Edition == e {
			list = append(list, c)
		}
	}
	return list
}
