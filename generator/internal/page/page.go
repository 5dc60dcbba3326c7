// Package page turns a site, its verdicts and its charts into pages, with the
// pictures that other sites show beside a link to them, and the assets they load.
//
// A page is made in two steps: Go puts together what it shows as plain values, in
// one language and with every link worked out; the template says how it looks.
// Only prose that package markdown finished and drawings of package svg go into a
// page unescaped.
package page

import (
	"bytes"
	"maps"
	"slices"
	"sync"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/share"
	"reportsite/generator/internal/theme"
)

// Names of the libraries that pages use.
const (
	LibCharts     = "echarts"
	LibSearch     = "minisearch"
	LibCharacters = "characters" // traditional Han characters with their simplified ones
)

// Parts are what pages have besides the site itself.
type Parts struct {
	// Libraries are the front-end libraries by name ([LibCharts], [LibSearch], [LibCharacters]).
	// Without one the pages are complete, but that part is not interactive.
	Libraries map[string][]byte

	// Fonts draw the pictures that other sites show beside a link; nil makes none.
	Fonts *share.Fonts

	// Downloads are files of the whole site that others make, for the data page
	// to list; paths are relative to the site's root.
	Downloads []string

	// Fields are the columns of the tables of data, for the data page to explain.
	Fields []Field

	// Data names states of the data that the pages show.
	Data Versions
}

// Field is a column of a table of data: its name in the file, what it is called, and what
// stands in it; About may be empty.
type Field struct {
	Name         string
	Title, About model.Text
}

// Versions names states of data by their content.
type Versions interface {
	Version() string                     // of all data
	VersionOf(i *model.Indicator) string // of an indicator's
}

// Pages are the pages of a site in all its languages.
type Pages struct {
	books []*book // the site's own language first
	theme *theme.Theme
}

// New lists no files yet.
func New(t *theme.Theme, locales []*locale.Locale, parts Parts) *Pages {
	libraries := map[string]theme.Asset{}
	for name, data := range parts.Libraries {
		libraries[name] = theme.NewAsset(name, ".js", data)
	}
	p := &Pages{theme: t}
	look := ownStyle(locales[0].Config.Look)
	for _, l := range locales {
		b := &book{Locale: l, Parts: parts, theme: t, libraries: libraries, look: look}
		b.news = sync.OnceValue(b.findNews)
		b.front = sync.OnceValue(b.frontPicture)
		b.amounts = sync.OnceValue(b.findAmounts)
		p.books = append(p.books, b)
	}
	return p
}

// Indicator lists the pages and pictures of an indicator.
func (p *Pages) Indicator(i *model.Indicator) []output.File {
	var list []output.File
	for _, b := range p.books {
		for _, a := range address.OfIndicator(i) {
			list = append(list, b.page(a))
		}
		list = append(list, b.shareFile(address.Picture(i), func() *share.Card { return b.indicatorCard(i) })...)
	}
	return list
}

// Others lists the pages that belong to no indicator, and what all pages load.
func (p *Pages) Others() []output.File {
	var list []output.File
	for _, b := range p.books {
		for _, a := range address.Pages(b.Site) {
			if a.Indicator == nil {
				list = append(list, b.page(a))
			}
		}
		list = append(list, b.shareFile(address.HomePicture, b.homeCard)...)
		list = append(list, b.movedPages()...)
	}
	libraries := p.books[0].libraries
	for _, name := range slices.Sorted(maps.Keys(libraries)) {
		list = append(list, output.Bytes(libraries[name].Path, libraries[name].Data))
	}
	if look := p.books[0].look; look.Path != "" {
		list = append(list, output.Bytes(look.Path, look.Data))
	}
	for _, a := range p.theme.Assets() {
		list = append(list, output.Bytes(a.Path, a.Data))
	}
	return list
}

// page is a page as a file.
func (b *book) page(a address.Page) output.File {
	return output.File{Path: address.File(b.Prefix + a.Path), Make: func(w *bytes.Buffer) error {
		f := b.newFrame(a.Kind, a.Path)
		view := b.fill(f, a)
		if f.Picture == "" && !f.Hidden && a.Indicator == nil && a.Kind != address.KindSearch {
			f.borrowPicture()
		}
		frame := theme.Base
		switch {
		case a.Kind == address.KindEmbed:
			frame = theme.Embed
		case b.standsAlone(a.Kind):
			frame = theme.Alone
		}
		return b.theme.Execute(w, b.Lang, a.Kind, frame, view)
	}}
}
