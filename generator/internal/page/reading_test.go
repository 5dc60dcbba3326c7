package page

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/testsite"
)

// TestReadingOrder keeps what a screen reader says of an indicator's page, line by line,
// to be read: the answer comes first, no line is empty of meaning, and no figure stands
// more than a few times.
func TestReadingOrder(t *testing.T) {
	in := tinySite()
	files := render(t, loadTheme(t), in)
	for _, page := range []struct{ file, path string }{
		{"indicator.txt", "indicators/output/index.html"}, {"home.txt", "index.html"}, {"compare.txt", "2024/compare/index.html"},
		{"changes.txt", "changes/index.html"}, {"commitments.txt", "commitments/index.html"},
	} {
		node, err := html.Parse(bytes.NewReader([]byte(files[page.path])))
		if err != nil {
			t.Fatal(err)
		}
		lines := spoken(elements(node, "main")[0])
		golden.Compare(t, "testdata/reading/"+page.file, strings.Join(lines, "\n")+"\n")
		for n, line := range lines {
			if n > 0 && line == lines[n-1] {
				t.Errorf("%s says %q twice in a row", page.path, line)
			}
		}
	}
}

// blocks are elements that begin a line.
var blocks = map[string]bool{
	"h1": true, "h2": true, "h3": true, "p": true, "li": true, "dt": true, "dd": true, "tr": true, "caption": true, "summary": true,
	"figcaption": true, "section": true, "div": true, "label": true, "nav": true, "details": true, "table": true, "figure": true,
}

// spoken is the text of an element as lines. What is hidden from screen readers, and what
// only scripts show, is left out; of a drawing its label is said.
func spoken(n *html.Node) []string {
	var lines []string
	var line strings.Builder
	flush := func() {
		if s := strings.Join(strings.Fields(line.String()), " "); s != "" {
			lines = append(lines, s)
		}
		line.Reset()
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			line.WriteString(n.Data)
			return
		}
		if n.Type == html.ElementNode {
			class := " " + attr(n, "class") + " "
			if attr(n, "aria-hidden") == "true" || strings.Contains(class, " scripted ") || n.Data == "textarea" || class == " crumbs " ||
				strings.Contains(class, " narrow ") || strings.Contains(class, " small ") {
				return
			}
			if n.Data == "svg" {
				flush()
				line.WriteString("[" + attr(n, "aria-label") + "]")
				flush()
				return
			}
			if blocks[n.Data] {
				flush()
			}
			if n.Data == "td" || n.Data == "th" {
				line.WriteString(" | ")
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode && blocks[n.Data] {
			flush()
		}
	}
	walk(n)
	flush()
	return lines
}

// TestHeadings holds that a line of a heading ends neither within the name of a place nor
// within a figure or a term.
func TestHeadings(t *testing.T) {
	in := tinySite()
	in.Config.Place = testsite.Zh("甲高新区·乙区")
	theme := loadTheme(t)
	b := New(theme, locale.All(in.Input, theme.Texts), in.Parts).books[0]
	for text, want := range map[string]string{
		"甲高新区·乙区年度工作目标":        "[甲高新区·][乙区]年度工作[目标]",
		"招引30亿元以上项目":           "招引[30亿元以上]项目",
		"规模以上工业增加值增速":          "[规模以上]工业[增加值][增速]",
		"2026年目标与2025年对比":      "[2026年][目标]与[2025年]对比",
		"报告“以上”的含义":            "报告[“以上”]的含义",
		"Output over 5% of it": "Output over [5%] of it",
	} {
		f := b.newFrame("prose", "about/")
		f.name(said{Text: text})
		var got strings.Builder
		for _, p := range f.HeadingParts() {
			if p.Whole {
				got.WriteString("[" + p.Text + "]")
			} else {
				got.WriteString(p.Text)
			}
		}
		if got.String() != want {
			t.Errorf("%q is cut into %s, want %s", text, got.String(), want)
		}
	}
}
