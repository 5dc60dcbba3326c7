package tomlfile

import (
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/intact"
)

// unreadable finds what must not be given to the library: bytes that are no text,
// and nesting so deep that its recursion would exhaust the stack.
func (d *Doc) unreadable() (diag.Diagnostic, bool) {
	if i, ok := notUTF8(d.text); ok {
		return d.at(span{i, i}, NotUTF8), true
	}
	if i := strings.IndexByte(d.text, 0); i >= 0 {
		return d.unseen(intact.Unseen(d.text[i:])[0], i), true
	}
	if i, ok := tooDeep(d.text); ok {
		return d.at(span{i, i + 1}, TooDeep, maxDepth), true
	}
	return diag.Diagnostic{}, false
}

// unseen reports a character of the text behind an offset.
func (d *Doc) unseen(c intact.Char, from int) diag.Diagnostic {
	return d.at(span{from + c.Offset, from + c.Offset}, ControlChar, c.Name)
}

// allUnseen reports the characters of the file that no reader sees, wherever
// they stand: in a text they are published, in a key nobody finds them.
func (d *Doc) allUnseen() []diag.Diagnostic {
	var list []diag.Diagnostic
	for _, c := range intact.Unseen(d.text) {
		list = append(list, d.unseen(c, 0))
	}
	return list
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

// tooDeep finds the first place that is nested too deep. Up to the first syntax
// error, where the library stops, both see the same brackets.
func tooDeep(text string) (offset int, found bool) {
	depth, dots := 0, 0
	for t := tokenAt(text, 0); t.kind != endToken; t = tokenAt(text, t.end) {
		switch t.kind {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '.':
			dots++
		case '=', ',', lineToken:
			dots = 0
		}
		if depth > maxDepth || dots >= maxDepth {
			return t.start, true
		}
	}
	return 0, false
}

// syntax turns an error of the library into diagnostics. Its line and column are
// not used, because they are wrong at line ends; the offset is right.
func (d *Doc) syntax(err error, keys chineseKeys) []diag.Diagnostic {
	unseen := d.allUnseen()
	parse, ok := errors.AsType[toml.ParseError](err)
	if !ok {
		return append(unseen, d.at(span{}, BadSyntax, err.Error()))
	}
	start := keys.origin(min(max(0, parse.Position.Start), len(keys.text)))
	end := keys.origin(min(max(0, parse.Position.Start)+max(0, parse.Position.Len), len(keys.text)))
	at := span{start, max(start, end)}
	for _, u := range unseen {
		if u.Pos.Line == d.pos(at.start).Line {
			return unseen // which is the fault of the syntax, too
		}
	}
	if name, ok := strings.CutPrefix(parse.Message, "Key '"); ok {
		name, _, _ = strings.Cut(name, "' ")
		return append(unseen, d.twice(strings.ReplaceAll(name, `"`, ""), at))
	}
	return append(unseen, d.broken(at, parse.Message)...)
}

// broken reports a fault by the library's words.
func (d *Doc) broken(at span, words string) []diag.Diagnostic {
	one := func(at span, rule *diag.Rule, args ...any) []diag.Diagnostic {
		return []diag.Diagnostic{d.at(at, rule, args...)}
	}
	for _, known := range syntaxRules {
		if !strings.Contains(words, known.words) {
			continue
		}
		if known.rule == ControlChar {
			break // reported as unseen, or none that we know
		}
		if list := d.meant(at, known.rule); list != nil {
			return list
		}
		switch known.rule {
		case OpenBracket:
			return []diag.Diagnostic{d.bracket(at)}
		case OpenString:
			return one(d.openString(at), OpenString)
		case BadEscape: // the library points at the text before it, too
			at.start += max(0, strings.LastIndexByte(d.text[at.start:at.end], '\\'))
		}
		return one(at, known.rule, d.quote(at))
	}
	if found := intact.Unseen(d.text[at.start:]); strings.Contains(words, "control characters") && len(found) > 0 {
		return []diag.Diagnostic{d.unseen(found[0], at.start)}
	}
	return one(at, BadSyntax, words)
}

// openString is where a string over many lines begins that is not closed: the
// library notices only at the end of the file.
func (d *Doc) openString(fault span) span {
	for t := tokenAt(d.text, 0); t.kind != endToken && t.start <= fault.start; t = tokenAt(d.text, t.end) {
		if t.kind == stringToken && t.end >= fault.start && strings.Contains(d.text[t.start:t.end], "\n") {
			return span{t.start, t.start + 3}
		}
	}
	return fault
}

// bracket reports a list or table on one line that has a comma too few or too many,
// or no end.
func (d *Doc) bracket(fault span) diag.Diagnostic {
	open := d.openBracket(fault)
	if open != fault {
		bracket := d.text[open.start:open.end]
		return d.at(open, OpenBracket, bracket, map[string]string{"[": "]", "{": "}"}[bracket])
	}
	before := ' '
	for t := tokenAt(d.text, 0); t.kind != endToken && t.start < fault.start; t = tokenAt(d.text, t.end) {
		if t.kind != spaceToken && t.kind != lineToken && t.kind != commentToken {
			before = rune(t.kind)
		}
	}
	if next := tokenAt(d.text, fault.start).kind; next == ',' && (before == ',' || before == '[' || before == '{') {
		return d.at(fault, MoreComma)
	}
	return d.at(fault, NoComma)
}

// tableKey is a key of a table on one line, up to its first key.
var tableKey = regexp.MustCompile(`^[ \t]*([^={,]+?)[ \t]*=[ \t]*\{[ \t]*$`)

// twice reports a key that is written twice. Of a whole table on one line, such
// as 2024-06 = { value = … }, the library names the first key within.
func (d *Doc) twice(name string, at span) diag.Diagnostic {
	line := strings.LastIndexByte(d.text[:at.start], '\n') + 1
	if m := tableKey.FindStringSubmatchIndex(d.text[line:at.start]); m != nil {
		name = strings.TrimSuffix(name, "."+d.text[at.start:at.end])
		at = span{line + m[2], line + m[3]}
	}
	return d.at(at, DuplicateKey, name)
}

// openBracket is the place of the bracket that is open at a fault, where that is
// on another line: the library notices only there that it was not closed.
func (d *Doc) openBracket(fault span) span {
	var open []int
	for t := tokenAt(d.text, 0); t.kind != endToken && t.start < fault.start; t = tokenAt(d.text, t.end) {
		switch t.kind {
		case '[', '{':
			open = append(open, t.start)
		case ']', '}':
			open = open[:max(0, len(open)-1)]
		}
	}
	if len(open) == 0 {
		return fault
	}
	last := open[len(open)-1]
	atEnd := strings.TrimSpace(d.text[fault.start:lineEnd(d.text, fault.start)]) == ""
	if !atEnd && !strings.Contains(d.text[last:fault.start], "\n") {
		return fault
	}
	return span{last, last + 1}
}

// quote is the text at a fault, for its message.
func (d *Doc) quote(s span) string {
	text, _, _ := strings.Cut(d.text[s.start:s.end], "\n")
	return strings.TrimSpace(text)
}

// syntaxRules recognise the library's errors by their text, so that editors read
// about them in their own language. An error that is not listed is quoted as it is.
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
