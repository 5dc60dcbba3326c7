package tomlfile

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"reportsite/generator/internal/diag"
)

// unreadable finds what the library must not see at all: bytes that are no
// text, and nesting so deep that its recursion would exhaust the stack.
func (d *Doc) unreadable() (diag.Diagnostic, bool) {
	if i, ok := notUTF8(d.text); ok {
		return d.at(span{i, i}, NotUTF8), true
	}
	if i := strings.IndexByte(d.text, 0); i >= 0 {
		return d.at(span{i, i}, ControlChar), true
	}
	if i, ok := tooDeep(d.text); ok {
		return d.at(span{i, i + 1}, TooDeep, maxDepth), true
	}
	return diag.Diagnostic{}, false
}

// notUTF8 finds the first byte that is no part of a character.
func notUTF8(text string) (offset int, found bool) {
	if utf8.ValidString(text) {
		return 0, false
	}
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)) {
			return i, true
		}
	}
	panic("generator: internal error: text that is not UTF-8 without a place where it is not")
}

// maxDepth is how many brackets may be open at once, and how many parts a
// dotted key may have. The formats of this site need four.
const maxDepth = 32

// tooDeep finds the first place that is nested too deep. It reads strings and
// comments as the library does, so that up to the first syntax error, where
// the library stops, both see the same brackets.
func tooDeep(text string) (offset int, found bool) {
	depth, dots := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"', '\'':
			i = stringEnd(text, i) - 1
			continue
		case '#':
			for i+1 < len(text) && text[i+1] != '\n' {
				i++
			}
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '.':
			dots++
		case '=', ',', '\n':
			dots = 0
		}
		if depth > maxDepth || dots >= maxDepth {
			return i, true
		}
	}
	return 0, false
}

// syntax turns an error of the library into a diagnostic. Its line and column
// are not used: they go astray at line ends, the offset does not.
func (d *Doc) syntax(err error) diag.Diagnostic {
	parse, ok := errors.AsType[toml.ParseError](err)
	if !ok {
		return d.at(span{}, BadSyntax, err.Error())
	}
	at := span{parse.Position.Start, parse.Position.Start + parse.Position.Len}
	if name, ok := strings.CutPrefix(parse.Message, "Key '"); ok {
		name, _, _ = strings.Cut(name, "' ")
		return d.at(at, DuplicateKey, name)
	}
	for _, known := range syntaxRules {
		if strings.Contains(parse.Message, known.words) {
			return d.at(at, known.rule, d.quote(at))
		}
	}
	return d.at(at, BadSyntax, parse.Message)
}

// quote is the text at a fault, for its message.
func (d *Doc) quote(s span) string {
	if s.start < 0 || s.start >= len(d.text) {
		return ""
	}
	text, _, _ := strings.Cut(d.text[s.start:min(s.end, len(d.text))], "\n")
	return strings.TrimSpace(text)
}

// syntaxRules tell the library's errors apart by their words, so that editors
// read about them in their own language. What is not listed is quoted as it is.
var syntaxRules = []struct {
	words string
	rule  *diag.Rule
}{
	{"invalid datetime", BadDate},
	{"is out of range for", OutOfRange},
	{"Invalid integer", BadNumber},
	{"Invalid float", BadNumber},
	{"invalid float", BadNumber},
	{"floats must start with", BadNumber},
	{"expected a digit", BadNumber},
	{"non-decimal numbers", BadNumber},
	{"not a binary number", BadNumber},
	{"not an octal number", BadNumber},
	{"not a hexadecimal number", BadNumber},
	{"hexadecimal digits after", BadEscape},
	{"invalid escape", BadEscape},
	{"Escaped character", BadEscape},
	{"control characters", ControlChar},
	{"strings cannot contain newlines", OpenString},
	{"unexpected EOF; expected '\"", OpenString},
	{"unexpected EOF; expected \"'", OpenString},
	{`expected value but found '\n'`, NoValue},
	{"unexpected EOF; expected value", NoValue},
	{"expected value", BadValue},
	{"top-level item to end", AfterValue},
	{"array terminator", OpenBracket},
	{"inline table terminator", OpenBracket},
	{"unexpected comma", OpenBracket},
	{"table name", BadHeader},
	{"table array name", BadHeader},
	{"expected '.' or '='", BadKey},
	{"key name appears blank", BadKey},
	{"keys cannot start with", BadKey},
	{"expected key separator", BadKey},
	{"unexpected '='", BadKey},
	{"unexpected '.'", BadKey},
}
