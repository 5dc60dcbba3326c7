package main

import (
	"encoding/csv"
	"fmt"
	"path"
	"strings"
)

// languages are those of fenced blocks, by the extension of the file.
var languages = map[string]string{".toml": "toml", ".md": "markdown", ".csv": "csv", ".html": "html"}

// How much of a file an excerpt shows: a short one whole, of another the line
// that the message names with its neighbours.
const (
	wholeLines  = 6
	linesBefore = 1
	linesAfter  = 2
	lineWidth   = 160 // characters
)

// excerpt is the part of the site that the message points at, as a block of
// Markdown; "" where it points at a whole file, or at something that is not
// there.
func (c *shownCase) excerpt() string {
	pos := c.finding.Pos
	if pos.Cell != "" {
		return c.sheet()
	}
	data, ok := c.site[pos.File]
	if !ok || pos.Line == 0 {
		return ""
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	from, to := 0, len(lines)
	if len(lines) > wholeLines {
		from, to = max(0, pos.Line-1-linesBefore), min(len(lines), pos.Line+linesAfter)
		if from == 0 {
			to = linesBefore + 1 + linesAfter
		}
	}
	for from < pos.Line-1 && strings.TrimSpace(lines[from]) == "" {
		from++
	}
	for to > pos.Line && strings.TrimSpace(lines[to-1]) == "" {
		to--
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n```%s\n", languages[path.Ext(pos.File)])
	for _, line := range lines[from:to] {
		b.WriteString(visible(line) + "\n")
	}
	b.WriteString("```\n")
	return b.String()
}

// visible is a line as a page can show it: what is no text has a sign of its
// own, and a long line ends early.
func visible(line string) string {
	line = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' {
			return '␀' + r // the pictures of control characters stand in their order
		}
		return r
	}, strings.ToValidUTF8(line, "\uFFFD"))
	if runes := []rune(line); len(runes) > lineWidth {
		return string(runes[:lineWidth]) + "…"
	}
	return line
}

// sheet shows the cells of a workbook with the names of rows and columns.
func (c *shownCase) sheet() string {
	for _, ch := range c.changes {
		if ch.path != c.finding.Pos.File {
			continue
		}
		rows, err := csv.NewReader(strings.NewReader(ch.data)).ReadAll()
		if err != nil {
			panic(err) // the case was made from it
		}
		var b strings.Builder
		b.WriteString("\n| |")
		for i := range rows[0] {
			fmt.Fprintf(&b, " %c |", 'A'+i)
		}
		b.WriteString("\n|---|" + strings.Repeat("---|", len(rows[0])) + "\n")
		for n, row := range rows {
			fmt.Fprintf(&b, "| %d |", n+1)
			for _, value := range row {
				if value == merged {
					value = "↑"
				}
				fmt.Fprintf(&b, " %s |", value)
			}
			b.WriteString("\n")
		}
		return b.String()
	}
	return ""
}
