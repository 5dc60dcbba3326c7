package model

// Lang names a language of the content by its BCP 47 tag.
type Lang string

// The languages that a site can have.
const (
	Chinese Lang = "zh-CN"
	English Lang = "en"
)

// Other is the other one of the two languages.
func (l Lang) Other() Lang {
	if l == English {
		return Chinese
	}
	return English
}

// Text is the same text in the languages of the site. En is optional; a reader
// in English sees Zh where it is missing.
type Text struct {
	Zh string
	En string
}

// In returns the text in a language, falling back to the other one.
func (t Text) In(l Lang) string {
	if l == English && t.En != "" || t.Zh == "" {
		return t.En
	}
	return t.Zh
}

// Has reports whether the text is written in that language.
func (t Text) Has(l Lang) bool {
	if l == English {
		return t.En != ""
	}
	return t.Zh != ""
}

func (t Text) String() string { return t.In(Chinese) }
