// Package wording is the grammar of figures in words: 12%以上, 突破千亿, 6%—6.5%,
// “at least 12 %” become an operator with its amounts, and back.
//
// Its rules are those of the wordings in docs/format.md. It understands whole
// phrases only: a phrase of which a part is not understood is an error, never a
// guess.
package wording

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Figure is what words say: an operator and its amounts, as far as they say it.
type Figure struct {
	Op       model.Op // "": a bare number, which stands for "reached"
	Value    Amount
	Low      Amount // of a range
	High     Amount // of a range
	Stretch  Amount // B of “A、力争B”
	Multiple decimal.NullDecimal
	Hedge    string // 力争, 确保 …: never changes the operator
	Approx   bool   // 近3000, 200余家: of a result

	fall  bool     // Value and Stretch are negative because the words say so: 下降3%
	plain model.Op // of DeltaPP: the operator, were the figure itself in percentage points
}

// Error says which part of a phrase was not understood.
type Error struct {
	Offset int    // in bytes
	Rest   string // from there on
}

func (e *Error) Error() string {
	return fmt.Sprintf("not understood from byte %d on: %q", e.Offset, e.Rest)
}

// Parse reads a phrase in Chinese or English. All of it must be understood.
func Parse(s string) (Figure, error) {
	c := newCursor(s)
	var f Figure
	var ok bool
	if c.han() {
		f, ok = c.chinese()
	} else {
		f, ok = c.english()
	}
	if !c.done() || !ok { // in this order: the offset is behind spaces
		return Figure{}, &Error{c.offset(), s[c.offset():]}
	}
	return f, nil
}

// names are words with digits that are no figures: years, 第3, PM2.5, 5G.
var names = regexp.MustCompile(
	`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|第\d+|\b(?:in|of|for|since) (?:19|20)\d\d\b|\d*[a-z]+[a-z0-9.-]*\d[a-z0-9.]*|\d[a-z]+`)

// HasFigure reports whether words hold a figure at all. A link whose words have
// none is a name, and has nothing to agree with.
func HasFigure(s string) bool {
	text := newCursor(s).text
	return strings.ContainsAny(names.ReplaceAllString(text, ""), "0123456789%") || len(Find(s)) > 0
}
