package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// inspect looks at the tree before it is rendered: charts are recognised,
// headings get their ids, and the prose is collected.
func (p *reading) inspect(root ast.Node) {
	p.charts = map[ast.Node]bool{}
	p.joined = map[*ast.Text]bool{}
	p.wide = map[*ast.Link]bool{}
	var headings []*ast.Heading
	var astray []*extast.FootnoteLink
	var lines lines
	walk(root, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Heading:
			headings = append(headings, n)
		case *ast.Paragraph:
			p.lostLines(n)
			p.chartAlone(n)
		case *ast.TextBlock: // a paragraph of a list without empty lines
			p.lostLines(n)
			p.chartAlone(n)
		case *ast.FencedCodeBlock:
			p.openFence(n)
		case *ast.CodeBlock:
			p.report(IndentedCode, n.Pos())
		case *ast.Link:
			p.wideImage(n)
		case *extast.Table:
			p.rowCells(n)
		case *extast.TableCell:
			tableCell(n)
		case *extast.FootnoteLink:
			if within(n, ast.KindLink, ast.KindImage) {
				astray = append(astray, n)
			}
		}
		p.joinLines(&lines, n)
	})
	for _, n := range astray {
		p.report(FootnoteInLink, n.Pos())
		n.Parent().RemoveChild(n.Parent(), n)
	}
	p.nameHeadings(headings)
	p.collect(root)
}

// walk visits every node in the order of the text.
func walk(root ast.Node, visit func(ast.Node)) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the callback gives no error
		if entering {
			visit(n)
		}
		return ast.WalkContinue, nil
	})
}

// within reports whether a node is inside one of these kinds.
func within(n ast.Node, kinds ...ast.NodeKind) bool {
	for up := n.Parent(); up != nil; up = up.Parent() {
		for _, kind := range kinds {
			if up.Kind() == kind {
				return true
			}
		}
	}
	return false
}

// chartAlone notes the chart or picture that is all of a block. The links back to the text,
// which goldmark adds to the last block of a footnote, are moved behind the block.
func (p *reading) chartAlone(block ast.Node) {
	img, ok := block.FirstChild().(*ast.Image)
	if !ok || !isChart(address(img.Destination)) && !isPicture(address(img.Destination)) {
		return
	}
	next := img.NextSibling()
	if next != nil && next.Kind() != extast.KindFootnoteBacklink {
		return
	}
	for next != nil {
		back := next
		next = next.NextSibling()
		block.Parent().AppendChild(block.Parent(), back)
	}
	p.charts[block], p.charts[img] = true, true
}

// tableCell sets the attributes that the theme and screen readers need.
// Right-aligned columns hold numbers.
func tableCell(n *extast.TableCell) {
	if n.Parent().Kind() == extast.KindTableHeader {
		n.SetAttributeString("scope", []byte("col"))
	}
	switch n.Alignment {
	case extast.AlignRight:
		n.SetAttributeString("class", []byte("number"))
	case extast.AlignCenter:
		n.SetAttributeString("class", []byte("center"))
	}
}

// watcher looks at the tree before goldmark takes out the footnotes that
// nothing refers to.
type watcher struct{ *reading }

// Transform is called by goldmark with the parsed tree.
func (w watcher) Transform(root *ast.Document, _ text.Reader, pc parser.Context) {
	w.lostDefinitions(pc.References())
	walk(root, func(n ast.Node) {
		if n, ok := n.(*extast.Footnote); ok && n.Index < 0 {
			w.report(UnusedFootnote, n.Pos(), string(n.Ref))
		}
	})
}
