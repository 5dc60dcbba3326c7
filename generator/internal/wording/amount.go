package wording

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// scales are the words for powers of ten before a unit, the longest first.
var scales = []struct {
	word  string
	power int32
}{
	{"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"十亿", 9}, {"千万", 7}, {"百万", 6}, {"十万", 5},
	{"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2},
}

// Amount is a number with its unit.
type Amount struct {
	Number decimal.Decimal
	Unit   model.Unit // "" where the words name none
	Valid  bool
	Scaled bool // 千亿: counted in the base unit (元, 人 …), which the words leave out

	power int32 // of ten, by which a word of scale has multiplied Number
	more  bool  // 余, 多: somewhat above Number
	bare  bool  // 千亿: no number before the word of scale
}

// amount takes a number and its unit: 1.3万亿斤, 12个百分点, 千亿, 2.2:1, 百分之五. One in
// brackets is for the whole of a plan's period: 〔5〕.
func (c *cursor) amount() (Amount, bool) {
	if !c.takes("〔") {
		return c.bareAmount()
	}
	a, ok := c.bareAmount()
	if !ok || !c.takes("〕") {
		return Amount{}, false
	}
	if a.Unit == "" {
		a.Unit = c.unit()
	}
	return a, true
}

// bareAmount takes an amount without brackets.
func (c *cursor) bareAmount() (Amount, bool) {
	start := c.pos
	a := Amount{Valid: true}
	part, _ := c.take("百分之", "千分之")
	v, counted := c.number()
	if part != "" {
		a.Number, a.Unit = v, map[string]model.Unit{"百分之": model.Percent, "千分之": "‰"}[part]
		if !counted {
			c.pos = start
		}
		return a, counted
	}
	a.Number, a.bare = v, !counted
	if counted {
		a.more = c.takes("余", "多")
		here := c.pos
		if a.Unit = c.unit(); a.Unit != "" {
			if !a.ordinal(c.text[start:here]) {
				return a, true
			}
			a.Unit, c.pos = "", here
			return a, true
		}
	} else {
		a.Number = decimal.NewFromInt(1) // 千亿 is 1 千亿
	}
	if c.scale(&a) || counted {
		return a, true
	}
	c.pos = start
	return Amount{}, false
}

// scale takes a word of scale, with a unit or without.
func (c *cursor) scale(a *Amount) bool {
	for _, s := range scales {
		if !c.takes(s.word) {
			continue
		}
		a.Number, a.power = a.Number.Shift(s.power), s.power
		a.more = c.takes("余", "多") || a.more
		a.Unit = c.unit()
		a.Scaled = a.Unit == ""
		return true
	}
	return false
}

func (a Amount) signed(sign int) Amount {
	if sign < 0 {
		a.Number = a.Number.Neg()
	}
	return a
}

// spread makes the ends of a range of two amounts. The unit and the scale may
// stand at the second only: 2—3千亿元. ok is false where the ends are of
// different kinds or in the wrong order.
func spread(low, high Amount, sign int) (_, _ Amount, ok bool) {
	if low.Unit == "" && !low.Scaled {
		low.Number, low.Unit, low.Scaled = low.Number.Shift(high.power), high.Unit, high.Scaled
	}
	if sign < 0 { // 下降3%—5%
		low, high = high.signed(sign), low.signed(sign)
	}
	a, b := low, high
	if a.Unit != b.Unit { // 5000亿元—1万亿元, 5万亿—6万亿元
		unit := a.Unit
		if unit == "" {
			unit = b.Unit
		}
		var aFits, bFits bool
		a.Number, aFits = a.in(unit)
		b.Number, bFits = b.in(unit)
		if !aFits || !bFits {
			return low, high, false
		}
	}
	if a.Number.GreaterThan(b.Number) && a.Number.IsNegative() { // −3%至−5%
		return high, low, true
	}
	return low, high, a.Number.LessThan(b.Number)
}

// in is the amount in a unit; ok is false where that cannot be, or not exactly.
func (a Amount) in(u model.Unit) (v decimal.Decimal, ok bool) {
	unit := a.unitFor(u)
	return model.Convert(a.Number, unit, u)
}

// unitFor is the unit in which Number counts, beside data in unit u: words such
// as 千亿 leave it out.
func (a Amount) unitFor(u model.Unit) model.Unit {
	switch {
	case a.Scaled:
		return u.Root()
	case a.Unit == "":
		return u
	}
	return a.Unit
}

// ordinal reports whether the unit makes a name of the number: 2024年, 三期, 二级.
func (a Amount) ordinal(number string) bool {
	switch a.Unit {
	case "年":
		return a.Number.IsInteger() && a.Number.GreaterThan(decimal.NewFromInt(1900)) && a.Number.LessThan(decimal.NewFromInt(2100))
	case "期", "级", "部", "班", "卷", "分", "门":
		return !strings.ContainsAny(number, "0123456789")
	}
	return false
}
