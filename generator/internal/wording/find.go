package wording

import (
	"strings"
	"unicode/utf8"
)

// Span is a figure in running prose; Start and End are bytes.
type Span struct {
	Start, End int
	Text       string
}

// things are what a size class is a class of: 30亿元以上项目 is no target.
var things = []string{"项目", "企业", "工程", "产业", "工业", "单位", "的项目", "的企业", "的产业", "的工业"}

// Find finds the figures of running prose: numbers with a known unit or a
// measure word. Years, names such as 三大 or 四区, ordinals, numbers of
// documents and size classes are none.
func Find(text string) []Span {
	c := newCursor(text)
	var list []Span
	for c.pos < len(c.text) {
		start := c.pos
		if end, ok := c.found(); ok {
			s, e := c.at[start], c.at[end]
			list = append(list, Span{s, e, text[s:e]})
			c.pos = end
			continue
		}
		c.pos = start
		c.skip()
	}
	return list
}

// skip goes on by one character, or by a whole number or word, so that no
// figure begins in the middle of one.
func (c *cursor) skip() {
	if m := digits.FindString(c.rest()); m != "" {
		c.pos += len(m)
		return
	}
	r, size := utf8.DecodeRuneInString(c.rest())
	c.pos += size
	if latin(r) {
		for c.pos < len(c.text) && (latin(rune(c.text[c.pos])) || c.text[c.pos] >= '0' && c.text[c.pos] <= '9') {
			c.pos++
		}
	}
}

// found takes a figure that begins here and gives its end.
func (c *cursor) found() (end int, ok bool) {
	if c.text[c.pos] == ' ' || strings.HasSuffix(c.text[:c.pos], "第") {
		return 0, false
	}
	start := c.pos
	if strings.HasSuffix(c.text[:start], "〔") || strings.HasSuffix(c.text[:start], "[") {
		return 0, false
	}
	_, isDigit := c.digitsHere()
	a, ok := c.amount()
	if !ok || a.Unit == "" && !a.Scaled {
		return c.foundEnglish(start, isDigit)
	}
	written := c.text[start:c.pos]
	if !isDigit && (strings.HasPrefix(written, "一") && utf8.RuneCountInString(written) == 2 || a.Scaled) {
		return 0, false // 一个 is an article, 千万 a manner of speaking
	}
	end = c.pos
	if c.takes("以上", "以下", "及以上", "以内") {
		for _, t := range things {
			if strings.HasPrefix(c.rest(), t) {
				return 0, false
			}
		}
	}
	for _, t := range []string{"的企业", "的项目", "级", "产业"} {
		if strings.HasPrefix(c.text[end:], t) {
			return 0, false
		}
	}
	return end, true
}

func (c *cursor) digitsHere() (string, bool) {
	m := digits.FindString(c.rest())
	return m, m != ""
}

// foundEnglish takes 12 percent, 3.5 million yuan.
func (c *cursor) foundEnglish(start int, isDigit bool) (end int, ok bool) {
	c.pos = start
	if !isDigit {
		return 0, false
	}
	a, ok := c.englishAmount()
	if !ok || a.Unit == "" && !a.Scaled {
		return 0, false
	}
	return c.pos, true
}
