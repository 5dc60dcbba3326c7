package markdown

import (
	"bytes"
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"

	"reportsite/generator/internal/intact"
)

// unseen reports invisible characters, written as they are or as &#8203;.
func (p *reading) unseen(at places) {
	for _, c := range intact.Unseen(string(at.src)) {
		p.diags = append(p.diags, Unseen.At(at.pos(c.Offset), c.Name))
	}
	for _, m := range numbered.FindAllSubmatchIndex(at.src, -1) {
		digits, base := string(at.src[m[4]:m[5]]), 10
		if m[3] > m[2] {
			base = 16
		}
		r, err := strconv.ParseInt(digits, base, 32)
		if err != nil {
			continue // too large for a character: it stays text
		}
		for _, c := range intact.Unseen(string(rune(r)) + " ") {
			p.diags = append(p.diags, Unseen.At(at.pos(m[0]), c.Name))
		}
	}
	for _, m := range named.FindAllIndex(at.src, -1) {
		for _, c := range intact.Unseen(html.UnescapeString(string(at.src[m[0]:m[1]])) + " ") {
			p.diags = append(p.diags, Unseen.At(at.pos(m[0]), c.Name))
		}
	}
}

// numbered is a character that is written as its number, named one by its name.
var (
	numbered = regexp.MustCompile(`&#([xX]?)([0-9a-fA-F]{1,7});`)
	named    = regexp.MustCompile(`&[A-Za-z][A-Za-z0-9]*;`)
)

// lostLines looks at the lines of a paragraph for what is meant as a heading, a
// list, a quotation or a table and is none.
func (p *reading) lostLines(n ast.Node) {
	var rows []row
	unspaced := 0
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		line := strings.TrimRight(string(segment.Value(p.src)), " \t\n")
		switch {
		case p.lostHeading(segment.Start, line):
		case lostItem.MatchString(line):
			found := strings.TrimRight(lostItem.FindString(line), " \u3000")
			p.report(LostMark, segment.Start, found, strings.TrimSpace(narrow.Replace(found)))
		case denseItem.MatchString(line):
			mark := denseItem.FindStringSubmatch(line)[1]
			inList := i > 0 && n.Parent() != nil && n.Parent().Kind() == ast.KindListItem
			if unspaced++; inList || unspaced == 2 && len(mark) == 1 { // one alone can be a dash or a sign
				p.report(LostMark, segment.Start, mark, mark)
			}
		}
		rows = append(rows, row{segment.Start, line})
	}
	p.lostTable(rows)
	p.lostStructure(n, rows)
}

var (
	// lostItem is the mark of a list or a quotation behind a wide space, or one
	// that is full-width itself.
	lostItem = regexp.MustCompile(`^[\x{3000}\x{a0}]+(?:(?:[-*+]|\d{1,9}[.)])\s|>)|^(?:[＊－＋][\s\x{3000}]|＞)`)
	// denseItem is one without the space behind it.
	denseItem = regexp.MustCompile(`^([-*+]|\d{1,9}[.)])\p{Han}`)
	narrow    = strings.NewReplacer("＊", "*", "－", "-", "＋", "+", "＞", ">", "\u3000", "", "\u00a0", "")
	// heading matches what begins like a heading: space, marks, space and the next
	// character.
	heading = regexp.MustCompile(`^([\s\x{3000}\x{a0}]*)([#＃]+)(\s*)(.?)`)
)

// lostHeading reports a line that is meant as a heading.
func (p *reading) lostHeading(offset int, line string) bool {
	m := heading.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	next, _ := utf8.DecodeRuneInString(m[4])
	level := utf8.RuneCountInString(m[2])
	switch {
	case level == 1 && m[3] == "" && (unicode.IsDigit(next) || m[4] == ""):
		return false // #1机组
	case m[1] != "" || strings.Contains(m[2], "＃"):
		p.report(LostMark, offset, m[1]+m[2], strings.Repeat("#", min(max(level, 2), 6)))
	case level > 6:
		p.report(DeepHeading, offset, level)
	default:
		p.report(NoSpace, offset)
	}
	return true
}

// openFence reports a block of code without an end: the rest of the text is in it.
func (p *reading) openFence(n *ast.FencedCodeBlock) {
	end := n.Pos()
	if lines := n.Lines(); lines.Len() > 0 {
		end = lines.At(lines.Len() - 1).Stop
	} else if i := bytes.IndexByte(p.src[end:], '\n'); i >= 0 {
		end += i + 1
	} else {
		end = len(p.src)
	}
	line, _, _ := bytes.Cut(p.src[min(end, len(p.src)):], []byte("\n"))
	if !fenceEnd.Match(line) {
		p.report(OpenFence, n.Pos())
	}
}

// fenceEnd is the line that ends a block of code, also in a list or quotation.
var fenceEnd = regexp.MustCompile("^[ \\t>]*(?:`{3,}|~{3,})[ \\t]*$")

// wideImage notices a chart whose ! is a Chinese one. In a sentence a figure may
// follow an exclamation; a group is never anything but a chart.
func (p *reading) wideImage(n *ast.Link) {
	before, ok := n.PreviousSibling().(*ast.Text)
	if !ok || !isChart(address(n.Destination)) {
		return
	}
	value := string(before.Segment.Value(p.src))
	first := before.PreviousSibling() == nil || p.lineStart(before.Segment.Start)
	alone := first && strings.TrimLeft(value, "\u3000 ") == "！"
	if alone || strings.HasSuffix(value, "！") && scheme(address(n.Destination)) == "group" {
		p.report(WideImage, before.Segment.Stop-len("！"))
		p.wide[n] = true
	}
}

// lineStart reports whether an offset is the first of its line.
func (p *reading) lineStart(offset int) bool { return offset == 0 || p.src[offset-1] == '\n' }

// definition is a line that gives a link's address apart from the text. Nothing
// of it is shown.
var definition = regexp.MustCompile(`(?m)^ {0,3}\[([^\]\n]+)\]:[ \t]*(\S+)`)

// lostDefinitions reports lines such as “[注]: 数据来自统计局”, which Markdown reads as the
// address of a link and does not show.
func (p *reading) lostDefinitions(list []parser.Reference) {
	if len(list) == 0 {
		return
	}
	taken := map[string]bool{}
	for _, ref := range list {
		taken[string(ref.Label())] = true
	}
	for _, m := range definition.FindAllSubmatchIndex(p.src, -1) {
		dest := strings.Trim(string(p.src[m[4]:m[5]]), "<>")
		if taken[string(p.src[m[2]:m[3]])] && scheme(dest) == "" && !strings.HasPrefix(dest, "/") && !strings.HasPrefix(dest, "#") && !strings.Contains(dest, ".md") {
			p.report(LostDefinition, m[2]-1, string(p.src[m[2]-1:m[5]]))
		}
	}
}
