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

// Grammar reads figures in words with the units of a site. It is safe for use by
// several goroutines.
type Grammar struct {
	units     *model.UnitTable
	words     unitWords
	inEnglish []englishUnit
	inPer     []englishUnit
}

// New makes the grammar of a site with these units; nil stands for the built-in
// ones.
func New(units *model.UnitTable) *Grammar {
	g := &Grammar{units: units, words: newUnitWords(units)}
	g.inEnglish, g.inPer = englishUnitsOf(units)
	return g
}

// builtin is the grammar of sites that declare no unit.
var builtin = New(nil)

// Builtin is the grammar of sites that declare no unit.
func Builtin() *Grammar { return builtin }

// Figure is what words say: an operator and its amounts, as far as they say it.
type Figure struct {
	Op          model.Op // "": a bare number, which stands for "reached"
	Value       Amount
	Low         Amount            // of a range
	High        Amount            // of a range
	Stretch     Amount            // B of “A、力争B”, or of “A、力争B—C”
	StretchHigh Amount            // C of “A、力争B—C”
	Further     []Amount          // C, D … of “A、力争B、冲刺C”
	Parts       []decimal.Decimal // of a structure: 2.8:50.9:46.3
	Multiple    decimal.NullDecimal
	Hedge       string // 力争, 确保 …: never changes the operator; of English words the Chinese one
	Reach       bool   // 达到, 实现, reach: said before the number
	Approx      bool   // 近3000, 200余家 of a result; 5.3%—5.4%左右 of a range, whose operator stays Range
	Basically   bool   // 基本持平, 基本同步: like 左右, needs a tolerance
	Shift       bool   // the amounts, in percentage points, move a base: 下降0.5—1个百分点

	fall  bool     // Value and Stretch are negative because the words say so: 下降3%
	near  bool     // 近: a little less than Value
	more  bool     // 余, 多: somewhat more than Value
	bare  bool     // the words of Multiple name no operator
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

// Parse reads a phrase in Chinese or English with the built-in units. All of it
// must be understood.
func Parse(s string) (Figure, error) { return builtin.Parse(s) }

// Parse reads a phrase in Chinese or English. All of it must be understood.
func (g *Grammar) Parse(s string) (Figure, error) {
	c := g.cursor(s)
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

// HasFigure reports whether words hold a figure at all, with the built-in units.
func HasFigure(s string) bool { return builtin.HasFigure(s) }

// HasFigure reports whether words hold a figure at all. A link whose words have
// none is a name, and has nothing to agree with.
func (g *Grammar) HasFigure(s string) bool {
	text := g.cursor(s).text
	return strings.ContainsAny(names.ReplaceAllString(text, ""), "0123456789%") || len(g.Find(s)) > 0
}
