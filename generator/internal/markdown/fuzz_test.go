package markdown_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/markdown"
)

// The cases have the properties that hold for every text.
func TestProperties(t *testing.T) {
	for name, text := range inputs(t) {
		t.Run(name, func(t *testing.T) { properties(t, text) })
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range inputs(f) {
		f.Add(text)
	}
	f.Add([]byte("[a[^1]<https://b>](indicator:c)![d](group:e)\n[^1]: f [^1]\n"))
	f.Add([]byte("- \t> ![a](indicator:b)\n\n\t  | c | [d](e.md) |\n\t  |-|-|\n"))
	f.Add([]byte("&#0;[&#0;](/&#0;)![](group:&#0;)<https://&#0;>\n"))
	f.Add([]byte("## [](indicator:a) {#b}\n[c]: <commitment:d> \"e\"\n**[c]：~~[x][c]~~**\x00"))
	f.Fuzz(properties)
}

// properties fails when a text makes bad HTML, or a place is not where it is
// said to be.
func properties(t *testing.T, src []byte) {
	doc, diags := markdown.Parse("x.md", src, 1)
	again, _ := markdown.Parse("x.md", src, 1)
	if diff := cmp.Diff(doc, again); diff != "" {
		t.Errorf("the second time is not like the first:\n%s", diff)
	}
	if !utf8.Valid(src) {
		if len(diags) != 1 {
			t.Errorf("a text that is not UTF-8 has %d diagnostics", len(diags))
		}
		return
	}
	src = bytes.ReplaceAll(src, []byte{0}, []byte("\ufffd"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	lines := strings.Split(string(src), "\n")
	for _, d := range diags {
		if _, ok := at(lines, d.Pos); !ok {
			t.Errorf("%s is not in the text: %s", d.Pos, d.Message(diag.English))
		}
	}
	for _, text := range doc.Texts {
		if rest, ok := at(lines, text.Pos); !ok || !strings.HasPrefix(rest, text.Value) {
			t.Errorf("%s: found %q, not the text %q", text.Pos, rest, text.Value)
		}
	}
	for _, part := range doc.Parts {
		begin := "["
		switch part.Kind {
		case markdown.HTML:
			continue
		case markdown.Figure, markdown.Picture:
			begin = "!["
		}
		if rest, ok := at(lines, part.Pos); !ok || !strings.HasPrefix(rest, begin) {
			t.Errorf("%s: found %q, no reference to %q", part.Pos, rest, part.Target)
		}
	}
	ids := map[string]bool{}
	for _, h := range doc.Headings {
		if h.ID == "" || ids[h.ID] {
			t.Errorf("%s: the id %q is empty or not the only one", h.Pos, h.ID)
		}
		ids[h.ID] = true
	}
	wellFormed(t, whole(doc))
	samePassages(t, doc)
}

// at is the rest of the line at a place.
func at(lines []string, pos diag.Pos) (string, bool) {
	if pos.Line < 1 || pos.Line > len(lines) {
		return "", false
	}
	line := []rune(lines[pos.Line-1])
	if pos.Col < 1 || pos.Col > len(line)+1 {
		return "", false
	}
	return string(line[pos.Col-1:]), true
}

// whole is a text with elements in the place of references.
func whole(doc markdown.Doc) string {
	var b strings.Builder
	for _, p := range doc.Parts {
		switch p.Kind {
		case markdown.HTML:
			b.WriteString(p.HTML)
		case markdown.Figure, markdown.Picture:
			b.WriteString("<figure></figure>")
		default:
			b.WriteString(`<a href="https://example.com/">` + p.HTML + "</a>")
		}
	}
	return b.String()
}

// blocks cannot stand in a paragraph.
var blocks = map[string]bool{
	"p": true, "div": true, "figure": true, "table": true, "pre": true, "blockquote": true, "hr": true,
	"ul": true, "ol": true, "dl": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
}

// wellFormed wants every element closed in its place, no link within a link, no
// block in a paragraph, no id twice, and no address that is dangerous.
func wellFormed(t *testing.T, text string) {
	t.Helper()
	open, ids := []string{}, map[string]bool{}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		token := z.Token()
		switch kind {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("%v are not closed in\n%s", open, text)
			}
			return
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> closes %v in\n%s", token.Data, open, text)
			}
			open = open[:len(open)-1]
		case html.StartTagToken:
			for _, outer := range open {
				if outer == "a" && token.Data == "a" || outer == "p" && blocks[token.Data] {
					t.Errorf("<%s> within <%s> in\n%s", token.Data, outer, text)
				}
			}
			attributes(t, token, ids)
			if token.Data != "br" && token.Data != "hr" {
				open = append(open, token.Data)
			}
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Errorf("%q in\n%s", token.String(), text)
		}
	}
}

func attributes(t *testing.T, token html.Token, ids map[string]bool) {
	t.Helper()
	for _, a := range token.Attr {
		switch a.Key {
		case "id":
			if ids[a.Val] {
				t.Errorf("the id %q is not the only one", a.Val)
			}
			ids[a.Val] = true
		case "href":
			scheme, _, _ := strings.Cut(strings.ToLower(a.Val), ":")
			switch {
			case strings.HasPrefix(a.Val, "#"):
			case scheme != "https" && scheme != "http" && scheme != "mailto" && scheme != "tel":
				t.Errorf("a link to %q", a.Val)
			}
		case "class", "rel", "title", "role", "scope", "tabindex", "aria-label", "aria-hidden", "start":
		default:
			t.Errorf("the attribute %s", a.Key)
		}
	}
}
