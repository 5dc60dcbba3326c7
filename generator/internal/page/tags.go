package page

import "reportsite/generator/internal/model"

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

// columnTags are on lists of other pages.
func (f *frame) columnTags(name, description, kind string) {
	f.Meta = append(f.Meta, given(
		meta{"ColumnName", name},
		meta{"ColumnDescription", description},
		meta{"ColumnType", kind},
	)...)
}

// The kinds of columns, from the guide's list.
const (
	columnHome = "首页"
	columnData = "数据发布"
	columnWork = "工作动态"
)

// articleTags are on pages with content of their own; column names the list
// that they belong to.
func (f *frame) articleTags(column string, published model.Date, source *model.Source) {
	m := []meta{{"ColumnName", f.book.t(column)}, {"ArticleTitle", f.Heading.Text}}
	if !published.IsZero() {
		m = append(m, meta{"PubDate", published.String() + " 00:00"})
	}
	if source != nil {
		m = append(m, meta{"ContentSource", source.Name.In(f.book.lang)})
	}
	f.Meta = append(f.Meta, given(m...)...)
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
