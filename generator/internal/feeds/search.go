package feeds

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/output"
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

// searchTexts is the name of a file of texts.
func searchTexts(part int) string { return fmt.Sprintf("text-%d", part) }

// searchFile is a file of search data. It is a script that hands its data over by its
// name: browsers load no data for a page that was opened from a disk.
func searchFile(l *locale.Locale, name string, data func() any) output.File {
	return output.File{Path: l.Prefix + address.IndexFiles + name + ".js", Make: func(w *bytes.Buffer) error {
		fmt.Fprintf(w, "searchData(%q,", name)
		if err := output.JSON(w, data()); err != nil {
			return err
		}
		w.Truncate(len(bytes.TrimRight(w.Bytes(), "\n")))
		w.WriteString(")\n")
		return nil
	}}
}

// searchFiles are the search data of a language.
func searchFiles(l *locale.Locale) []output.File {
	parts := split(searchItems(l))
	list := []output.File{searchFile(l, "index", func() any { return searchDataOf(parts) })}
	if len(parts) == 1 {
		return list
	}
	for n, part := range parts {
		list = append(list, searchFile(l, searchTexts(n), func() any {
			texts := []string{}
			for _, d := range docsOf(part) {
				texts = append(texts, d.Text)
			}
			return texts
		}))
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
func searchItems(l *locale.Locale) []searchItem {
	var items []searchItem
	for _, i := range l.Site.Indicators {
		size := len(i.Definition.In(l.Lang)) + len(i.Scope.In(l.Lang))
		items = append(items, searchItem{size, func() []searchDoc { return []searchDoc{indicatorDoc(l, i)} }})
	}
	for _, e := range l.Site.Editions {
		for _, s := range e.Sections {
			items = append(items, bodyItem(l, "report", address.Section(s), s.Title, l.Body(&s.Body, s.BodyEn)))
		}
	}
	for _, c := range l.Site.Commitments {
		items = append(items, searchItem{len(c.Note.In(l.Lang)), func() []searchDoc {
			d := newDoc(l, address.Commitment(c), "task", c.Title, c.Lead, c.Note.In(l.Lang))
			d.Parent = c.Section.Title.In(l.Lang)
			return []searchDoc{d}
		}})
	}
	for _, p := range l.Site.Pages {
		items = append(items, bodyItem(l, "page", address.Prose(p), p.Title, l.Body(&p.Body, p.BodyEn)))
	}
	return items
}

func newDoc(l *locale.Locale, path, kind string, title model.Text, text ...string) searchDoc {
	file, fragment := address.CutFragment(path)
	return searchDoc{
		URL: address.File(l.Prefix+file) + fragment, Kind: l.T(kind), Title: title.In(l.Lang), Other: inOther(l, title),
		Text: strings.Join(nonEmpty(text), " · "),
	}
}

// inOther are the texts in the language that the site is not read in: many know the
// 地区生产总值 as GDP.
func inOther(l *locale.Locale, texts ...model.Text) string {
	var list []string
	for _, t := range texts {
		if o := l.Lang.Other(); t.Has(o) && t.In(o) != t.In(l.Lang) {
			list = append(list, t.In(o))
		}
	}
	return strings.Join(slices.Compact(list), " · ")
}

func indicatorDoc(l *locale.Locale, i *model.Indicator) searchDoc {
	text := []string{wording.Label(i).In(l.Lang)}
	if wording.Label(i) == wording.Title(i) {
		text = nil
	}
	if v := l.Verdicts.Latest(i); v != nil {
		text = append(text, v.Bound.AsWritten.In(l.Lang))
		if v.Status.Judged() { // a word that most share finds nothing
			text = append(text, v.Status.Name().In(l.Lang))
		}
	}
	text = append(text, i.Definition.In(l.Lang), i.Scope.In(l.Lang), i.Lead)
	d := newDoc(l, address.Indicator(i), "indicators", wording.Title(i), text...)
	d.Other = inOther(l, i.Name, i.Short)
	return d
}

// bodyItem is a body of prose; every heading of it is a place of its own.
func bodyItem(l *locale.Locale, kind, path string, title model.Text, body *model.Body) searchItem {
	size := 0
	for _, part := range body.Parts {
		if html, ok := part.(model.HTML); ok {
			size += len(html)
		}
	}
	return searchItem{size, func() []searchDoc {
		var docs []searchDoc
		for _, part := range l.Passages(body) {
			d := newDoc(l, address.WithFragment(path, part.ID), kind, title, part.Text)
			if part.Heading != "" {
				d.Parent, d.Title, d.Other = d.Title, part.Heading, ""
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
