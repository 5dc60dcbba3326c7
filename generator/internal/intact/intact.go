// Package intact answers whether a text file is whole: it finds the marks of a
// merge that was not finished, what an interrupted save leaves behind, and
// characters that no reader sees.
//
// It knows no format. [File] is asked once for every file of the content before
// the file is parsed, [Unseen] by the packages that own a format, which say in
// their own words where such a character stands.
package intact

import (
	"bytes"

	"golang.org/x/text/encoding/unicode"

	"reportsite/generator/internal/diag"
)

// File reports what makes a file not worth parsing, at most one diagnostic: the
// first mark of a merge conflict, a file without content, or one whose end is
// filled with zero bytes. name is the file's name in messages; its ending says
// how strictly a row of = is read. ok is true for a file that can be parsed.
func File(name string, data []byte) (fault diag.Diagnostic, ok bool) {
	text := decoded(data)
	if d, found := conflict(name, text); found {
		return d, false
	}
	if at, found := zeroTail(text); found {
		if len(bytes.Trim(text[:at], " \t\r\n\ufeff")) == 0 {
			at = 0
		}
		return Half.At(place(name, text, at)), false
	}
	if len(bytes.Trim(text, " \t\r\n\ufeff")) == 0 {
		return EmptyFile.At(diag.Pos{File: name, Line: 1, Col: 1}), false
	}
	return diag.Diagnostic{}, true
}

// decoded is the text of a file that Excel saved as "Unicode text"; every other
// file has the bytes of ASCII where this package looks for them.
func decoded(data []byte) []byte {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err == nil {
			return text
		}
	}
	return data
}

// leastTail is how many zero bytes at the end of a file mean that it was cut
// off: one or two can be the end of a text in UTF-16.
const leastTail = 4

// zeroTail is the offset from which on a file holds nothing but zero bytes: a
// file system that loses power keeps a file's length, not its content. What has
// zero bytes before them too is no text at all.
func zeroTail(data []byte) (at int, found bool) {
	data = bytes.TrimRight(data, " \r\n") // an editor may have ended the line
	rest := bytes.TrimRight(data, "\x00")
	return len(rest), len(data)-len(rest) >= leastTail && bytes.IndexByte(rest, 0) < 0
}

// place is the line and column of an offset of a text. A byte order mark is no
// character of the first line.
func place(name string, text []byte, at int) diag.Pos {
	line := 1 + bytes.Count(text[:at], []byte("\n"))
	begin := bytes.LastIndexByte(text[:at], '\n') + 1
	before := bytes.TrimPrefix(text[begin:at], []byte("\ufeff"))
	return diag.Pos{File: name, Line: line, Col: len([]rune(string(before))) + 1}
}
