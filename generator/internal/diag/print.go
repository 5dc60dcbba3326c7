package diag

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/typeset"
)

// Printer writes diagnostics for people: position and message, the line of the
// file with a mark under the place, and the hint.
type Printer struct {
	Files fs.FS // where the lines are read from; nil prints no lines
	Lang  Lang
}

// Print writes the list, which should be sorted, all of it. A message for many
// places is printed once, with all of them; diagnostics that follow from another
// fault come below a line that names that fault.
func (p Printer) Print(w io.Writer, list []Diagnostic) error {
	out := bufio.NewWriter(w)
	lines := NewLines(p.Files)
	var cause Pos
	for _, g := range p.groups(list) {
		d := g[0]
		if d.Cause != cause {
			cause = d.Cause
			fmt.Fprintln(out, message.Say(p.Lang, "follows", "Place", cause))
		}
		p.one(out, lines, d)
		if len(g) > 1 {
			fmt.Fprintln(out, "  "+message.Say(p.Lang, "same-at", "N", len(g)-1))
			for _, line := range places(g[1:]) {
				fmt.Fprintln(out, "    "+line)
			}
		}
	}
	return out.Flush()
}

// one writes a diagnostic.
func (p Printer) one(out io.Writer, lines *Lines, d Diagnostic) {
	if d.Pos.File != "" {
		fmt.Fprintf(out, "%s: ", d.Pos)
	}
	fmt.Fprintf(out, "%s[%s] %s\n", message.Say(p.Lang, d.Severity().String()), d.Rule.Code, d.Message(p.Lang))
	if line, col, ok := lines.Excerpt(d); ok {
		number := fmt.Sprintf("%5d", d.Pos.Line)
		fmt.Fprintf(out, "%s | %s\n", number, line)
		if col > 0 {
			fmt.Fprintf(out, "%s | %s\n", strings.Repeat(" ", len(number)), caret(line, col, d.Len))
		}
	}
	if hint := d.Hint(p.Lang); hint != "" {
		fmt.Fprintln(out, "  "+message.Say(p.Lang, "hint", "Fix", hint))
	}
}

// WriteJSON writes one object per diagnostic and line, for tools.
func WriteJSON(w io.Writer, list []Diagnostic, l Lang) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range list {
		err := enc.Encode(struct {
			File     string `json:"file"`
			Line     int    `json:"line,omitempty"`
			Col      int    `json:"col,omitempty"`
			Cell     string `json:"cell,omitempty"`
			Severity string `json:"severity"`
			Code     string `json:"code"`
			Message  string `json:"message"`
			Hint     string `json:"hint,omitempty"`
			Cause    string `json:"cause,omitempty"` // the place of the fault that this one follows from
		}{d.Pos.File, d.Pos.Line, d.Pos.Col, d.Pos.Cell, d.Severity().String(), d.Rule.Code, d.Message(l), d.Hint(l), d.Cause.String()})
		if err != nil {
			return fmt.Errorf("write diagnostics as JSON: %w", err)
		}
	}
	return nil
}

// WriteGitHub writes workflow commands, which become annotations beside the
// lines of a pull request.
func WriteGitHub(w io.Writer, list []Diagnostic, l Lang) error {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	for _, d := range list {
		where := ""
		if d.Pos.File != "" {
			where = " file=" + property.Replace(d.Pos.File)
		}
		if d.Pos.Line > 0 {
			where += fmt.Sprintf(",line=%d", d.Pos.Line)
		}
		if d.Pos.Col > 0 {
			where += fmt.Sprintf(",col=%d", d.Pos.Col)
		}
		if where != "" {
			where += ","
		} else {
			where = " "
		}
		text := d.Message(l)
		if d.Pos.Cell != "" {
			text = d.Pos.Cell + ": " + text
		}
		if hint := d.Hint(l); hint != "" {
			text += "\n" + hint
		}
		_, err := fmt.Fprintf(w, "::%s%stitle=%s::%s\n", d.Severity(), where, property.Replace(d.Rule.Code), message.Replace(text))
		if err != nil {
			return fmt.Errorf("write diagnostics as annotations: %w", err)
		}
	}
	return nil
}

// Lines reads lines of files, keeping the last file read.
type Lines struct {
	files fs.FS
	name  string
	data  []byte
}

// NewLines reads from the files that positions name; nil has no lines.
func NewLines(files fs.FS) *Lines { return &Lines{files: files} }

// around is how much of a line is shown before and behind the place, in characters. A
// paragraph is one line.
const around = 30

// cut stands where a line goes on.
const cut = "..."

// excerpt is the part of a line around n characters from a column on, and the column
// in it. A column of 0 has no place: the line's beginning is shown.
func excerpt(line string, col, n int) (part string, at int) {
	text := []rune(line)
	n = min(max(n, 1), around)
	from, to := max(0, col-1-around), max(col-1, 0)+n+around
	if from <= len(cut) { // what is not shown before the place is shown behind it
		from, to = 0, max(to, 2*around+n)
	}
	if to+len(cut) >= len(text) {
		from, to = max(0, min(from, len(text)-2*around-1)), len(text)
	}
	if from <= len(cut) {
		from = 0
	}
	part, at = string(text[min(from, len(text)):to]), col
	if from > 0 {
		part, at = cut+part, col-from+len(cut)
	}
	if to < len(text) {
		part += cut
	}
	return part, at
}

// Excerpt is the text around a diagnostic's place, some thirty characters on each
// side, and the place's column in it; ok is false where there is no line to show.
func (r *Lines) Excerpt(d Diagnostic) (text string, col int, ok bool) {
	line, ok := r.line(d.Pos)
	if !ok {
		return "", 0, false
	}
	text, col = excerpt(line, d.Pos.Col, d.Len)
	return text, col, true
}

// line is the text of a position's line.
func (r *Lines) line(p Pos) (text string, ok bool) {
	if r.files == nil || p.Line == 0 {
		return "", false
	}
	if r.name != p.File {
		data, err := fs.ReadFile(r.files, p.File)
		if err != nil {
			data = nil // print the position alone: the unreadable file has its own diagnostic
		}
		r.name, r.data = p.File, data
	}
	rest := r.data
	for n := 1; n < p.Line; n++ {
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			return "", false
		}
		rest = rest[i+1:]
	}
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	if len(rest) == 0 {
		return "", false
	}
	line := strings.TrimRight(strings.ToValidUTF8(string(rest), "\uFFFD"), "\r")
	return visible(line), true
}

// visible replaces control and invisible characters by visible ones, so that the
// mark below points at something that can be seen and the columns stay aligned.
func visible(line string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < ' ':
			return '␀' + r // U+2400 to U+241F are the symbols of the control characters, in the same order
		case r == 0x7f:
			return '␡'
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp):
			return '□'
		}
		return r
	}, line)
}

// caret marks n characters of the line from a column on. A Han character is two
// columns wide on a terminal.
func caret(line string, col, n int) string {
	var b strings.Builder
	at := 1
	for _, r := range line {
		mark := " "
		if at >= col {
			mark = "^"
		}
		if at >= col+max(n, 1) {
			break
		}
		b.WriteString(strings.Repeat(mark, typeset.Column(r)))
		at++
	}
	if at <= col {
		b.WriteString(strings.Repeat(" ", col-at) + "^")
	}
	return b.String()
}
