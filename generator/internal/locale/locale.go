// Package locale is a site in one of its languages: its texts, links, charts and
// changes, as pages and machine files share them.
package locale

import (
	"reportsite/generator/internal/address"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/history"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// Input is everything that a site says in every language.
type Input struct {
	Site     *model.Site
	Config   *config.Config
	Verdicts *verdict.Set
	Preview  bool             // drafts are shown: not for the public
	History  *history.History // nil: [All] makes it
}

// Name is a language that the site is published in. The site's own language
// stands at its root, another one in a folder.
type Name struct {
	Lang   model.Lang
	Prefix string // of the paths of its pages: "" or "en/"
}

// Locale is the site in one language.
type Locale struct {
	Name
	Input
	Linker  Linker
	Edition *model.Edition // the one on the home page
	Others  []Name         // the site's other languages
	texts   *message.Catalogue
	charts  chartCache
}

// All gives the site in each of its languages, its own one first; data files
// follow that one. Texts are those of the interface.
func All(in Input, texts func(model.Lang) *message.Catalogue) []*Locale {
	edition := in.Site.Latest()
	for _, e := range in.Site.Editions {
		if e.Period == model.YearOf(in.Config.Edition) {
			edition = e
		}
	}
	if in.History == nil {
		in.History = history.Of(in.Site, in.Verdicts.Options())
	}
	names := Names(in)
	list := make([]*Locale, len(names))
	for n, name := range names {
		l := &Locale{Name: name, Input: in, Linker: NewLinker(in.Config.BaseURL), Edition: edition, texts: texts(name.Lang)}
		l.Others = append(append(l.Others, names[:n]...), names[n+1:]...)
		list[n] = l
	}
	return list
}

// Names lists the languages of a site, its own one first. The other one is
// there when the site's title and something of its content are written in it.
func Names(in Input) []Name {
	own := Name{Lang: in.Config.Language}
	second := own.Lang.Other()
	if !in.Config.Title.Has(second) || !speaks(in.Site, second) {
		return []Name{own}
	}
	return []Name{own, {second, address.Folder(second)}}
}

// Names lists the languages of the site, this one first.
func (l *Locale) Names() []Name { return append([]Name{l.Name}, l.Others...) }

// speaks reports whether any content is written in a language.
func speaks(site *model.Site, l model.Lang) bool {
	for _, e := range site.Editions {
		if e.Title.Has(l) {
			return true
		}
		for _, s := range e.Sections {
			if s.Title.Has(l) {
				return true
			}
		}
	}
	for _, i := range site.Indicators {
		if i.Name.Has(l) {
			return true
		}
	}
	return false
}
