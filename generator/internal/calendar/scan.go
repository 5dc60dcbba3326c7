package calendar

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// scanner looks at a text character by character: in the narrow form, with one kind of
// dash. A position counts characters.
type scanner struct {
	runes []rune
	at    []int // the byte at which each character begins, and that behind the last
	whole bool  // the text is meant to be one time
}

func newScanner(text string, whole bool) *scanner {
	s := &scanner{whole: whole}
	for n, r := range text {
		if f := width.LookupRune(r).Folded(); f != 0 {
			r = f
		}
		switch {
		case strings.ContainsRune("—–―‐‑‒−﹣〜~", r):
			r = '-'
		case r == '\u00a0' || r == '\u3000' || r == '\t' || r == '\u2002' || r == '\u2003' || r == '\u2009':
			r = ' '
		}
		s.runes, s.at = append(s.runes, r), append(s.at, n)
	}
	s.at = append(s.at, len(text))
	return s
}

// none is the position behind words that are not there.
const none = -1

// rune is the character at a position; 0 outside the text.
func (s *scanner) rune(p int) rune {
	if p < 0 || p >= len(s.runes) {
		return 0
	}
	return s.runes[p]
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

// space is the position behind spaces, if there are any.
func (s *scanner) space(p int) int {
	if p == none {
		return none
	}
	for s.rune(p) == ' ' {
		p++
	}
	return p
}

// word is the position behind the first of some words that stands at p, else none.
func (s *scanner) word(p int, words ...string) int {
	if p == none {
		return none
	}
next:
	for _, w := range words {
		n := p
		for _, r := range w {
			if s.rune(n) != r {
				continue next
			}
			n++
		}
		return n
	}
	return none
}

// maybe is the position behind one of some words, or p where none of them is there.
func (s *scanner) maybe(p int, words ...string) int {
	if next := s.word(p, words...); next != none {
		return next
	}
	return p
}

// dashed is the position behind what joins the ends of a range, and spaces around it.
func (s *scanner) dashed(p int) int {
	next := s.word(s.space(p), "-", "至", "到")
	if next == none {
		return none
	}
	for s.rune(next) == '-' { // ——
		next++
	}
	return s.space(next)
}

// digits is the number that a run of digits at p makes, and where it ends; no run of
// digits has more than eight.
func (s *scanner) digits(p int) (n, next int) {
	for next = p; isDigit(s.rune(next)) && next-p < 9; next++ {
		n = 10*n + int(s.rune(next)-'0')
	}
	return n, next
}

const numerals = "〇一二三四五六七八九"

// numeral is the value of a Han numeral below ten; -1 for another character.
func numeral(r rune) int {
	if r == '零' || r == '○' {
		return 0
	}
	if at := strings.IndexRune(numerals, r); r != 0 && at >= 0 {
		return at / len("一")
	}
	return -1
}

// number is a number from 1 to most, in digits or Han numerals, and where it ends; 0
// where there is none.
func (s *scanner) number(p, most int) (n, next int) {
	switch r := s.rune(p); {
	case isDigit(r):
		if n, next = s.digits(p); next-p > 2 {
			return 0, none
		}
	case r == '十':
		n, next = 10, p+1
		if d := numeral(s.rune(next)); d > 0 {
			n, next = n+d, next+1
		}
	default:
		n, next = numeral(r), p+1
	}
	if n < 1 || n > most {
		return 0, none
	}
	return n, next
}

// count is a number of things from the first on: two is 两, too.
func (s *scanner) count(p, most int) (n, next int) {
	if s.rune(p) == '两' {
		return 2, p + 1
	}
	return s.number(p, most)
}

// year is a year of four digits or Han numerals, and where it ends; 0 where there is
// none.
func (s *scanner) year(p int) (y, next int) {
	if n, next := s.digits(p); next-p == 4 {
		if n >= 1900 && n < 2100 || n >= 1000 && s.whole {
			return n, next
		}
		return 0, none
	}
	if first := numeral(s.rune(p)); first != 1 && first != 2 {
		return 0, none
	}
	for next = p; next < p+4; next++ {
		d := numeral(s.rune(next))
		if d < 0 {
			return 0, none
		}
		y = 10*y + d
	}
	return y, next
}

// free reports whether an expression may begin at p: not within a number or a word.
func (s *scanner) free(p int) bool {
	r, before := s.rune(p), s.rune(p-1)
	switch {
	case isDigit(r):
		return !isDigit(before) && !((before == '.' || before == ',') && isDigit(s.rune(p-2)))
	case isLetter(r):
		return !isLetter(before) && !isDigit(before)
	case numeral(r) >= 0 || r == '十':
		return numeral(before) < 0 && before != '十' && before != '百'
	}
	return true
}
