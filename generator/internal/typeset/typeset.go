// Package typeset computes how wide text is and breaks it into lines. It has the
// only table of widths, for all text that is laid out without a browser.
//
// The reader's font is not known while building, so the table is that of a wide
// one: text that is estimated too wide moves or breaks, but text that is estimated
// too narrow would be cut off or overlap something.
package typeset

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Em is the unit of widths: so many are one font size.
const Em = 1000

// Width is how wide a line of text is at most, in thousandths of its font size.
func Width(s string) int {
	sum, last := 0, rune(0)
	for _, r := range s {
		sum += runeWidth(r) + spacing(last, r)
		last = r
	}
	return sum
}

// spacing is what browsers put between a Han character and a letter or digit.
func spacing(a, b rune) int {
	han := func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }
	latin := func(r rune) bool { return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }
	if han(a) && latin(b) || latin(a) && han(b) {
		return Em / 8
	}
	return 0
}

// Bold is how wide a line of text is in a bold face.
func Bold(s string) int {
	sum, last := 0, rune(0)
	for _, r := range s {
		w := runeWidth(r)
		if r < 0x2e80 {
			w += w / 8
		}
		sum += w + spacing(last, r)
		last = r
	}
	return sum
}

// latin are the widths of the characters from the space to the tilde, sixteen a
// line, as in DejaVu Sans, the widest sans-serif that browsers fall back to.
var latin = [...]uint16{
	318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
	636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
	1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
	603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
	500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
	635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
}

func runeWidth(r rune) int {
	switch {
	case r >= ' ' && int(r-' ') < len(latin):
		return int(latin[r-' '])
	case r >= 0x4e00 && r <= 0x9fff:
		return Em
	case r == '−':
		return 838
	case r == '–':
		return 560
	case r == '·' || r == '\u00a0':
		return 400
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	// Ambiguous characters, such as “ ” and ≥, are taken from the font of the
	// Han characters around them.
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return Em
	}
	return 700
}

// Wrap breaks a text into as few lines as possible of at most so many thousandths
// of its font size and of about equal length, so that no character is left alone on
// the last one. Latin words stay whole unless one alone is too wide.
func Wrap(s string, most int) []string {
	whole := Width(s)
	if whole <= most {
		return []string{s}
	}
	if whole <= 2*most {
		if a, b, ok := halves(s, most); ok {
			return []string{a, b}
		}
	}
	list := pieces(s)
	full := fill(list, most) // no narrower line makes fewer
	for share := whole/max(1, len(full)) + 1; share < most; share += Em / 2 {
		if out := fill(list, share); len(out) <= len(full) {
			return out
		}
	}
	return full
}

// halves breaks a text after a comma where that makes two lines that fit.
func halves(s string, most int) (a, b string, ok bool) {
	for n, r := range s {
		if !strings.ContainsRune("，、；：", r) {
			continue
		}
		first, second := s[:n+len(string(r))], s[n+len(string(r)):]
		if w := Width(second); w > 2*Em && w <= most && Width(first) <= most {
			return first, second, true
		}
	}
	return "", "", false
}

// Cut is a text of at most so many thousandths, with … where its end is left out.
func Cut(s string, most int) string {
	if Width(s) <= most {
		return s
	}
	sum := runeWidth('…')
	for n, r := range s {
		if sum += runeWidth(r); sum > most {
			return strings.TrimRight(s[:n], " ") + "…"
		}
	}
	return s
}

// fill puts as many pieces on each line as fit.
func fill(pieces []string, most int) []string {
	var lines []string
	var line strings.Builder
	size := 0
	end := func() {
		if text := strings.TrimSpace(line.String()); text != "" {
			lines = append(lines, text)
		}
		line.Reset()
		size = 0
	}
	for _, p := range pieces {
		w := Width(p)
		if line.Len() > 0 && size+Width(strings.TrimRight(p, " ")) > most {
			end()
		}
		line.WriteString(p)
		size += w
	}
	end()
	return lines
}

// pieces splits a text where a line may end: after a space, and around Han
// characters, but not before their closing punctuation or within a figure and its
// unit.
func pieces(s string) []string {
	var list []string
	from, last := 0, rune(0)
	for n, r := range s {
		if n > from && breaks(last, r) {
			list = append(list, s[from:n])
			from = n
		}
		last = r
	}
	if from < len(s) {
		list = append(list, s[from:])
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
	wide := func(r rune) bool { return r > 0x2e7f && runeWidth(r) == Em }
	digit := func(r rune) bool { return r >= '0' && r <= '9' || r == '%' }
	return (wide(a) || wide(b)) && !digit(a)
}
