package wording

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// unitWords are the known units, the longest first, so that 亿元 is not read as
// 亿 and 元.
var unitWords = func() []string {
	var list []string
	for _, u := range model.Units() {
		list = append(list, string(u))
	}
	slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	return list
}()

// scales are the words for powers of ten before a unit, the longest first.
var scales = []struct {
	word  string
	power int32
}{
	{"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"十亿", 9}, {"千万", 7}, {"百万", 6}, {"十万", 5},
	{"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2},
}

// amount takes a number and its unit: 1.3万亿斤, 12个百分点, 千亿, 2.2:1.
func (c *cursor) amount() (Amount, bool) {
	start := c.pos
	v, ok := c.number()
	if !ok {
		v = decimal.NewFromInt(1) // 千亿 is 1 千亿
	}
	a := Amount{Number: v, Valid: true}
	c.more()
	if ok && c.takes("个百分点") { // before 个, which is a unit of its own
		a.Unit = model.PercentagePoint
		return a, true
	}
	if unit, found := c.take(unitWords...); found && ok {
		a.Unit = model.Unit(unit)
		return a, true
	}
	for _, s := range scales {
		if !c.takes(s.word) {
			continue
		}
		a.Number = v.Shift(s.power)
		c.more()
		if unit, found := c.take(unitWords...); found {
			a.Unit = model.Unit(unit)
		} else {
			a.Scaled = true
		}
		return a, true
	}
	if !ok {
		c.pos = start
		return Amount{}, false
	}
	return a, true
}

// more takes 余 and 多 after a number: somewhat above it.
func (c *cursor) more() bool { return c.takes("余", "多") }

// in is the amount in a unit; ok is false where that cannot be.
func (a Amount) in(u model.Unit) (v decimal.Decimal, ok bool) {
	if a.Scaled {
		for _, base := range model.Units() {
			if one, ok := model.Convert(decimal.NewFromInt(1), base, u); ok && isBase(base) {
				return a.Number.Mul(one), true
			}
		}
		return a.Number, true
	}
	if a.Unit == "" {
		return a.Number, true
	}
	if a.Unit == model.PercentagePoint && u == model.Percent {
		return a.Number, true
	}
	return model.Convert(a.Number, a.Unit, u)
}

// isBase reports whether a unit is one that words such as 千亿 leave out.
func isBase(u model.Unit) bool {
	return !strings.HasPrefix(string(u), "万") && !strings.HasPrefix(string(u), "亿")
}
