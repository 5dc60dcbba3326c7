package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// cursor is a position in a phrase. text is the phrase in half-width characters and
// lower case; at maps its bytes to those of the phrase.
type cursor struct {
	*Grammar
	text string
	at   []int
	pos  int
}

func (g *Grammar) cursor(s string) *cursor {
	c := &cursor{Grammar: g, at: make([]int, 0, len(s)+1)}
	var b strings.Builder
	b.Grow(len(s))
	for n, r := range s {
		size := b.Len()
		b.WriteRune(fold(r))
		for range b.Len() - size {
			c.at = append(c.at, n)
		}
	}
	c.text = b.String()
	c.at = append(c.at, len(s))
	return c
}

// fold is the character that the grammar reads for r. A full-width comma stays:
// unlike the half-width one it never stands between thousands.
func fold(r rune) rune {
	switch r {
	case '，', '、', '。':
		return r
	case '\u00a0', '\u2009', '\u202f', '\u3000':
		return ' '
	case '−', '‐', '‑', '‒', '―':
		return '-'
	case '∶': // the sign of a ratio
		return ':'
	case '﹪':
		return '%'
	}
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	if unicode.Is(unicode.Han, r) {
		return r
	}
	if n := width.LookupRune(r).Narrow(); n != 0 {
		return unicode.ToLower(n)
	}
	return r
}

// offset is the position in the phrase as it was given, in bytes.
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

// han reports whether the phrase has Han characters, or their brackets.
func (c *cursor) han() bool {
	return strings.IndexFunc(c.text, func(r rune) bool { return unicode.Is(unicode.Han, r) || r == '〔' }) >= 0
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
