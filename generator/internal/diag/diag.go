// Package diag says where something is wrong, what was found, what was
// expected and how to mend it.
//
// A [Rule] is one kind of fault with its wording in both languages; the rules
// of a package stand together at the foot of its files, so that somebody who
// does not program can review them. [Rule.At] makes a [Diagnostic] of it at a
// position. Nothing here prints but [Printer], [WriteJSON] and [WriteGitHub].
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
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
type Lang string

// The languages that messages are written in.
const (
	English Lang = "en"
	Chinese Lang = "zh"
)

// Rule is one kind of fault. Its texts are formats for the same arguments in
// the same order; use explicit indexes (%[1]s) where one language leaves an
// argument out or needs another order.
type Rule struct {
	Code     string // stable, such as "R012"; documented in docs/checks.md
	Severity Severity
	En, Zh   string // what was found and what was expected
	HintEn   string // the mend; may be empty
	HintZh   string
}

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
}

// Severity of the diagnostic.
func (d Diagnostic) Severity() Severity { return d.Rule.Severity }

// Message says in one line what was found and what was expected.
func (d Diagnostic) Message(l Lang) string {
	return format(l, pick(l, d.Rule.En, d.Rule.Zh), d.Args)
}

// Hint says how to mend it; it may be empty.
func (d Diagnostic) Hint(l Lang) string {
	hint := format(l, pick(l, d.Rule.HintEn, d.Rule.HintZh), d.Args)
	if d.Suggest == "" {
		return hint
	}
	suggest := fmt.Sprintf(pick(l, "did you mean `%s`?", "是不是想写 `%s`？"), d.Suggest)
	if hint == "" {
		return suggest
	}
	if l == Chinese { // its punctuation has the space in it
		return suggest + hint
	}
	return suggest + " " + hint
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

// Sort puts diagnostics in the order of file, line, column, code and text, so
// that parallel work prints the same. It drops exact repetitions.
func Sort(list []Diagnostic) []Diagnostic {
	slices.SortStableFunc(list, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Pos.Cell, b.Pos.Cell),
			cmp.Compare(a.Rule.Code, b.Rule.Code),
			cmp.Compare(a.Message(English), b.Message(English)),
		)
	})
	return slices.CompactFunc(list, func(a, b Diagnostic) bool {
		return a.Pos == b.Pos && a.Rule == b.Rule && a.Message(English) == b.Message(English)
	})
}

func pick(l Lang, en, zh string) string {
	if l == Chinese && zh != "" {
		return zh
	}
	return en
}

// Words is an argument that is not the same in both languages.
type Words struct{ En, Zh string }

// format fills the arguments in. A text without verbs takes none.
func format(l Lang, f string, args []any) string {
	if !strings.Contains(f, "%[") {
		return f
	}
	said := make([]any, len(args))
	for i, a := range args {
		if w, ok := a.(Words); ok {
			a = pick(l, w.En, w.Zh)
		}
		said[i] = a
	}
	return fmt.Sprintf(f, said...)
}
