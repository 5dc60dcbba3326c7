// Package statement says what the figures of a report or bulletin state: a target,
// a result, or nothing; of which indicator, in which unit, measure and period. The
// figures themselves are read by package wording.
//
// Nothing is guessed silently: every item says why it is what it is, and what in it
// is doubtful.
package statement

import (
	"sort"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Kind is what a figure of a text is.
type Kind string

// A figure is a target, a result, or states neither.
const (
	Target  Kind = "target"
	Result  Kind = "result"
	Nothing Kind = "nothing"
)

// Role is what a part of a report speaks of.
type Role int

// A part reviews what was reached, sets goals, or does not say which.
const (
	Unknown Role = iota
	Review
	Goals
)

// Context is what is known of a passage before it is read.
type Context struct {
	Period model.Period // the year or plan that the report sets goals for
	Done   model.Period // of results for which the text names no period
	Basis  model.Basis  // of these results; "" is the whole year
	Role   Role
	Stage  model.Stage // of results for which the text names none
}

// Item is a figure and what it states. Start and End are the bytes of the words that
// say it, within the text that was read.
type Item struct {
	Kind       Kind
	Start, End int
	Words      string // the text between them: the words as written
	Row, Col   int    // of a cell of a table, from 1; 0 for a figure of a text
	Name       string
	Why        string   // why it is what it is: the id of a message
	Doubts     []string // ids of messages; empty: nothing is doubtful

	Op               model.Op
	Value, Low, High decimal.NullDecimal
	Stretch          decimal.NullDecimal
	Further          []decimal.Decimal
	Parts            []decimal.Decimal
	Multiple         decimal.NullDecimal
	Unit             model.Unit
	Measure          model.Measure
	Accrual          model.Accrual
	Better           model.Better
	Nature           model.Nature
	Hedge            string
	Ref              string // of a relative target: what it is compared with
	Period           model.Period
	Basis            model.Basis
	Stage            model.Stage
	Sense            model.Sense
	Approx           bool
	Lead             string   // responsible unit
	Support          []string // units that help
}

// Reader reads the passages of one document in their order: what a sentence leaves
// out is taken from the ones before it.
type Reader struct {
	grammar *wording.Grammar
	subject string  // of the clause before
	verb    string  // of the element before
	figure  string  // 产值 of 亿纬动力产值500亿元, for the elements behind it
	full    string  // of the figure before: its thing with 总额 or 余额
	heads   []named // of the list before
	recent  []named // of the sentence, without rates
	made    bool    // the figure before counts what is new
	rising  bool    // the percentage before is a rate of change
	clause  string  // the clause before, where it had no figure
	period  model.Period
	basis   model.Basis
	quotes  []area // of the passage

	main      model.Period // that the passage begins with
	mainBasis model.Basis
}

// NewReader makes a reader with the units of a site.
func NewReader(g *wording.Grammar) *Reader { return &Reader{grammar: g} }

// Heading forgets what was said before, because a new part begins.
func (r *Reader) Heading() { *r = Reader{grammar: r.grammar} }

// Read reads a passage: a paragraph or an item of a list.
func (r *Reader) Read(text string, ctx Context) []Item {
	if english(text) {
		return r.readEnglish(text, ctx)
	}
	phrases := r.grammar.Phrases(text)
	var items []Item
	lead, support := units(text)
	*r = Reader{grammar: r.grammar}
	r.quotes = quotes(text)
	for _, s := range sentences(text) {
		items = append(items, r.sentence(text, s, within(phrases, s), ctx)...)
	}
	for n := range items {
		items[n].Lead, items[n].Support = lead, support
	}
	return items
}

// area is a part of a text, in bytes.
type area struct{ start, end int }

func (a area) of(text string) string { return text[a.start:a.end] }

// sentences are the parts of a text that end with a full stop or semicolon.
func sentences(text string) []area { return cut(text, "。！？；;\n") }

// clauses are the parts of a sentence between commas.
func clauses(text string, s area) []area {
	list := cut(s.of(text), "，：:,")
	for n := range list {
		list[n].start += s.start
		list[n].end += s.start
	}
	return list
}

// cut cuts a text behind each of some characters, but not within a number or between
// brackets and quotes.
func cut(text, marks string) []area {
	var list []area
	start, depth := 0, 0
	for n, r := range text {
		switch {
		case strings.ContainsRune("（(《“", r):
			depth++
		case strings.ContainsRune("）)》”", r):
			depth = max(0, depth-1)
		case r == '\n':
			depth = 0
			fallthrough
		case strings.ContainsRune(marks, r):
			if !strings.ContainsRune(marks, r) || depth > 0 || inNumber(text, n) {
				continue
			}
			end := n + len(string(r))
			list, start = append(list, area{start, end}), end
		}
	}
	if strings.TrimSpace(text[start:]) != "" {
		list = append(list, area{start, len(text)})
	}
	return list
}

// inNumber reports whether the character at an offset stands between two digits:
// 1,800 and 2.2:1.
func inNumber(text string, at int) bool {
	digit := func(n int) bool { return n >= 0 && n < len(text) && text[n] >= '0' && text[n] <= '9' }
	return text[at] < 0x80 && digit(at-1) && digit(at+1)
}

// within are the phrases of a list, which is in the order of the text, whose numbers stand
// in an area.
func within(list []wording.Phrase, a area) []wording.Phrase {
	from := func(at int) int {
		return sort.Search(len(list), func(n int) bool { return list[n].Start >= at })
	}
	return list[from(a.start):from(a.end)]
}
