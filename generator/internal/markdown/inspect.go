package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"reportsite/generator/internal/diag"
)

// inspect looks at the tree before it is rendered: headings get their ids,
// figures are recognised, and the prose is collected.
func (p *reading) inspect(root ast.Node) {
	p.figures = map[ast.Node]bool{}
	used := map[string]bool{}
	var explicit []*ast.Heading
	level := 1
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the callback gives no error
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if id, ok := n.AttributeString("id"); ok {
				used[string(id.([]byte))] = true
				explicit = append(explicit, n)
			}
			p.headingLevel(n, level)
			level = n.Level
		case *ast.Paragraph:
			if img, ok := loneImage(n); ok && scheme(img.Destination) != "" {
				p.figures[img] = true
			}
		case *extast.TableCell:
			if n.Parent().Kind() == extast.KindTableHeader {
				n.SetAttributeString("scope", []byte("col"))
			}
			if n.Alignment != extast.AlignNone {
				n.SetAttributeString("class", []byte(n.Alignment.String()))
			}
		}
		return ast.WalkContinue, nil
	})
	p.duplicates(explicit)
	p.headings(root, used)
	p.prose(root)
}

// headingLevel reports headings that a page cannot have.
func (p *reading) headingLevel(n *ast.Heading, before int) {
	switch {
	case n.Level == 1:
		p.report(TopHeading.At(p.pos(headingStart(n))))
	case n.Level > before+1:
		p.report(SkippedLevel.At(p.pos(headingStart(n)), n.Level, before))
	}
}

// headingStart is where a heading's text begins, or 0 for an empty one.
func headingStart(n *ast.Heading) int {
	if n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	return max(n.Pos(), 0)
}

// duplicates reports ids that were written twice.
func (p *reading) duplicates(list []*ast.Heading) {
	seen := map[string]bool{}
	for _, n := range list {
		value, _ := n.AttributeString("id")
		id := string(value.([]byte))
		if seen[id] {
			p.report(SameID.At(p.pos(headingStart(n)), id))
		}
		seen[id] = true
	}
}

// headings gives every heading an id and lists it.
func (p *reading) headings(root ast.Node, used map[string]bool) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the callback gives no error
		h, ok := n.(*ast.Heading)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		words := p.plain(h)
		id := ""
		if value, ok := h.AttributeString("id"); ok {
			id = string(value.([]byte))
		} else {
			id = freeID(slug(words), used)
			used[id] = true
			h.SetAttributeString("id", []byte(id))
		}
		p.doc.Headings = append(p.doc.Headings, Heading{h.Level, id, words, p.pos(headingStart(h))})
		return ast.WalkSkipChildren, nil
	})
}

// slug makes an id of a heading's words: letters of every script and digits
// stay, everything between becomes a hyphen.
func slug(words string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(words) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
			continue
		}
		gap = true
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}

func freeID(id string, used map[string]bool) string {
	if !used[id] {
		return id
	}
	for n := 2; ; n++ {
		if next := fmt.Sprintf("%s-%d", id, n); !used[next] {
			return next
		}
	}
}

// loneImage is the image that is all of a paragraph.
func loneImage(n *ast.Paragraph) (*ast.Image, bool) {
	img, ok := n.FirstChild().(*ast.Image)
	return img, ok && n.ChildCount() == 1
}

// prose collects the runs of text outside links, code and exempt spans.
func (p *reading) prose(root ast.Node) {
	last := -1                                                                   // where the last run ended
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the callback gives no error
		switch n := n.(type) {
		case *ast.Link:
			if entering && string(n.Destination) == exempt {
				p.doc.Exempt = append(p.doc.Exempt, Text{p.pos(n.Pos()), p.plain(n)})
			}
			return ast.WalkSkipChildren, nil
		case *ast.Image, *ast.CodeSpan, *ast.AutoLink, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock, *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				p.run(n, &last)
			}
		}
		return ast.WalkContinue, nil
	})
}

// run adds a piece of text, to the run before where it follows directly.
func (p *reading) run(n *ast.Text, last *int) {
	value := string(n.Segment.Value(p.src))
	if value == "" {
		return
	}
	texts := p.doc.Texts
	if n.Segment.Start == *last && len(texts) > 0 {
		texts[len(texts)-1].Value += value
	} else {
		p.doc.Texts = append(texts, Text{p.pos(n.Segment.Start), value})
	}
	*last = n.Segment.Stop
}

// plain is a node's text without markup.
func (p *reading) plain(n ast.Node) string {
	var b bytes.Buffer
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the callback gives no error
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Segment.Value(p.src))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// where is the place of an inline node.
func (p *reading) where(n ast.Node) diag.Pos { return p.pos(n.Pos()) }
