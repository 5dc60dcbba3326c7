package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Text from Word, WPS or WeChat has one line to a paragraph and no empty lines
// between: what begins a paragraph is its indentation, or a number such as 一、 or
// （一） (GB/T 9704-2012, 7.3.3). CommonMark would make one paragraph of all of it, or
// a block of code of what is indented by four spaces.

// pasted begins a paragraph at such a line, without its indentation.
type pasted struct{ parser.BlockParser }

// Open is goldmark's way to ask for a block that begins at this line.
func (b pasted) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	width, _ := util.IndentWidth(line, reader.LineOffset())
	inside := strings.TrimLeftFunc(string(line), unicode.IsSpace)
	blank := len(line) - len(inside)
	open := ast.IsParagraph(pc.LastOpenedBlock().Node)
	switch {
	case inside == "" || markedLine.MatchString(inside):
		return nil, parser.NoChildren // lostLines looks at these
	case strings.ContainsFunc(string(line[:blank]), wideSpace):
	case width >= 4 && isHanText(inside) && (!open || parent.Kind() != ast.KindListItem):
	case open && numberOf(inside) != "":
	default:
		return nil, parser.NoChildren
	}
	node := ast.NewParagraph()
	node.Lines().Append(segment.WithStart(segment.Start + blank))
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// CanInterruptParagraph says that the line above may be a paragraph's.
func (b pasted) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine says that four spaces do not matter.
func (b pasted) CanAcceptIndentedLine() bool { return true }

// wideSpace reports the spaces with which word processors indent.
func wideSpace(r rune) bool { return r > 0x7f && unicode.IsSpace(r) }

// isHanText reports whether text begins as a Chinese sentence does.
func isHanText(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("“《（【〔「『", r) || numberOf(s) != ""
}

// markedLine begins with a mark of Markdown: a heading, a list, a quotation or a
// table, which no indentation makes a paragraph.
var markedLine = regexp.MustCompile(`^(?:[#＃>＞|｜]|[-*+＊－＋][\s\x{3000}]|\d{1,9}[.)]\s|` + "```|~~~)")

// points match the number of a heading or point, level by level. 一、二季度 and
// 20、30亿元 are no such numbers.
var points = [...]*regexp.Regexp{
	regexp.MustCompile(`^(第[一二三四五六七八九十]+(?:章|部分|篇)|[一二三四五六七八九十]+、)[^一二三四五六七八九十百千两]`),
	regexp.MustCompile(`^([（(][一二三四五六七八九十]+[）)])[^、，。；）)]`),
	regexp.MustCompile(`^(\d{1,2}[、．])\D`),
	regexp.MustCompile(`^([（(]\d{1,2}[）)]|[①-⑳])[^、，。；）)]`),
}

// numberOf is the number that begins a line; "" where there is none.
func numberOf(line string) string {
	for _, p := range points {
		if m := p.FindStringSubmatch(line); m != nil {
			return m[1]
		}
	}
	return ""
}

// levelOf is the level of the heading that a numbered line would be; 0 where it has
// no number.
func levelOf(line string) int {
	for n, p := range points {
		if p.MatchString(line) {
			return n + 2
		}
	}
	return 0
}

// lostStructure reports a numbered line that is a heading by its form and a
// paragraph by its marks, and a line break that Markdown takes for none although a
// new paragraph seems to begin after it.
func (p *reading) lostStructure(n ast.Node, lines []row) {
	if p.english {
		return
	}
	top := n.Kind() == ast.KindParagraph && n.Parent().Kind() == ast.KindDocument
	if top && len(lines) == 1 {
		line := lines[0].text
		if level := levelOf(line); level > 0 && level <= 3 && !strings.ContainsAny(line, sentence+"，：") &&
			utf8.RuneCountInString(line) <= longestHeading && !strings.ContainsAny(line, "[]") {
			p.report(LostTitle, lines[0].start, line, strings.Repeat("#", level))
		}
	}
	widest := 0
	for _, l := range lines {
		widest = max(widest, utf8.RuneCountInString(l.text))
	}
	for i := range len(lines) - 1 {
		line, next := lines[i].text, lines[i+1]
		short := widest >= leastWide && float64(utf8.RuneCountInString(line)) < shortLine*float64(widest)
		if isHanText(next.text) && seemsWhole(line, next.text, short, i == 0) {
			p.report(LostBreak, next.start, end(line), start(next.text))
			return // one message for a paragraph: its other lines are of the same kind
		}
	}
}

const (
	sentence       = "。！？；"
	longestHeading = 40  // characters
	shortLine      = 0.6 // of the widest line: a paragraph that was broken at a margin has none but its last
	leastWide      = 20  // characters: below it nothing can be told from the length of a line
	quoted         = 8   // characters of a line in a message
)

// seemsWhole reports whether a line is a paragraph of its own by what it is: two
// sentences, a salutation, or a title. A person who breaks lines breaks them at a
// margin, or behind every sentence.
func seemsWhole(line, next string, short, first bool) bool {
	last, size := utf8.DecodeLastRuneInString(strings.TrimRight(line, "”’）)」』"))
	body := strings.TrimRight(line, "”’）)」』")
	body = body[:max(len(body)-size, 0)]
	switch {
	case strings.ContainsRune("。！？", last):
		return strings.ContainsAny(body, "。！？") || strings.Count(next, "。")+strings.Count(next, "！") > 1
	case last == '：':
		return first && short
	}
	end, _ := utf8.DecodeLastRuneInString(line)
	return first && short && unicode.Is(unicode.Han, end) && !strings.ContainsAny(line, "[]<>`")
}

// start and end are the first and last words of a line.
func start(line string) string {
	if r := []rune(line); len(r) > quoted {
		return string(r[:quoted]) + "…"
	}
	return line
}

func end(line string) string {
	if r := []rune(line); len(r) > quoted {
		return "…" + string(r[len(r)-quoted:])
	}
	return line
}
