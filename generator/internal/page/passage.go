package page

import (
	"html"
	"regexp"
	"strings"

	"reportsite/generator/internal/model"
)

// passage is the plain text below one heading.
type passage struct{ id, heading, text string }

var (
	headingTag = regexp.MustCompile(`<h[2-6] id="([^"]*)">(.*?)</h[2-6]>`)
	noteMark   = regexp.MustCompile(`<sup id="fnref[^"]*">.*?</sup>|<a href="#fnref[^"]*".*?</a>`)
	anyTag     = regexp.MustCompile(`<[^>]*>`)
	spaces     = regexp.MustCompile(`\s+`)
)

// passages are the plain text of a body, by heading. What stands before the
// first one has no heading.
func (b *book) passages(body *model.Body) []passage {
	all := b.flat(body)
	var list []passage
	add := func(id, heading, text string) {
		if t := plainText(text); t != "" || heading != "" {
			list = append(list, passage{id, plainText(heading), t})
		}
	}
	at, id, heading := 0, "", ""
	for _, m := range headingTag.FindAllStringSubmatchIndex(all, -1) {
		add(id, heading, all[at:m[0]])
		at, id, heading = m[1], html.UnescapeString(all[m[2]:m[3]]), all[m[4]:m[5]]
	}
	add(id, heading, all[at:])
	return list
}

// flat is the HTML of a body with the words of its references, also of those
// that the page writes, and the captions of its charts.
func (b *book) flat(body *model.Body) string {
	var w strings.Builder
	said := func(own model.HTML, page string) {
		if own == "" {
			own = model.HTML(html.EscapeString(page))
		}
		w.WriteString(string(own))
	}
	for _, p := range body.Parts {
		switch p := p.(type) {
		case model.HTML:
			w.WriteString(string(p))
		case model.Cite:
			said(p.Text, b.citeText(p).Text)
		case model.CommitmentLink:
			said(p.Text, p.Commitment.Title.In(b.lang))
		case model.PageLink:
			w.WriteString(string(p.Text))
		case model.Figure:
			w.WriteString(" " + html.EscapeString(p.Caption) + " ")
		}
	}
	return w.String()
}

// plainText is HTML without its tags and the marks of footnotes.
func plainText(s string) string {
	s = anyTag.ReplaceAllString(noteMark.ReplaceAllString(s, ""), "")
	return strings.TrimSpace(spaces.ReplaceAllString(html.UnescapeString(s), " "))
}
