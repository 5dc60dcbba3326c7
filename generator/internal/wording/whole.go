package wording

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// wholes are phrases that have no number.
var wholes = []struct {
	text string
	op   model.Op
	n    int64 // the multiple, or 0
}{
	{"持平", model.Flat, 0}, {"零增长", model.LE, 0}, {"负增长", model.LT, 0}, {"正增长", model.GT, 0},
	{"翻一番", model.GE, 2}, {"翻两番", model.GE, 4}, {"翻三番", model.GE, 8}, {"翻番", model.GE, 2},
	{"翻了一番", model.GE, 2}, {"翻了两番", model.GE, 4},
	{"由负转正", model.GT, 0}, {"转负为正", model.GT, 0}, {"转正", model.GT, 0}, {"为正", model.GT, 0},
	{"由正转负", model.LT, 0}, {"转负", model.LT, 0}, {"为负", model.LT, 0},
}

// whole takes a phrase that has no number: 持平, 翻一番.
func (c *cursor) whole(f *Figure) bool {
	start := c.pos
	c.takes("达到", "实现")
	c.takes("增速", "增幅", "同比")
	c.takes("与上年同期", "与去年同期", "与上年", "与去年", "同上年", "较上年", "比上年")
	basically := c.takes("基本", "大体", "总体")
	for _, w := range wholes {
		if !c.takes(w.text) {
			continue
		}
		if basically && w.op != model.Flat || !c.done() && c.goesOn() {
			break
		}
		f.Op, f.Basically = w.op, basically
		switch {
		case w.n > 0:
			f.Multiple = decimal.NewNullDecimal(decimal.NewFromInt(w.n))
			f.bare = !c.takes("以上")
		case strings.HasSuffix(w.text, "增长"):
			f.Value = Amount{Unit: model.Percent, Valid: true}
		case w.op != model.Flat:
			f.Value.Valid = true
		}
		return true
	}
	c.pos = start
	return false
}

// goesOn reports whether a number follows: 负增长2% is a fall of that size.
func (c *cursor) goesOn() bool {
	start := c.pos
	c.takes("了")
	c.takes(commas...)
	c.lead()
	_, ok := c.amount()
	c.pos = start
	return ok
}

// englishWholes are phrases that have no number.
var englishWholes = []struct {
	words []string
	op    model.Op
	n     int64 // the multiple, or 0
}{
	{[]string{"in step with", "in line with", "at the pace of"}, model.RelSync, 0},
	{[]string{"unchanged", "flat", "level with last year"}, model.Flat, 0},
	{[]string{"turned positive", "turn positive", "turning positive", "positive growth", "positive"}, model.GT, 0},
	{[]string{"turned negative", "turn negative", "turning negative", "negative growth", "negative"}, model.LT, 0},
	{[]string{"set by a higher authority"}, model.External, 0},
	{[]string{"doubled", "double", "doubling", "twice the base"}, model.GE, 2},
	{[]string{"tripled", "triple", "tripling"}, model.GE, 3},
	{[]string{"quadrupled", "quadruple"}, model.GE, 4},
}

// englishWhole takes a phrase that has no number.
func (c *cursor) englishWhole(f *Figure) bool {
	start := c.pos
	basically := c.takes("basically", "broadly", "largely", "roughly", "essentially")
	for _, w := range englishWholes {
		if !c.takes(w.words...) {
			continue
		}
		if !basically || w.op == model.RelSync || w.op == model.Flat {
			f.Basically = basically
		} else {
			break
		}
		if w.op == model.RelSync {
			if c.done() || !f.relate(c.rest(), "") {
				c.pos = start
				return false
			}
			c.pos = len(c.text)
		}
		f.Op = w.op
		switch {
		case w.n > 0:
			f.Multiple, f.bare = decimal.NewNullDecimal(decimal.NewFromInt(w.n)), true
		case w.op == model.GT || w.op == model.LT:
			f.Value.Valid = true
		}
		return true
	}
	c.pos = start
	return false
}
