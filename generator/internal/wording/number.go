package wording

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// digits is the number in digits that s begins with, with or without separators
// between thousands: 1800, 1,800.5, 12 345. It is no regular expression because
// Find calls it very often.
func digits(s string) string {
	end := digitRun(s)
	if end > 0 && end <= 3 {
		for end < len(s) && (s[end] == ',' || s[end] == ' ') && digitRun(s[end+1:]) == 3 {
			end += 4
		}
	}
	if end > 0 && end < len(s) && s[end] == '.' {
		if n := digitRun(s[end+1:]); n > 0 {
			end += 1 + n
		}
	}
	return s[:end]
}

// digitRun is how many digits s begins with.
func digitRun(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

var separators = strings.NewReplacer(",", "", " ", "")

// number takes a number in digits, with a sign, or in Han numerals.
func (c *cursor) number() (decimal.Decimal, bool) {
	start := c.pos
	negative := c.takes("-", "负")
	c.space()
	v, ok := decimal.Decimal{}, false
	if m := digits(c.rest()); m != "" {
		c.pos += len(m)
		v, ok = decimal.RequireFromString(separators.Replace(m)), true
	} else if n, size := hanNumber(c.rest()); size > 0 {
		c.pos += size
		v, ok = decimal.NewFromInt(n), true
	}
	if !ok {
		c.pos = start
		return decimal.Decimal{}, false
	}
	if negative {
		v = v.Neg()
	}
	return v, true
}

var hanDigits = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

var hanTens = map[rune]int64{'十': 10, '百': 100, '千': 1000}

// hanNumber reads the Han numerals below 10 000 that s begins with and says how
// many bytes they take, 0 where they are no number: 十二, 两百三十, 三千. A 百 or
// 千 that begins is a scale (千亿); 三四 is an estimate, 二〇二四 a year, 十四五 a
// name, and 两百三 could be 203 or 230.
func hanNumber(s string) (value int64, size int) {
	var before, last rune // of the numerals so far
	var digit int64
	ten := int64(10000) // the place before
	for n, r := range s {
		d, isDigit := hanDigits[r]
		place, isPlace := hanTens[r]
		switch {
		case isDigit && (last == 0 || hanTens[last] > 0 || last == '零' && d > 0 && value > 0):
			digit = d
		case isPlace && place < ten && digit > 0:
			value, ten, digit = value+digit*place, place, 0
		case place == 10 && last == 0:
			value, ten = 10, place
		case isDigit || isPlace:
			return 0, 0
		default:
			return ended(value, digit, before, last, n)
		}
		before, last = last, r
	}
	return ended(value, digit, before, last, len(s))
}

// ended closes a number in Han numerals. A digit at its end counts ones, so it
// has to stand alone or follow 十 or 零.
func ended(value, digit int64, before, last rune, size int) (int64, int) {
	alone := before == 0 || before == '十' || before == '零'
	if size == 0 || value > 0 && last == '零' || digit > 0 && !alone {
		return 0, 0
	}
	return value + digit, size
}

// hanRun is how many bytes of s are Han numerals, number or not.
func hanRun(s string) int {
	for n, r := range s {
		if _, isDigit := hanDigits[r]; !isDigit && hanTens[r] == 0 {
			return n
		}
	}
	return len(s)
}

// latinWord is the length of the name of letters and digits that s begins with:
// pm2.5, covid-19, a4.
func latinWord(s string) int {
	if s == "" || !latin(rune(s[0])) {
		return 0
	}
	n := 1
	for n < len(s) {
		switch {
		case latin(rune(s[n])) || s[n] >= '0' && s[n] <= '9':
			n++
		case (s[n] == '.' || s[n] == '-') && n+1 < len(s) && (latin(rune(s[n+1])) || digitRun(s[n+1:]) > 0):
			n += 2
		default:
			return n
		}
	}
	return n
}

// skip goes on by one character, or by a whole number or word, so that no figure is
// found in the middle of one.
func (c *cursor) skip() {
	if m := digits(c.rest()); m != "" {
		c.pos += len(m)
		c.pos += latinWord(c.rest()) // 5g
		return
	}
	if size := latinWord(c.rest()); size > 0 {
		c.pos += size
		return
	}
	if size := hanRun(c.rest()); size > 0 {
		c.pos += size
		return
	}
	_, size := utf8.DecodeRuneInString(c.rest())
	c.pos += size
}
