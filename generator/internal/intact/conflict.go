package intact

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"reportsite/generator/internal/diag"
)

// marker is a line that a version control program writes into a file with a merge
// conflict.
type marker struct {
	line  int    // counted from 1
	text  string // the line without what a spreadsheet program adds
	kind  byte   // < | = or >
	below bool   // a text stands directly above it
}

// conflict reports the conflict markers of an unfinished merge, at the first of
// them. One kind is enough, because people remove two of the three and forget the
// third. In Markdown a row of = alone proves nothing: it makes the line above it a
// heading.
func conflict(name string, data []byte) (diag.Diagnostic, bool) {
	if !maybe(data) {
		return diag.Diagnostic{}, false
	}
	list := markers(data, strings.EqualFold(path.Ext(name), ".csv"))
	sure := false
	for _, m := range list {
		heading := m.below && strings.EqualFold(path.Ext(name), ".md")
		sure = sure || m.kind != '=' || !heading
	}
	if !sure {
		return diag.Diagnostic{}, false
	}
	first := list[0]
	d := Conflict.At(diag.Pos{File: name, Line: first.line, Col: 1}, first.text, others(list[1:]))
	d.Len = len([]rune(first.text))
	return d, true
}

// size is how many equal characters a marker begins with.
const size = 7

// maybe is a quick test that excludes nearly every file without reading its lines.
func maybe(data []byte) bool {
	for _, c := range "<|=>" {
		if bytes.Contains(data, bytes.Repeat([]byte{byte(c)}, size)) {
			return true
		}
	}
	return false
}

// markers finds all of them. Git writes them at the beginning of a line; an
// editor that indents, or a spreadsheet program that saved the file again, puts
// spaces or quotation marks before them and separators behind.
func markers(data []byte, table bool) []marker {
	var list []marker
	above := false
	n := 0
	for raw := range bytes.Lines(data) {
		n++
		text := strings.TrimRight(strings.TrimPrefix(string(raw), "\ufeff"), "\r\n")
		if table {
			text = strings.TrimRight(text, `,;"`+"\t")
			text = strings.TrimLeft(text, `"`)
		}
		if kind, ok := kindOf(text); ok {
			list = append(list, marker{n, strings.TrimSpace(text), kind, above})
		}
		above = strings.TrimSpace(text) != ""
	}
	return list
}

// kindOf says which marker a line is. What follows the seven characters is a
// name after a space, or nothing; = and | stand at the beginning of the line,
// because a table of Markdown may be indented.
func kindOf(line string) (kind byte, ok bool) {
	text := strings.TrimLeft(line, " \t")
	if len(text) < size {
		return 0, false
	}
	kind = text[0]
	rest := strings.TrimLeft(text, string(kind))
	run := len(text) - len(rest)
	named := strings.HasPrefix(rest, " ") && strings.TrimSpace(rest) != ""
	ends := strings.TrimSpace(rest) == ""
	switch kind {
	case '<', '>':
		return kind, run >= size && (named || ends)
	case '|':
		return kind, run == size && text == line && (named && !strings.Contains(rest, "|") || ends)
	case '=':
		return kind, run == size && text == line && ends
	}
	return 0, false
}

// others names the markers after the first one with their lines.
func others(list []marker) diag.Words {
	if len(list) == 0 {
		return diag.Words{En: "no other one is left", Zh: "此外没有其他标记"}
	}
	var en, zh []string
	for _, m := range list {
		en = append(en, fmt.Sprintf("line %d `%s`", m.line, m.text))
		zh = append(zh, fmt.Sprintf("第 %d 行 `%s`", m.line, m.text))
	}
	return diag.Words{En: "also " + strings.Join(en, ", "), Zh: "另有" + strings.Join(zh, "、")}
}
