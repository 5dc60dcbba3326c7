package tomlfile

import (
	"errors"
	"strings"
)

// ErrForm says that a table is written in a form in which no line can be put: within
// another one, or as a value.
var ErrForm = errors.New("the table is not written as a head with lines below it")

// entry is a line of a table: a key and its value. The offsets are bytes.
type entry struct {
	key     string
	start   int // of the key
	value   span
	end     int // behind the end of the line
	inTable string
}

// PutLine puts key = value into a table of a TOML text and leaves everything else as it
// is: comments, order, spaces, ends of lines. A key that is there gets the new value. A
// new one stands before the first key for which before reports true, or at the end of
// the table; a table that is not there is added at the end of the file. The value is
// TOML on one line.
func PutLine(text, table, key, value string, before func(key string) bool) (string, error) {
	newline := "\n"
	if strings.Contains(text, "\r\n") {
		newline = "\r\n"
	}
	entries, heads, err := outline(text)
	if err != nil {
		return "", err
	}
	at, found := heads[table]
	for _, e := range entries {
		if e.inTable == "" && (e.key == table || strings.HasPrefix(e.key, table+".")) {
			return "", ErrForm
		}
	}
	if !found {
		body := strings.TrimRight(text, " \t\r\n")
		if body != "" {
			body += newline + newline
		}
		return body + "[" + table + "]" + newline + key + " = " + value + newline, nil
	}
	for _, e := range entries {
		switch {
		case e.inTable != table:
		case e.key == key:
			return text[:e.value.start] + value + text[e.value.end:], nil
		case before(e.key):
			return text[:e.start] + key + " = " + value + newline + text[e.start:], nil
		default:
			at = e.end
		}
	}
	line := key + " = " + value + newline
	if at > 0 && text[at-1] != '\n' { // the file ends without the end of a line
		line = newline + line
	}
	return text[:at] + line + text[at:], nil
}

// Line is the value of a key of a table as it is written, "" where it is not there.
func Line(text, table, key string) string {
	entries, _, err := outline(text)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if e.inTable == table && e.key == key {
			return text[e.value.start:e.value.end]
		}
	}
	return ""
}

// outline finds the lines of all tables, and where the lines of each begin.
func outline(text string) (list []entry, heads map[string]int, err error) {
	o := outliner{text: text, heads: map[string]int{}}
	o.token = tokenAt(text, len(text)-len(strings.TrimPrefix(text, "\ufeff")))
	for o.token.kind != endToken {
		switch o.token.kind {
		case spaceToken, lineToken, commentToken:
			o.next()
		case '[':
			err = o.head()
		default:
			err = o.entry()
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return o.list, o.heads, nil
}

// outliner goes through a text token by token.
type outliner struct {
	text  string
	token token
	table string // in which the next entry stands
	list  []entry
	heads map[string]int
}

func (o *outliner) next() { o.token = tokenAt(o.text, o.token.end) }

func (o *outliner) lineEnds() bool { return o.token.kind == lineToken || o.token.kind == endToken }

func (o *outliner) skipLine() {
	for !o.lineEnds() {
		o.next()
	}
}

// name reads a key, or the name of a table, up to a mark or the end of the line.
func (o *outliner) name(until tokenKind) string {
	name := ""
	for ; o.token.kind != until && !o.lineEnds(); o.next() {
		switch word := o.text[o.token.start:o.token.end]; o.token.kind {
		case spaceToken:
		case stringToken:
			name += unquote(word)
		default:
			name += word
		}
	}
	return name
}

// head reads the line that begins a table, or one of an array of tables.
func (o *outliner) head() error {
	o.next()
	array := o.token.kind == '['
	if array {
		o.next()
	}
	o.table = o.name(']')
	o.skipLine()
	if _, twice := o.heads[o.table]; twice && !array {
		return ErrForm
	}
	o.heads[o.table] = o.token.end
	return nil
}

// entry reads a key with its value, which may have many lines.
func (o *outliner) entry() error {
	e := entry{start: o.token.start, inTable: o.table}
	if e.key = o.name('='); o.token.kind != '=' {
		return ErrForm
	}
	for o.next(); o.token.kind == spaceToken; o.next() {
	}
	e.value = o.value()
	o.skipLine()
	e.end = o.token.end
	o.list = append(o.list, e)
	return nil
}

// value goes to the end of a value, without the spaces and comments behind it.
func (o *outliner) value() span {
	value := span{o.token.start, o.token.start}
	for depth := 0; o.token.kind != endToken; o.next() {
		switch o.token.kind {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case spaceToken:
			continue
		case lineToken, commentToken:
			if depth <= 0 {
				return value
			}
			continue
		}
		value.end = o.token.end
	}
	return value
}
