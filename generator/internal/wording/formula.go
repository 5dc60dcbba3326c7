package wording

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// EnglishScale is the scale in which English writes amounts of about v: a figure
// in the unit times ten to the power of shift is in words, such as "billion
// yuan" for 1921亿元 with a shift of −1. ok is false where English keeps the
// unit.
func EnglishScale(v decimal.Decimal, u model.Unit) (shift int32, words string, ok bool) {
	base := englishBase(u)
	if base == "" {
		return 0, "", false
	}
	one, _ := model.Convert(decimal.NewFromInt(1), u, base)
	power := int32(one.NumDigits()) + one.Exponent() - 1
	for _, s := range englishScales[:3] {
		if v.Mul(one).Abs().GreaterThanOrEqual(decimal.New(1, s.power)) {
			return power - s.power, s.word + " " + base.En(), power != s.power
		}
	}
	return power, base.En(), power != 0
}

// englishBase is the unit in which English writes amounts in u, with million,
// billion and trillion where they are large; "" where it keeps the unit.
func englishBase(u model.Unit) model.Unit {
	root := u.Root()
	if _, ok := model.Convert(one, u, root); ok && (root != u || large[root]) {
		return root
	}
	return ""
}

// large are the units without a word of scale of which large numbers are written
// with million and billion.
var large = map[model.Unit]bool{
	"元": true, "美元": true, "人": true, "人次": true, "吨": true, "斤": true, "辆": true, "亩": true, "平方米": true,
}
