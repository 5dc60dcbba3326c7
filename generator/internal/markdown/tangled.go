package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"reportsite/generator/internal/diag"
)

// Within these limits goldmark reads a text in a time that grows with its length. Beyond
// them it looks at the rest of a line or paragraph once for each mark. They are far above
// what anybody writes.
const (
	mostNested  = 32     // quotations and lists within each other, on one line
	mostIndent  = 128    // columns before the mark of a list or quotation, which say how deep it is
	mostOpen    = 256    // addresses of links without an end, in one paragraph
	mostMarks   = 10_000 // runs of * _ ~ in one paragraph
	mostMissing = 10_000 // cells that the rows of a table have less than its head
	mostNotes   = 1_000  // footnotes
)

// tangled looks for what goldmark would take very long for, and reports it. Such a text is not
// parsed. Each kind is reported once, where its limit is passed.
func (p *reading) tangled() bool {
	t := tangle{reading: p, reported: map[*diag.Rule]bool{}}
	for at := 0; at < len(p.src); {
		line := p.src[at:]
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		t.line(at, line)
		at += len(line)
	}
	return len(t.reported) > 0
}

// tangle counts while a text is read once. A paragraph ends at a blank line.
type tangle struct {
	*reading
	reported map[*diag.Rule]bool

	open    int // "](" of the paragraph without its ")", and brackets in these addresses
	angles  int // "](<" without ">"
	marks   int // of emphasis
	head    int // cells of the head of the table
	missing int // cells of its rows
	notes   int // footnotes of the text
}

// beyond reports a count that passes its limit.
func (t *tangle) beyond(rule *diag.Rule, offset, count, most int) {
	if count > most && !t.reported[rule] {
		t.reported[rule] = true
		t.report(rule, offset, most)
	}
}

func (t *tangle) line(at int, line []byte) {
	if isBlank(line) {
		t.open, t.angles, t.marks, t.head, t.missing = 0, 0, 0, 0, 0
		return
	}
	t.nested(at, line)
	t.cells(at, line)
	t.inline(at, line)
}

// isBlank reports whether a line, of a quotation or not, ends a paragraph.
func isBlank(line []byte) bool {
	for n, c := range line {
		if c != ' ' && c != '\t' && c != '\n' && (c != '>' || n > 3) {
			return false
		}
	}
	return true
}

// nested counts the quotations and lists that begin at the head of a line.
func (t *tangle) nested(at int, line []byte) {
	depth, column := 0, 0
	for n := 0; n < len(line); {
		size := 0
		switch c := line[n]; {
		case c == ' ' || c == '\t':
			if column++; c == '\t' {
				column += 3
			}
			n++
			continue
		case c == '>':
			size = 1
		case isRule(line[n:]):
		default:
			size = markSize(line[n:])
		}
		if size == 0 {
			break
		}
		if depth++; depth == 1 && column > mostIndent {
			depth = mostNested + 1
		}
		if t.beyond(TooDeep, at+n, depth, mostNested); depth > mostNested {
			break
		}
		if isNote(line[n:]) {
			t.notes++
			t.beyond(TooManyNotes, at+n, t.notes, mostNotes)
		}
		n += size
	}
}

// isRule reports whether a line is nothing but - or * with spaces: a rule across the page.
func isRule(s []byte) bool {
	if s[0] != '-' && s[0] != '*' {
		return false
	}
	for _, c := range s {
		if c != s[0] && c != ' ' && c != '\t' && c != '\n' {
			return false
		}
	}
	return true
}

// markSize is the size of the mark that begins an item of a list, the explanation of a term,
// or a footnote; 0 where there is none.
func markSize(s []byte) int {
	n := 0
	switch c := s[0]; {
	case c == '-' || c == '*' || c == '+' || c == ':':
		n = 1
	case isNote(s):
		return bytes.IndexByte(s, ']') + 2
	default:
		for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == 0 || n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	}
	if n < len(s) && s[n] != ' ' && s[n] != '\t' && s[n] != '\n' {
		return 0
	}
	return n
}

// isNote reports whether a line begins a footnote: [^1]: ….
func isNote(s []byte) bool {
	if !bytes.HasPrefix(s, []byte("[^")) {
		return false
	}
	end := bytes.IndexByte(s, ']')
	return end > 0 && end+1 < len(s) && s[end+1] == ':'
}

// cells counts the cells that the rows of a table have less than its head, behind the line
// that makes it a table.
func (t *tangle) cells(at int, line []byte) {
	if len(bytes.Trim(line, " \t\n>|:-")) == 0 && bytes.IndexByte(line, '|') >= 0 && bytes.IndexByte(line, '-') >= 0 {
		t.head = max(t.head, cells(string(line)))
		return
	}
	if t.head > 0 {
		t.missing += max(0, t.head-cells(string(line)))
		t.beyond(TooFewCells, at, t.missing, mostMissing)
	}
}

// inline counts the marks of a line that goldmark looks for a partner of.
func (t *tangle) inline(at int, line []byte) {
	for n := 0; n < len(line); n++ {
		switch c := line[n]; {
		case c == '\\':
			n++ // the character behind it is no mark
		case c == '(' && (t.open > 0 || n > 0 && line[n-1] == ']'):
			t.open++
			t.beyond(TooManyOpen, at+n, t.open, mostOpen)
			if n+1 < len(line) && line[n+1] == '<' {
				t.angles++
				t.beyond(TooManyOpen, at+n, t.angles, mostOpen)
			}
		case c == ')':
			t.open = max(0, t.open-1)
		case c == '>':
			t.angles = max(0, t.angles-1)
		case (c == '*' || c == '_' || c == '~') && (n == 0 || line[n-1] != c) && !(c == '_' && inWord(line, n)):
			t.marks++
			t.beyond(TooManyMarks, at+n, t.marks, mostMarks)
		}
	}
}

// inWord reports whether the character at n stands between two letters or digits, where _ is
// no mark.
func inWord(line []byte, n int) bool {
	before, _ := utf8.DecodeLastRune(line[:n])
	after, _ := utf8.DecodeRune(line[n+1:])
	return isAlnum(before) && isAlnum(after)
}

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
