// Package diag says where something is wrong, what was found, what was
// expected and how to fix it.
//
// A [Rule] is one kind of fault; the rules of a package stand together in its
// rules.go. Their wording is in the files of package message, so that somebody
// who does not program can review and translate it. [Rule.At] makes a
// [Diagnostic] of a rule at a position. Nothing here prints but [Printer],
// [WriteJSON] and [WriteGitHub].
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/message"
)

// Pos is a place in an editor's file. Line and Col count from 1, Col in
// characters (not bytes); 0 means that the line or column is not known.
type Pos struct {
	File string // relative to the site's folder, with slashes on every system
	Line int
	Col  int
	Cell string // of a workbook, which has no lines: "表1!C7"
}

// String gives file:line:col, leaving out what is not known, or file: cell.
func (p Pos) String() string {
	switch {
	case p.Cell != "":
		return p.File + ": " + p.Cell
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Exact reports whether the position names a line or a cell, and not a file alone.
func (p Pos) Exact() bool { return p.Line > 0 || p.Cell != "" }

// After is the position after a text that begins at p.
func (p Pos) After(text string) Pos {
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		p.Line += strings.Count(text, "\n")
		p.Col = 1
		text = text[i+1:]
	}
	p.Col += utf8.RuneCountInString(text)
	return p
}

// Severity says whether a diagnostic stops the build.
type Severity int

// Error stops the build; Warning does not, unless -strict is given.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Lang is a language of the messages.
type Lang = message.Lang

// The languages that messages are written in.
const (
	English = message.English
	Chinese = message.Chinese
)

// Rule is one kind of fault. The message with its code as id says what was found
// and what was expected, the message with the code and -hint says how to fix it.
type Rule struct {
	Code     string // stable, such as "R012"; documented in docs/checks.md
	Severity Severity
	Args     []string // the names of At's arguments in the messages, in order
}

// NewError is a rule that stops the build; args name what its messages fill in.
func NewError(code string, args ...string) *Rule { return &Rule{code, Error, args} }

// NewWarning is a rule that stops the build only with -strict.
func NewWarning(code string, args ...string) *Rule { return &Rule{code, Warning, args} }

// At makes the diagnostic of the rule at a position.
func (r *Rule) At(pos Pos, args ...any) Diagnostic {
	return Diagnostic{Pos: pos, Rule: r, Args: args}
}

// Diagnostic is one fault of an editor's file.
type Diagnostic struct {
	Pos     Pos
	Len     int // characters to underline; 0 underlines one
	Rule    *Rule
	Args    []any
	Suggest string // what was probably meant: "did you mean …?"; may be empty
	Cause   Pos    // of the fault that this one probably follows from; zero: none is known
}

// Severity of the diagnostic.
func (d Diagnostic) Severity() Severity { return d.Rule.Severity }

// Message says in one line what was found and what was expected.
func (d Diagnostic) Message(l Lang) string { return message.Say(l, d.Rule.Code, d.args(l)...) }

// Hint says how to fix it; it may be empty.
func (d Diagnostic) Hint(l Lang) string {
	var parts []string
	if d.Suggest != "" {
		parts = append(parts, message.Say(l, "did-you-mean", "Word", d.Suggest))
	}
	if id := d.Rule.Code + "-hint"; message.BuiltIn(l).Has(id) {
		parts = append(parts, message.Say(l, id, d.args(l)...))
	}
	return strings.TrimSpace(strings.Join(parts, message.Say(l, "space")))
}

// maxArg is how much of a text of the content a message quotes, in characters. It is more
// than any list of names that a message tells.
const maxArg = 1000

// shortened cuts a text that nobody would read to its end: what was found is told by its place.
func shortened(s string) string {
	n := 0
	for at := range s {
		if n++; n > maxArg {
			return s[:at] + "…"
		}
	}
	return s
}

// args are the arguments by the names that messages have for them.
func (d Diagnostic) args(l Lang) []any {
	var list []any
	for n, name := range d.Rule.Args {
		value := d.Args[n]
		if w, ok := value.(Words); ok {
			value = w.in(l)
		}
		if s, ok := value.(string); ok {
			value = shortened(s)
		}
		list = append(list, name, value)
	}
	return list
}

// WithSuggestion returns d with a probable correction, which may be empty.
func (d Diagnostic) WithSuggestion(s string) Diagnostic {
	d.Suggest = s
	return d
}

// Errors counts the diagnostics that stop a build.
func Errors(list []Diagnostic) (n int) {
	for _, d := range list {
		if d.Severity() == Error {
			n++
		}
	}
	return n
}

// Follows reports whether the fault probably goes away with another one.
func (d Diagnostic) Follows() bool { return d.Cause != Pos{} }

// Sort puts diagnostics in the order of file, line, column, code and text, so
// that parallel work prints the same; those that follow from another one come
// last. It drops exact repetitions.
func Sort(list []Diagnostic) []Diagnostic {
	slices.SortStableFunc(list, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Cause.File, b.Cause.File), // "" first
			cmp.Compare(a.Cause.Line, b.Cause.Line),
			cmp.Compare(a.Cause.Col, b.Cause.Col),
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Pos.Cell, b.Pos.Cell),
			cmp.Compare(a.Rule.Code, b.Rule.Code),
			cmp.Compare(a.said(), b.said()),
		)
	})
	return slices.CompactFunc(list, func(a, b Diagnostic) bool {
		return a.Pos == b.Pos && a.Rule == b.Rule && a.said() == b.said()
	})
}

// said joins the arguments into one text, to compare diagnostics by.
func (d Diagnostic) said() string { return fmt.Sprint(d.Args...) }

// Words is an argument that the program composes itself, in both languages.
type Words struct{ En, Zh string }

func (w Words) in(l Lang) string {
	if l == English {
		return w.En
	}
	return w.Zh
}
