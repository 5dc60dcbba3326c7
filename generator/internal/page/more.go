package page

import "path"

// dataPage lists the site's data files and sources.
type dataPage struct {
	*frame
	All     []anchor // files of the whole site
	Rows    []dataRow
	Sources []sourceLine
}

type dataRow struct {
	Name  anchor
	Files []anchor
}

func (b *book) data(f *frame) any {
	f.name(said{Text: b.t("data")})
	f.Description = b.t("data-about")
	f.columnTags(f.Heading.Text, f.Description, columnData)
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &dataPage{frame: f}
	for _, file := range append([]string{indicatorsFile}, b.Downloads...) {
		p.All = append(p.All, anchor{said: said{Text: path.Base(file)}, Href: f.fileHref(file)})
	}
	for _, i := range b.Site.Indicators {
		p.Rows = append(p.Rows, dataRow{f.anchor(i.Name, indicatorPath(i)), f.files(i)})
	}
	for _, s := range b.Site.Sources {
		p.Sources = append(p.Sources, f.source(s))
	}
	return p
}

// sitemapPage lists all pages for readers.
type sitemapPage struct {
	*frame
	Places     []anchor
	Editions   []sitemapEdition
	Indicators []anchor
}

type sitemapEdition struct {
	Edition  anchor
	Contents []contentsItem
}

func (b *book) sitemap(f *frame) any {
	f.name(said{Text: b.t("sitemap")})
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &sitemapPage{frame: f}
	p.Places = []anchor{f.place("home", "")}
	p.Places = append(append(p.Places, f.Nav...), f.place("changes", "changes/"))
	for _, e := range b.Site.Editions {
		p.Editions = append(p.Editions, sitemapEdition{f.anchor(e.Title, editionPath(e)), f.contents(e)})
	}
	for _, i := range b.Site.Indicators {
		p.Indicators = append(p.Indicators, f.anchor(i.Name, indicatorPath(i)))
	}
	return p
}

// notFoundPage is shown for an address that does not exist.
type notFoundPage struct{ *frame }

func (b *book) notFound(f *frame) any {
	f.name(said{Text: b.t("not-found")})
	f.Canonical = ""
	return &notFoundPage{f}
}
