package markdown

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"reportsite/generator/internal/message"
)

// converter is goldmark set up for one text: p watches the reading and renders
// what is not plain Markdown. The typographer stays off, because it is made for
// Latin punctuation.
func (p *reading) converter() goldmark.Markdown {
	back := message.Say(p.lang(), "footnote-back")
	return goldmark.New(
		goldmark.WithExtensions(
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
			extension.DefinitionList,
			extension.NewFootnote(
				extension.WithFootnoteLinkClass("footnote-ref"),
				extension.WithFootnoteBacklinkClass("footnote-back"),
				extension.WithFootnoteBacklinkTitle(back),
				extension.WithFootnoteBacklinkHTML(`<span aria-hidden="true">&#x21a9;&#xfe0e;</span><span class="visually-hidden">`+back+`</span>`),
			),
			extension.NewCJK(extension.WithEscapedSpace()),
		),
		goldmark.WithParserOptions(
			parser.WithHeadingAttribute(),
			parser.WithBlockParsers(util.Prioritized(pasted{parser.NewParagraphParser()}, 450)), // before code by indentation, at 500
			parser.WithInlineParsers(
				util.Prioritized(&span{char: '*', node: emphasis}, 400), // before goldmark's own, at 500
				util.Prioritized(&span{char: '~', pairs: true, node: struckOut}, 500),
			),
			parser.WithASTTransformers(util.Prioritized(watcher{p}, 500)), // before the footnotes' own, at 999
		),
		goldmark.WithRendererOptions(
			renderer.WithNodeRenderers(
				util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
				util.Prioritized(p, 100),
			),
		),
	)
}

func emphasis(length int) ast.Node { return ast.NewEmphasis(length) }

func struckOut(int) ast.Node { return extast.NewStrikethrough() }

// RegisterFuncs is goldmark's way to ask what is rendered here.
func (p *reading) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindText, p.text)
	r.Register(ast.KindLink, p.link)
	r.Register(ast.KindImage, p.image)
	r.Register(ast.KindAutoLink, p.autoLink)
	r.Register(ast.KindParagraph, p.paragraph)
	r.Register(ast.KindHeading, p.heading)
	r.Register(ast.KindRawHTML, p.rawHTML)
	r.Register(ast.KindHTMLBlock, p.htmlBlock)
	r.Register(extast.KindTable, p.table)
}

// lang is the language of what the program adds to the text.
func (p *reading) lang() message.Lang {
	if p.english {
		return message.English
	}
	return message.Chinese
}

// isEnglish reports whether the reader of a text expects English: where the
// file says so, or where no Han character is in it.
func isEnglish(file string, src []byte) bool {
	if strings.HasSuffix(file, ".en.md") {
		return true
	}
	for _, r := range string(src) {
		if unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}
