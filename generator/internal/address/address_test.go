package address_test

import (
	"testing"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
)

func TestPageName(t *testing.T) {
	for id, want := range map[string]address.Taken{
		"about": address.Free, "faq": address.Free, "year-2024": address.Free, "20245": address.Free, "datas": address.Free,
		"data": address.TakenByPage, "search": address.TakenByPage, "index": address.TakenByPage, "sitemap": address.TakenByPage,
		"indicators": address.TakenByPage, "status": address.TakenByPage, "commitments": address.TakenByPage,
		"method": address.TakenByPage, "changes": address.TakenByPage,
		"embed": address.TakenByFiles, "charts": address.TakenByFiles, "assets": address.TakenByFiles, "404": address.TakenByFiles,
		"robots": address.TakenByFiles, "reportsite": address.TakenByFiles,
		"zh": address.TakenByLanguage, "en": address.TakenByLanguage,
		"2024": address.TakenByEdition, "1999": address.TakenByEdition, "2021-2025": address.TakenByEdition,
	} {
		if got := address.PageName(id); got != want {
			t.Errorf("PageName(%q) = %q, want %q", id, got, want)
		}
	}
	for id, want := range map[string]address.Taken{"print": address.TakenByPage, "compare": address.TakenByPage, "index": address.TakenByPage, "goals": address.Free} {
		if got := address.SectionName(id); got != want {
			t.Errorf("SectionName(%q) = %q, want %q", id, got, want)
		}
	}
}

// TestOneAddressEach checks that no two pages have one address, and that every
// kind of page has one.
func TestOneAddressEach(t *testing.T) {
	e := &model.Edition{Period: model.YearOf(2024)}
	s := &model.Section{Edition: e, ID: "goals"}
	e.Sections = []*model.Section{s}
	site := &model.Site{
		Editions: []*model.Edition{{Period: model.YearOf(2023)}, e}, Indicators: []*model.Indicator{{ID: "gdp", Section: s}}, Pages: []*model.Page{{ID: "about"}},
	}
	seen, kinds := map[string]bool{}, map[address.Kind]bool{}
	for _, p := range address.Pages(site) {
		if seen[p.Path] {
			t.Errorf("two pages lie at %q", p.Path)
		}
		seen[p.Path], kinds[p.Kind] = true, true
	}
	for _, k := range address.Kinds() {
		if !kinds[k] {
			t.Errorf("no page is of kind %q", k)
		}
	}
	links := address.Links(site)
	for _, path := range []string{"", "search/", "2024/", "2024/print/", "2024/compare/", "2024/goals/", "indicators/gdp/", "embed/gdp/", "about/", "changes.xml", "data/indicators.csv", "data/indicators/gdp.csv"} {
		if !links[path] {
			t.Errorf("prose may not link to %q", path)
		}
	}
	for _, path := range []string{"embed/", "charts/", "assets/", "data/indicators/", "2022/", "data/indicators/gdp.svg"} {
		if links[path] {
			t.Errorf("prose may link to %q", path)
		}
	}
	for path, want := range map[string]bool{"data/": false, "data/indicators/gdp.csv": true, "sitemap.xml": true, "sitemap/": false, "changes.xml": false, "assets/x.css": true} {
		if got := address.IsShared(path); got != want {
			t.Errorf("IsShared(%q) = %t", path, got)
		}
	}
}
