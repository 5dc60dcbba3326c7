package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// cursor walks over a phrase. text is the phrase in half-width characters and
// lower case; at maps its bytes to those of the phrase.
type cursor struct {
	text string
	at   []int
	pos  int
}

func newCursor(s string) *cursor {
	c := &cursor{}
	var b strings.Builder
	for n, r := range s {
		folded := strings.ToLower(width.Narrow.String(string(r)))
		switch r {
		case '\u00a0', '\u2009', '\u202f', '\u3000':
			folded = " "
		case '−':
			folded = "-"
		}
		b.WriteString(folded)
		for range len(folded) {
			c.at = append(c.at, n)
		}
	}
	c.text = b.String()
	c.at = append(c.at, len(s))
	return c
}

// offset is the place in the phrase as it was given.
func (c *cursor) offset() int { return c.at[c.pos] }

func (c *cursor) rest() string { return c.text[c.pos:] }

func (c *cursor) done() bool {
	c.space()
	return c.pos == len(c.text)
}

func (c *cursor) space() {
	for c.pos < len(c.text) && c.text[c.pos] == ' ' {
		c.pos++
	}
}

// han reports whether the phrase has Han characters.
func (c *cursor) han() bool {
	return strings.IndexFunc(c.text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}

// take takes the first of the words that comes next, after spaces. A word of
// Latin letters must end there.
func (c *cursor) take(words ...string) (string, bool) {
	start := c.pos
	c.space()
	for _, w := range words {
		if !strings.HasPrefix(c.rest(), w) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(c.rest()[len(w):])
		last, _ := utf8.DecodeLastRuneInString(w)
		if latin(last) && latin(next) {
			continue
		}
		c.pos += len(w)
		return w, true
	}
	c.pos = start
	return "", false
}

func (c *cursor) takes(words ...string) bool {
	_, ok := c.take(words...)
	return ok
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' }
