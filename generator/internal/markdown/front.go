package markdown

import (
	"bytes"
	"regexp"
)

// fence is the line before and after the front matter.
const fence = "+++"

// OpenFront reports whether a file begins with a +++ line that no second one
// closes.
func OpenFront(src []byte) bool {
	_, first, _ := firstLine(bytes.TrimPrefix(src, []byte("\ufeff")))
	_, _, _, _, ok := FrontMatter(src)
	return !ok && string(first) == fence
}

// firstLine is the first line that is not blank, without spaces at its end: how many
// lines stand before it, the line, and what follows.
func firstLine(src []byte) (before int, first, rest []byte) {
	for rest = src; len(rest) > 0; before++ {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		if first, rest = bytes.TrimRight(line, " \t\r"), after; len(first) > 0 {
			return before, first, rest
		}
	}
	return 0, nil, nil
}

// OtherFence is a first line that was meant for +++, such as --- or ＋＋＋, and its
// number; "" where the file begins otherwise.
func OtherFence(src []byte) (mark string, line int) {
	before, first, _ := firstLine(bytes.TrimPrefix(src, []byte("\ufeff")))
	text := string(bytes.TrimSpace(first))
	if otherFence.MatchString(text) || text == fence && len(text) < len(first) {
		return text, before + 1
	}
	return "", 0
}

var otherFence = regexp.MustCompile(`^(?:\+{1,2}|\+{4,}|＋{2,}|-{3,}|—{1,}|－{2,}|={3,}|\*{3,}|~{3,})$`)

// FrontMatter splits a file into the TOML between its two +++ lines and the
// text below, each with the number of its first line. ok is false when the file
// does not begin with a +++ line or has no second one; all of it is the body
// then. Blank lines before the first, a byte order mark and CRLF line ends are taken as they come.
func FrontMatter(src []byte) (front []byte, frontLine int, body []byte, bodyLine int, ok bool) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	before, first, rest := firstLine(src)
	if string(first) != fence {
		return nil, 1, src, 1, false
	}
	start, line := len(src)-len(rest), before+2
	for at := start; at < len(src); line++ {
		text, _, found := bytes.Cut(src[at:], []byte("\n"))
		next := at + len(text)
		if found {
			next++
		}
		if string(bytes.TrimRight(text, " \t\r")) == fence {
			return src[start:at], before + 2, src[next:], line + 1, true
		}
		at = next
	}
	return nil, 1, src, 1, false
}
