package page

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
)

// frame is what every page has around its own content. A page embeds it, so
// that templates name its fields directly.
type frame struct {
	book *book
	path string // relative to the site's root

	Kind        string
	Lang        string
	Heading     said   // of the page; the home page has the site's title
	Title       string // of the window: the heading, then the site's title
	Description string
	Answer      said // what the page says first: the answer to what readers ask of it
	SiteTitle   said
	Place       said
	Home        string
	Style       string
	Look        string // the style sheet with the owner's colours; may be empty
	Owner       said   // the name at the head
	Logo        *picture
	Lines       []said // of the owner, at the foot
	Menu        []ownerLink
	Badges      []ownerLink
	Police      string // where the number of 公安备案 leads; may be empty
	Icon        string
	Search      string            // the search page
	Feed        string            // the changes as Atom
	Preview     bool              // the site shows drafts
	Hidden      bool              // search engines leave the page out: it repeats others, or is not public
	Linked      template.JS       // what machines are told, as JSON-LD; may be empty
	Library     string            // the address of the chart library; "" where it is missing
	Script      map[string]string // addresses by name: "theme"
	Nav         []anchor
	Crumbs      []anchor
	Languages   []anchor // this page in other languages
	Canonical   string   // empty without a base address
	Alternates  []anchor // this page in every language, for machines; empty without a base address
	Meta        []meta
	Picture     string // the whole address of the picture that other sites show beside a link; may be empty
	PictureAlt  string // what it shows
	Note        said
	Official    bool
	Identity    config.Identity
	AsOf        string
	Footer      []anchor
	License     *anchor // the terms for the site's data; nil where none are stated
}

// anchor is a link to a page or file.
type anchor struct {
	said
	Href    string
	Current bool   // it is the page itself, or the part of the site it is in
	For     string // hreflang, where the language changes
}

// meta is a <meta> element of the head.
type meta struct{ Name, Content string }

// newFrame begins a page; path is relative to the book.
func (b *book) newFrame(k address.Kind, path string) *frame {
	f := &frame{
		book: b, path: b.Prefix + path,
		Kind:        string(k),
		Lang:        string(b.Lang),
		SiteTitle:   b.say(b.Config.Title),
		Place:       b.say(b.Config.Place),
		Description: b.Config.Description.In(b.Lang),
		Note:        b.say(b.Config.Note),
		Official:    b.Config.Identity.Official(),
		Preview:     b.Preview,
		Hidden:      b.Preview,
		Identity:    b.Config.Identity,
		AsOf:        b.Date(b.Verdicts.Options().AsOf),
		Canonical:   b.Linker.Absolute(b.Prefix + path),
		Script:      make(map[string]string, len(b.theme.Scripts)),
	}
	f.Heading = f.SiteTitle
	f.Title = f.SiteTitle.Text
	f.Home = f.href("")
	f.Style = f.fileHref(b.theme.Style)
	f.Search = f.href("search/")
	f.Feed = f.href(address.Feed)
	if a, ok := b.libraries[LibCharts]; ok {
		f.Library = f.fileHref(a.Path)
	}
	if b.theme.Icon != "" {
		f.Icon = f.fileHref(b.theme.Icon)
	}
	for name, script := range b.theme.Scripts {
		f.Script[name] = f.fileHref(script)
	}
	for _, t := range b.Others {
		f.Languages = append(f.Languages, anchor{
			said: said{Text: b.T("language-" + string(t.Lang)), Lang: string(t.Lang)},
			Href: f.fileHref(t.Prefix + path), For: string(t.Lang),
		})
	}
	f.Alternates = b.alternates(path)
	f.Nav = f.navigation(k, path)
	f.Footer, f.License = f.footer(), f.license()
	f.Meta = f.siteTags()
	f.Police = policePage(f.Identity.Police)
	f.look()
	return f
}

