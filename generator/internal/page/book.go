package page

import (
	"bytes"
	"fmt"
	"html/template"
	"sync"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// book is the site in one language: what all its pages are made from.
type book struct {
	tongue
	Input
	theme   *Theme
	texts   *message.Catalogue
	linker  linker
	chart   func(id string) *chart.Chart // nil where there is none
	edition *model.Edition               // the one on the home page
	others  []tongue                     // the site's other languages
	// libraries are the front-end libraries by name; one that is missing is not
	// there.
	libraries map[string]asset
	own       *book         // the book in the site's own language, which data files follow
	whole     func() []byte // its lines, made when first asked for
}

func (t *Theme) books(in Input) []*book {
	libraries := map[string]asset{}
	for name, data := range in.Libraries {
		libraries[name] = newAsset(name, ".js", data)
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
			tongue: tongue, Input: in, theme: t, texts: t.texts[tongue.lang],
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

// pages are the pages of a book but those of its sections and indicators.
func (b *book) pages() []task {
	list := []task{b.page(kindHome, "", b.home)}
	for _, e := range b.Site.Editions {
		list = append(list, b.page(kindEdition, editionPath(e), func(f *frame) any { return b.editionPage(f, e) }))
		list = append(list, b.page(kindPrint, printPath(e), func(f *frame) any { return b.print(f, e) }))
	}
	list = append(list,
		b.page(kindIndicators, "indicators/", b.indicators),
		b.page(kindStatus, "status/", b.status),
		b.page(kindCommitments, "commitments/", b.commitments),
		b.page(kindMethod, "method/", b.method),
		b.page(kindData, "data/", b.data),
		b.page(kindChanges, "changes/", b.changes),
		b.page(kindSitemap, "sitemap/", b.sitemap),
		b.page(kindSearch, "search/", b.search),
		task{path: b.feedPath(), make: b.writeFeed},
		b.page(kindNotFound, "404.html", b.notFound),
	)
	list = append(list, b.searchFiles()...)
	for _, p := range b.Site.Pages {
		list = append(list, b.page(kindProse, p.ID+"/", func(f *frame) any { return b.prose(f, p) }))
	}
	return list
}

// sectionPage makes the page of a section.
func (b *book) sectionPage(s *model.Section) task {
	return b.page(kindSection, sectionPath(s), func(f *frame) any { return b.section(f, s) })
}

// indicatorPages are the pages of an indicator.
func (b *book) indicatorPages(i *model.Indicator) []task {
	return []task{
		b.page(kindIndicator, indicatorPath(i), func(f *frame) any { return b.indicator(f, i) }),
		b.page(kindEmbed, embedPath(i), func(f *frame) any { return b.embed(f, i) }),
	}
}

// page is the task that makes a page; path is relative to the book.
func (b *book) page(k kind, path string, fill func(*frame) any) task {
	file := fileOf(b.prefix + path)
	return task{path: file, make: func(w *bytes.Buffer) error {
		f := b.newFrame(k, path)
		view := fill(f)
		name := tmplBase
		if k == kindEmbed {
			name = tmplEmbed
		}
		if err := b.theme.layouts[b.lang][k].ExecuteTemplate(w, name, view); err != nil {
			return FaultError{b.theme.fault(err, themeDir+"/"+pageFile(k))}
		}
		return nil
	}}
}

// Paths of pages, relative to the book's root.

func editionPath(e *model.Edition) string     { return address.Edition(e) }
func sectionPath(s *model.Section) string     { return s.Ref() + "/" }
func indicatorPath(i *model.Indicator) string { return "indicators/" + i.ID + "/" }
func commitmentPath(c *model.Commitment) string {
	return fmt.Sprintf("commitments/#%s", commitmentID(c))
}

// commitmentID is the id of a commitment's row on its page; its prefix keeps
// it apart from the other ids there.
func commitmentID(c *model.Commitment) string { return "task-" + c.ID }

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
