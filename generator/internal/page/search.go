package page

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// searchDoc is a place that a search can find. The names are short because the
// file has thousands of them.
type searchDoc struct {
	URL    string `json:"u"`           // relative to the site's root
	Kind   string `json:"k"`           // as the reader sees it: 指标, 报告 …
	Parent string `json:"p,omitempty"` // the title of the section that it is a part of
	Title  string `json:"t"`
	Other  string `json:"o,omitempty"` // what it is called in the other language
	Text   string `json:"x"`           // all of it, or what fits a preview
}

// searchData is what a browser loads with the first word. Texts of a large site
// stand in files of their own, which it loads when the titles find too little:
// a browser needs a second for each megabyte that it makes an index of.
type searchData struct {
	Docs  []searchDoc `json:"docs"`
	Parts []int       `json:"parts,omitempty"` // the first doc of each file of texts
}

const (
	textTogether  = 128 << 10 // bytes of a site's texts that stand with the titles
	textPart      = 128 << 10 // bytes of a file of texts, about
	previewLength = 40        // characters
)

// searchItem is something of the content that has a page or a row of its own.
type searchItem struct {
	size int // bytes of its texts, about
	docs func() []searchDoc
}

// searchIndex and searchTexts are the paths of a book's search data.
func (b *book) searchIndex() string { return b.prefix + address.IndexFiles + "index.json" }
func (b *book) searchTexts(part int) string {
	return fmt.Sprintf("%s%stext-%d.json", b.prefix, address.IndexFiles, part)
}

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
		p.Library = f.fileHref(a.Path)
	}
	return p
}

// searchFiles are the tasks that make the search data of a book.
func (b *book) searchFiles() []task {
	parts := split(b.searchItems())
	list := []task{{path: b.searchIndex(), make: func(w *bytes.Buffer) error { return writeJSON(w, searchDataOf(parts)) }}}
	if len(parts) == 1 {
		return list
	}
	for n, part := range parts {
		list = append(list, task{path: b.searchTexts(n), make: func(w *bytes.Buffer) error {
			texts := []string{}
			for _, d := range docsOf(part) {
				texts = append(texts, d.Text)
			}
			return writeJSON(w, texts)
		}})
	}
	return list
}

// split cuts the items into parts of about one size; into one where all of them
// are small.
func split(items []searchItem) [][]searchItem {
	all := 0
	for _, item := range items {
		all += item.size
	}
	if all <= textTogether {
		return [][]searchItem{items}
	}
	var parts [][]searchItem
	for from := 0; from < len(items); {
		to, size := from, 0
		for to < len(items) && (to == from || size+items[to].size <= textPart) {
			size += items[to].size
			to++
		}
		parts = append(parts, items[from:to])
		from = to
	}
	return parts
}

func searchDataOf(parts [][]searchItem) searchData {
	data := searchData{Docs: []searchDoc{}}
	for _, part := range parts {
		if len(parts) > 1 {
			data.Parts = append(data.Parts, len(data.Docs))
		}
		data.Docs = append(data.Docs, docsOf(part)...)
	}
	if len(parts) > 1 {
		for n := range data.Docs {
			data.Docs[n].Text = preview(data.Docs[n].Text)
		}
	}
	return data
}

func docsOf(items []searchItem) []searchDoc {
	var docs []searchDoc
	for _, item := range items {
		docs = append(docs, item.docs()...)
	}
	return docs
}

// preview is the beginning of a text.
func preview(text string) string {
	n := 0
	for at := range text {
		if n++; n > previewLength {
			return text[:at] + "…"
		}
	}
	return text
}

// searchItems are all things that a search can find, in the order of the site.
func (b *book) searchItems() []searchItem {
	var items []searchItem
	for _, i := range b.Site.Indicators {
		size := len(i.Definition.In(b.lang)) + len(i.Scope.In(b.lang))
		items = append(items, searchItem{size, func() []searchDoc { return []searchDoc{b.indicatorDoc(i)} }})
	}
	for _, e := range b.Site.Editions {
		for _, s := range e.Sections {
			items = append(items, b.bodyItem("report", address.Section(s), s.Title, b.bodyOf(&s.Body, s.BodyEn)))
		}
	}
	for _, c := range b.Site.Commitments {
		items = append(items, searchItem{len(c.Note.In(b.lang)), func() []searchDoc {
			d := b.searchDoc(address.Commitment(c), "commitments", c.Title, c.Lead, c.Note.In(b.lang))
			d.Parent = c.Section.Title.In(b.lang)
			return []searchDoc{d}
		}})
	}
	for _, p := range b.Site.Pages {
		items = append(items, b.bodyItem("page", address.Prose(p), p.Title, b.bodyOf(&p.Body, p.BodyEn)))
	}
	return items
}

func (b *book) searchDoc(path, kind string, title model.Text, text ...string) searchDoc {
	file, fragment := cutFragment(path)
	return searchDoc{
		URL: fileOf(b.prefix+file) + fragment, Kind: b.t(kind), Title: title.In(b.lang), Other: b.inOther(title),
		Text: strings.Join(nonEmpty(text), " · "),
	}
}

// inOther are the texts in the language that the book is not in: many know the
// 地区生产总值 as GDP.
func (b *book) inOther(texts ...model.Text) string {
	var list []string
	for _, t := range texts {
		if l := other(b.lang); t.Has(l) && t.In(l) != t.In(b.lang) {
			list = append(list, t.In(l))
		}
	}
	return strings.Join(slices.Compact(list), " · ")
}

func (b *book) indicatorDoc(i *model.Indicator) searchDoc {
	text := []string{wording.Label(i).In(b.lang)}
	if wording.Label(i) == wording.Title(i) {
		text = nil
	}
	if v := b.Verdicts.Latest(i); v != nil {
		text = append(text, b.say(v.Bound.AsWritten).Text)
		if v.Status.Judged() { // a word that most share finds nothing
			text = append(text, v.Status.Name().In(b.lang))
		}
	}
	text = append(text, i.Definition.In(b.lang), i.Scope.In(b.lang), i.Lead)
	d := b.searchDoc(address.Indicator(i), "indicators", wording.Title(i), text...)
	d.Other = b.inOther(i.Name, i.Short)
	return d
}

// bodyItem is a body of prose; every heading of it is a place of its own.
func (b *book) bodyItem(kind, path string, title model.Text, body *model.Body) searchItem {
	size := 0
	for _, part := range body.Parts {
		if html, ok := part.(model.HTML); ok {
			size += len(html)
		}
	}
	return searchItem{size, func() []searchDoc {
		var docs []searchDoc
		for _, part := range b.passages(body) {
			d := b.searchDoc(withFragment(path, part.id), kind, title, part.text)
			if part.heading != "" {
				d.Parent, d.Title, d.Other = d.Title, part.heading, ""
			}
			docs = append(docs, d)
		}
		return docs
	}}
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
