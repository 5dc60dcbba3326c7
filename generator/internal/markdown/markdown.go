// Package markdown turns Markdown into prose and references with positions.
package markdown

import "reportsite/generator/internal/diag"

// Doc is one Markdown text.
type Doc struct {
	Parts    []Part
	Headings []Heading
	Texts    []Text // prose outside links, code and exempt spans
	Exempt   []Text // spans marked as "not a figure"
}

// Kind says what a part is.
type Kind int

// The kinds of parts.
const (
	HTML Kind = iota
	Cite
	Figure
	Commitment
	Link
	Image
)

// Part is a piece of a body.
type Part struct {
	Kind     Kind
	HTML     string
	Text     string
	Target   string
	Fragment string
	Group    bool
	Pos      diag.Pos
}

// Heading is one heading.
type Heading struct {
	Level int
	ID    string
	Text  string
	Pos   diag.Pos
}

// Text is a run of prose.
type Text struct {
	Pos   diag.Pos
	Value string
}

// Parse reads a Markdown text.
func Parse(file string, src []byte, startLine int) (Doc, []diag.Diagnostic) {
	return Doc{}, nil
}

// FrontMatter splits a file into the TOML between its two +++ lines and the
// text below.
func FrontMatter(src []byte) (front []byte, frontLine int, body []byte, bodyLine int, ok bool) {
	return nil, 1, src, 1, false
}
