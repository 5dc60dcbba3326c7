package document

import "regexp"

var (
	inlineLink  = regexp.MustCompile(`!?\[([^\]]*)\]\([^)\s]*(?: "[^"]*")?\)`)
	inlineMarks = regexp.MustCompile("\\*\\*|__|`|~~")
	inlineEm    = regexp.MustCompile(`(^|[\s\p{Han}])[*_]([^*_\s][^*_]*)[*_]`)
	inlineSlash = regexp.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+.!|~<>-])")
)

// plainMarkdown is the text of a line of Markdown.
func plainMarkdown(s string) string {
	s = inlineLink.ReplaceAllString(s, "$1")
	s = inlineMarks.ReplaceAllString(s, "")
	s = inlineEm.ReplaceAllString(s, "$1$2")
	return inlineSlash.ReplaceAllString(s, "$1")
}
