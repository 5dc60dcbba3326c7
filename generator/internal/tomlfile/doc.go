package tomlfile

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"reportsite/generator/internal/diag"
)

// Doc says where the keys of a decoded file stand. It looks for them only when it
// is first asked, because most files have no fault.
//
// Keys are named from the outermost table inwards; an element of an array is
// named by its number, from "0". The methods may be called on a nil Doc, which
// has no keys and no file, and from several goroutines.
type Doc struct {
	file      string
	text      string // without a byte order mark
	startLine int

	findKeys  sync.Once
	index     *index
	findLines sync.Once
	lines     []int // offset of the start of each line

	base *Doc // of an extended document, which has no text of its own
	more Places
}

// Pos is the position of a key's value: of the first character between the
// quotes of a string, or of the name of a table. It is the file alone when
// there is no such key.
func (d *Doc) Pos(keys ...string) diag.Pos {
	if d == nil {
		return diag.Pos{}
	}
	if d.more.at != nil {
		pos, ok := d.elsewhere(keys)
		if !ok {
			return d.base.Pos(keys...)
		}
		return pos
	}
	n, ok := d.find(keys)
	if !ok {
		return diag.Pos{File: d.file}
	}
	return d.pos(n.value.start)
}

// Has reports whether the key is written.
func (d *Doc) Has(keys ...string) bool {
	if d == nil {
		return false
	}
	if d.more.at != nil {
		_, ok := d.elsewhere(keys)
		return ok
	}
	_, ok := d.find(keys)
	return ok
}

// Keys lists the keys of a table in the order of the file; without arguments,
// those of the file itself.
func (d *Doc) Keys(keys ...string) []string {
	if d == nil {
		return nil
	}
	if d.more.at != nil {
		return d.extended(keys)
	}
	d.locate()
	return d.index.names(keys)
}

func (d *Doc) find(keys []string) (node, bool) {
	d.locate()
	return d.index.find(keys)
}

// locate finds the keys. It must not be called when the text was refused.
func (d *Doc) locate() {
	d.findKeys.Do(func() { d.index = scan(d.text) })
}

// pos turns an offset of the text into line and column. Offsets are bytes and
// columns are characters: a Han character is three bytes and one column.
func (d *Doc) pos(offset int) diag.Pos {
	d.findLines.Do(func() { d.lines = lineStarts(d.text) })
	offset = charStart(d.text, min(max(offset, 0), len(d.text)))
	line := sort.SearchInts(d.lines, offset+1) - 1
	return diag.Pos{
		File: d.file,
		Line: d.startLine + line,
		Col:  utf8.RuneCountInString(d.text[d.lines[line]:offset]) + 1,
	}
}

// charStart is the start of the character that holds the byte at offset: the
// library points into one where a text ends early. A byte of no character, as in
// text of another encoding, stands for itself.
func charStart(text string, offset int) int {
	for start := max(0, offset-utf8.UTFMax+1); start < offset; start++ {
		if r, size := utf8.DecodeRuneInString(text[start:]); r != utf8.RuneError && start+size > offset {
			return start
		}
	}
	return offset
}

// at makes a diagnostic that underlines a span of the text, as far as it is on
// one line.
func (d *Doc) at(s span, rule *diag.Rule, args ...any) diag.Diagnostic {
	fault := rule.At(d.pos(s.start), args...)
	if s.start < s.end && s.end <= len(d.text) {
		marked, _, _ := strings.Cut(d.text[s.start:s.end], "\n")
		fault.Len = utf8.RuneCountInString(strings.TrimRight(marked, "\r"))
	}
	return fault
}

func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// runeAt is the character at an offset and its length; a byte of no character stands
// for itself.
func runeAt(text string, at int) (rune, int) { return utf8.DecodeRuneInString(text[at:]) }
