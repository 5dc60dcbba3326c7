package markdown

import (
	"bufio"
	"bytes"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"reportsite/generator/internal/diag"
)

// collect lists the runs of text outside links, captions and code, and the
// spans that are marked as no figure.
func (p *reading) collect(root ast.Node) {
	run := text.NewSegment(-1, -1)                                               // of adjacent nodes
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the callback gives no error
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			if address(n.Destination) == exempt {
				p.doc.Exempt = append(p.doc.Exempt, Text{p.pos(n.Pos()), p.plain(n)})
			}
			return ast.WalkSkipChildren, nil
		case *ast.Image, *ast.CodeSpan:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if n.Segment.Start == run.Stop {
				run.Stop = n.Segment.Stop
			} else {
				p.run(run)
				run = n.Segment
			}
		}
		return ast.WalkContinue, nil
	})
	p.run(run)
	for _, t := range p.doc.Texts {
		p.leftovers(t)
	}
}

// run adds a run of text.
func (p *reading) run(s text.Segment) {
	if s.Start < s.Stop {
		p.doc.Texts = append(p.doc.Texts, Text{p.pos(s.Start), string(p.src[s.Start:s.Stop])})
	}
}

// leftovers reports Markdown that was not written as it must be and became
// text, which the readers of the page would see.
func (p *reading) leftovers(t Text) {
	if !strings.ContainsAny(t.Value, "]］】*<_~=`＊～｀") {
		return // the usual case, tested first because it is cheap
	}
	for _, l := range leftovers {
		pos, at := t.Pos, 0 // of the mark before
		for _, m := range l.form.FindAllStringSubmatchIndex(t.Value, -1) {
			for n := 2; n < len(m); n += 2 { // the marks alone, without what stands beside them
				if m[n] >= 0 {
					m = m[n : n+2]
					break
				}
			}
			pos.Col += utf8.RuneCountInString(t.Value[at:m[0]])
			at = m[0]
			d := l.rule.At(pos, strings.TrimSpace(t.Value[m[0]:m[1]]))
			d.Args = d.Args[:len(l.rule.Args)]
			p.diags = append(p.diags, d)
		}
	}
}

// lostLink is what is meant as a link by its address and is none, because a
// bracket is a Chinese one, a space stands within, or the end is missing.
const lostLink = `[\[［【][^\[\]［］【】]*[\]］】]\s?[(（]\s*<?(?:https?:|mailto:|tel:|/|#|\.{1,2}/|[\pL\pN_.-]+\.md\b)[^()（）]*[)）]?` +
	`|\[[^\[\]]*\]\([^()（）]*$`

var leftovers = []struct {
	form *regexp.Regexp
	rule *diag.Rule
}{
	{regexp.MustCompile(`[\]］】]\s*[(（【〔\[]\s*<?(?:indicator|commitment|group|figure)\s*[:：][^()（）】〕\]]*[)）】〕\]]?`), LostReference},
	{regexp.MustCompile(`\[\^[^\]\s]+\]`), LostFootnote},
	{regexp.MustCompile(`(?:^|[^\\*])\*\*(?:[^*]|$)`), LostStars},
	{regexp.MustCompile(`<!--`), OpenComment},
	{regexp.MustCompile(lostLink), LostLink},
	{regexp.MustCompile("(?:^|[^\\\\_])(__)(?:[^_]|$)|(?:^|[^\\\\~])(~~)(?:[^~]|$)|(?:^|[^\\\\`])(`+)|(＊＊|｀+|～～)|(==[^=\\s][^=]*==)|(?:^|[^\\\\*0-9A-Za-z])(\\*)(?:[^*\\s]|$)|^(\\[[ xX]?\\])\\s"), LostMarks},
}

// plain is the text of an inline node without markup.
func (p *reading) plain(n ast.Node) string {
	var b strings.Builder
	walk(n, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(p.words(n))
			if n.HardLineBreak() || n.SoftLineBreak() && !p.joined[n] {
				b.WriteByte(' ')
			}
		case *ast.AutoLink:
			b.Write(n.Label(p.src))
		}
	})
	return strings.TrimSpace(b.String())
}

// words is a piece of text as the reader sees it: escapes and entities are
// resolved.
func (p *reading) words(n *ast.Text) string {
	value := n.Segment.Value(p.src)
	if n.IsRaw() || bytes.IndexByte(value, '\\') < 0 && bytes.IndexByte(value, '&') < 0 {
		return string(value)
	}
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	p.writer.Write(w, value)
	_ = w.Flush() // memory does not fail
	return html.UnescapeString(b.String())
}
