package page

import (
	"io/fs"
	"os"
	"regexp"
	"testing"

	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/model"
)

var idAttribute = regexp.MustCompile(` id="([^"]*)"`)

// The ids that the theme has on pages of prose are kept from headings; those
// that a template fills in are the charts', below.
func TestThemeIDsAreReserved(t *testing.T) {
	fsys := os.DirFS(templatesDir)
	files := []string{"base.html", "pages/section.html", "pages/prose.html"}
	partials, err := fs.Glob(fsys, "partials/*.html")
	if err != nil || len(partials) == 0 {
		t.Fatalf("found no partials: %v", err)
	}
	n := 0
	for _, file := range append(files, partials...) {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range idAttribute.FindAllStringSubmatch(string(data), -1) {
			n++
			if m[1] != "{{.ID}}" && !markdown.Reserved(m[1]) {
				t.Errorf("%s has the id %s, which a heading may have too: add it to package markdown", file, m[1])
			}
		}
	}
	if n < 10 {
		t.Errorf("found only %d ids", n)
	}
}

// Charts keep to the kinds of ids that are reserved.
func TestChartIDsAreReserved(t *testing.T) {
	figure := regexp.MustCompile(`<figure class="chart" id="([^"]*)"`)
	n := 0
	for path, text := range render(t, loadTheme(t), tinySite()) {
		for _, m := range figure.FindAllStringSubmatch(text, -1) {
			n++
			if !markdown.Reserved(m[1]) {
				t.Errorf("%s has the chart %s, whose id a heading may have too", path, m[1])
			}
		}
	}
	if n == 0 {
		t.Error("found no charts")
	}
}

// The whole report keeps sections apart, however they and their headings are
// called.
func TestPrintedIDsAreUnique(t *testing.T) {
	in := tinySite()
	goals, works := in.Site.Editions[1].Sections[0], in.Site.Editions[1].Sections[1]
	goals.ID, works.ID = "goals", "goals-appendix"
	for section, ids := range map[*model.Section][]string{goals: {"appendix-x", "appendix"}, works: {"x", "section"}} {
		section.Body.Parts = nil
		for _, id := range ids {
			section.Body.Parts = append(section.Body.Parts, model.HTML(`<h2 id="`+id+`">标题</h2>`))
		}
	}
	seen := map[string]bool{}
	for _, m := range idAttribute.FindAllStringSubmatch(render(t, loadTheme(t), in)["2024/print/index.html"], -1) {
		if seen[m[1]] {
			t.Errorf("the id %s stands twice", m[1])
		}
		seen[m[1]] = true
	}
	if len(seen) < 10 {
		t.Errorf("found only the ids %v", seen)
	}
}
