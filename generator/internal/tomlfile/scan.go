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
	s.token = tokenAt(text, 0)
	table := 0
	for s.blank(); s.kind != endToken; s.blank() {
		before := s.start
		if s.accept('[') {
			isArray := s.accept('[')
			if table = s.keys(0); isArray {
				table = s.element(table, s.nodes[table].key)
				s.accept(']')
			}
			s.accept(']')
		} else {
			s.pair(table)
		}
		if s.start == before {
			break
		}
	}
	return s.index
}

// scanner reads a text token by token.
type scanner struct {
	*index
	token // the next one
	text  string
}

// step goes to the next token.
func (s *scanner) step() { s.token = tokenAt(s.text, s.end) }

// accept skips a token of a kind if it comes next.
func (s *scanner) accept(k tokenKind) bool {
	if s.kind != k {
		return false
	}
	s.step()
	return true
}

// spaces skips spaces within a line.
func (s *scanner) spaces() { s.accept(spaceToken) }

// blank skips spaces, line ends and comments.
func (s *scanner) blank() {
	for s.kind == spaceToken || s.kind == lineToken || s.kind == commentToken {
		s.step()
	}
}

// pair reads key = value.
func (s *scanner) pair(table int) {
	n := s.keys(table)
	s.spaces()
	if s.accept('=') {
		s.spaces()
		s.read(n)
	}
}

// keys reads a key such as target.2024 and returns the node it leads to.
func (s *scanner) keys(n int) int {
	for {
		s.spaces()
		if s.kind != wordToken && s.kind != stringToken {
			return n
		}
		name, key := s.text[s.start:s.end], s.span
		if s.kind == stringToken {
			name, key = unquote(name), s.content()
		}
		s.step()
		n = s.enter(s.last(n), name, key)
		s.spaces()
		if !s.accept('.') {
			return n
		}
	}
}

// read reads a value into the node.
func (s *scanner) read(n int) {
	start := s.start
	switch {
	case s.kind == stringToken:
		s.nodes[n].value = s.content()
		s.step()
	case s.accept('['):
		s.items(']', func() {
			item := s.element(n, span{s.start, s.start + 1})
			s.read(item)
			s.nodes[item].key = s.nodes[item].value
		})
		s.nodes[n].value = span{start, s.start}
	case s.accept('{'):
		s.items('}', func() { s.pair(n) })
	default:
		s.nodes[n].value = span{start, s.plain()}
	}
}

// plain skips a number, a date with its time, or a truth value, and returns
// where it ends.
func (s *scanner) plain() int {
	end := s.start
	for s.kind == wordToken || s.kind == '.' || s.kind == spaceToken {
		if s.kind != spaceToken {
			end = s.end
		}
		s.step()
	}
	return end
}

// items reads what stands between brackets, one item at a time.
func (s *scanner) items(end tokenKind, item func()) {
	for s.blank(); s.kind != endToken && !s.accept(end); s.blank() {
		if before := s.start; !s.accept(',') {
			if item(); s.start == before {
				return
			}
		}
	}
}

// content is the place of what stands between the quotes of the next token.
func (s *scanner) content() span {
	marks := 1
	if q := s.text[s.start : s.start+1]; strings.HasPrefix(s.text[s.start:], q+q+q) && s.end-s.start >= 6 {
		marks = 3
	}
	return span{s.start + marks, max(s.start+marks, s.end-marks)}
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
