// Package textwidth says how wide a text is where its font is not known: in the
// columns of a terminal, and in parts of the font size. Both take the width of a
// Han character from the tables of Unicode (UAX #11).
package textwidth

import (
	"unicode"

	"golang.org/x/text/width"
)

// Em is the font size in the unit of [InEm]: whole numbers add up to the same on
// every machine.
const Em = 100

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

// InEm is about how wide a line of text is in a sans-serif font, in hundredths
// of the font size. Han characters are as wide as the font is high in all fonts;
// Latin ones are taken from the font that most systems are metrically close to.
func InEm(s string) (n int) {
	for _, r := range s {
		n += Rune(r)
	}
	return n
}

// Rune is about how wide a character is, in hundredths of the font size.
func Rune(r rune) int {
	switch {
	case r >= ' ' && int(r-' ') < len(latin):
		return int(latin[r-' '])
	case r == '\u2009' || r == '\u202f': // thin spaces, which group digits
		return 20
	case r == '\u00a0':
		return int(latin[0])
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	case Wide(r):
		return Em
	}
	return 56
}

// Wide reports whether a character is as wide as a Han character in a text of
// them. Ambiguous ones, such as “ ” and ≥, are taken from the font of the Han
// characters around them.
func Wide(r rune) bool {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return true
	}
	return false
}

// latin are the widths of the characters from the space to the tilde, sixteen to
// a line.
var latin = [...]uint8{
	28, 28, 36, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28,
	56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 58, 58, 58, 56,
	102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78,
	67, 78, 72, 67, 61, 72, 67, 94, 67, 67, 61, 28, 28, 28, 47, 56,
	33, 56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56,
	56, 56, 33, 50, 28, 56, 50, 72, 50, 50, 50, 33, 26, 33, 58,
}
