package page

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/testsite"
)

// TestReadingOrder keeps, as text that a person can read through, what a screen reader
// says of each kind of page, and holds how often the Tab key stops until its content ends.
// One page is kept from its first line, the others from their content.
func TestReadingOrder(t *testing.T) {
	theme := loadTheme(t)
	sites := map[string]input{"tiny": tinySite(), "main": realSite(t, "../../.."), "national": realSite(t, "../../../examples/national")}
	for _, c := range []struct{ name, site, page string }{
		{"frame", "tiny", "about/"},
		{"home", "tiny", ""}, {"home-grid", "national", ""},
		{"indicator", "tiny", "indicators/output/"}, {"indicator-main", "main", "indicators/industry-output/"},
		{"indicator-en", "main", "en/indicators/industry-output/"}, {"indicator-no-result", "main", "indicators/gdp/"},
		{"indicator-series", "national", "indicators/gdp-growth/"}, {"indicators", "tiny", "indicators/"},
		{"edition", "tiny", "2024/"}, {"section", "tiny", "2024/goals/"}, {"compare", "tiny", "2024/compare/"},
		{"status", "tiny", "status/"}, {"changes", "tiny", "changes/"}, {"commitments", "tiny", "commitments/"},
		{"data", "tiny", "data/"}, {"embed", "tiny", "embed/output/"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &reading{}
			r.node(pageOf(t, filesOf(theme, sites[c.site]), c.page))
			r.line()
			if strings.HasPrefix(c.name, "indicator-") && r.stops > mostStops {
				t.Errorf("the Tab key stops %d times before the content ends, want at most %d", r.stops, mostStops)
			}
			for _, text := range r.twice() {
				t.Errorf("says twice in a row: %s", text)
			}
			lines := r.lines
			if at := slices.Index(lines, "[main]"); at >= 0 && c.name != "frame" {
				lines = lines[at+1:]
			}
			golden.Compare(t, filepath.Join("testdata", "reading", c.name+".txt"), strings.Join(lines, "\n")+"\n")
		})
	}
}

// realSite is a site of the repository.
func realSite(t testing.TB, folder string) input {
	t.Helper()
	files := testsite.Load(t, os.DirFS(folder))
	site, set := files.On(model.Date{})
	return input{Input: locale.Input{Site: site, Config: files.Config, Verdicts: set}}
}

// pageOf makes one page of a site.
func pageOf(t *testing.T, files []output.File, path string) *html.Node {
	t.Helper()
	at := slices.IndexFunc(files, func(f output.File) bool { return f.Path == path+"index.html" })
	if at < 0 {
		t.Fatalf("there is no page %s", path)
	}
	var w bytes.Buffer
	if err := files[at].Make(&w); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&w)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// mostStops is how often the Tab key may stop before the content of an indicator's page
// ends: behind its verdict, its chart and its results. Definition, sources, citation and
// related pages follow.
const mostStops = 25

// reading is what a screen reader has said.
type reading struct {
	lines []string
	now   strings.Builder // the line that is being said
	stops int
	ended bool // the content has ended
}

// line ends a line.
func (r *reading) line() {
	if text := strings.Join(strings.Fields(r.now.String()), " "); text != "" {
		r.lines = append(r.lines, text)
	}
	r.now.Reset()
}

// say says something on a line of its own.
func (r *reading) say(text string) {
	r.line()
	r.now.WriteString(text)
	r.line()
}

// twice lists what is said in two lines one after the other.
func (r *reading) twice() []string {
	var list []string
	for n := 1; n < len(r.lines); n++ {
		if strings.Trim(r.lines[n], "# ") == strings.Trim(r.lines[n-1], "# ") {
			list = append(list, r.lines[n])
		}
	}
	return list
}

// node says a node and all in it. Closed details are said with their summary alone.
func (r *reading) node(n *html.Node) {
	if n.Type == html.TextNode {
		r.now.WriteString(n.Data)
		return
	}
	a := attributes(n)
	if n.Type == html.ElementNode && r.silent(n, a) {
		return
	}
	if stops(n, a) && !r.ended {
		r.stops++
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4":
		r.line()
		r.now.WriteString(strings.Repeat("#", int(n.Data[1]-'0')) + " ")
	case "header", "nav", "main", "footer", "form", "section", "figure":
		if label := a["aria-label"]; label != "" || n.Data == "nav" || n.Data == "main" || a["role"] == "search" {
			r.say("[" + strings.TrimSpace(a["role"]+" "+n.Data+" "+label) + "]")
		}
		r.line()
	case "p", "li", "tr", "dt", "caption", "figcaption", "summary", "div", "ul", "table":
		r.line()
	case "dd":
		if r.now.Len() > 0 {
			r.now.WriteString(": ")
		}
	case "span":
		if strings.HasPrefix(a["class"], "chart-") {
			r.line() // a flex item of its own
		}
	case "svg":
		if label := a["aria-label"]; label != "" {
			r.say("(picture: " + label + ")")
		}
		return
	case "a":
		if label := a["aria-label"]; label != "" {
			r.now.WriteString(label)
			return
		}
	case "input", "select", "textarea":
		r.now.WriteString(" [" + n.Data + "] ")
		return
	}
	for kid := range n.ChildNodes() {
		if n.Data == "details" && kid.Data != "summary" {
			if _, open := a["open"]; !open {
				continue
			}
		}
		r.node(kid)
	}
	switch n.Data {
	case "th", "td":
		if n.NextSibling != nil {
			r.now.WriteString(" | ")
		}
	case "h1", "h2", "h3", "h4", "p", "li", "tr", "caption", "figcaption", "summary", "dd", "table", "form":
		r.line()
	}
	if n.Data == "section" && a["aria-labelledby"] == "results-title" {
		r.ended = true
	}
}

// silent is what no screen reader says. Of the drawings of a chart the one for a desk is
// said; the others are not displayed with it.
func (r *reading) silent(n *html.Node, a map[string]string) bool {
	_, hidden := a["hidden"]
	hidden = hidden || a["class"] == "narrow" || a["class"] == "small"
	return hidden || a["aria-hidden"] == "true" || n.Data == "head" || n.Data == "script" || n.Data == "footer" || n.Data == "option"
}

// stops says whether the Tab key stops at an element.
func stops(n *html.Node, a map[string]string) bool {
	switch n.Data {
	case "a":
		return a["href"] != ""
	case "button", "input", "select", "textarea", "summary":
		return true
	}
	return a["tabindex"] == "0"
}

func attributes(n *html.Node) map[string]string {
	all := map[string]string{}
	for _, a := range n.Attr {
		all[a.Key] = a.Val
	}
	return all
}
