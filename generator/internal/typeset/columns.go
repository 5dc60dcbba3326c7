package typeset

import (
	"unicode"

	"golang.org/x/text/width"
)

// Columns is how many columns of a terminal a text takes.
func Columns(s string) (n int) {
	for _, r := range s {
		n += Column(r)
	}
	return n
}

// Column is how many columns of a terminal a character takes: 2 for one of full
// width, 0 for one that stands on or within another.
func Column(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	return 1
}
