package markdown

import "bytes"

// fence is the line before and after the front matter.
const fence = "+++"

// OpenFront reports whether a file begins with a +++ line that no second one
// closes.
func OpenFront(src []byte) bool {
	first, _, _ := bytes.Cut(bytes.TrimPrefix(src, []byte("\ufeff")), []byte("\n"))
	_, _, _, _, ok := FrontMatter(src)
	return !ok && string(bytes.TrimRight(first, " \t\r")) == fence
}

// FrontMatter splits a file into the TOML between its two +++ lines and the
// text below, each with the number of its first line. ok is false when the file
// does not begin with a +++ line or has no second one; all of it is the body
// then. A byte order mark and CRLF line ends are taken as they come.
func FrontMatter(src []byte) (front []byte, frontLine int, body []byte, bodyLine int, ok bool) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	first, rest, _ := bytes.Cut(src, []byte("\n"))
	if string(bytes.TrimRight(first, " \t\r")) != fence {
		return nil, 1, src, 1, false
	}
	start, line := len(src)-len(rest), 2
	for at := start; at < len(src); line++ {
		text, _, found := bytes.Cut(src[at:], []byte("\n"))
		next := at + len(text)
		if found {
			next++
		}
		if string(bytes.TrimRight(text, " \t\r")) == fence {
			return src[start:at], 2, src[next:], line + 1, true
		}
		at = next
	}
	return nil, 1, src, 1, false
}
