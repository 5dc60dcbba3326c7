package page

import (
	"bytes"
	"html/template"
	"sync"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/theme"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// book is the site in one language: what all its pages are made from.
type book struct {
	tongue
	Input
	theme   *theme.Theme
	texts   *message.Catalogue
	linker  linker
	chart   func(id string) *chart.Chart // nil where there is none
	edition *model.Edition               // the one on the home page
	others  []tongue                     // the site's other languages
	// libraries are the front-end libraries by name; one that is missing is not
	// there.
	libraries map[string]theme.Asset
	own       *book         // the book in the site's own language, which data files follow
	whole     func() []byte // its lines, made when first asked for
}

func books(t *theme.Theme, in Input) []*book {
	libraries := map[string]theme.Asset{}
	for name, data := range in.Libraries {
		libraries[name] = theme.NewAsset(name, ".js", data)
	}
	edition := in.Site.Latest()
	for _, e := range in.Site.Editions {
		if e.Period == model.YearOf(in.Config.Edition) {
			edition = e
		}
	}
	all := tongues(in)
	books := make([]*book, len(all))
	charts := chartsOf(in)
	whole := sync.OnceValue(func() []byte { return books[0].lines() })
	for n, tongue := range all {
		b := &book{
			tongue: tongue, Input: in, theme: t, texts: t.Texts(tongue.lang),
			linker: newLinker(in.Config.BaseURL), chart: charts, edition: edition,
			libraries: libraries,
		}
		b.others = append(append(b.others, all[:n]...), all[n+1:]...)
		books[n] = b
		b.own = books[0]
		b.whole = whole
	}
	return books
}

// pages are the pages of a book but those of its sections and indicators, and
// the files that stand beside them in each language.
func (b *book) pages() []task {
	var list []task
	for _, a := range address.Pages(b.Site) {
		if a.Section == nil && a.Indicator == nil {
			list = append(list, b.page(a))
		}
	}
	list = append(list, task{path: b.feedPath(), make: b.writeFeed})
	list = append(list, b.shareFile(address.HomePicture, b.homeCard)...)
	return append(list, b.searchFiles()...)
}

// page is the task that makes a page.
func (b *book) page(a address.Page) task {
	return task{path: fileOf(b.prefix + a.Path), make: func(w *bytes.Buffer) error {
		f := b.newFrame(a.Kind, a.Path)
		view := b.fill(f, a)
		frame := theme.Base
		if a.Kind == address.KindEmbed {
			frame = theme.Embed
		}
		return b.theme.Execute(w, b.lang, a.Kind, frame, view)
	}}
}

// fill puts together what a page shows.
func (b *book) fill(f *frame, a address.Page) any {
	switch a.Kind {
	case address.KindHome:
		return b.home(f)
	case address.KindEdition:
		return b.editionPage(f, a.Edition)
	case address.KindPrint:
		return b.print(f, a.Edition)
	case address.KindSection:
		return b.section(f, a.Section)
	case address.KindIndicators:
		return b.indicators(f)
	case address.KindIndicator:
		return b.indicator(f, a.Indicator)
	case address.KindEmbed:
		return b.embed(f, a.Indicator)
	case address.KindStatus:
		return b.status(f)
	case address.KindCommitments:
		return b.commitments(f)
	case address.KindMethod:
		return b.method(f)
	case address.KindData:
		return b.data(f)
	case address.KindChanges:
		return b.changes(f)
	case address.KindProse:
		return b.prose(f, a.Prose)
	case address.KindSitemap:
		return b.sitemap(f)
	case address.KindSearch:
		return b.search(f)
	case address.KindNotFound:
		return b.notFound(f)
	}
	panic("page: internal error: no page of kind " + string(a.Kind)) // a test makes all of them
}

// t is a text of the interface.
func (b *book) t(id string, args ...any) string {
	s, err := b.texts.Text(id, args...)
	if err != nil {
		panic("page: internal error: " + err.Error()) // needed lists what the code asks for
	}
	return s
}

func (b *book) say(t model.Text) said { return say(t, b.lang) }

func (b *book) value(v decimal.Decimal, u model.Unit) string { return wording.WriteValue(v, u, b.lang) }

func (b *book) date(d model.Date) string { return wording.Day(d).In(b.lang) }

// time names the time that a figure covers.
func (b *book) time(o *model.Observation) string { return wording.Time(o).In(b.lang) }

// badge is a status as pages show it: an icon, a word, a colour.
type badge struct {
	ID, Icon, Name string
}

func (b *book) badge(s verdict.Status) badge {
	info := s.Info()
	return badge{string(s), info.Icon, info.Name.In(b.lang)}
}

// picture is the drawing of a chart for a width of the page.
func picture(c *chart.Chart, size svg.Size) template.HTML {
	return template.HTML(svg.Draw(c, size)) // everything in it is escaped there
}
