package tomlfile

import (
	"strings"

	"github.com/BurntSushi/toml"
)

// scan finds the keys of a text that the library has parsed without fault; it
// does not check the syntax again. Where it meets something that it does not
// expect it stops, so that a position may be missing but is never wrong.
func scan(text string) *index {
	s := scanner{text: text, index: &index{nodes: make([]node, 1), child: map[edge]int{}}}
	table := 0
	for s.blank(); s.at < len(s.text); s.blank() {
		before := s.at
		switch {
		case s.accept("[["):
			array := s.keys(0)
			table = s.element(array, s.nodes[array].key)
			s.accept("]]")
		case s.accept("["):
			table = s.keys(0)
			s.accept("]")
		default:
			s.pair(table)
		}
		if s.at == before {
			break
		}
	}
	return s.index
}

type scanner struct {
	*index
	text string
	at   int
}

// accept skips a word if it comes next.
func (s *scanner) accept(word string) bool {
	if !strings.HasPrefix(s.text[s.at:], word) {
		return false
	}
	s.at += len(word)
	return true
}

// spaces skips spaces within a line.
func (s *scanner) spaces() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
		s.at++
	}
}

// blank skips spaces, line ends and comments.
func (s *scanner) blank() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\r', '\n':
			s.at++
		case '#':
			s.until("\n")
		default:
			return
		}
	}
}

// until moves to the next of the characters or to the end of the text.
func (s *scanner) until(chars string) {
	if i := strings.IndexAny(s.text[s.at:], chars); i >= 0 {
		s.at += i
		return
	}
	s.at = len(s.text)
}

// pair reads key = value.
func (s *scanner) pair(table int) {
	n := s.keys(table)
	s.spaces()
	if s.accept("=") {
		s.spaces()
		s.read(n)
	}
}

// keys reads a key such as target.2024 and returns the node it leads to.
func (s *scanner) keys(n int) int {
	for {
		s.spaces()
		start := s.at
		name, key := s.key()
		if s.at == start {
			return n
		}
		n = s.enter(s.last(n), name, key)
		s.spaces()
		if !s.accept(".") {
			return n
		}
	}
}

// key reads one part of a key, bare or between quotes.
func (s *scanner) key() (name string, at span) {
	start := s.at
	if s.at < len(s.text) && (s.text[s.at] == '"' || s.text[s.at] == '\'') {
		at = s.quoted()
		return unquote(s.text[start:s.at]), at
	}
	for s.at < len(s.text) && bareKey(s.text[s.at]) {
		s.at++
	}
	return s.text[start:s.at], span{start, s.at}
}

// read reads a value into the node.
func (s *scanner) read(n int) {
	start := s.at
	switch {
	case s.at == len(s.text):
		return
	case s.text[s.at] == '"' || s.text[s.at] == '\'':
		s.nodes[n].value = s.quoted()
	case s.accept("["):
		s.items("]", func() {
			item := s.element(n, span{s.at, s.at + 1})
			s.read(item)
			s.nodes[item].key = s.nodes[item].value
		})
		s.nodes[n].value = span{start, s.at}
	case s.accept("{"):
		s.items("}", func() { s.pair(n) })
	default:
		s.until(",]}#\r\n")
		s.nodes[n].value = span{start, start + len(strings.TrimRight(s.text[start:s.at], " \t"))}
	}
}

// items reads what stands between brackets, one item at a time.
func (s *scanner) items(end string, item func()) {
	for s.blank(); s.at < len(s.text) && !s.accept(end); s.blank() {
		if before := s.at; !s.accept(",") {
			if item(); s.at == before {
				return
			}
		}
	}
}

// quoted skips a string of any of the four kinds and returns the place of its
// content.
func (s *scanner) quoted() span {
	start := s.at
	s.at = stringEnd(s.text, start)
	marks := 1
	if q := s.text[start : start+1]; strings.HasPrefix(s.text[start:], q+q+q) && s.at-start >= 6 {
		marks = 3
	}
	return span{start + marks, max(start+marks, s.at-marks)}
}

// stringEnd is the offset behind the string that begins at start. A string
// that is not closed ends with its line, or with the text if it may have many
// lines.
func stringEnd(text string, start int) int {
	quote := text[start : start+1]
	escapes := quote == `"`
	rest := text[start:]
	if strings.HasPrefix(rest, quote+quote+quote) {
		return start + longStringEnd(rest, quote, escapes)
	}
	for i := 1; i < len(rest); i++ {
		switch {
		case rest[i] == quote[0]:
			return start + i + 1
		case rest[i] == '\n':
			return start + i
		case rest[i] == '\\' && escapes:
			i++
		}
	}
	return len(text)
}

// longStringEnd is the length of a string between triple quotes. Up to two
// quotes may stand directly before the closing ones.
func longStringEnd(s, quote string, escapes bool) int {
	for i := 3; i < len(s); i++ {
		switch {
		case s[i] == '\\' && escapes:
			i++
		case strings.HasPrefix(s[i:], quote+quote+quote):
			end := i + 3
			for extra := 0; extra < 2 && strings.HasPrefix(s[end:], quote); extra++ {
				end++
			}
			return end
		}
	}
	return len(s)
}

// unquote gives the name that a quoted key stands for. The library reads the
// escapes.
func unquote(quoted string) string {
	inner := quoted[1:max(1, len(quoted)-1)]
	if quoted[0] == '\'' || !strings.Contains(inner, `\`) {
		return inner
	}
	var v struct{ Key string }
	if _, err := toml.Decode("Key = "+quoted, &v); err != nil {
		return inner
	}
	return v.Key
}

func bareKey(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}
