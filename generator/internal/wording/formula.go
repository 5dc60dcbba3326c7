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
	for _, base := range englishBases {
		one, same := model.Convert(decimal.NewFromInt(1), u, base)
		if !same {
			continue
		}
		power := int32(one.NumDigits()) + one.Exponent() - 1
		for _, s := range englishScales[:3] {
			if v.Mul(one).Abs().GreaterThanOrEqual(decimal.New(1, s.power)) {
				return power - s.power, s.word + " " + base.En(), power != s.power
			}
		}
		return power, base.En(), power != 0
	}
	return 0, "", false
}

// englishBases are the units whose amounts English writes with million, billion
// and trillion.
var englishBases = []model.Unit{"元", "美元", "人", "人次", "吨", "斤", "辆", "亩", "平方米"}
