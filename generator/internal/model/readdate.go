package model

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ReadDate reads a day as people write it: 2024-07-20, 2024/7/20, 2024.7.20,
// 20240720, 2024年7月20日, 二〇二四年七月二十日, also in full-width characters and with
// a weekday or a time behind it. complete is true where the text names a year, a month
// and a day; ok where there is such a day.
func ReadDate(s string) (d Date, complete, ok bool) {
	s = strings.TrimSpace(behindDay.ReplaceAllString(narrow(s), ""))
	if m := hanDay.FindStringSubmatch(s); m != nil {
		s = hanDigits.Replace(m[1]) + "-" + hanNumber(m[2]) + "-" + hanNumber(m[3])
	}
	m := writtenDay.FindStringSubmatch(s)
	if m == nil {
		m = digitsDay.FindStringSubmatch(s)
	}
	if m == nil {
		return Date{}, false, false
	}
	for i, n := range []*int{&d.Year, &d.Month, &d.Day} {
		*n, _ = strconv.Atoi(m[i+1]) // digits by the expression
	}
	if DateOf(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)) != d {
		return Date{}, true, false // there is no 31st of June
	}
	return d, true, true
}

var (
	writtenDay = regexp.MustCompile(`^(\d{4}) *[-/.年] *(\d{1,2}) *[-/.月] *(\d{1,2}) *[日号]?$`)
	digitsDay  = regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)$`)
	hanDay     = regexp.MustCompile(`^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$`)
	behindDay  = regexp.MustCompile(` *(?:\((?:星期|周|礼拜)[一二三四五六日天]\)|(?:星期|周)[一二三四五六日天]|[T ]\d{1,2}:\d\d(?::\d\d)?Z?)$`)
	hanDigits  = strings.NewReplacer("〇", "0", "零", "0", "○", "0", "一", "1", "二", "2", "三", "3", "四", "4",
		"五", "5", "六", "6", "七", "7", "八", "8", "九", "9")
)

// hanNumber is a number up to 99 in digits: 二十一 is 21.
func hanNumber(s string) string {
	tens, ones, ten := strings.Cut(s, "十")
	switch {
	case !ten:
		return hanDigits.Replace(s)
	case tens == "":
		tens = "一"
	}
	if ones == "" {
		ones = "零"
	}
	return hanDigits.Replace(tens + ones)
}

// narrow writes full-width characters, dashes and unusual spaces as those of ASCII.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000', r == '\u00a0', r >= '\u2002' && r <= '\u200a', r == '\u202f':
			return ' '
		case r >= '\u2010' && r <= '\u2015', r == '\u2212':
			return '-'
		}
		return r
	}, s)
}
