package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/model"
)

// unitName is a unit as a text may have it, in the characters that a cursor
// reads.
type unitName struct {
	folded string
	name   string
}

// unitWords finds the units of a text. The names are kept by their first
// character, the longest first, so that 人次 is not read as 人.
type unitWords map[rune][]unitName

func newUnitWords(t *model.UnitTable) unitWords {
	words := unitWords{}
	names := t.Declared()
	for _, u := range model.Units() {
		if u != model.Times { // 2倍 is a multiple
			names = append(names, u.String())
		}
	}
	for _, name := range names {
		var folded strings.Builder
		for _, r := range name {
			folded.WriteRune(fold(r))
		}
		first, _ := utf8.DecodeRuneInString(folded.String())
		words[first] = append(words[first], unitName{folded.String(), name})
	}
	for _, list := range words {
		slices.SortStableFunc(list, func(a, b unitName) int { return len(b.folded) - len(a.folded) })
	}
	return words
}

// root is the name of the unit that s begins with, and its size in s.
func (w unitWords) root(s string) (name string, size int) {
	first, _ := utf8.DecodeRuneInString(s)
	for _, u := range w[first] {
		rest, ok := strings.CutPrefix(s, u.folded)
		if ok && !continues(u.name, rest) {
			return u.name, len(u.folded)
		}
	}
	return "", 0
}

// continues reports whether a word goes on behind what looks like a unit: 分钟,
// 百分之, kWh.
func continues(name, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(name)
	switch {
	case latin(fold(last)) && latin(next):
		return true
	case name == "分":
		return next == '点' || next == '之' || next == '钟'
	case name == "年":
		return next == '度' || next == '期'
	}
	return false
}

// before are the words of scale that belong to a unit; those of a number, such
// as 3千亿元, are read with it.
var before = []string{"万亿", "亿", "万"}

// beforePer are those of a unit that another one is counted for: 张/千人.
var beforePer = []string{"万亿", "亿", "千万", "百万", "十万", "10万", "万", "千", "百"}

// scaled is a unit with a word of scale or without.
func (w unitWords) scaled(s string, scales []string) (name string, size int) {
	if name, size = w.root(s); size > 0 {
		return name, size
	}
	for _, scale := range scales {
		if rest, ok := strings.CutPrefix(s, scale); ok {
			if name, size = w.root(rest); size > 0 {
				return scale + name, len(scale) + size
			}
		}
	}
	return "", 0
}

// unit takes a unit, or "".
func (c *cursor) unit() model.Unit {
	if c.takes("个百分点") { // before 个, which is a unit of its own
		return model.PercentagePoint
	}
	start := c.pos
	c.space()
	name, size := c.words.scaled(c.rest(), before)
	if size > 0 {
		if per, ok := strings.CutPrefix(c.rest()[size:], "/"); ok {
			if below, more := c.words.scaled(per, beforePer); more > 0 {
				if u, ok := c.units.Find(name + "/" + below); ok {
					c.pos += size + 1 + more
					return u
				}
			}
		}
		if u, ok := c.units.Find(name); ok {
			c.pos += size
			return u
		}
	}
	c.pos = start
	return ""
}
