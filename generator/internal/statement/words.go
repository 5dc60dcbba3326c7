package statement

import (
	"regexp"
	"strings"
)

// oneOf is an expression for any of some words, which spaces separate.
func oneOf(words string) string { return "(?:" + strings.Join(strings.Fields(words), "|") + ")" }

// englishWord is an expression for any of some English words, as a whole and in any
// case. A hyphen in the list stands for a space: last-year.
func englishWord(words string) string {
	return `(?i:\b` + strings.ReplaceAll(oneOf(words), "-", " ") + `\b)`
}

// matches compiles expressions that are put together.
func matches(parts ...string) *regexp.Regexp { return regexp.MustCompile(strings.Join(parts, "")) }
