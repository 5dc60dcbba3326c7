// Package table reads the tables of offices as they are: a grid of cells into facts
// about indicators, times and kinds of figures, and into tasks. It knows how heads,
// times and cells are written, and nothing of the report: which indicator a name
// means is for package check to say.
//
// What a cell means is put together from what is said about it: in the file's name,
// the sheet's, titles, corners, heads, the row and the cell itself. The nearest
// statement counts, and two of the same rank must agree. What can be read in two
// ways is reported with both; what is not read is reported, or listed by package
// check as not read.
package table

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
)

// Options are what is known about a table from outside.
type Options struct {
	Known   func(name string) bool                // whether the site has an indicator of this name, as Plain gives it; may be nil
	Unit    func(words string) (model.Unit, bool) // a unit that the site declares; may be nil
	Skipped func(name string) bool                // whether a row of this name is not for the site; may be nil
	Columns map[string]string                     // by head or letter: the words that it ought to have; "-" leaves it out
	Time    string                                // of the figures, where the table does not say it
	TimeAt  diag.Pos                              // where that is written
	Basis   model.Basis                           // of columns that do not say it
	Used    func(column string)                   // is told which of Columns was used; may be nil
	Report  func(diag.Diagnostic)                 // takes what is wrong
}

// Table is a table of a sheet as it was understood.
type Table struct {
	Grid      *sheet.Grid
	Title     Words // the first line above the head
	Time      When  // of the table as a whole
	TimeAt    diag.Pos
	Units     []string // of the table as a whole: 单位：亿元、%
	UnitsAt   diag.Pos
	Publisher string     // 数据来源：统计局
	Released  model.Date // 发布日期：2025年7月15日; zero: not said
	Columns   []*Column
	Rows      []*Row
	Facts     []*Fact
	Tasks     []*TaskRow
	Notes     []Words
	Unread    []*Row // of names that the site does not have
}

// Words are words with their place.
type Words struct {
	Text string
	At   diag.Pos
}

// Column is a column of a table.
type Column struct {
	Col   int
	Head  string // its words from top to bottom
	At    diag.Pos
	Kind  Kind
	Time  When
	Basis model.Basis
	Units []string
	Name  string // of an indicator, as Plain gives it; "": the rows have the names

	annual  bool // 全年
	skipped bool // left out by Options.Columns
	dated   bool // the head names a time
}

// Row is a row of a table.
type Row struct {
	N       int      // from 0
	Label   string   // the name as written
	Names   []string // ways to read it, as Plain gives them; the fullest first
	At      diag.Pos
	Group   Words // the heading above: 一、工业
	Units   []string
	UnitsAt diag.Pos
	Time    When
	Kind    Kind // of a row such as 同比增长 below that of its indicator
	Basis   model.Basis
	Note    Words
	Source  Words
	Lead    Words
	Nature  Words

	timeAt diag.Pos // of Time and Basis, where a cell of their own says them
	bad    bool     // its time cannot be read
}

// Fact is what one cell says about an indicator.
type Fact struct {
	Row     *Row
	Column  *Column
	Label   string   // the indicator as written
	Names   []string // as Plain gives them; the fullest first
	NameAt  diag.Pos
	Kind    Kind
	Time    When        // year and months; Whole for a year
	Basis   model.Basis // "": the table does not say it
	Text    string
	At      diag.Pos
	Value   decimal.Decimal
	Missing bool // a mark such as — stands for the figure
	Approx  bool
	Short   string     // what the program shows of a longer number
	Unit    model.Unit // behind the figure
	Units   []string   // of the row or column; the nearest
	UnitsAt diag.Pos
	Past    bool // a figure of 上年同期, which another table gave before
}

// Plain is a name as tables and the site are compared: without spaces but between Latin
// words, in half-width forms, with one kind of dash.
func Plain(name string) string { return plain(name) }
