package table

import (
	"slices"
	"strings"

	"reportsite/generator/internal/model"
)

// Head is what the words above a column say by themselves.
type Head struct {
	Kind  Kind
	Time  When
	Basis model.Basis
	Units []string // in brackets or behind a comma; "%" of 同比±%
	Said  bool     // a word says the kind: 完成, 目标, 同比; false for a time or a name alone
	Rest  string   // the words that say nothing of this, as Plain gives them
}

// ReadHead reads the words above a column. A unit alone is a Head with Units and no more.
func ReadHead(words string) Head {
	r := &reader{units: map[string]bool{}}
	s := r.say(words)
	h := Head{Kind: s.kind, Time: s.When, Basis: s.basis, Units: s.units, Said: s.said, Rest: s.rest}
	if h.Basis == quarterly {
		h.Basis = model.Single
	}
	if h.Kind == Value && len(h.Units) == 1 && plain(words) == h.Units[0] {
		h.Said = false
	}
	return h
}

// englishWords are words of English heads, the stronger first: of "growth target" it is
// the target that counts.
var englishWords = []struct {
	word string
	kind Kind
}{
	{"completion", Completion}, {"target", Target}, {"plan", Target}, {"growth", Growth}, {"change", Growth}, {"year-on-year", Growth},
	{"actual", Value}, {"result", Value}, {"value", Value}, {"outcome", Value},
}

// englishHead is the kind that a word of an English head says; ok is false where none
// does.
func englishHead(words string) (kind Kind, ok bool) {
	fields := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' })
	for _, w := range englishWords {
		if slices.Contains(fields, w.word) || slices.Contains(fields, w.word+"s") {
			return w.kind, true
		}
	}
	return Value, false
}
