package paste

import (
	"regexp"
	"strings"
)

// escaped is text in which nothing is a mark of Markdown.
func escaped(s string) string { return html.ReplaceAllString(marks.Replace(s), `\$0`) }

var (
	marks = strings.NewReplacer(
		`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "~~", `\~\~`, "==", `\=\=`,
	)
	html = regexp.MustCompile(`&(?:#?[0-9A-Za-z]+;)`)
)

// escapedLine is escaped for text at the beginning of a line.
func escapedLine(s string) string {
	if m := begins.FindStringSubmatchIndex(s); m != nil {
		at := m[1] - 1 // the last character of the mark
		return escaped(s[:at]) + `\` + s[at:at+1] + escaped(s[at+1:])
	}
	if strings.HasPrefix(s, "＃") || strings.HasPrefix(s, "＞") { // no mark, and reported as one
		s = strings.NewReplacer("＃", "#", "＞", ">").Replace(s)
		return escapedLine(s)
	}
	return escaped(s)
}

// begins is what Markdown takes for a mark at the beginning of a line.
var begins = regexp.MustCompile(`^(?:#|>|[-+]|\||:|=|\d{1,9}[.)])`)
