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
	heads = map[string]int{}
	table := ""
	next := func(t token) token { return tokenAt(text, t.end) }
	t := tokenAt(text, 0)
	if strings.HasPrefix(text, "\ufeff") {
		t = tokenAt(text, len("\ufeff"))
	}
	for t.kind != endToken {
		switch t.kind {
		case spaceToken, lineToken, commentToken:
			t = next(t)
			continue
		case '[':
			name := ""
			array := false
			for t = next(t); t.kind != lineToken && t.kind != endToken && t.kind != ']'; t = next(t) {
				switch t.kind {
				case '[':
					array = true
				case spaceToken:
				case stringToken:
					name += unquote(text[t.start:t.end])
				default:
					name += text[t.start:t.end]
				}
			}
			for t.kind != lineToken && t.kind != endToken {
				t = next(t)
			}
			table = name
			if _, twice := heads[name]; twice && !array {
				return nil, nil, ErrForm
			}
			heads[name] = t.end
			continue
		}
		e := entry{start: t.start, inTable: table}
		for ; t.kind != '=' && t.kind != lineToken && t.kind != endToken; t = next(t) {
			switch t.kind {
			case spaceToken:
			case stringToken:
				e.key += unquote(text[t.start:t.end])
			default:
				e.key += text[t.start:t.end]
			}
		}
		if t.kind != '=' {
			return nil, nil, ErrForm
		}
		for t = next(t); t.kind == spaceToken; t = next(t) {
		}
		e.value = span{t.start, t.start}
		depth := 0
		for ; t.kind != endToken && (depth > 0 || t.kind != lineToken && t.kind != commentToken); t = next(t) {
			switch t.kind {
			case '[', '{':
				depth++
			case ']', '}':
				depth--
			}
			if t.kind != spaceToken && t.kind != lineToken && t.kind != commentToken {
				e.value.end = t.end
			}
		}
		for t.kind != lineToken && t.kind != endToken {
			t = next(t)
		}
		e.end = t.end
		list = append(list, e)
	}
	return list, heads, nil
}
