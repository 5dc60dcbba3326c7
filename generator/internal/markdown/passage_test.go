package markdown_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"reportsite/generator/internal/markdown"
)

func TestPassages(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"none":                      {"", nil},
		"no heading":                {"甲\n乙\n", []string{" | 甲乙"}},
		"headings":                  {"前言\n\n## 一 {#a}\n\n甲\n\n### *二*\n\n乙\n", []string{" | 前言", "a 一 | 甲", "二 二 | 乙"}},
		"empty":                     {"## 一\n\n## 二\n", []string{"一 一 | ", "二 二 | "}},
		"underlined":                {"one\ntwo\n---\n\ntext\n", []string{"one-two one two | text"}},
		"footnotes":                 {"正文[^1]，续。\n\n[^1]: 注 *一*\n", []string{" | 正文，续。 注 一"}},
		"list, table":               {"- 甲\n- 乙\n\n| 丙 | 丁 |\n|---|---|\n| 1 | 2 |\n", []string{" | 甲 乙 丙 丁 1 2"}},
		"escapes":                   {"&lt;a&gt; \\*b\\* `c &amp; d`\n", []string{" | <a> *b* c &amp; d"}},
		"html":                      {"a <b>c</b><!-- d --> e\n\n<div>f</div>\n<!-- g -->\n", []string{" | a <b>c</b> e <div>f</div>"}},
		"references":                {"增长[12%](indicator:a)，[](indicator:b)，见[**路**](/about/)。\n", []string{" | 增长12%，{b}，见路。"}},
		"chart":                     {"甲\n\n![图一](indicator:a)\n\n乙\n", []string{" | 甲 图一 乙"}},
		"in a heading":              {"## 增长[](indicator:a)以上 {#g}\n\n[](commitment:road)\n", []string{"g 增长{a}以上 | {road}"}},
		"only a figure of the page": {"[](indicator:a)\n", []string{" | {a}"}},
		"code":                      {"```\nx < y\n```\n", []string{" | x < y"}},
	} {
		doc, _ := markdown.Parse("x.md", []byte(c.text), 1)
		if diff := cmp.Diff(c.want, passages(doc)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}

// passages prints a line for each passage: id, heading, text. A reference for
// which the page writes the words stands in braces.
func passages(doc markdown.Doc) (list []string) {
	words := func(runs []markdown.Run) string {
		var b strings.Builder
		for _, r := range runs {
			if r.Text == "" {
				b.WriteString("{" + doc.Parts[r.Part].Target + "}")
			}
			b.WriteString(r.Text)
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	for _, p := range doc.Passages {
		list = append(list, strings.TrimPrefix(p.ID+" "+words(p.Heading)+" | "+words(p.Text), " "))
	}
	for n := range list {
		if strings.HasPrefix(list[n], "|") {
			list[n] = " " + list[n]
		}
	}
	return list
}

// shown prints the same as passages from the HTML, as a browser reads it.
func shown(doc markdown.Doc) []string {
	var b strings.Builder
	for _, p := range doc.Parts {
		switch {
		case p.Kind == markdown.HTML:
			b.WriteString(p.HTML)
		case p.Kind == markdown.Figure || p.Kind == markdown.Picture:
			b.WriteString(" " + html.EscapeString(p.Text) + " ")
		case p.HTML == "":
			b.WriteString(html.EscapeString("{" + p.Target + "}"))
		default:
			b.WriteString(p.HTML)
		}
	}
	type passage struct{ id, heading, text string }
	all, hidden, inHeading := []passage{{}}, 0, false
	z := html.NewTokenizer(strings.NewReader(b.String()))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		token := z.Token()
		id, class := attribute(token, "id"), attribute(token, "class")
		now := &all[len(all)-1]
		switch {
		case hidden > 0 && kind == html.StartTagToken:
			hidden++
		case hidden > 0 && kind == html.EndTagToken:
			hidden--
		case hidden > 0:
		case kind == html.StartTagToken && (token.Data == "sup" && strings.HasPrefix(id, "fnref") || class == "footnote-back"):
			hidden = 1
		case kind == html.StartTagToken && isHeading(token.Data):
			all, inHeading = append(all, passage{id: id}), true
		case kind == html.EndTagToken && isHeading(token.Data):
			inHeading = false
		case kind == html.TextToken && inHeading:
			now.heading += token.Data
		case kind == html.TextToken:
			now.text += token.Data
		}
	}
	var list []string
	for n, p := range all {
		heading, text := strings.Join(strings.Fields(p.heading), " "), strings.Join(strings.Fields(p.text), " ")
		switch {
		case n == 0 && text == "":
		case n == 0:
			list = append(list, " | "+text)
		default:
			list = append(list, p.id+" "+heading+" | "+text)
		}
	}
	return list
}

func attribute(token html.Token, name string) string {
	for _, a := range token.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func isHeading(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && tag[1] >= '2' && tag[1] <= '6'
}

// samePassages fails when the text that the parser knows is not that of the page.
func samePassages(t *testing.T, doc markdown.Doc) {
	t.Helper()
	if diff := cmp.Diff(shown(doc), passages(doc)); diff != "" {
		t.Errorf("the passages are not those of the HTML: (-HTML +passages)\n%s", diff)
	}
	for n, p := range doc.Parts {
		if p.Kind != markdown.HTML {
			continue
		}
		if strings.Contains(p.HTML, `<sup id="fnref`) || strings.Contains(p.HTML, `class="footnote-back"`) {
			continue // whose signs are no text
		}
		want := shown(markdown.Doc{Parts: []markdown.Part{{Kind: markdown.HTML, HTML: headless(p.HTML)}}})
		got := strings.Join(strings.Fields(p.Text), " ")
		if fmt.Sprint(want) != fmt.Sprint([]string{" | " + got}) && got != "" {
			t.Errorf("part %d: the text is %q, the HTML %q", n, got, p.HTML)
		}
	}
}

// headless is HTML whose headings are paragraphs.
func headless(s string) string {
	for _, level := range "23456" {
		s = strings.NewReplacer("<h"+string(level)+" ", "<p ", "</h"+string(level)+">", "</p>").Replace(s)
	}
	return s
}

// The texts of this repository have the passages that their pages show.
func TestPassagesOfContent(t *testing.T) {
	var files []string
	for _, pattern := range []string{"content/*/*.md", "content/pages/*.md", "examples/national/content/*/*.md"} {
		found, err := filepath.Glob("../../../" + pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: found no texts: %v", pattern, err)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, _, body, line, _ := markdown.FrontMatter(data)
		doc, _ := markdown.Parse(file, body, line)
		if len(doc.Passages) == 0 {
			t.Errorf("%s has no passages", file)
		}
		samePassages(t, doc)
	}
}
