package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Passage is the text below one heading, without markup and without the marks of
// footnotes. White space is not normalised: a line break is the end of a line or
// the border of a block.
type Passage struct {
	ID      string // of the heading; "" for what stands before the first one
	Heading []Run  // the words of the heading
	Text    []Run
}

// Run is a piece of the text of a passage: words, a chart with its caption, or a
// reference without words of its own, for which the page writes them.
type Run struct {
	Text string // of a chart its caption between line breaks; "" for the page to write
	Part int    // index in Doc.Parts of the chart or reference; -1 for mere words
}

// textOf walks over a rendered tree once more and collects its text: that of
// every HTML part, and the passages.
type textOf struct {
	*reading
	at partIndex

	refs    int             // references that were met
	part    strings.Builder // the text of the HTML part so far
	run     strings.Builder // that of the run
	inRef   bool            // within the words of a reference
	worded  bool            // that reference has words
	heading bool            // within a heading
	list    []Passage
}

// passages fills in the text of the HTML parts, and lists the passages. Every
// part must be there.
func (p *reading) passages(root ast.Node, at partIndex) {
	t := &textOf{reading: p, at: at, list: []Passage{{}}}
	_ = ast.Walk(root, t.visit) // the callback gives no error
	t.endRun()
	t.endPart()
	if first := t.list[0].Text; len(first) == 0 || len(first) == 1 && strings.TrimSpace(first[0].Text) == "" && first[0].Part < 0 {
		t.list = t.list[1:] // nothing before the first heading
	}
	if len(t.list) > 0 {
		p.doc.Passages = t.list
	}
}

func (t *textOf) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Type() == ast.TypeBlock {
		t.block(n, entering)
		return ast.WalkContinue, nil
	}
	if t.references[n] && n.Kind() == ast.KindLink {
		t.reference(entering)
		return ast.WalkContinue, nil
	}
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Text:
		t.text(n)
	case *ast.AutoLink:
		t.add(string(n.Label(t.src)))
	case *ast.RawHTML:
		if !isComment(n, t.src) {
			t.add(string(n.Segments.Value(t.src)))
		}
	case *extast.FootnoteLink:
		t.border() // the mark is no text, but what follows it does not go on with what is before it
	case *ast.Image:
		if t.references[n] {
			t.endPart()
			t.refer("\n" + t.plain(n) + "\n")
		}
		return ast.WalkSkipChildren, nil
	}
	return ast.WalkContinue, nil
}

// block handles the beginning or end of a block.
func (t *textOf) block(n ast.Node, entering bool) {
	if h, ok := n.(*ast.Heading); ok {
		t.endRun()
		if t.heading = entering; entering {
			id, _ := h.AttributeString("id")
			t.list = append(t.list, Passage{ID: string(id.([]byte))})
		}
	}
	t.add("\n")
	if !entering {
		return
	}
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		t.add(string(n.Lines().Value(t.src)))
	case *ast.HTMLBlock:
		shown, _ := t.shownHTML(n)
		t.add(string(shown))
	}
}

func (t *textOf) text(n *ast.Text) {
	words := t.words(n)
	if n.Parent().Kind() == ast.KindCodeSpan {
		words = strings.ReplaceAll(words, "\n", " ")
	}
	t.add(words)
	if n.HardLineBreak() || n.SoftLineBreak() && !t.joined[n] {
		t.add("\n")
	}
}

// reference handles the beginning or end of a reference.
func (t *textOf) reference(entering bool) {
	t.inRef = entering
	if entering {
		t.worded = false
		return
	}
	t.endPart()
	if t.worded {
		t.refs++
		return
	}
	t.refer("")
}

// refer adds a chart or a reference without words to the passage.
func (t *textOf) refer(text string) {
	t.endRun()
	list := t.current()
	*list = append(*list, Run{Text: text, Part: t.at.refs[t.refs]})
	t.refs++
}

// add adds text to the passage, and to the HTML part where it stands in one.
func (t *textOf) add(text string) {
	if text == "" {
		return
	}
	t.toPart(text)
	t.say(text)
}

// border separates the text of the HTML part, but not that of the passage.
func (t *textOf) border() { t.toPart("\n") }

func (t *textOf) toPart(text string) {
	if t.inRef {
		t.worded = true
		return
	}
	t.part.WriteString(text)
}

// say adds text to the passage.
func (t *textOf) say(text string) { t.run.WriteString(text) }

// endPart ends the HTML part before a reference or at the end of the text.
func (t *textOf) endPart() {
	if at := t.at.html[t.refs]; at >= 0 {
		t.doc.Parts[at].Text = t.part.String()
	}
	t.part.Reset()
}

// endRun ends a run of words, before anything else of the passage.
func (t *textOf) endRun() {
	if t.run.Len() > 0 {
		list := t.current()
		*list = append(*list, Run{Text: t.run.String(), Part: -1})
	}
	t.run.Reset()
}

// current is what text is added to at present.
func (t *textOf) current() *[]Run {
	last := &t.list[len(t.list)-1]
	if t.heading {
		return &last.Heading
	}
	return &last.Text
}
