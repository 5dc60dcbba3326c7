// Package paste turns text as it comes from the clipboard, out of Word, WPS, WeChat or
// a PDF, into clean Markdown: paragraphs, headings by their numbers, lists and tables.
//
// No word is added and none is lost; what Markdown would take for a mark gets a
// backslash. What a line is follows from its form alone: its number (GB/T 9704-2012,
// 7.3.3), its length, its last character and its indentation.
package paste

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode/utf32"

	xunicode "golang.org/x/text/encoding/unicode"
)

// Result is Markdown and what is in it.
type Result struct {
	Text  string // Markdown, which ends with a line end; "" where there was nothing
	Title string // of a whole section; "" where the text begins with none

	Paragraphs, Headings, Lists, Tables int
}

// ErrNoText says that the input is no text.
var ErrNoText = errors.New("no text")

// Decode reads text in the encodings of clipboards and editors: UTF-8, UTF-16 and
// UTF-32 with a mark, UTF-16 without one as PowerShell writes it, and GB18030. A
// document of Word or a PDF is ErrNoText.
func Decode(data []byte) (string, error) {
	switch {
	case strings.HasPrefix(string(data), "\xff\xfe\x00\x00"):
		return decoded(utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM).NewDecoder().Bytes(data))
	case strings.HasPrefix(string(data), "\xff\xfe"), strings.HasPrefix(string(data), "\xfe\xff"):
		return decoded(xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM).NewDecoder().Bytes(data))
	case utf8.Valid(data) && !strings.Contains(string(data), "\x00"):
		return decoded(data, nil)
	case strings.Contains(string(data), "\r\x00\n\x00"):
		return decoded(xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM).NewDecoder().Bytes(data))
	}
	return decoded(simplifiedchinese.GB18030.NewDecoder().Bytes(data))
}

func decoded(data []byte, err error) (string, error) {
	text := string(data)
	if err != nil || strings.ContainsFunc(text, func(r rune) bool {
		return r == utf8.RuneError || r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r)
	}) || strings.HasPrefix(text, "%PDF") || strings.HasPrefix(text, "{\\rtf") {
		return "", ErrNoText
	}
	return text, nil
}

// Markdown turns text into Markdown. Of a whole section the first line is taken out as
// its title, where it is one.
func Markdown(text string, whole bool) Result {
	p := &pasting{lines: readLines(text)}
	p.join()
	p.level()
	if whole && len(p.lines) > 1 && p.lines[0].isTitle() {
		p.result.Title = p.lines[0].text
		p.lines = p.lines[1:]
	}
	for len(p.lines) > 0 {
		p.lines = p.lines[p.block():]
	}
	p.result.Text = p.out.String()
	return p.result
}

// line is a line of the text.
type line struct {
	text     string   // without spaces around
	cells    []string // of a table; nil where the line has no tab
	indented bool
	apart    bool // an empty line stands before it
}

// readLines parts text into its lines. Empty ones are left out.
func readLines(text string) (list []line) {
	apart := false
	for raw := range strings.SplitSeq(lineEnds.Replace(text), "\n") {
		raw = strings.Map(visible, raw)
		l := line{text: squeezed(raw), apart: apart}
		if l.text == "" {
			apart = true
			continue
		}
		first, _ := utf8.DecodeRuneInString(raw)
		l.indented = unicode.IsSpace(first)
		if inner := strings.TrimRight(raw, " \u3000"); strings.Contains(strings.TrimLeftFunc(inner, unicode.IsSpace), "\t") {
			for cell := range strings.SplitSeq(inner, "\t") {
				l.cells = append(l.cells, squeezed(cell))
			}
		}
		list, apart = append(list, l), false
	}
	return list
}

// lineEnds are the line ends of all systems, and the breaks of Word.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n")

// visible drops characters that nobody sees, and gives spaces and the bullets of
// symbol fonts a common form.
func visible(r rune) rune {
	switch {
	case r == '\t' || r == '\u3000':
		return r
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Co, r):
		return '•'
	case r == 0x200d || r == 0xfe0f: // within an emoji
		return -1
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == 0xfffc, r == utf8.RuneError,
		r == 0x034f, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0, r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return -1
	}
	return r
}

// squeezed is text without spaces around it, and with single ones within.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// latin reports whether a letter of the Latin alphabet stands on one side.
func latin(a, b rune) bool { return a < 0x80 && unicode.IsLetter(a) || b < 0x80 && unicode.IsLetter(b) }
