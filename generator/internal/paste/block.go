package paste

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// pasting is the state of turning one text into Markdown.
type pasting struct {
	lines  []line
	levels map[kind]int // of headings
	out    strings.Builder
	result Result
}

// kind is what kind of number begins a line.
type kind int

const (
	plain   kind = iota
	chapter      // 第一部分
	first        // 一、
	second       // （一）
	third        // 1、 1.
	fourth       // （1） ①
	bullet       // •
)

// numbers match what begins a line, and the number in it.
var numbers = []struct {
	kind kind
	form *regexp.Regexp
}{
	{chapter, regexp.MustCompile(`^第[一二三四五六七八九十]+(?:章|部分|篇)[、\s\x{3000}]*`)},
	{first, regexp.MustCompile(`^[一二三四五六七八九十]+、`)},
	{second, regexp.MustCompile(`^[（(][一二三四五六七八九十]+[）)]`)},
	{third, regexp.MustCompile(`^(\d{1,3})(?:[、．]|\.(?:\s|[^\d\s]))`)},
	{fourth, regexp.MustCompile(`^(?:[（(]\d{1,2}[）)]|[①-⑳])`)},
	{bullet, regexp.MustCompile(`^(?:[•●○■□◆◇▪▫▶►➢✓√★☆§·]\s*|[-*+–]\s+)`)},
}

// follows are the characters after a number that make it none: 一、二季度, 20、30亿元.
var follows = map[kind]*regexp.Regexp{
	first:  regexp.MustCompile(`^[一二三四五六七八九十百千两]`),
	second: regexp.MustCompile(`^[、，。；）)]`),
	third:  regexp.MustCompile(`^\d`),
	fourth: regexp.MustCompile(`^[、，。；）)]`),
}

// number is the kind of a line and the words behind its number.
func (l line) number() (k kind, mark, rest string) {
	for _, n := range numbers {
		m := n.form.FindStringSubmatch(l.text)
		if m == nil {
			continue
		}
		mark = m[0]
		if n.kind == third && m[1]+"." == mark[:min(len(mark), len(m[1])+1)] {
			mark = m[1] + "."
		}
		rest = strings.TrimLeft(l.text[len(mark):], " \u3000")
		if f := follows[n.kind]; rest == "" || f != nil && f.MatchString(rest) {
			continue
		}
		return n.kind, mark, rest
	}
	return plain, "", l.text
}

const (
	longestHeading = 40 // characters
	longestRunIn   = 30 // of the sentence that heads a paragraph
	leastMargin    = 20 // characters of a line that was broken at a margin
)

// short reports whether a line can be a heading: it is no sentence.
func (l line) short() bool {
	return utf8.RuneCountInString(l.text) <= longestHeading && !strings.ContainsAny(l.text, "。！？；，：,;!?")
}

// isTitle reports whether the first line is the title of all.
func (l line) isTitle() bool {
	k, _, _ := l.number()
	return k == plain && l.cells == nil && l.short()
}

// join puts the lines of a text together that was broken at a margin, as a PDF is:
// such a line is about as long as the longest one and does not end a sentence. A new
// paragraph begins with a number, an indentation or an empty line.
func (p *pasting) join() {
	margin, broken := 0, 0
	for _, l := range p.lines {
		margin = max(margin, utf8.RuneCountInString(l.text))
	}
	atMargin := func(l line) bool {
		return l.cells == nil && utf8.RuneCountInString(l.text)*20 >= margin*17
	}
	goesOn := func(n int) bool { // in the next line
		if n+1 >= len(p.lines) || !atMargin(p.lines[n]) || margin < leastMargin {
			return false
		}
		next := p.lines[n+1]
		k, _, _ := next.number()
		return k == plain && !next.indented && !next.apart && next.cells == nil
	}
	indented := 0
	for n, l := range p.lines {
		if l.indented && l.cells == nil {
			indented++
		}
		if goesOn(n) && !endsSentence(l.text) {
			broken++
		}
	}
	if broken < 2 && broken*2 < len(p.lines)-1 {
		return // a title, or a line without a full stop
	}
	var list []line
	on := false
	for n, l := range p.lines {
		next := goesOn(n) && (!endsSentence(l.text) || indented > 1)
		if on {
			list[len(list)-1].text = joined(list[len(list)-1].text, l.text)
		} else {
			list = append(list, l)
		}
		on = next
	}
	p.lines = list
}

