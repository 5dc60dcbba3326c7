package wording

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

var englishLeads = []struct {
	words []string
	op    model.Op
}{
	{[]string{"at least", "no less than", "not less than", "no fewer than", "not below", "no lower than"}, model.GE},
	{[]string{"at most", "no more than", "not more than", "within", "up to", "not above", "no higher than"}, model.LE},
	{[]string{"more than", "over", "above", "exceeding", "exceed", "exceeds", "faster than", "higher than", "greater than"}, model.GT},
	{[]string{"less than", "fewer than", "below", "under", "lower than"}, model.LT},
	{[]string{"about", "around", "approximately", "roughly", "some"}, model.Approx},
}

var englishTails = []struct {
	words []string
	op    model.Op
}{
	{[]string{"or more", "or above", "or higher", "or over", "and above", "and more"}, model.GE},
	{[]string{"or less", "or below", "or lower", "or under", "and below"}, model.LE},
	{[]string{"or so"}, model.Approx},
}

var englishScales = []struct {
	word  string
	power int32
}{{"trillion", 12}, {"billion", 9}, {"million", 6}, {"thousand", 3}}

var englishUnits = []struct {
	word string
	unit model.Unit
}{
	{"percentage points", model.PercentagePoint}, {"percentage point", model.PercentagePoint},
	{"percent", model.Percent}, {"per cent", model.Percent}, {"%", model.Percent}, {"‰", "‰"},
	{"us dollars", "美元"}, {"yuan", "元"}, {"jin", "斤"}, {"tonnes", "吨"}, {"tons", "吨"}, {"hectares", "公顷"},
	{"kilometres", "公里"}, {"km", "公里"}, {"mu", "亩"}, {"persons", "人"}, {"people", "人"}, {"vehicles", "辆"}, {"visits", "人次"}, {":1", ":1"},
}

// english reads an English phrase.
func (c *cursor) english() (Figure, bool) {
	var f Figure
	switch {
	case c.takes("in step with", "in line with"):
		f.Op = model.RelSync
		c.pos = len(c.text)
		return f, true
	case c.takes("unchanged", "flat"):
		f.Op = model.Flat
		return f, true
	case c.takes("doubled", "double"):
		f.Op, f.Multiple = model.GE, decimal.NewNullDecimal(decimal.NewFromInt(2))
		return f, true
	}
	op, sign, shift := c.englishLead(&f)
	if rel := map[model.Op]model.Op{model.GT: model.RelGT, model.GE: model.RelGE}[op]; rel != "" && !strings.ContainsAny(c.rest(), "0123456789") && c.rest() != "" {
		f.Op = rel
		c.pos = len(c.text)
		return f, true
	}
	first, ok := c.englishAmount()
	if !ok {
		return f, false
	}
	f.Op, f.Value = op, first.signed(sign)
	if sign < 0 && first.Unit == model.Percent {
		f.Op = turned(op)
	}
	after := c.pos
	c.noun() // 12 firms to 20 firms
	if c.takes("to", "and") || c.takes(dashes...) {
		second, ok := c.englishAmount()
		if !ok {
			return f, false
		}
		c.rangeOf(&f, first.signed(sign), second.signed(sign))
	} else {
		c.pos = after
	}
	c.noun()
	for _, t := range englishTails {
		if c.takes(t.words...) && f.Op != model.Range {
			f.Op = t.op
			if sign < 0 && f.Value.Unit == model.Percent {
				f.Op = turned(t.op)
			}
			break
		}
	}
	c.noun()
	if shift && f.Value.Unit == model.PercentagePoint && f.Op != model.Range {
		f.Op = model.DeltaPP
	}
	return f, true
}

func (c *cursor) englishLead(f *Figure) (op model.Op, sign int, shift bool) {
	sign = 1
	for range 8 {
		switch {
		case op == "" && c.englishOp(&op): // before the rest: “up to” is no rise
		case c.takes("between", "from", "by", "of", "to", "a", "an", "the", "reach", "reaching", "reached", "kept", "keep", "stay", "growth", "grow", "grew"):
		case c.takes("up", "rose", "rise", "risen", "increase", "increased", "raised", "raise"):
			shift = true
		case c.takes("down", "fell", "fall", "fallen", "decrease", "decreased", "cut", "drop", "dropped", "reduce", "reduced"):
			sign, shift = -1, true
		case c.takes("nearly", "almost", "close to"):
			f.Approx = true
		default:
			return op, sign, shift
		}
	}
	return op, sign, shift
}

// englishOp takes the words of an operator.
func (c *cursor) englishOp(op *model.Op) bool {
	for _, l := range englishLeads {
		if c.takes(l.words...) {
			*op = l.op
			return true
		}
	}
	return false
}

func (c *cursor) englishAmount() (Amount, bool) {
	v, ok := c.number()
	if !ok {
		return Amount{}, false
	}
	a := Amount{Number: v, Valid: true}
	for _, s := range englishScales {
		if c.takes(s.word) {
			a.Number, a.Scaled = v.Shift(s.power), true
			break
		}
	}
	for _, u := range englishUnits {
		if c.takes(u.word) {
			a.Unit, a.Scaled = u.unit, false
			break
		}
	}
	return a, true
}

// noun takes the words for the things that are counted, up to the words of an
// operator or of a range: 24 new firms.
func (c *cursor) noun() {
	for {
		start := c.pos
		stop := c.takes("to", "and")
		for _, t := range englishTails {
			stop = stop || c.takes(t.words...)
		}
		c.pos = start
		if stop {
			return
		}
		c.space()
		end := c.pos
		for end < len(c.text) && (latin(rune(c.text[end])) || end > c.pos && c.text[end] == '-') {
			end++
		}
		if end == c.pos {
			c.pos = start
			return
		}
		c.pos = end
	}
}
