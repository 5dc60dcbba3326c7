package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

const (
	commentStart = "<!--"
	commentEnd   = "-->"
)

// rawHTML shows an HTML tag as text: content is data. Comments are for editors
// and are left out.
func (p *reading) rawHTML(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.RawHTML)
	if !entering || isComment(n, p.src) {
		return ast.WalkSkipChildren, nil
	}
	p.report(RawHTML, n.Segments.At(0).Start)
	_, _ = w.Write(util.EscapeHTML(n.Segments.Value(p.src))) // memory does not fail
	return ast.WalkSkipChildren, nil
}

func isComment(n *ast.RawHTML, src []byte) bool {
	return bytes.HasPrefix(n.Segments.Value(src), []byte(commentStart))
}

// comment is an HTML comment with its end.
var comment = regexp.MustCompile(`(?s)<!--.*?-->`)

// shownHTML is what is shown of a block of HTML: all but the comments. open
// reports a comment without an end, which goes on to the end of the text.
func (p *reading) shownHTML(n *ast.HTMLBlock) (shown []byte, open bool) {
	block := n.Lines().Value(p.src)
	if n.HasClosure() {
		block = append(block, n.ClosureLine.Value(p.src)...)
	}
	block = bytes.TrimSpace(comment.ReplaceAll(block, nil))
	shown, _, open = bytes.Cut(block, []byte(commentStart))
	return shown, open
}

// htmlBlock shows a block of HTML as text, without its comments.
func (p *reading) htmlBlock(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.HTMLBlock)
	if !entering {
		return ast.WalkContinue, nil
	}
	block, open := p.shownHTML(n)
	if open {
		p.report(OpenComment, n.Pos())
	}
	if len(block) > 0 {
		p.report(RawHTML, n.Pos())
		_, _ = w.WriteString("<p>" + string(util.EscapeHTML(block)) + "</p>\n") // memory does not fail
	}
	return ast.WalkContinue, nil
}
