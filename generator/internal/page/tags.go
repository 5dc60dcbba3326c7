package page

import (
	"strings"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// The tags of 国办发〔2017〕47号. Their names are written as the guide writes
// them. What the content does not say is left out: a date or source is never
// made up.

// siteTags are on every page.
func (f *frame) siteTags() []meta {
	id := f.Identity
	return given(
		meta{"SiteName", f.SiteTitle.Text},
		meta{"SiteDomain", id.SiteDomain},
		meta{"SiteIDCode", id.SiteIDCode},
	)
}

// column is a part of the site in the words of the guide.
type column struct {
	name, about, kind string
	keywords          []string
}

// The kinds of columns, from the guide's list.
const (
	columnHome  = "首页"
	columnAbout = "概况信息"
	columnData  = "数据发布"
	columnWork  = "工作动态"
)

// columnTags are on lists of other pages; the page is the column.
func (f *frame) columnTags(kind string, keywords ...string) {
	f.inColumn(column{f.Heading.Text, f.Description, kind, keywords})
}

// inColumn names the column that the page is, or belongs to.
func (f *frame) inColumn(c column) {
	f.Meta = append(f.Meta, given(
		meta{"ColumnName", c.name},
		meta{"ColumnDescription", c.about},
		meta{"ColumnKeywords", keywords(append(c.keywords, f.Place.Text))},
		meta{"ColumnType", c.kind},
	)...)
}

// article is what the guide wants to know of a page with content of its own.
type article struct {
	column    column
	published model.Date
	source    *model.Source
	author    string
	keywords  []string
	image     string // an address; may be empty
}

// articleTags are on pages with content of their own.
func (f *frame) articleTags(a article) {
	f.inColumn(a.column)
	published := ""
	if !a.published.IsZero() {
		published = a.published.String() + " 00:00" // the tag has a time, the content only days
	}
	f.Meta = append(f.Meta, given(
		meta{"ArticleTitle", f.Heading.Text},
		meta{"PubDate", published},
		meta{"ContentSource", a.source.Name.In(f.book.Lang)},
		meta{"Keywords", keywords(a.keywords)},
		meta{"Author", a.author},
		meta{"Description", f.Description},
		meta{"Image", a.image},
		meta{"Url", f.Canonical},
	)...)
}

// dataColumn is the list of indicators.
func (b *book) dataColumn() column {
	return column{b.T("indicators"), b.T("indicators-about"), columnData, b.shorts(b.Headlines())}
}

// reportColumn is the report of a year.
func (b *book) reportColumn(e *model.Edition) column {
	about := e.Note.In(b.Lang)
	if about == "" {
		about = b.Config.Description.In(b.Lang)
	}
	return column{e.Title.In(b.Lang), about, columnWork, b.sectionTitles(e)}
}

// shorts are the short names of indicators.
func (b *book) shorts(list []*model.Indicator) []string {
	var names []string
	for _, i := range list {
		names = append(names, wording.Label(i).In(b.Lang))
	}
	return names
}

// sectionTitles are the titles of an edition's parts.
func (b *book) sectionTitles(e *model.Edition) []string {
	var names []string
	for _, s := range e.Sections {
		if s.Parent == nil {
			names = append(names, s.Title.In(b.Lang))
		}
	}
	return names
}

// keywords joins words as the guide does; none stands there twice.
func keywords(words []string) string {
	var list []string
	seen := map[string]bool{"": true}
	for _, w := range words {
		if !seen[w] {
			seen[w] = true
			list = append(list, w)
		}
	}
	return strings.Join(list, ",")
}

func given(list ...meta) []meta {
	kept := make([]meta, 0, len(list))
	for _, m := range list {
		if m.Content != "" {
			kept = append(kept, m)
		}
	}
	return kept
}
