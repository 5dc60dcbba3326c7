package draw

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// textWidth estimates how wide a line of text is in a CSS font such as "bold
// 12px sans-serif", in pixels. The reader's font is not known while building:
// Han characters are one em wide in all of them, Latin ones are taken from the
// sans-serif that most systems are metrically close to.
func textWidth(text, font string) float64 {
	size, bold := fontSize(font)
	sum := 0
	for _, r := range text {
		sum += runeWidth(r)
	}
	if bold {
		sum += sum * 4 / 100
	}
	return float64(sum) * size / em
}

// fontSize reads the size in pixels, and whether the weight is bold, from a CSS
// font. A font without a size has 12px, as in ECharts.
func fontSize(font string) (size float64, bold bool) {
	for word := range strings.FieldsSeq(font) {
		if digits, ok := strings.CutSuffix(word, "px"); ok {
			if v, err := strconv.ParseFloat(digits, 64); err == nil {
				return v, bold
			}
		}
		weight, err := strconv.Atoi(word)
		bold = bold || word == "bold" || word == "bolder" || err == nil && weight >= 600
	}
	return 12, bold
}

// em is the unit of the widths below: whole numbers add up to the same on
// every machine.
const em = 100

// runeWidth is the width of a character in hundredths of the font size.
func runeWidth(r rune) int {
	switch {
	case r >= ' ' && int(r-' ') < len(latinWidths):
		return int(latinWidths[r-' '])
	case r == '\u2009' || r == '\u202f': // thin spaces, which group digits
		return 20
	case r == '\u00a0':
		return int(latinWidths[0])
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	// Ambiguous characters, such as “ ” and ≥, are taken from the font of the
	// Han characters around them.
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return em
	}
	return 56
}

// latinWidths are the widths of the characters from the space to the tilde,
// sixteen to a line.
var latinWidths = [...]uint8{
	28, 28, 36, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28,
	56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 58, 58, 58, 56,
	102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78,
	67, 78, 72, 67, 61, 72, 67, 94, 67, 67, 61, 28, 28, 28, 47, 56,
	33, 56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56,
	56, 56, 33, 50, 28, 56, 50, 72, 50, 50, 50, 33, 26, 33, 58,
}
