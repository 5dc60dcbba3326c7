package model

import "strings"

// Body is the prose of a section or page: HTML with references between.
type Body struct {
	Parts    []Part
	Headings []Heading
	Passages []Passage // the text of Parts without markup, by heading
}

// Part is one piece of a body: [HTML], [Cite], [Figure], [CommitmentLink],
// [PageLink], [FileLink] or [Picture].
type Part interface{ part() }

// HTML is finished prose. It may hold an open element that a later HTML part
// of the same body closes.
type HTML string

// Cite is a figure in the prose that cites a target or an observation; exactly one
// of the two is set.
type Cite struct {
	Indicator   *Indicator
	Target      *Target
	Observation *Observation
	Text        HTML // empty: the page writes the figure itself
}

// Figure is a chart in the prose, with its caption, table and link.
type Figure struct {
	Caption    string
	Indicators []*Indicator // one: its own chart; several: a comparison; never empty
	Group      *Group       // whose members they are; nil where the figure names them one by one
}

// CommitmentLink is a link to a commitment.
type CommitmentLink struct {
	Commitment *Commitment
	Text       HTML
}

// PageLink is a link to a page of the site itself.
type PageLink struct {
	Path string // from the site's root, such as "about/" or "2024/goals/#growth"
	Text HTML
}

// FileLink is a link to a document that readers can load.
type FileLink struct {
	File *File
	Text HTML
}

// Picture is a picture in the prose.
type Picture struct {
	File    *File
	Shows   string // for readers who do not see it; never empty
	Caption string // may be empty
}

func (FileLink) part()       {}
func (Picture) part()        {}
func (HTML) part()           {}
func (Cite) part()           {}
func (Figure) part()         {}
func (CommitmentLink) part() {}
func (PageLink) part()       {}

// Heading is a heading of a body, for its list of contents.
type Heading struct {
	Level int // 2 to 6
	ID    string
	Text  string
}

// Passage is the text below one heading, without markup and without the marks of
// footnotes: what a search finds.
type Passage struct {
	ID      string // of the heading; "" for what stands before the first one
	Heading Plain  // the words of the heading
	Text    Plain
}

// Plain is text without markup. Some of its words the page writes.
type Plain []Run

// Run is a piece of plain text.
type Run struct {
	Text string // "" where the page writes the words of Ref
	Ref  Part   // a [Cite] or [CommitmentLink] without words of its own, a [Figure] whose caption Text is; nil for mere words
}

// String gives the text in one line, with one space for any white space. write
// gives the words of a reference that has none.
func (p Plain) String(write func(Part) string) string {
	var b strings.Builder
	for _, r := range p {
		if r.Text == "" && r.Ref != nil {
			b.WriteString(write(r.Ref))
			continue
		}
		b.WriteString(r.Text)
	}
	space := func(r rune) bool { return strings.ContainsRune(" \t\n\f\r", r) } // not those that somebody meant, such as U+3000
	return strings.TrimSpace(strings.Join(strings.FieldsFunc(b.String(), space), " "))
}
