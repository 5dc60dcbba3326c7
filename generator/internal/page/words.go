package page

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"

	"reportsite/generator/internal/model"
)

// said is a text on a page, with the language it is in where that is not the
// language of the page: a reader in English sees Chinese where nobody
// translated it, and a screen reader has to know.
type said struct {
	Text string
	Lang string
}

// RightToLeft says that a text has words that are read from right to left, such as an
// Uyghur or Arabic name: it then takes its direction from its first letter and does not
// mix with what stands around it.
func (s said) RightToLeft() bool {
	return strings.ContainsFunc(s.Text, func(r rune) bool {
		p, _ := bidi.LookupRune(r)
		return p.Class() == bidi.R || p.Class() == bidi.AL
	})
}

// say picks the text for a language.
func say(t model.Text, l model.Lang) said {
	s := said{Text: t.In(l)}
	if !t.Has(l) && s.Text != "" {
		s.Lang = string(l.Other())
	}
	return s
}

// asWritten is a text that content has in one language only, such as the name
// of an office. On an English page it is marked where it is written in Han.
func asWritten(s string, l model.Lang) said {
	out := said{Text: s}
	if l == model.English && strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		out.Lang = string(model.Chinese)
	}
	return out
}
