package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reportsite/generator/internal/model"
)

// maxAround and maxBehind are how many characters before and behind a figure are looked at.
// A sentence may be long and have many figures, so the rest of it is not read for each.
const (
	maxAround = 32
	maxBehind = 64
)

// clauseEnds end what can belong to a figure.
const clauseEnds = "，。；：、！？（）《》“”【】,.;:!?()\"\n"

// Lead returns the words at the end of a text that belong to the figure after it,
// such as 分别增长 or “down by about”; "" when the text ends in other words.
func (g *Grammar) Lead(before string) string {
	before = lastRunes(before, maxAround)
	if i := strings.LastIndexAny(before, clauseEnds); i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		before = before[i+size:]
	}
	before = strings.TrimRight(before, " ")
	last := ' '
	for i, r := range before {
		words := before[i:]
		if r != ' ' && !(isWord(r) && isWord(last)) && g.leads(words) {
			if denies(before[:i]) {
				return "" // 未达到
			}
			return words
		}
		last = r
	}
	return ""
}

// lastRunes returns the last n characters of a text, or all of it. It looks at no others: a
// text may be long, and many figures may stand in it.
func lastRunes(s string, n int) string {
	from := len(s)
	for range n {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
	}
	return s[from:]
}

// firstRunes returns the first n characters of a text, or all of it, and looks at no others.
func firstRunes(s string, n int) string {
	to := 0
	for range n {
		_, size := utf8.DecodeRuneInString(s[to:])
		to += size
	}
	return s[:to]
}

// denies reports whether a text denies what follows it.
func denies(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, " "))
	for _, word := range []string{"不", "未", "没", "没有", "未能", "无", "非", " not", " never", " no"} {
		if strings.HasSuffix(" "+s, word) {
			return true
		}
	}
	return false
}

// isWord reports whether a character is part of a word of Latin letters.
func isWord(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }

// leads reports whether a text consists of nothing but words that belong to the
// figure after it.
func (g *Grammar) leads(s string) bool {
	c, f := g.cursor(s), Figure{}
	if c.han() {
		c.hedge(&f)
		c.lead()
	} else {
		c.englishHedge(&f)
		c.englishLead()
	}
	return c.done()
}

// Tail returns the words at the beginning of a text that belong to the figure
// before it, such as 左右 or “or more”; "" when the text begins with other words.
func (g *Grammar) Tail(after string) string {
	c := g.cursor(firstRunes(after, maxBehind))
	if _, ok := c.operator(tails); !ok {
		if _, ok = c.operator(englishTails); !ok {
			return ""
		}
	}
	tail := after[:c.offset()]
	if c.named() {
		return "" // [30亿元]以上项目 is a size class
	}
	return tail
}

// named reports whether a size class follows.
func (c *cursor) named() bool { return class.MatchString(c.rest()) }

// Separates reports whether a text stands between the figures of one list:
// 分别增长7%、8%左右.
func Separates(between string) bool {
	switch strings.TrimSpace(between) {
	case "、", "和", "与", "及", "以及", "/", ",", "and", ", and", "&":
		return true
	}
	return false
}

// Opposes reports whether words set a bound on the other side than a target.
func (f Figure) Opposes(op model.Op) bool {
	side := map[model.Op]int{model.GE: 1, model.GT: 1, model.LE: -1, model.LT: -1}
	return side[f.Op]*side[op] < 0
}

// Falls reports whether the words say that a figure has fallen by an amount.
func (f Figure) Falls() bool { return f.fall }
