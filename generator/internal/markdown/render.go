package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"reportsite/generator/internal/message"
)

// paragraph leaves the <p> out when the paragraph holds nothing but a chart, which
// is a block of its own.
func (p *reading) paragraph(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	tag := ""
	switch {
	case p.charts[n]:
	case entering:
		tag = "<p>"
	default:
		tag = "</p>\n"
	}
	_, _ = w.WriteString(tag) // memory does not fail
	return ast.WalkContinue, nil
}

// heading renders a heading and remembers it as the name of the tables below.
func (p *reading) heading(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Heading)
	level := max(n.Level, 2) // the page's title is the only one of the first level
	if !entering {
		_, _ = fmt.Fprintf(w, "</h%d>\n", level) // memory does not fail
		return ast.WalkContinue, nil
	}
	p.above = p.plain(n)
	id, _ := n.AttributeString("id")
	_, _ = fmt.Fprintf(w, `<h%d id="%s">`, level, util.EscapeHTML(id.([]byte)))
	return ast.WalkContinue, nil
}

// table puts a table into a region that scrolls by itself, so that a wide one
// does not move the page; the region can be reached by keyboard and has a name.
func (p *reading) table(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</table></div>\n") // memory does not fail
		return ast.WalkContinue, nil
	}
	name := message.Say(p.lang(), "table")
	if p.above != "" {
		name = message.Say(p.lang(), "table-below", "Heading", p.above)
	}
	_, _ = fmt.Fprintf(w, "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table>\n",
		util.EscapeHTML([]byte(name)))
	return ast.WalkContinue, nil
}
