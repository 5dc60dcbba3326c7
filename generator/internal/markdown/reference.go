package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// exempt is the destination that says "not a figure".
const exempt = "figure:none"

// hasScheme is an address that names how it is to be opened.
var hasScheme = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*):`)

// scheme is the scheme of an address, in lower case; "" for a path.
func scheme(dest []byte) string {
	m := hasScheme.FindSubmatch(dest)
	if m == nil {
		return ""
	}
	return strings.ToLower(string(m[1]))
}

// web are the schemes of addresses outside the site.
var web = map[string]bool{"http": true, "https": true, "mailto": true, "tel": true}

// reference begins a reference in the HTML: its inner HTML stands between two
// marks, the second of which the end of the node writes.
func (p *reading) reference(w util.BufWriter, part Part) {
	p.refs = append(p.refs, part)
	_, _ = w.WriteString(mark) // memory does not fail
}

// link renders a link by what it refers to.
func (p *reading) link(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	dest := string(n.Destination)
	if !entering {
		_, _ = w.WriteString(p.closing(dest))
		return ast.WalkContinue, nil
	}
	kind, rest, _ := strings.Cut(dest, ":")
	target, fragment, _ := strings.Cut(rest, "#")
	part := Part{Text: p.plain(n), Target: target, Fragment: fragment, Pos: p.where(n)}
	switch s := scheme(n.Destination); {
	case dest == exempt:
	case s == "indicator":
		part.Kind = Cite
		p.reference(w, part)
	case s == "commitment" && kind != "":
		part.Kind = Commitment
		p.reference(w, part)
	case s == "group":
		p.report(GroupLink.At(part.Pos, dest))
	case web[s]:
		if part.Text == "" {
			p.report(EmptyLink.At(part.Pos, dest))
		}
		p.external(w, n)
	case s != "":
		p.report(BadScheme.At(part.Pos, s))
	case strings.HasPrefix(dest, "#"):
		_, _ = w.WriteString(`<a href="` + escaped(dest) + `">`)
	default:
		part.Kind = Link
		part.Target, part.Fragment, _ = strings.Cut(dest, "#")
		if part.Text == "" {
			p.report(EmptyLink.At(part.Pos, dest))
		}
		p.reference(w, part)
	}
	return ast.WalkContinue, nil
}

// closing is what the end of a link writes.
func (p *reading) closing(dest string) string {
	s := scheme([]byte(dest))
	switch {
	case dest == exempt:
		return ""
	case s == "indicator", s == "commitment":
		return mark
	case web[s], strings.HasPrefix(dest, "#"):
		return "</a>"
	case s != "":
		return ""
	}
	return mark
}

func (p *reading) external(w util.BufWriter, n *ast.Link) {
	class := ""
	if s := scheme(n.Destination); s == "http" || s == "https" {
		class = ` class="external" rel="external noopener"`
	}
	_, _ = w.WriteString(`<a href="` + escaped(string(n.Destination)) + `"` + class)
	if len(n.Title) > 0 {
		_, _ = w.WriteString(` title="` + string(util.EscapeHTML(n.Title)) + `"`)
	}
	_, _ = w.WriteString(">")
}

func escaped(dest string) string {
	return string(util.EscapeHTML(util.URLEscape([]byte(dest), false)))
}

// image renders a figure, and refuses other pictures: a site has no files but
// what is made from data.
func (p *reading) image(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Image)
	if !entering {
		return ast.WalkSkipChildren, nil
	}
	dest := string(n.Destination)
	s := scheme(n.Destination)
	_, target, _ := strings.Cut(dest, ":")
	part := Part{Kind: Figure, Text: p.plain(n), Target: target, Group: s == "group", Pos: p.where(n)}
	switch {
	case s != "indicator" && s != "group":
		p.report(NoImages.At(part.Pos, dest))
	case !p.figures[n]:
		p.report(FigureInText.At(part.Pos))
	default:
		p.reference(w, part)
		_, _ = w.WriteString(mark)
	}
	return ast.WalkSkipChildren, nil
}

// paragraph leaves the element out where a figure is all that it holds: a
// figure is no phrase.
func (p *reading) paragraph(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if img, ok := loneImage(node.(*ast.Paragraph)); ok && p.figures[img] {
		return ast.WalkContinue, nil
	}
	if entering {
		_, _ = w.WriteString("<p>")
	} else {
		_, _ = w.WriteString("</p>\n")
	}
	return ast.WalkContinue, nil
}

// RegisterFuncs is goldmark's way to ask what is rendered here.
func (p *reading) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindLink, p.link)
	r.Register(ast.KindImage, p.image)
	r.Register(ast.KindAutoLink, p.autoLink)
	r.Register(ast.KindParagraph, p.paragraph)
	r.Register(ast.KindHeading, p.heading)
	r.Register(ast.KindRawHTML, p.rawHTML)
	r.Register(ast.KindHTMLBlock, p.htmlBlock)
	p.registerTables(r)
}
