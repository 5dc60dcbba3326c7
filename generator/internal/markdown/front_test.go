package markdown_test

import (
	"bytes"
	"testing"

	"reportsite/generator/internal/markdown"
)

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		name, src string
		front     string
		frontLine int
		body      string
		bodyLine  int
		ok        bool
	}{
		{"usual", "+++\ntitle = 1\nyear = 2\n+++\nbody\n", "title = 1\nyear = 2\n", 2, "body\n", 5, true},
		{"Windows", "+++\r\ntitle = 1\r\n+++\r\nbody\r\n", "title = 1\r\n", 2, "body\r\n", 4, true},
		{"byte order mark", "\ufeff+++\na = 1\n+++\nbody", "a = 1\n", 2, "body", 4, true},
		{"spaces behind", "+++ \t\na = 1\n+++  \nbody", "a = 1\n", 2, "body", 4, true},
		{"empty", "+++\n+++\nbody", "", 2, "body", 3, true},
		{"no body", "+++\na = 1\n+++\n", "a = 1\n", 2, "", 4, true},
		{"no line end at the end", "+++\na = 1\n+++", "a = 1\n", 2, "", 4, true},
		{"only the first two count", "+++\n+++\n+++\n", "", 2, "+++\n", 3, true},
		{"more plus signs", "+++\n++++\na\n+++\nb", "++++\na\n", 2, "b", 5, true},
		{"none", "body\n", "", 1, "body\n", 1, false},
		{"blank lines before", "\n \r\n+++\na = 1\n+++\nb", "a = 1\n", 4, "b", 6, true},
		{"not at the beginning", "a\n+++\n+++\n", "", 1, "a\n+++\n+++\n", 1, false},
		{"indented", " +++\n+++\n", "", 1, " +++\n+++\n", 1, false},
		{"no second line", "+++\na = 1\nbody\n", "", 1, "+++\na = 1\nbody\n", 1, false},
		{"YAML", "---\na: 1\n---\nbody\n", "", 1, "---\na: 1\n---\nbody\n", 1, false},
		{"nothing", "", "", 1, "", 1, false},
		{"only a byte order mark", "\ufeff", "", 1, "", 1, false},
	}
	for _, tt := range tests {
		front, frontLine, body, bodyLine, ok := markdown.FrontMatter([]byte(tt.src))
		if string(front) != tt.front || frontLine != tt.frontLine || string(body) != tt.body || bodyLine != tt.bodyLine || ok != tt.ok {
			t.Errorf("%s: FrontMatter(%q) = %q, %d, %q, %d, %t; want %q, %d, %q, %d, %t", tt.name, tt.src,
				front, frontLine, body, bodyLine, ok, tt.front, tt.frontLine, tt.body, tt.bodyLine, tt.ok)
		}
	}
}

// What is returned are pieces of the file, on the lines that are said.
func FuzzFrontMatter(f *testing.F) {
	f.Add([]byte("+++\ntitle = \"目标\"\n+++\n正文\n"))
	f.Add([]byte("\ufeff+++\r\n+++ \r\n"))
	f.Add([]byte("+++\n++"))
	f.Fuzz(func(t *testing.T, src []byte) {
		front, frontLine, body, bodyLine, ok := markdown.FrontMatter(src)
		if !ok && (len(front) > 0 || bodyLine != 1) {
			t.Errorf("no front matter, but %q, and the body on line %d", front, bodyLine)
		}
		if !bytes.HasSuffix(src, body) {
			t.Fatalf("the body %q is not the end of the file", body)
		}
		if line := 1 + bytes.Count(src[:len(src)-len(body)], []byte("\n")); line != bodyLine && len(body) > 0 {
			t.Errorf("the body is on line %d, not %d", line, bodyLine)
		}
		if at := bytes.Index(src, front); len(front) > 0 && 1+bytes.Count(src[:at], []byte("\n")) > frontLine {
			t.Errorf("the front matter is not on line %d", frontLine)
		}
	})
}
