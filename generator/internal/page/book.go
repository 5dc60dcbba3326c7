package page

import (
	"html/template"
	"regexp"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/theme"
	"reportsite/generator/internal/verdict"
)

// book is what all pages of a language are made from.
type book struct {
	*locale.Locale
	Parts
	theme     *theme.Theme
	libraries map[string]theme.Asset // by name; one that is missing is not there
	look      theme.Asset            // the style sheet with the owner's colours; without a path there is none
	news      func() map[*model.Indicator]bool
	amounts   func() *regexp.Regexp // figures with the units of the site
	front     func() string         // what the picture of the home page shows; "" where there is none
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
	case address.KindCompare:
		return b.compare(f, a.Edition)
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

func (b *book) say(t model.Text) said { return say(t, b.Lang) }

// badge is a status as pages show it: an icon, a word, a colour.
type badge struct {
	ID, Icon, Name string
}

func (b *book) badge(s verdict.Status) badge {
	info := s.Info()
	return badge{string(s), info.Icon, info.Name.In(b.Lang)}
}

// picture is the drawing of a chart for a width of the page.
func (b *book) picture(p locale.Plot, size svg.Size) template.HTML {
	return template.HTML(b.Drawing(p, size)) // everything in it is escaped there
}