func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’）)」』"))
	return strings.ContainsRune("。！？；：…", last)
}

// joined are two pieces of a line; between Latin words a space was the line end.
func joined(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	next, _ := utf8.DecodeRuneInString(b)
	if last < 0x80 && next < 0x80 && latin(last, next) {
		return a + " " + b
	}
	return a + b
}

// level gives the numbers of headings their levels: the first of them that the text
// has is ##.
func (p *pasting) level() {
	p.levels = map[kind]int{}
	has := map[kind]bool{}
	for n, l := range p.lines {
		if k, _, _ := l.number(); k != plain && k <= third && l.short() && !p.listed(n) {
			has[k] = true
		}
	}
	next := 2
	for k := chapter; k <= third; k++ {
		if has[k] {
			p.levels[k] = next
			next++
		}
	}
}

// listed reports whether a line is one of several points without text between.
func (p *pasting) listed(n int) bool {
	k, _, _ := p.lines[n].number()
	alike := func(n int) bool {
		if n < 0 || n >= len(p.lines) {
			return false
		}
		other, _, _ := p.lines[n].number()
		return other == k
	}
	return k == bullet || k == third && (alike(n-1) || alike(n+1))
}

// block writes what the next lines are, and returns how many they were.
func (p *pasting) block() int {
	if n := p.table(); n > 0 {
		return n
	}
	l := p.lines[0]
	k, mark, rest := l.number()
	switch {
	case p.listed(0):
		return p.list(k)
	case k != plain && p.levels[k] > 0 && l.short():
		p.write(strings.Repeat("#", p.levels[k]) + " " + escaped(l.text))
		p.result.Headings++
	case k == first || k == second || k == third || k == chapter:
		p.write(runIn(l.text, mark, rest))
		p.result.Paragraphs++
	default:
		p.write(escapedLine(l.text))
		p.result.Paragraphs++
	}
	return 1
}

// write adds a block, with an empty line before it.
func (p *pasting) write(block string) {
	if p.out.Len() > 0 {
		p.out.WriteByte('\n')
	}
	p.out.WriteString(block + "\n")
}

// runIn is a paragraph whose first sentence is its heading: （一）着力稳增长。全年……
func runIn(text, mark, rest string) string {
	end := strings.IndexAny(rest, "。：")
	if end < 0 || utf8.RuneCountInString(rest[:end]) > longestRunIn || strings.HasPrefix(rest[end:], "：") {
		return escapedLine(text)
	}
	end += len("。")
	if rest[end:] == "" || strings.ContainsAny(rest[:end], "，；") {
		return escapedLine(text)
	}
	return "**" + escaped(mark+rest[:end]) + "**" + escaped(rest[end:])
}

// list writes points that follow each other. Numbers that Markdown would change stay
// in the text.
func (p *pasting) list(k kind) int {
	var items []string
	counts := true
	n := 0
	for ; n < len(p.lines); n++ {
		other, mark, rest := p.lines[n].number()
		if other != k || p.lines[n].cells != nil {
			break
		}
		if k == bullet {
			items = append(items, "- "+escapedLine(rest))
			continue
		}
		number := strings.TrimRight(mark, "、．.")
		counts = counts && number == strconv.Itoa(n+1)
		items = append(items, number+". "+escapedLine(rest))
	}
	if !counts {
		for _, l := range p.lines[:n] {
			p.write(escapedLine(l.text))
		}
		p.result.Paragraphs += n
		return n
	}
	p.write(strings.Join(items, "\n"))
	p.result.Lists++
	return n
}

// table writes lines with as many cells each; 0 where there are no two of them.
func (p *pasting) table() int {
	n := 0
	for n < len(p.lines) && p.lines[n].cells != nil && len(p.lines[n].cells) == len(p.lines[0].cells) {
		n++
	}
	if n < 2 {
		return 0
	}
	rows := make([]string, 0, n+1)
	for i, l := range p.lines[:n] {
		cells := make([]string, len(l.cells))
		for c, text := range l.cells {
			cells[c] = strings.ReplaceAll(escaped(text), "|", `\|`)
		}
		rows = append(rows, "| "+strings.Join(cells, " | ")+" |")
		if i == 0 {
			rows = append(rows, "|"+strings.Join(slices.Repeat([]string{" --- |"}, len(cells)), ""))
		}
	}
	p.write(strings.Join(rows, "\n"))
	p.result.Tables++
	return n
}
