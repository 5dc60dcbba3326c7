package document

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// The forms of headings, and the level that each has in a report.
var headings = []struct {
	form  *regexp.Regexp
	level int
}{
	{regexp.MustCompile(`^第[一二三四五六七八九十]{1,3}(?:部分|章|篇)[、，：:\s　]*(.*)$`), 1},
	{regexp.MustCompile(`^[一二三四五六七八九十]{1,3}、(.*)$`), 2},
	{regexp.MustCompile(`^[（(][一二三四五六七八九十]{1,3}[)）]、?(.*)$`), 3},
	{regexp.MustCompile(`^\d{1,2}\s?[.．、]\s?([^\d].*)$`), 4},
	{regexp.MustCompile(`^(?i:part|chapter|section)\s+(?:[ivx]+|\d+|one|two|three|four|five)[.:\s]+(.*)$`), 1},
	{regexp.MustCompile(`^[IVX]{1,4}\.\s+(.*)$`), 2},
}

// marker begins an item of a list.
var marker = regexp.MustCompile(`^(?:[●◆■★▲•·◦○□☆◇\-*—]\s*|[①-⑳]\s*|\d{1,2}[)）]\s*|[（(]\d{1,2}[)）]\s*)`)

// maxHeading is how long a heading can be, in characters.
const maxHeading = 40

// text reads plain text: a line is a paragraph.
func (d *Document) text(s string) {
	for n, line := range strings.Split(s, "\n") {
		d.line(line, n+1)
	}
}

// line takes a line of text: a heading, an item of a list or a paragraph. A heading
// with a sentence behind it, as in （一）抓产业。全年…, is both.
func (d *Document) line(line string, n int) {
	line = strings.Trim(line, " \t\u3000\u00a0")
	if line == "" {
		return
	}
	for _, h := range headings {
		m := h.form.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		title, rest := m[1], ""
		if i := strings.IndexAny(title, "。！"); i >= 0 {
			_, size := utf8.DecodeRuneInString(title[i:])
			title, rest = title[:i], strings.TrimSpace(title[i+size:])
		} else if i := strings.IndexAny(title, "；;"); i >= 0 {
			break // an item of an enumeration
		}
		title = strings.TrimRight(strings.TrimSpace(title), "：:")
		size := utf8.RuneCountInString(title)
		if size == 0 || size > maxHeading || h.level == 4 && (rest == "" && (!plainTitle(title) || strings.HasSuffix(line, "。")) || figureIn.MatchString(title)) || h.level > 1 && figureIn.MatchString(title) && rest == "" {
			break
		}
		d.Blocks = append(d.Blocks, Block{Kind: Heading, Level: h.level, Text: title, Line: n})
		if rest != "" {
			d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Text: rest, Line: n})
		}
		return
	}
	if m := marker.FindString(line); m != "" && len(m) < len(line) {
		d.Blocks = append(d.Blocks, Block{Kind: Item, Text: line[len(m):], Line: n})
		return
	}
	if cells := strings.Split(line, "\t"); len(cells) >= 3 {
		d.row(cells, n)
		return
	}
	d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Text: line, Line: n})
}

// row adds a row to the table before it, or begins one.
func (d *Document) row(cells []string, n int) {
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if last := len(d.Blocks) - 1; last >= 0 && d.Blocks[last].Kind == Table {
		d.Blocks[last].Rows = append(d.Blocks[last].Rows, cells)
		return
	}
	d.Blocks = append(d.Blocks, Block{Kind: Table, Rows: [][]string{cells}, Line: n})
}

// figureIn finds figures, which headings seldom have.
var figureIn = regexp.MustCompile(`\d[\d.,]*\s*(?:%|‰|[亿万千百家个项条座所处套户亩部辆台人件吨元场次批张艘床组株头只]|公里|公顷|平方|千瓦)`)

// plainTitle reports whether a numbered line is a title and no sentence.
func plainTitle(s string) bool {
	return !strings.ContainsAny(s, "。；;") && !strings.HasSuffix(s, "，")
}
