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
	units  map[string]model.Unit // by the word of scale before it, "" without one
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
		n := unitName{folded.String(), name, map[string]model.Unit{}}
		for _, scale := range append(before, "") {
			if u, ok := t.Find(scale + name); ok {
				n.units[scale] = u
			}
		}
		first, _ := utf8.DecodeRuneInString(n.folded)
		words[first] = append(words[first], n)
	}
	for _, list := range words {
		slices.SortStableFunc(list, func(a, b unitName) int { return len(b.folded) - len(a.folded) })
	}
	return words
}

// root is the unit that s begins with, and its size in s.
func (w unitWords) root(s string) (u *unitName, size int) {
	first, _ := utf8.DecodeRuneInString(s)
	for i := range w[first] {
		u := &w[first][i]
		rest, ok := strings.CutPrefix(s, u.folded)
		if ok && !continues(u.name, rest) {
			return u, len(u.folded)
		}
	}
	return nil, 0
}

// continues reports whether what looks like a unit is only the beginning of a
// longer word: 分钟, 百分之, kWh.
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
func (w unitWords) scaled(s string, scales []string) (u *unitName, scale string, size int) {
	if u, size = w.root(s); size > 0 {
		return u, "", size
	}
	for _, scale := range scales {
		if rest, ok := strings.CutPrefix(s, scale); ok {
			if u, size = w.root(rest); size > 0 {
				return u, scale, len(scale) + size
			}
		}
	}
	return nil, "", 0
}

// unit takes a unit, or "".
func (c *cursor) unit() model.Unit {
	if c.takes("个百分点") { // before 个, which is a unit of its own
		return model.PercentagePoint
	}
	start := c.pos
	c.space()
	u, scale, size := c.words.scaled(c.rest(), before)
	if size == 0 {
		c.pos = start
		return ""
	}
	if per, ok := strings.CutPrefix(c.rest()[size:], "/"); ok {
		if below, of, more := c.words.scaled(per, beforePer); more > 0 {
			if unit, ok := c.units.Find(scale + u.name + "/" + of + below.name); ok {
				c.pos += size + 1 + more
				return unit
			}
		}
	}
	unit, ok := u.units[scale]
	if !ok { // 万%
		c.pos = start
		return ""
	}
	c.pos += size
	return unit
}
