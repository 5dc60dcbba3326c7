// Package source reads the content folder into a [Tree] of what was written,
// with positions and without judgement: a reference is still a string here,
// and whether it leads anywhere is for package check to say.
package source

import (
	"crypto/sha256"

	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/tomlfile"
)

// Tree is the content folder as written.
type Tree struct {
	Editions   []*Edition   // by year
	Indicators []*Indicator // by id
	Groups     *Groups      // nil: no groups.toml
	Sources    *Sources     // nil: no sources.toml
	Changes    *Changes     // nil: no changes.toml
	Pages      []*Page      // by id
	Tables     []*Table     // of content/tables, by name
	Files      []*File      // of content/files, by path
	Static     []*StaticFile

	// Sums are the hashes of all files that were read, by their names in
	// messages.
	Sums map[string]Sum

	// Faulty are the files and folders with errors, by their names in messages:
	// what seems to be missing may be in the part that could not be read.
	Faulty map[string]bool
}

// Sum is the SHA-256 of a file.
type Sum = [sha256.Size]byte

// Edition is the folder of one year or plan.
type Edition struct {
	Dir         string // "2024", which ought to be the year, or "2021-2025"
	Report      *Report
	Sections    []*Section   // in the order of their numbers
	Commitments *Commitments // nil: none written
}

// Report is report.toml.
type Report struct {
	File      string
	Doc       *tomlfile.Doc
	Title     string        `toml:"title"`
	TitleEn   string        `toml:"title_en"`
	Place     string        `toml:"place"`
	PlaceEn   string        `toml:"place_en"`
	Year      int           `toml:"year"`
	Plan      string        `toml:"plan"`
	Issuer    string        `toml:"issuer"`
	IssuerEn  string        `toml:"issuer_en"`
	Published tomlfile.Date `toml:"published"`
	Source    string        `toml:"source"`
	Note      string        `toml:"note"`
	NoteEn    string        `toml:"note_en"`

	Inferred   string `toml:"inferred"`
	InferredEn string `toml:"inferred_en"`

	Draft   bool          `toml:"draft"`
	Publish tomlfile.Date `toml:"publish"`
}

// Section is one Markdown file of an edition; its id is the file's name
// without the number before it.
type Section struct {
	Prose
	ID      string
	English *Prose // the file <name>.en.md, nil where there is none
}

// Page is one Markdown file of content/pages.
type Page struct {
	Prose
	ID      string
	English *Prose
}

// Prose is a Markdown file with its front matter.
type Prose struct {
	File  string
	Front Front
	Doc   *tomlfile.Doc // positions of the front matter
	Body  markdown.Doc
}

// Front is the front matter of a Markdown file.
type Front struct {
	Title     string `toml:"title"`
	TitleEn   string `toml:"title_en"`
	Summary   string `toml:"summary"`
	SummaryEn string `toml:"summary_en"`
	Parent    string `toml:"parent"`

	Former  []string      `toml:"former"`
	Draft   bool          `toml:"draft"`
	Publish tomlfile.Date `toml:"publish"`
}

// Commitments is commitments.toml: a named table each.
type Commitments struct {
	File string
	Doc  *tomlfile.Doc
	Rows map[string]Commitment
}

// Commitment is one table of commitments.toml.
type Commitment struct {
	Section string        `toml:"section"`
	Title   string        `toml:"title"`
	TitleEn string        `toml:"title_en"`
	Due     tomlfile.Date `toml:"due"`
	Lead    string        `toml:"lead"`
	Support []string      `toml:"support"`
	State   string        `toml:"state"`
	Source  string        `toml:"source"`
	Note    string        `toml:"note"`
	NoteEn  string        `toml:"note_en"`
	Events  []Event       `toml:"events"`
}

// Event is a dated step of a commitment.
type Event struct {
	Date   tomlfile.Date `toml:"date"`
	Text   string        `toml:"text"`
	TextEn string        `toml:"text_en"`
	State  string        `toml:"state"`
	Source string        `toml:"source"`
}

// Groups is groups.toml: a named table each.
type Groups struct {
	File string
	Doc  *tomlfile.Doc
	Rows map[string]Group
}

// Group is one table of groups.toml.
type Group struct {
	Name   string `toml:"name"`
	NameEn string `toml:"name_en"`
}

// Sources is sources.toml: a named table each.
type Sources struct {
	File string
	Doc  *tomlfile.Doc
	Rows map[string]Source
}

// Changes is changes.toml: a named table each.
type Changes struct {
	File string
	Doc  *tomlfile.Doc
	Rows map[string]Change
}

// Change is one table of changes.toml: what the editors tell readers about the
// site itself.
type Change struct {
	Date   tomlfile.Date `toml:"date"`
	Text   string        `toml:"text"`
	TextEn string        `toml:"text_en"`
}

// Source is one table of sources.toml.
type Source struct {
	Name        string        `toml:"name"`
	NameEn      string        `toml:"name_en"`
	Publisher   string        `toml:"publisher"`
	PublisherEn string        `toml:"publisher_en"`
	Date        tomlfile.Date `toml:"date"`
	URL         string        `toml:"url"`
	Note        string        `toml:"note"`
	NoteEn      string        `toml:"note_en"`
}
