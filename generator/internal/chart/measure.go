package chart

import (
	"strings"

	"golang.org/x/text/width"
)

// textWidth is about how wide a line of text is in a chart, in pixels. It is
// generous: the reader's font is not known, and a label that is thought too
// wide moves or breaks, one that is thought too narrow would be cut off.
func textWidth(s string) int {
	em := 0 // in hundredths
	for _, r := range s {
		em += runeWidth(r)
	}
	return (em*fontSize + 99) / 100
}

func runeWidth(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 100
	}
	if strings.ContainsRune(" .,:;'!|()[]ijlft", r) {
		return 36
	}
	if r >= 'A' && r <= 'Z' || r == '%' || r == 'm' || r == 'w' {
		return 78
	}
	return 60
}

// wrap breaks a text into lines of at most so many pixels, as few as there need
// be and of about the same length: no character is left alone on the last one.
// Latin words stay whole unless one alone is too wide.
func wrap(s string, most int) string {
	if textWidth(s) <= most {
		return s
	}
	for lines := 2; ; lines++ {
		for share := textWidth(s)/lines + 1; share <= most; share += fontSize {
			if out := fill(pieces(s), share); len(out) <= lines {
				return strings.Join(out, "\n")
			}
		}
		if lines > len(s) { // a word is wider than a line
			return strings.Join(fill(pieces(s), most), "\n")
		}
	}
}

// fill puts as many pieces on each line as fit.
func fill(pieces []string, most int) []string {
	var lines []string
	line := ""
	for _, p := range pieces {
		if line != "" && textWidth(strings.TrimRight(line+p, " ")) > most {
			lines = append(lines, strings.TrimSpace(line))
			line = ""
		}
		line += p
	}
	if line = strings.TrimSpace(line); line != "" {
		lines = append(lines, line)
	}
	return lines
}

// pieces takes a text apart where a line may end: after a space, and around
// Han characters, but not before their closing punctuation or within a figure
// and its unit.
func pieces(s string) []string {
	var list []string
	piece, last := "", rune(0)
	for _, r := range s {
		if piece != "" && breaks(last, r) {
			list = append(list, piece)
			piece = ""
		}
		piece += string(r)
		last = r
	}
	if piece != "" {
		list = append(list, piece)
	}
	return list
}

func breaks(a, b rune) bool {
	if b == ' ' || strings.ContainsRune("，。；：、）”％%》", b) || strings.ContainsRune("（“《", a) {
		return false
	}
	if a == ' ' {
		return true
	}
	wide := func(r rune) bool { return runeWidth(r) == 100 }
	digit := func(r rune) bool { return r >= '0' && r <= '9' || r == '%' }
	return (wide(a) || wide(b)) && !digit(a)
}

// lineCount is the number of lines of a text.
func lineCount(s string) int { return strings.Count(s, "\n") + 1 }
