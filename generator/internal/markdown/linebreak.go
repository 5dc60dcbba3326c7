package markdown

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// lines follows a paragraph over its lines: whether the next one goes on
// without a space depends on the characters on both sides of the break, which
// may stand in different nodes.
type lines struct {
	open *ast.Text // ends with a line break, and nothing came after it yet
	last rune      // the character before
}

// joinLines decides for each line break whether it is a space. In Chinese text it
// is not, also beside a Latin letter or a digit, where the style sheet adds the
// space. In English text it is, except between two Han characters.
func (p *reading) joinLines(l *lines, n ast.Node) {
	if n.Type() != ast.TypeInline {
		*l = lines{}
		return
	}
	first, last := p.edges(n)
	if first == 0 {
		if n, ok := n.(*ast.Text); ok && n.SoftLineBreak() {
			l.open = n
		}
		return
	}
	if l.open != nil {
		before, after := wide(l.last), wide(first)
		p.joined[l.open] = before && after || !p.english && (before || after)
	}
	*l = lines{last: last}
	if n, ok := n.(*ast.Text); ok && n.SoftLineBreak() {
		l.open = n
	}
}

// edges are the first and last visible character that a node itself adds, or 0.
func (p *reading) edges(n ast.Node) (first, last rune) {
	switch n := n.(type) {
	case *ast.Text:
		return ends(n.Segment.Value(p.src))
	case *ast.AutoLink:
		return ends(n.Label(p.src))
	case *ast.RawHTML:
		if !isComment(n, p.src) {
			return '<', '>'
		}
	case *ast.Link:
		if n.FirstChild() == nil { // the page writes a figure or a title here
			if p.english {
				return 'a', 'a'
			}
			return '一', '一'
		}
	}
	return 0, 0
}

func ends(value []byte) (first, last rune) {
	if len(value) == 0 {
		return 0, 0
	}
	first, _ = utf8.DecodeRune(value)
	last, _ = utf8.DecodeLastRune(value)
	return first, last
}

// text renders a piece of text with the line break after it.
func (p *reading) text(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Text)
	if !entering {
		return ast.WalkContinue, nil
	}
	value := n.Segment.Value(src)
	if n.IsRaw() {
		p.writer.RawWrite(w, value)
	} else {
		p.writer.Write(w, value)
	}
	switch {
	case n.HardLineBreak():
		_, _ = w.WriteString("<br>\n") // memory does not fail
	case n.SoftLineBreak() && !p.joined[n]:
		_ = w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}
