package page

import (
	"cmp"
	"path"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// dataPage lists the site's data files and sources.
type dataPage struct {
	*frame
	All     []download // files of the whole site
	Version string     // of the data in them
	Rows    []dataRow
	Fields  []fieldLine
	Samples []download // an address of each kind, of the first indicator
	Sources []sourceLine
}

// download is a file of the whole site.
type download struct {
	anchor
	About string // what it holds
}

// fieldLine is a column of the tables of data.
type fieldLine struct {
	Name         string
	Title, About said
}

// fileTexts are the messages that say what the files of the whole site hold.
var fileTexts = map[string]string{
	".json": "file-json", ".csv": "file-csv", ".xlsx": "file-xlsx", ".zip": "file-zip", "datapackage.json": "file-package",
	"commitments.csv": "file-tasks-csv", "commitments.json": "file-tasks-json",
}

func (f *frame) download(file string) download {
	name := path.Base(file)
	d := download{anchor: anchor{said: said{Text: name}, Href: f.fileHref(file)}}
	if id := cmp.Or(fileTexts[name], fileTexts[path.Ext(name)]); id != "" {
		d.About = f.book.T(id)
	}
	return d
}

type dataRow struct {
	Name  anchor
	Files []anchor
}

func (b *book) data(f *frame) any {
	f.name(said{Text: b.T("data")})
	f.Description = b.T("data-about")
	f.Answer = b.say(answer.Data(b.Site, b.Verdicts.Options().AsOf))
	f.columnTags(columnData, b.shorts(b.Headlines())...)
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &dataPage{frame: f, Version: b.Data.Version()}
	for _, file := range append([]string{address.AllJSON}, b.Downloads...) {
		p.All = append(p.All, f.download(file))
	}
	for _, i := range b.Site.Indicators {
		p.Rows = append(p.Rows, dataRow{f.anchor(wording.Title(i), address.Indicator(i)), f.files(i)})
	}
	for _, c := range b.Fields {
		p.Fields = append(p.Fields, fieldLine{c.Name, b.say(c.Title), b.say(c.About)})
	}
	if len(b.Site.Indicators) > 0 {
		p.Samples = f.samples(b.Site.Indicators[0])
	}
	for _, s := range b.Site.Sources {
		p.Sources = append(p.Sources, f.source(s))
	}
	f.describeCatalogue()
	return p
}

// samples are the addresses of what an indicator has for programs and other sites.
func (f *frame) samples(i *model.Indicator) []download {
	b := f.book
	list := []download{
		{anchor{said: said{Text: address.Data(i, ".csv")}, Href: f.fileHref(address.Data(i, ".csv"))}, b.T("sample-csv")},
		{anchor{said: said{Text: address.Data(i, ".json")}, Href: f.fileHref(address.Data(i, ".json"))}, b.T("sample-json")},
	}
	if b.HasSVG(i) {
		list = append(list, download{anchor{said: said{Text: address.Data(i, ".svg")}, Href: f.fileHref(address.Data(i, ".svg"))}, b.T("sample-svg")})
	}
	embed, feed := b.Prefix+address.Embed(i), b.Prefix+address.Feed
	return append(list,
		download{anchor{said: said{Text: embed}, Href: f.fileHref(embed)}, b.T("sample-embed")},
		download{anchor{said: said{Text: feed}, Href: f.fileHref(feed)}, b.T("changes-feed")})
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
	f.name(said{Text: b.T("sitemap")})
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &sitemapPage{frame: f}
	p.Places = []anchor{f.place("home", "")}
	p.Places = append(p.Places, f.Nav...)
	for _, a := range address.Places() {
		if a.Listed && !a.Menu && a.Kind != address.KindHome && a.Kind != address.KindSitemap || a.Kind == address.KindSearch {
			p.Places = append(p.Places, f.place(a.Name, a.Path))
		}
	}
	for _, e := range b.Site.Editions {
		p.Editions = append(p.Editions, sitemapEdition{f.anchor(e.Title, address.Edition(e)), f.contents(e)})
	}
	for _, i := range b.Site.Indicators {
		p.Indicators = append(p.Indicators, f.anchor(wording.Title(i), address.Indicator(i)))
	}
	return p
}

// notFoundPage is shown for an address that does not exist.
type notFoundPage struct {
	*frame
	// Alone says that the page has neither style nor links: it is shown at addresses
	// of any depth, and nobody told the build where the site begins.
	Alone bool
}

func (b *book) notFound(f *frame) any {
	f.name(said{Text: b.T("not-found")})
	f.Canonical, f.Alternates, f.Hidden = "", nil, true
	return &notFoundPage{f, b.standsAlone(address.KindNotFound)}
}

// standsAlone says whether a page does without style, scripts and links.
func (b *book) standsAlone(k address.Kind) bool {
	return k == address.KindNotFound && b.Linker.Base() == ""
}

// files links to an indicator's data files.
func (f *frame) files(i *model.Indicator) []anchor {
	list := []anchor{
		{said: said{Text: "CSV"}, Href: f.fileHref(address.Data(i, ".csv"))},
		{said: said{Text: "JSON"}, Href: f.fileHref(address.Data(i, ".json"))},
	}
	if f.book.HasSVG(i) {
		list = append(list, anchor{said: said{Text: "SVG"}, Href: f.fileHref(address.Data(i, ".svg"))})
	}
	return list
}
