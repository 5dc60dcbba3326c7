package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// heading renders a heading and remembers it as the name of the tables below.
func (p *reading) heading(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Heading)
	level := max(n.Level, 2) // the page's title is the only one of the first level
	if !entering {
		fmt.Fprintf(w, "</h%d>\n", level)
		return ast.WalkContinue, nil
	}
	p.section = p.plain(n)
	id, _ := n.AttributeString("id")
	fmt.Fprintf(w, `<h%d id="%s">`, level, util.EscapeHTML(id.([]byte)))
	return ast.WalkContinue, nil
}

// autoLink renders <https://…>.
func (p *reading) autoLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.AutoLink)
	if !entering {
		return ast.WalkContinue, nil
	}
	dest, label := n.URL(p.src), n.Label(p.src)
	if n.AutoLinkType == ast.AutoLinkEmail && scheme(dest) == "" {
		dest = append([]byte("mailto:"), dest...)
	}
	switch s := scheme(dest); {
	case !web[s]:
		p.report(BadScheme.At(p.where(n), s))
		_, _ = w.Write(util.EscapeHTML(label))
		return ast.WalkContinue, nil
	case s == "http", s == "https":
		fmt.Fprintf(w, `<a href="%s" class="external" rel="external noopener">`, escaped(string(dest)))
	default:
		fmt.Fprintf(w, `<a href="%s">`, escaped(string(dest)))
	}
	_, _ = w.Write(util.EscapeHTML(label))
	_, _ = w.WriteString("</a>")
	return ast.WalkContinue, nil
}

// rawHTML shows an HTML tag of the text as text: content is data.
func (p *reading) rawHTML(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.RawHTML)
	if !entering {
		return ast.WalkSkipChildren, nil
	}
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		if i == 0 {
			p.report(RawHTML.At(p.pos(segment.Start)))
		}
		_, _ = w.Write(util.EscapeHTML(segment.Value(p.src)))
	}
	return ast.WalkSkipChildren, nil
}

// htmlBlock shows a block of HTML as text.
func (p *reading) htmlBlock(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.HTMLBlock)
	if !entering {
		_, _ = w.WriteString("</p>\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("<p>")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		if i == 0 {
			p.report(RawHTML.At(p.pos(line.Start)))
		}
		_, _ = w.Write(util.EscapeHTML(line.Value(p.src)))
	}
	if n.HasClosure() {
		_, _ = w.Write(util.EscapeHTML(n.ClosureLine.Value(p.src)))
	}
	return ast.WalkContinue, nil
}

func (p *reading) registerTables(r renderer.NodeRendererFuncRegisterer) {
	r.Register(extast.KindTable, p.table)
}

// table puts a table into a region that scrolls by itself, so that a wide one
// does not move the page; the region can be reached by keyboard and has a name.
func (p *reading) table(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</table></div>\n")
		return ast.WalkContinue, nil
	}
	name := "表格"
	if p.english {
		name = "Table"
	}
	if p.section != "" {
		name += ": " + p.section
		if !p.english {
			name = p.section + "：表格"
		}
	}
	fmt.Fprintf(w, "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table>\n", util.EscapeHTML([]byte(name)))
	return ast.WalkContinue, nil
}
