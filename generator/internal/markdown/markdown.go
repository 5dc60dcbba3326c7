// Package markdown turns Markdown into prose and references, with a position
// for everything that can be wrong.
//
// It knows the schemes that bind prose to data (indicator:, commitment:,
// group:, figure:none) and leaves what they refer to for package check. It is
// the only user of goldmark.
package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"reportsite/generator/internal/diag"
)

// Doc is one Markdown text.
type Doc struct {
	Parts    []Part    // in the order of the text
	Headings []Heading // in the order of the text
	Texts    []Text    // prose outside links, code and exempt spans, for the coverage count
	Exempt   []Text    // spans that are marked as "not a figure"
}

// Kind says what a part is.
type Kind int

// The kinds of parts.
const (
	HTML       Kind = iota // finished prose; it may open an element that a later part closes
	Cite                   // a figure bound to an indicator
	Figure                 // a chart
	Commitment             // a link to a named project
	Link                   // a link to a page of the site
)

// Part is a piece of a text: finished HTML or a reference.
type Part struct {
	Kind     Kind
	HTML     string   // finished prose; of a reference what stands between its brackets
	Text     string   // of a reference: the same without markup; of a figure its caption
	Target   string   // of a reference: the id, the ids with commas between, or the path as written
	Fragment string   // of a reference: what follows '#'
	Group    bool     // of a figure: Target names a group
	Pos      diag.Pos // of a reference
}

// Heading is one heading. Its id is unique within the text.
type Heading struct {
	Level int
	ID    string
	Text  string
	Pos   diag.Pos
}

// Text is a run of prose as written.
type Text struct {
	Pos   diag.Pos
	Value string
}

// Parse reads a Markdown text, whose first line is line startLine of the file.
// Faults do not stop it: the rest of the text is there.
func Parse(file string, src []byte, startLine int) (Doc, []diag.Diagnostic) {
	// CommonMark replaces NUL; here it also keeps the marks of references apart
	// from the text.
	src = bytes.ReplaceAll(src, []byte{0}, []byte("\uFFFD"))
	p := &reading{file: file, src: src, startLine: startLine, english: strings.HasSuffix(file, ".en.md")}
	md := goldmark.New(
		goldmark.WithExtensions(
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
			extension.Strikethrough,
			extension.DefinitionList,
			extension.NewFootnote(extension.WithFootnoteLinkClass("footnote-ref"), extension.WithFootnoteBacklinkClass("footnote-back")),
			extension.NewCJK(extension.WithEastAsianLineBreaks(extension.EastAsianLineBreaksCSS3Draft), extension.WithEscapedSpace()),
		),
		goldmark.WithParserOptions(parser.WithHeadingAttribute()),
		goldmark.WithRendererOptions(
			html.WithEastAsianLineBreaks(html.EastAsianLineBreaksCSS3Draft),
			renderer.WithNodeRenderers(util.Prioritized(p, 100)),
		),
	)
	root := md.Parser().Parse(text.NewReader(src))
	p.inspect(root)
	var out bytes.Buffer
	if err := md.Renderer().Render(&out, src, root); err != nil { // memory does not fail
		panic("generator: internal error: render Markdown: " + err.Error())
	}
	p.split(out.String())
	return p.doc, p.diags
}

// reading is one text on its way.
type reading struct {
	file      string
	src       []byte
	startLine int
	english   bool
	lines     []int // offsets of line starts, made when first needed
	doc       Doc
	diags     []diag.Diagnostic
	refs      []Part // in the order of rendering
	figures   map[ast.Node]bool
	section   string // the heading above, while rendering
}

func (p *reading) report(d diag.Diagnostic) { p.diags = append(p.diags, d) }

// reference marks its place in the HTML. NUL occurs in no text.
const mark = "\x00"

// split parts the HTML at the marks of references.
func (p *reading) split(out string) {
	pieces := strings.Split(out, mark)
	var ref int
	for n, piece := range pieces {
		if n%2 == 1 { // between the two marks of a reference
			part := p.refs[ref]
			part.HTML = piece
			p.doc.Parts = append(p.doc.Parts, part)
			ref++
			continue
		}
		if piece != "" {
			p.doc.Parts = append(p.doc.Parts, Part{Kind: HTML, HTML: piece})
		}
	}
}
