package markdown

import (
	"bytes"
	"regexp"
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"
)

// row is a line of a paragraph.
type row struct {
	start int
	text  string
}

// bars are what stands between the cells of a table, and what is taken for it.
const bars = "|｜│┃︱丨"

var (
	// code is a piece of a line in which a | is a |.
	code = regexp.MustCompile("`+[^`]*`+")
	// wideBars divide words in a line of text, too: a table has two of them.
	wideBars = regexp.MustCompile(`[｜│┃︱][^｜│┃︱]*[｜│┃︱]`)
)

// lostTable reports a paragraph that is meant as a table, once: its lines begin
// with a bar, or two of them are divided alike.
func (p *reading) lostTable(rows []row) {
	before := 0
	for _, r := range rows {
		text := strings.ReplaceAll(code.ReplaceAllString(r.text, ""), `\|`, "")
		text = strings.TrimLeft(text, "\u3000\u00a0 ")
		divided := strings.Count(text, "|") + strings.Count(text, "｜")
		begins := text != "" && strings.ContainsAny(bars, firstChar(text)) && strings.ContainsAny(text[len(firstChar(text)):], bars)
		if begins || wideBars.MatchString(text) || divided > 0 && divided == before {
			p.report(LostTable, r.start)
			return
		}
		before = divided
	}
}

func firstChar(text string) string { return string([]rune(text)[:1]) }

// rowCells reports the rows of a table that have more cells than its head, whose
// surplus is not shown, or fewer, whose figures may stand in another's place.
func (p *reading) rowCells(t *extast.Table) {
	head := len(t.Alignments)
	for n := t.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != extast.KindTableRow {
			continue
		}
		line, _, _ := bytes.Cut(p.src[n.Pos():], []byte("\n"))
		if found := cells(string(line)); found != head {
			p.report(RowCells, n.Pos(), found, head)
		}
	}
}

// cells counts the cells of a row as the library divides them.
func cells(line string) int {
	line = strings.TrimSpace(line)
	line = strings.TrimPrefix(line, "|")
	closed := strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`)
	n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
	if closed {
		n--
	}
	return n + 1
}
