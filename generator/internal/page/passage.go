package page

import "reportsite/generator/internal/model"

// passage is the plain text below one heading.
type passage struct{ id, heading, text string }

// passages are the plain text of a body, by heading, with the words of references
// that the page writes. What stands before the first heading has none.
func (b *book) passages(body *model.Body) []passage {
	write := func(ref model.Part) string {
		switch ref := ref.(type) {
		case model.Cite:
			return b.citeText(ref).Text
		case model.CommitmentLink:
			return ref.Commitment.Title.In(b.lang)
		}
		return ""
	}
	var list []passage
	for _, p := range body.Passages {
		one := passage{p.ID, p.Heading.String(write), p.Text.String(write)}
		if one.text != "" || one.heading != "" {
			list = append(list, one)
		}
	}
	return list
}
