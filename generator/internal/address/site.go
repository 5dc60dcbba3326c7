package address

import (
	"cmp"
	"strings"

	"reportsite/generator/internal/model"
)

// Page is a page of a site in one language; at most one of the pointers is set.
type Page struct {
	Place
	Edition   *model.Edition
	Section   *model.Section
	Indicator *model.Indicator
	Prose     *model.Page
}

// Pages are all pages of a site in one language: home, the reports, what every
// site has, the indicators, the pages beside the report.
func Pages(site *model.Site) []Page {
	list := []Page{{Place: places[0]}}
	for _, e := range site.Editions {
		list = append(list,
			Page{Place: Place{Path: Edition(e), Kind: KindEdition, Listed: true}, Edition: e},
			Page{Place: Place{Path: Print(e), Kind: KindPrint}, Edition: e})
		if Before(site, e) != nil {
			list = append(list, Page{Place: Place{Path: Compare(e), Kind: KindCompare, Listed: true}, Edition: e})
		}
		for _, s := range e.Sections {
			list = append(list, OfSection(s))
		}
	}
	for _, p := range places[1:] {
		if p.Kind != "" {
			list = append(list, Page{Place: p})
		}
	}
	for _, i := range site.Indicators {
		list = append(list, OfIndicator(i)...)
	}
	for _, p := range site.Pages {
		list = append(list, Page{Place: Place{Path: Prose(p), Kind: KindProse, Menu: true, Listed: true}, Prose: p})
	}
	return list
}

// OfSection is the page of a section.
func OfSection(s *model.Section) Page {
	return Page{Place: Place{Path: Section(s), Kind: KindSection, Listed: true}, Section: s}
}

// OfIndicator are the pages of an indicator.
func OfIndicator(i *model.Indicator) []Page {
	return []Page{
		{Place: Place{Path: Indicator(i), Kind: KindIndicator, Listed: true}, Indicator: i},
		{Place: Place{Path: Embed(i), Kind: KindEmbed, Framed: true}, Indicator: i},
	}
}

// Links are the addresses that prose may link to: every page of the site, and every
// file for readers that each build has.
func Links(site *model.Site) map[string]bool {
	links := map[string]bool{}
	for _, p := range Pages(site) {
		links[p.Path] = true
	}
	for _, p := range places {
		if IsFile(p.Path) {
			links[p.Path] = true
		}
	}
	for _, i := range site.Indicators {
		links[Data(i, ".json")], links[Data(i, ".csv")] = true, true
	}
	return links
}

// IsFile reports whether an address names a file, and not a page or folder.
func IsFile(path string) bool { return path != "" && !strings.HasSuffix(path, "/") }

// IsShared reports whether all languages share an address.
func IsShared(path string) bool {
	for _, p := range places {
		if p.Shared && (path == p.Path || strings.HasSuffix(p.Path, "/") && strings.HasPrefix(path, p.Path)) {
			return true
		}
	}
	return false
}

// Taken says why a page of the editors cannot have a name.
type Taken string

// What the site already has at a name. Free: nothing, the name can be used.
const (
	Free            Taken = ""
	TakenByPage     Taken = "taken-page"     // a page of every site
	TakenByFiles    Taken = "taken-files"    // a file or folder that a build writes
	TakenByLanguage Taken = "taken-language" // the pages in another language
	TakenByEdition  Taken = "taken-edition"  // a year's report
)

// PageName says whether a page beside the report can have a name: everything that a
// build writes at the root of the site, or of a language, is taken. Names are
// compared without their extension, which hosts leave out of addresses.
func PageName(id string) Taken {
	for _, p := range places {
		name, _, _ := strings.Cut(cmp.Or(p.Path, "index.html"), "/")
		if base, _, _ := strings.Cut(name, "."); base != id {
			continue
		}
		if p.Kind != "" && p.Kind != KindNotFound {
			return TakenByPage
		}
		return TakenByFiles
	}
	for _, folder := range folders {
		if folder == id+"/" {
			return TakenByLanguage
		}
	}
	if isYears(id) {
		return TakenByEdition
	}
	return Free
}

// isYears reports whether a name is one of a report: a year, or two.
func isYears(id string) bool {
	first, second, both := strings.Cut(id, "-")
	year := func(s string) bool { return len(s) == 4 && strings.Trim(s, "0123456789") == "" }
	return year(first) && (!both || year(second))
}

// SectionName says whether a section of a report can have a name.
func SectionName(id string) Taken {
	if id == printName || id == compareName || id == "index" {
		return TakenByPage
	}
	return Free
}
