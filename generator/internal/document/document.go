// Package document reads a report or bulletin as its office has it, as plain text, a web
// page, Markdown, Word or a table, into headings, paragraphs, items of lists and
// tables. What does not belong to the text, such as links and notices of a web page,
// is left out and listed.
package document

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// MaxSize is how many bytes a document may have.
const MaxSize = 32 << 20

// Kind is what a block of a document is.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading
	Item
	Table
)

// Block is a part of a document. Line is that of a text file, or the number of the
// paragraph of another file.
type Block struct {
	Kind  Kind
	Level int // of a heading, 1 is the highest
	Text  string
	Rows  [][]string // of a table
	Line  int
}

// Dropped is text that was left out.
type Dropped struct {
	Line int
	Text string
	Why  string // id of a message
}

// Document is what was read.
type Document struct {
	Title     string // "" where none was found
	Publisher string // as the page names it
	Published model.Date
	URL       string
	Blocks    []Block
	Dropped   []Dropped
	Repaired  int // how many characters were repaired

	named string // as the page's own heading says
}

// Errors that a person can do something about.
var (
	ErrTooLarge  error = message.ID("document-large")
	ErrEncrypted error = message.ID("document-encrypted")
	ErrOldWord   error = message.ID("document-old-word")
	ErrBroken    error = message.ID("document-broken")
	ErrUnknown   error = message.ID("document-unknown")
	ErrNoText    error = message.ID("document-empty")
	ErrEncoding  error = message.ID("document-encoding")
)

// Read reads a document. The name's ending and the first bytes say what it is.
func Read(name string, data []byte) (*Document, error) {
	d := &Document{}
	err := d.read(strings.ToLower(path.Ext(name)), data)
	if err == nil {
		d.clean()
		if d.Title == "" {
			d.Title = d.named
		}
		if len(d.Blocks) == 0 {
			err = ErrNoText
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path.Base(name), err)
	}
	return d, nil
}

func (d *Document) read(ext string, data []byte) error {
	if len(data) > MaxSize {
		return ErrTooLarge
	}
	head := string(data[:min(len(data), 8)])
	switch {
	case strings.HasPrefix(head, "PK\x03\x04"), strings.HasPrefix(head, "PK\x05\x06"):
		return d.packed(data)
	case strings.HasPrefix(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		if encrypted(data) {
			return ErrEncrypted
		}
		return ErrOldWord
	case strings.HasPrefix(head, "%PDF"), strings.HasPrefix(head, "\x1f\x8b"), strings.HasPrefix(head, "\x89PNG"), strings.HasPrefix(head, "\xff\xd8\xff"):
		return ErrUnknown
	}
	text, err := decode(data)
	if err != nil {
		return err
	}
	switch {
	case ext == ".csv" || ext == ".tsv":
		return d.csv(text, ext)
	case ext == ".html" || ext == ".htm" || looksLikeHTML(text):
		return d.html(text)
	case ext == ".md" || ext == ".markdown":
		d.markdown(text)
	default:
		d.text(text)
	}
	return nil
}

// IsProblem reports whether an error says what is wrong with a document, rather than
// with the machine.
func IsProblem(err error) bool {
	for _, e := range []error{ErrTooLarge, ErrEncrypted, ErrOldWord, ErrBroken, ErrUnknown, ErrNoText, ErrEncoding} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
