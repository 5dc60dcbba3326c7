package main

import (
	"encoding/csv"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// languages are those of fenced blocks, by the extension of the file.
var languages = map[string]string{".toml": "toml", ".md": "markdown", ".csv": "csv", ".html": "html"}

// How much of a file an excerpt shows: a part between empty lines whole if it is
// short, of a longer one the line that the message names with its neighbours.
const (
	wholeLines  = 8
	linesBefore = 1
	linesAfter  = 2
	lineWidth   = 160 // characters
)

// excerpts are the parts of the site that a reader must see to understand the
// message, as blocks of Markdown; "" where there is nothing to be seen, as of a
// file that is not there.
func (c *shownCase) excerpts() string {
	pos := c.finding.Pos
	var blocks []string
	caption := func(file string) string {
		if len(c.show) == 0 {
			return ""
		}
		return "\n`" + file + "`\n"
	}
	switch text, ok := c.text(pos.File); {
	case pos.Cell != "":
		blocks = append(blocks, caption(pos.File)+c.sheet())
	case ok:
		from, to := around(path.Ext(pos.File), text, pos.Line)
		if block := fenced(pos.File, text, from, to); block != "" {
			blocks = append(blocks, caption(pos.File)+block)
		}
	}
	for _, l := range c.show {
		text, ok := c.text(l.path)
		if !ok || l.to > len(text) {
			return fmt.Sprintf("\n%s has no lines %d to %d\n", l.path, l.from, l.to) // seen in the difference
		}
		blocks = append(blocks, caption(l.path)+fenced(l.path, text, l.from-1, l.to))
	}
	return strings.Join(blocks, "")
}

// text is a file of the site in lines; ok is false where it is none that people
// read.
func (c *shownCase) text(file string) (text []string, ok bool) {
	data, ok := c.site[file]
	if !ok || languages[path.Ext(file)] == "" || len(data) > large {
		return nil, false
	}
	return strings.Split(strings.TrimRight(string(data), "\n"), "\n"), true
}

// around are the lines to show of a text for a message at a line; line 0 is the
// file as a whole, of which only a short one is shown.
func around(ext string, text []string, line int) (from, to int) {
	blank := func(n int) bool { return strings.TrimSpace(text[n]) == "" }
	at := line - 1
	switch {
	case line == 0 && len(text) <= wholeLines && utf8.ValidString(strings.Join(text, "")):
		return 0, len(text)
	case line == 0:
		return 0, 0
	case ext == ".md" && at < frontLines(text):
		return 0, frontLines(text)
	}
	from, to = at, at+1
	for from > 0 && !blank(from-1) {
		from--
	}
	for to < len(text) && !blank(to) {
		to++
	}
	if to-from > wholeLines {
		from, to = max(from, at-linesBefore), min(to, at+1+linesAfter)
	}
	if ext == ".md" && from == at { // most paragraphs of prose are one line, as headings are
		before, front := from, frontLines(text)
		for before > front && blank(before-1) {
			before--
		}
		if before > front {
			from = before - 1
		}
	}
	return from, to
}

// frontLines is how many lines the front matter of a text has.
func frontLines(text []string) int {
	for n := 1; n < len(text) && text[0] == "+++"; n++ {
		if text[n] == "+++" {
			return n + 1
		}
	}
	return 0
}

// fenced are lines of a file as a block of code.
func fenced(file string, text []string, from, to int) string {
	if from == to {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n```%s\n", languages[path.Ext(file)])
	for _, line := range text[from:to] {
		b.WriteString(visible(line) + "\n")
	}
	b.WriteString("```\n")
	return b.String()
}

// visible is a line as a page can show it: what is no text has a sign of its
// own, and a long line ends early.
func visible(line string) string {
	line = strings.Map(func(r rune) rune {
		switch {
		case r < ' ' && r != '\t':
			return '␀' + r // the pictures of control characters stand in their order
		case unicode.Is(unicode.Cf, r):
			return '□'
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
