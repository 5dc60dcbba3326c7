package tomlfile

import "strings"

// A tokenKind is a kind of token: one of these, or the character itself for
// [ ] { } . = , and the end of a line.
type tokenKind byte

const (
	endToken     tokenKind = 0   // the text is over
	wordToken    tokenKind = 'w' // any other characters: a bare key, a number, a part of a date
	stringToken  tokenKind = '"' // of any of the four kinds, with its quotes
	commentToken tokenKind = '#' // without the end of its line
	spaceToken   tokenKind = ' ' // spaces and tabs, and the return before the end of a line
	lineToken    tokenKind = '\n'
)

// token is a piece of a TOML text.
type token struct {
	kind tokenKind
	span
}

// tokenAt is the token that begins at an offset. Every text is a sequence of
// tokens, whatever it says: the syntax is the library's affair. What the three
// readers of this package must agree on is where strings and comments end.
func tokenAt(text string, start int) token {
	if start >= len(text) {
		return token{endToken, span{len(text), len(text)}}
	}
	switch c := text[start]; c {
	case '"', '\'':
		return token{stringToken, span{start, stringEnd(text, start)}}
	case '#':
		return token{commentToken, span{start, runEnd(text, start, func(c byte) bool { return c != '\n' })}}
	case ' ', '\t', '\r':
		return token{spaceToken, span{start, runEnd(text, start, isSpace)}}
	case '[', ']', '{', '}', '.', '=', ',', '\n':
		return token{tokenKind(c), span{start, start + 1}}
	}
	return token{wordToken, span{start, runEnd(text, start, isWord)}}
}

// runEnd is the offset behind the characters that belong together.
func runEnd(text string, start int, belongs func(byte) bool) int {
	end := start + 1
	for end < len(text) && belongs(text[end]) {
		end++
	}
	return end
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }

func isWord(c byte) bool { return !isSpace(c) && strings.IndexByte("\"'#[]{}.=,\n", c) < 0 }

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
