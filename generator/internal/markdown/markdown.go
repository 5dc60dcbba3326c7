// Package markdown turns Markdown into prose and references, with a position
// for everything that can be wrong.
//
// [Parse] knows the addresses that bind prose to data and leaves what they
// refer to for package check:
//
//	[12%以上](indicator:gdp)          a figure of the text; [](indicator:gdp) lets the page write it
//	[1921亿元](indicator:output#2024) the same for the result of a period
//	![caption](indicator:a,b)        a chart, alone in its paragraph
//	![caption](group:headline)       a chart of a group
//	![what it shows](../files/a.jpg "caption")   a picture
//	[text](commitment:new-road)      a named project
//	[三大](figure:none)               words that are no figure
//	[text](/about/)                  a page of the site
//
// The rest is CommonMark with tables, footnotes, definition lists and ~~struck
// out~~ text. It differs in what suits Han text: a line break beside a Han
// character is no space, **emphasis** may begin and end at Chinese punctuation,
// and a single ~ is a range and strikes nothing out. Content is data, so HTML is
// shown as text; comments are left out.
//
// The package is the only user of goldmark.
package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"reportsite/generator/internal/diag"
)

// Doc is one Markdown text.
type Doc struct {
	Parts    []Part    // in the order of the text, footnotes last
	Headings []Heading // in the order of the text
	Passages []Passage // the text of Parts without markup, by heading
	Texts    []Text    // prose outside links, captions, code and exempt spans, for the coverage count
	Exempt   []Text    // spans that are marked as "not a figure", without their markup
}

// Kind says what a part is.
type Kind int

// The kinds of parts.
const (
	HTML       Kind = iota // rendered prose; it may open an element that a later part closes
	Cite                   // a figure bound to an indicator
	Figure                 // a chart
	Commitment             // a link to a named project
	Link                   // a link to a page or file of the site
	Picture                // a picture of the editors
)

// Part is a piece of a text: rendered HTML or a reference. When each reference is
// replaced by an element (an inline one, for a chart a block), the pieces together
// are well-formed HTML.
type Part struct {
	Kind     Kind
	HTML     string   // finished prose; of a link what stands between its brackets, maybe nothing
	Text     string   // HTML without markup, with a line break at each border of a block; of a chart its caption, of a picture what it shows
	Title    string   // of a picture: its caption, maybe none
	Target   string   // of a reference: the id, the ids with commas between, or the path as written
	Fragment string   // of a reference: what follows '#'
	Group    bool     // of a chart: Target names a group
	Pos      diag.Pos // of a reference: its first bracket
}

// Heading is one heading.
type Heading struct {
	Level int    // 2 to 6; 1 only together with a diagnostic
	ID    string // unique within the text: as written in {#id}, or made of the words
	Text  string // without markup
	Pos   diag.Pos
}

// Text is a run of prose on one line. In Texts it is as written, with escapes
// and entities, so that a place in it is a place in the file.
type Text struct {
	Pos   diag.Pos
	Value string
}

// Parse reads a Markdown text, whose first line is line startLine of the file. A
// fault is reported and the rest is parsed; only a text that is not UTF-8, or that goldmark
// would take very long for, gives an empty Doc.
func Parse(file string, src []byte, startLine int) (Doc, []diag.Diagnostic) {
	unixed := bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	src = normal(src)
	p := &reading{
		places:     places{file: file, src: src, startLine: startLine},
		english:    isEnglish(file, src),
		references: map[ast.Node]bool{},
	}
	p.writer = html.NewWriter(html.WithEscapedSpace())
	if at := invalidUTF8(src); at >= 0 {
		p.report(NotUTF8, at)
		return Doc{}, p.diags
	}
	p.unseen(places{file: file, src: unixed, startLine: startLine})
	if p.tangled() {
		return Doc{}, p.diags
	}
	md := p.converter()
	root := md.Parser().Parse(text.NewReader(src))
	p.inspect(root)
	var out bytes.Buffer
	if err := md.Renderer().Render(&out, src, root); err != nil { // memory does not fail
		panic("generator: internal error: render Markdown: " + err.Error())
	}
	p.passages(root, p.split(out.String()))
	return p.doc, p.diags
}

// normal gives a text the line ends of Unix, so that a file from Windows makes
// the same pages, and replaces NUL as CommonMark asks; that also keeps the marks
// of references apart from the text. Lines and columns stay what they were.
func normal(src []byte) []byte {
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(src, []byte{0}, []byte("\uFFFD"))
}

// invalidUTF8 is the offset of the first byte that is no UTF-8, or -1.
func invalidUTF8(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	for at := 0; ; {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
}

// reading is the state of parsing and rendering one text.
type reading struct {
	places
	english bool        // the language of what the program adds: names of tables and the like
	writer  html.Writer // of text

	doc    Doc
	diags  []diag.Diagnostic
	ids    map[string]bool    // of headings
	again  map[string]int     // how many headings wanted an id that was taken
	charts map[ast.Node]bool  // images that are charts, and the blocks that hold nothing else
	wide   map[*ast.Link]bool // links after a full-width ！, which are meant as charts
	joined map[*ast.Text]bool // lines that go on without a space in the next
	refs   []Part             // in the order of rendering

	references map[ast.Node]bool // the nodes of refs
	above      string            // the words of the heading above, while rendering
}

// report adds the diagnostic of a rule at an offset of the text.
func (p *reading) report(rule *diag.Rule, offset int, args ...any) {
	p.diags = append(p.diags, rule.At(p.pos(offset), args...))
}

// mark is written into the HTML before and after the words of a reference. No text
// contains NUL: normal replaces it.
const mark = "\x00"

// split parts the HTML at the marks of references.
func (p *reading) split(out string) (at partIndex) {
	pieces := strings.Split(out, mark)
	for n, piece := range pieces {
		next := len(p.doc.Parts)
		switch {
		case n%2 == 1: // between the two marks of a reference
			part := p.refs[n/2]
			part.HTML = piece
			p.doc.Parts = append(p.doc.Parts, part)
			at.refs = append(at.refs, next)
		case piece != "":
			p.doc.Parts = append(p.doc.Parts, Part{Kind: HTML, HTML: piece})
			at.html = append(at.html, next)
		default:
			at.html = append(at.html, -1)
		}
	}
	return at
}

// partIndex has the places of parts in Doc.Parts: of each reference, and of the
// HTML before each reference and after the last one; -1 where there is none.
type partIndex struct{ refs, html []int }
