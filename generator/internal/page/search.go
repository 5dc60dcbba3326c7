package page

import (
	"bytes"
	"encoding/json"
	"html"
	"regexp"
	"strings"

	"reportsite/generator/internal/model"
)

// searchDoc is a place that a search can find. The names are short because the
// file has thousands of them.
type searchDoc struct {
	URL   string `json:"u"` // relative to the site's root
	Kind  string `json:"k"` // as the reader sees it: 指标, 报告 …
	Title string `json:"t"`
	Text  string `json:"x"`
}

// searchIndex is the path of a book's search data.
func (b *book) searchIndex() string { return b.prefix + "search/index.json" }

// searchPage is the page that shows results; the script fills it.
type searchPage struct {
	*frame
	Index   string // the address of the search data
	Library string // the address of the search library; "" where it is missing
	List    string // the indicator list, for readers without scripts
	Root    string // the address that the search data's addresses begin at
}

func (b *book) search(f *frame) any {
	f.name(said{Text: b.t("search")})
	f.Description = b.t("search-about")
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &searchPage{frame: f, Index: f.fileHref(b.searchIndex()), List: f.href("indicators/"), Root: f.rootHref()}
	if a, ok := b.libraries[libSearch]; ok {
		p.Library = f.fileHref(a.path)
	}
	return p
}

// writeSearch writes the search data of a book.
func (b *book) writeSearch(w *bytes.Buffer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(b.searchDocs())
}

func (b *book) searchDocs() []searchDoc {
	docs := []searchDoc{}
	add := func(path, kind, title string, text ...string) {
		file, fragment := cutFragment(path)
		docs = append(docs, searchDoc{
			URL: fileOf(b.prefix+file) + fragment, Kind: b.t(kind), Title: title,
			Text: strings.Join(nonEmpty(text), " · "),
		})
	}
	for _, i := range b.Site.Indicators {
		text := []string{i.Short.In(b.lang)}
		if i.Short == i.Name {
			text = nil
		}
		if v := b.Verdicts.Latest(i); v != nil {
			text = append(text, b.say(v.Bound.AsWritten).Text, v.Status.Name().In(b.lang))
		}
		add(indicatorPath(i), "indicators", i.Name.In(b.lang), append(text, i.Definition.In(b.lang), i.Scope.In(b.lang), i.Lead)...)
	}
	for _, e := range b.Site.Editions {
		for _, s := range e.Sections {
			for _, part := range partsOf(b.bodyOf(&s.Body, s.BodyEn)) {
				title := s.Title.In(b.lang)
				if part.heading != "" {
					title += " › " + part.heading
				}
				add(withFragment(sectionPath(s), part.id), "report", title, part.text)
			}
		}
	}
	for _, c := range b.Site.Commitments {
		add(commitmentPath(c), "commitments", c.Title.In(b.lang), c.Section.Title.In(b.lang), c.Lead, c.Note.In(b.lang))
	}
	for _, p := range b.Site.Pages {
		for _, part := range partsOf(b.bodyOf(&p.Body, p.BodyEn)) {
			title := p.Title.In(b.lang)
			if part.heading != "" {
				title += " › " + part.heading
			}
			add(withFragment(p.ID+"/", part.id), "page", title, part.text)
		}
	}
	return docs
}

func nonEmpty(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// textPart is the text below one heading.
type textPart struct{ id, heading, text string }

var (
	headingTag = regexp.MustCompile(`<h[2-6] id="([^"]*)">(.*?)</h[2-6]>`)
	anyTag     = regexp.MustCompile(`<[^>]*>`)
	spaces     = regexp.MustCompile(`\s+`)
)

// partsOf is the plain text of a body, by heading. What stands before the first
// one has no heading.
func partsOf(body *model.Body) []textPart {
	var b strings.Builder
	for _, p := range body.Parts {
		switch p := p.(type) {
		case model.HTML:
			b.WriteString(string(p))
		case model.Cite:
			b.WriteString(string(p.Text))
		case model.CommitmentLink:
			b.WriteString(string(p.Text))
		case model.PageLink:
			b.WriteString(string(p.Text))
		case model.Figure:
			b.WriteString(" " + html.EscapeString(p.Caption) + " ")
		}
	}
	all := b.String()
	var parts []textPart
	add := func(id, heading, text string) {
		if t := plainText(text); t != "" || heading != "" {
			parts = append(parts, textPart{id, plainText(heading), t})
		}
	}
	at, id, heading := 0, "", ""
	for _, m := range headingTag.FindAllStringSubmatchIndex(all, -1) {
		add(id, heading, all[at:m[0]])
		at, id, heading = m[1], html.UnescapeString(all[m[2]:m[3]]), all[m[4]:m[5]]
	}
	add(id, heading, all[at:])
	return parts
}

// plainText is HTML without its tags.
func plainText(s string) string {
	return strings.TrimSpace(spaces.ReplaceAllString(html.UnescapeString(anyTag.ReplaceAllString(s, "")), " "))
}