// alternates are a page's addresses in every language of the site. Only whole
// addresses count for search engines, and a page in one language has none.
func (b *book) alternates(path string) []anchor {
	if len(b.Others) == 0 || b.Linker.Base() == "" {
		return nil
	}
	list := []anchor{{Href: b.Linker.Absolute(b.Prefix + path), For: string(b.Lang)}}
	for _, t := range b.Others {
		list = append(list, anchor{Href: b.Linker.Absolute(t.Prefix + path), For: string(t.Lang)})
	}
	slices.SortFunc(list, func(a, b anchor) int { return strings.Compare(a.For, b.For) })
	// Whose language is none of these gets the site's own one.
	return append(list, anchor{Href: b.Linker.Absolute(b.own().Prefix + path), For: "x-default"})
}

// own is the site's own language, which stands at its root.
func (b *book) own() locale.Name {
	for _, n := range b.Names() {
		if n.Prefix == "" {
			return n
		}
	}
	return b.Name
}

// name sets the page's heading and title.
func (f *frame) name(s said) {
	f.Heading = s
	f.Title = s.Text + " · " + f.SiteTitle.Text
}

// href links to a page of the same book.
func (f *frame) href(path string) string { return f.book.Linker.Href(f.path, f.book.Prefix+path) }

// fileHref links to a file, which stands at the site's root for all languages.
func (f *frame) fileHref(path string) string { return f.book.Linker.Href(f.path, path) }

// rootHref is the address of the site's root.
func (f *frame) rootHref() string { return strings.TrimSuffix(f.book.Linker.Href(f.path, "x"), "x") }

// anchor links to a page of the same book.
func (f *frame) anchor(text model.Text, path string) anchor {
	return anchor{said: f.book.say(text), Href: f.href(path)}
}

// place links to a page that has its name from the messages.
func (f *frame) place(id, path string) anchor {
	return anchor{said: said{Text: f.book.T(id)}, Href: f.href(path)}
}

// crumbs sets the way from the home page to this page.
func (f *frame) crumbs(list ...anchor) {
	f.Crumbs = append([]anchor{f.place("home", "")}, list...)
}

// navigation is the site's main menu: the report, then what the table of
// addresses puts into it. A column without content is left out.
func (f *frame) navigation(k address.Kind, path string) []anchor {
	report := f.place("report", address.Edition(f.book.Edition))
	report.Current = k == address.KindEdition || k == address.KindSection
	list := []anchor{report}
	site := f.book.Site
	for _, p := range address.Places() {
		if p.Menu && (p.Kind != address.KindCommitments || len(site.Commitments) > 0) {
			a := f.place(p.Name, p.Path)
			a.Current = k == p.Kind || slices.Contains(p.Holds, k)
			list = append(list, a)
		}
		if p.Kind == address.KindStatus {
			list = append(list, f.compared(k)...)
		}
	}
	for _, p := range site.Pages {
		a := f.anchor(p.Title, address.Prose(p))
		a.Current = path == address.Prose(p)
		list = append(list, a)
	}
	return list
}

// compared is the entry of the newest report that has one before it to be compared with.
func (f *frame) compared(k address.Kind) []anchor {
	for _, e := range slices.Backward(f.book.Site.Editions) {
		if address.Before(f.book.Site, e) != nil {
			a := f.place("compare", address.Compare(e))
			a.Current = k == address.KindCompare
			return []anchor{a}
		}
	}
	return nil
}

// license names the terms for the site's data.
func (f *frame) license() *anchor {
	l := f.book.Config.License
	a := anchor{said: f.book.say(l.Title), Href: l.URL}
	if a.Text == "" {
		a.said = said{Text: cmp.Or(l.Name, l.URL)}
	}
	if a.Text == "" {
		return nil
	}
	return &a
}

// footer lists the pages that every page links to at its end.
func (f *frame) footer() []anchor {
	var list []anchor
	for _, p := range address.Places() {
		if p.Footer {
			list = append(list, f.place(p.Name, p.Path))
		}
	}
	return list
}
