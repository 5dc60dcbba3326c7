package wording

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// digits is a number in digits, with or without separators between thousands.
var digits = regexp.MustCompile(`^(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?`)

// number takes a number in digits, with a sign, or in Han numerals.
func (c *cursor) number() (decimal.Decimal, bool) {
	start := c.pos
	c.space()
	negative := c.takes("-", "负")
	if m := digits.FindString(c.rest()); m != "" {
		c.pos += len(m)
		v, err := decimal.NewFromString(strings.NewReplacer(",", "", " ", "").Replace(m))
		if err != nil { // the expression lets only numbers through
			panic("generator: internal error: " + err.Error())
		}
		if negative {
			v = v.Neg()
		}
		return v, true
	}
	if v, n := hanNumber(c.rest()); n > 0 {
		c.pos += n
		v := decimal.NewFromInt(v)
		if negative {
			v = v.Neg()
		}
		return v, true
	}
	c.pos = start
	return decimal.Decimal{}, false
}

var hanDigits = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

var hanTens = map[rune]int64{'十': 10, '百': 100, '千': 1000}

// hanNumber reads Han numerals below 10 000 from the beginning of s and says
// how many bytes they take: 十二, 两百三十, 三千. A 千 or 百 that begins is no
// number but a scale (千亿).
func hanNumber(s string) (value int64, size int) {
	var sum, digit int64
	pending := false // a digit that waits for its place
	lastTen := int64(1 << 40)
	for n, r := range s {
		if d, ok := hanDigits[r]; ok {
			if pending && digit != 0 {
				break // 三四: two figures, or an estimate
			}
			digit, pending = d, true
			size = n + utf8.RuneLen(r)
			continue
		}
		ten, ok := hanTens[r]
		if !ok || ten >= lastTen || n == 0 && ten != 10 {
			break
		}
		if !pending {
			digit = 1
		}
		sum += digit * ten
		digit, pending, lastTen = 0, false, ten
		size = n + utf8.RuneLen(r)
	}
	if pending {
		sum += digit
	}
	return sum, size
}
