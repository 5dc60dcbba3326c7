package statement

import (
	"unicode"
)

// english reports whether a passage is in English: it has letters and no Han
// characters worth the name.
func english(text string) bool {
	han, latin := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case r < 0x80 && unicode.IsLetter(r):
			latin++
		}
	}
	return latin > 4*han
}

func (r *Reader) readEnglish(text string, ctx Context) []Item { return nil }
