package page

import (
	"encoding/json"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"reportsite/generator/internal/address"

	"golang.org/x/net/html"
)

// document is what the tests ask of a page.
type document struct {
	ids   map[string]int
	links []string // of every href and src
	nodes []*html.Node
}

func readDocument(t *testing.T, text string) document {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	d := document{ids: map[string]int{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		d.nodes = append(d.nodes, n)
		if id := attr(n, "id"); id != "" {
			d.ids[id]++
		}
		for _, name := range []string{"href", "src"} {
			if v := attr(n, name); v != "" {
				d.links = append(d.links, v)
			}
		}
	}
	return d
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// pagesOf gives the HTML pages of a rendered site in the order of their paths.
func pagesOf(files map[string]string) []string {
	var list []string
	for p := range files {
		if strings.HasSuffix(p, ".html") {
			list = append(list, p)
		}
	}
	slices.Sort(list)
	return list
}

// Every link of the site leads to a file that is there, and every fragment to
// an id; with relative links as with a base address.
func TestLinksResolve(t *testing.T) {
	theme := loadTheme(t)
	for _, base := range []string{"", "https://site.example.org", "https://site.example.org/report"} {
		in := tinySite()
		in.Config.BaseURL = base
		files := render(t, theme, in)
		documents := map[string]document{}
		for _, page := range pagesOf(files) {
			documents[page] = readDocument(t, files[page])
		}
		checked := 0
		for page, d := range documents {
			for _, link := range d.links {
				u, err := url.Parse(link)
				if err != nil {
					t.Errorf("%q: %s: %q: %v", base, page, link, err)
					continue
				}
				target, internal := targetOf(u, base, page)
				if !internal {
					continue
				}
				checked++
				if _, ok := files[target]; !ok {
					t.Errorf("%q: %s links to %q, which is not made", base, page, link)
				} else if u.Fragment != "" && documents[target].ids[u.Fragment] == 0 {
					t.Errorf("%q: %s links to %q, which has no such id", base, page, link)
				}
			}
		}
		if checked < 500 {
			t.Errorf("%q: checked only %d links", base, checked)
		}
	}
}

// targetOf is the file that a link on a page leads to, if it is one of ours.
func targetOf(u *url.URL, base, page string) (string, bool) {
	root, _ := url.Parse(base)
	if u.Host != "" && u.Host != root.Host {
		return "", false
	}
	switch p := u.Path; {
	case p == "":
		return page, true
	case base == "":
		return path.Join(path.Dir(page), p), true
	default:
		return address.File(strings.TrimPrefix(strings.TrimPrefix(p, root.Path), "/")), true
	}
}

func TestPagesAreSound(t *testing.T) {
	files := render(t, loadTheme(t), tinySite())
	for _, page := range pagesOf(files) {
		d := readDocument(t, files[page])
		for id, n := range d.ids {
			if n > 1 {
				t.Errorf("%s: id %q stands %d times", page, id, n)
			}
		}
		seen := map[string]int{}
		for _, n := range d.nodes {
			seen[n.Data]++
			checkElement(t, page, d, n)
		}
		once := []string{"h1", "main", "title", "header", "footer"}
		if strings.Contains(page, "embed/") || strings.HasSuffix(page, address.NotFound) {
			once = once[:3] // within the frame of another site, or shown at an address that is unknown
		}
		for _, once := range once {
			if seen[once] < 1 || seen[once] > 1 && once != "header" && once != "title" {
				t.Errorf("%s: has <%s> %d times", page, once, seen[once])
			}
		}
		if strings.Contains(files[page], "&amp;lt;") || strings.Contains(files[page], "&amp;amp;") || strings.Contains(files[page], "ZgotmplZ") {
			t.Errorf("%s: has text that is escaped twice or refused", page)
		}
		if strings.Contains(files[page], "<工业>") || strings.Contains(files[page], "<一号路>") {
			t.Errorf("%s: has text that is not escaped", page)
		}
	}
}

// checkElement holds the rules that an element can break by itself.
func checkElement(t *testing.T, page string, d document, n *html.Node) {
	t.Helper()
	if n.Data == "style" || hasAttr(n, "style") {
		t.Errorf("%s: <%s> has an inline style", page, n.Data)
	}
	if n.Data == "script" && attr(n, "type") == "application/ld+json" {
		if !json.Valid([]byte(n.FirstChild.Data)) {
			t.Errorf("%s: its JSON-LD cannot be read: %s", page, n.FirstChild.Data)
		}
	} else if n.Data == "script" && (!hasAttr(n, "src") || n.FirstChild != nil) {
		t.Errorf("%s: has an inline script", page)
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") {
			t.Errorf("%s: <%s> has %s", page, n.Data, a.Key)
		}
		if a.Key == "aria-labelledby" && d.ids[a.Val] == 0 {
			t.Errorf("%s: <%s> is labelled by %q, which is not there", page, n.Data, a.Val)
		}
	}
	if n.Data == "th" && attr(n, "scope") == "" {
		t.Errorf("%s: a table's header has no scope", page)
	}
	if n.Data == "nav" && attr(n, "aria-label") == "" && attr(n, "aria-labelledby") == "" {
		t.Errorf("%s: a <nav> has no name", page)
	}
	foreign := func(link string) bool { return strings.Contains(link, "//") }
	switch {
	case n.Data == "a":
		if foreign(attr(n, "href")) != strings.Contains(attr(n, "rel"), "external") {
			t.Errorf("%s: the link to %q has rel %q", page, attr(n, "href"), attr(n, "rel"))
		}
	case foreign(attr(n, "href")), foreign(attr(n, "src")):
		t.Errorf("%s: <%s> is loaded from another host", page, n.Data)
	}
}

func TestPagesSayTheirLanguage(t *testing.T) {
	files := render(t, loadTheme(t), tinySite())
	for _, page := range pagesOf(files) {
		want, other := "zh-CN", `hreflang="en"`
		if strings.HasPrefix(page, "en/") {
			want, other = "en", `hreflang="zh-CN"`
		}
		framed := strings.Contains(page, "embed/") || strings.HasSuffix(page, address.NotFound) // stands in another site's page, without links between languages
		if !strings.Contains(files[page], `<html lang="`+want+`">`) || !framed && !strings.Contains(files[page], other) {
			t.Errorf("%s: lacks its language %s or the link to the other one", page, want)
		}
		if _, ok := files[strings.TrimPrefix(page, "en/")]; !ok {
			t.Errorf("%s has no counterpart", page)
		}
	}
	// What nobody translated is marked where it stands.
	section := files["en/2024/goals/index.html"]
	for _, want := range []string{`<div class="prose" lang="zh-CN">`, "has not been translated", `<figure class="chart" id="en-chart-output" lang="en">`, `<span lang="zh-CN">2023年报告</span>`} {
		if !strings.Contains(section+files["en/sitemap/index.html"], want) {
			t.Errorf("en/2024/goals/ lacks %q", want)
		}
	}
	if about := files["en/about/index.html"]; strings.Contains(about, "has not been translated") || !strings.Contains(about, "A test.") {
		t.Error("en/about/ is not in English")
	}
}

// A site whose content is in one language has no folder for another.
func TestOneLanguage(t *testing.T) {
	in := tinySite()
	in.Config.Title.En = ""
	for path, text := range render(t, loadTheme(t), in) {
		if strings.HasPrefix(path, "en/") || strings.Contains(text, "hreflang") {
			t.Errorf("%s is about another language", path)
		}
	}
}
