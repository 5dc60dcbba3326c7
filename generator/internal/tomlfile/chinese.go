package tomlfile

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// chineseKeys is a text in which keys that are written in Chinese stand between
// quotes, as TOML asks for: [新电厂] as ["新电厂"], 名称 = "…" as "名称" = "…". Editors name
// tasks in their own language, and are told about an unknown key in words rather than
// about a syntax. The places of the quotes are kept for positions.
type chineseKeys struct {
	text   string
	quotes []int // offsets of the quotes that were added, in text, in order
}

// quoteKeys adds the quotes.
func quoteKeys(text string) chineseKeys {
	k := chineseKeys{text: text}
	if isASCII(text) {
		return k
	}
	var b strings.Builder
	done := 0
	add := func(s span) {
		for _, at := range []int{s.start, s.end} {
			b.WriteString(text[done:at])
			k.quotes = append(k.quotes, b.Len())
			b.WriteByte('"')
			done = at
		}
	}
	var words []span // of the key that may begin here
	place := keyPlace{begin: true}
	for t := tokenAt(text, 0); t.kind != endToken; t = tokenAt(text, t.end) {
		switch {
		case t.kind == wordToken && place.key():
			if isHanKey(text[t.start:t.end]) {
				words = append(words, t.span)
			}
		case t.kind == '=' || t.kind == ']':
			if place.key() {
				for _, w := range words {
					add(w)
				}
			}
			words = nil
		case t.kind == lineToken, t.kind == ',', t.kind == '{':
			words = nil
		}
		place.step(t.kind)
	}
	if len(k.quotes) > 0 {
		b.WriteString(text[done:])
		k.text = b.String()
	}
	return k
}

// origin is the offset in the original text of an offset in the quoted one.
func (k chineseKeys) origin(at int) int { return at - sort.SearchInts(k.quotes, at) }

// keyPlace follows whether a key or a value can stand at a token.
type keyPlace struct {
	begin  bool   // of a line outside all brackets
	header bool   // within [ ] that began a line
	value  bool   // behind =
	open   []byte // brackets of values
}

func (p *keyPlace) key() bool {
	if p.header {
		return true
	}
	return !p.value && (len(p.open) == 0 || p.open[len(p.open)-1] == '{')
}

func (p *keyPlace) step(k tokenKind) {
	switch k {
	case spaceToken, commentToken:
		return
	case lineToken:
		if len(p.open) == 0 {
			*p = keyPlace{begin: true}
		}
		return
	case '[':
		if p.begin || p.header {
			p.header, p.begin = true, false
			return
		}
		p.open = append(p.open, '[')
	case '{':
		p.open, p.value = append(p.open, '{'), false
	case '}', ']':
		if n := len(p.open); n > 0 {
			p.open, p.value = p.open[:n-1], true
		}
	case '=':
		p.value = true
	case ',':
		if n := len(p.open); n > 0 && p.open[n-1] == '{' {
			p.value = false
		}
	}
	p.begin = false
}

// isHanKey reports whether a word is a key that lacks nothing but its quotes: letters,
// digits, - and _, and a Chinese character among them. Full-width letters are a slip.
func isHanKey(word string) bool {
	han := false
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Han, r):
			han = true
		case r == '-', r == '_', r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		default:
			return false
		}
	}
	return han
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
