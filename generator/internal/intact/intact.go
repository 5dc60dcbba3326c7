// Package intact checks that a text file is complete and clean: it finds the
// markers of an unfinished merge, the zero bytes or empty file of an interrupted
// save, and invisible characters.
//
// It knows no format. [File] is called once for every file of the content before
// parsing; [Unseen] by the packages that own a format, which report such a
// character with a message of their own.
package intact

import (
	"bytes"

	"golang.org/x/text/encoding/unicode"

	"reportsite/generator/internal/diag"
)

// File reports what makes a file not worth parsing, at most one diagnostic: the
// first mark of a merge conflict, a file without content, one whose end is
// filled with zero bytes, one that is no text, or a text in another encoding. name is the file's name in messages; in a .md file a row
// of = alone is no conflict. ok is true for a file that can be parsed.
func File(name string, data []byte) (fault diag.Diagnostic, ok bool) {
	if d, found := noText(name, data); found {
		return d, false
	}
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

// leastTail is how many zero bytes at the end of a file show that saving was
// interrupted: one or two can be the end of a text in UTF-16.
const leastTail = 4

// zeroTail is the offset from which on a file holds nothing but zero bytes: after a
// power failure a file system may have kept a file's length but not its content. A
// file with other zero bytes is no text.
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
