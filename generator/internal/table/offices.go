package table

import (
	"strings"
	"unicode"
)

// Offices are the names of offices that a text lists, the one that answers first. A space
// separates Chinese names and is a part of English ones.
func Offices(text string) []string {
	marks := "、，,;；\n/"
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		marks += " \u3000"
	}
	list := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(marks, r) })
	for n := range list {
		list[n] = strings.TrimSpace(list[n])
	}
	return list
}

// listed splits a list in plain words, such as one of units: 亿元、%.
func listed(words string) []string {
	return strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("、,;", r) })
}
