package table

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/model"
)

// When is what words say about a time, as far as they say it.
type When struct {
	Year     int // 0: not said
	From, To int // months; 0: not said
	// Day is the last day of the time, where words name one that does not end a
	// month; 0 else.
	Day     int
	Start   bool // the words count from January on: 1—6月, 前三季度
	End     bool // the words mean the state at the end: 6月末, 年底
	Back    int  // years before the one that is meant: 上年
	Earlier int  // months before the one that is meant: 上月
}

// IsZero reports whether the words name no time.
func (w When) IsZero() bool { return w == When{} }

// Whole reports whether the words name a whole year.
func (w When) Whole() bool { return w.From == 1 && w.To == 12 }

// String is the time in the words of messages.
func (w When) String() string {
	var b strings.Builder
	if w.Year > 0 {
		fmt.Fprintf(&b, "%d年", w.Year)
	}
	switch {
	case w.To == 0, w.Whole():
	case w.From < w.To:
		fmt.Fprintf(&b, "%d—%d月", w.From, w.To)
	default:
		fmt.Fprintf(&b, "%d月", w.To)
	}
	return b.String()
}

// agrees reports whether two statements can be about the same time: 2025年1—6月
// and 6月 are, 5月 and 6月 are not.
func (w When) agrees(o When) bool {
	return (w.Year == 0 || o.Year == 0 || w.Year == o.Year) && (w.To == 0 || o.To == 0 || w.To == o.To)
}

// with fills in what the words leave open from another statement.
func (w When) with(o When) When {
	if w.Year == 0 {
		w.Year = o.Year
	}
	if w.To == 0 {
		w.From, w.To = o.From, o.To
		w.Start = w.Start || o.Start
	}
	w.End = w.End || o.End
	return w
}

// The parts of times: a year in digits, or in Han numerals; a number of a month.
const (
	year  = `((?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})`
	month = `(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])`
	three = `([1-4一二三四])`
)

// times are the ways to write a time, the longest first: what an earlier pattern
// takes, a later one does not see.
var times = []struct {
	re *regexp.Regexp
	of func(p parts, w *When)
}{
	{regexp.MustCompile(year + `年` + month + `月(\d{1,2})[日号]`), dayOf},
	{regexp.MustCompile(year + `-` + month + `-(\d{1,2})`), dayOf},
	{regexp.MustCompile(year + `/` + month + `/(\d{1,2})`), dayOf},
	{regexp.MustCompile(year + `\.` + month + `\.(\d{1,2})`), dayOf},
	{regexp.MustCompile(year + `年?度?` + month + `月?[-至到]` + month + `月份?`), spanOfMonths},
	{regexp.MustCompile(`()` + month + `月?[-至到]` + month + `月份?`), spanOfMonths},
	{regexp.MustCompile(`(?:` + year + `年)?度?(?:前|1-|一-|第?一至)` + three + `个?季度?`), func(p parts, w *When) {
		w.Year, w.From, w.To, w.Start = p.year(0), 1, 3*p.number(1), true
	}},
	{regexp.MustCompile(`(?:` + year + `[年\-]?)?度?(?:(上)半年|[Hh]1\b)`), func(p parts, w *When) { w.Year, w.From, w.To, w.Start = p.year(0), 1, 6, true }},
	{regexp.MustCompile(`(?:` + year + `[年\-]?)?度?(?:(下)半年|[Hh]2\b)`), func(p parts, w *When) { w.Year, w.From, w.To = p.year(0), 7, 12 }},
	{regexp.MustCompile(`(?:` + year + `[年\-]?)?度?(?:第?` + three + `季度?(?:末)?|[Qq]` + three + `)`), func(p parts, w *When) {
		q := p.number(1) + p.number(2)
		w.Year, w.From, w.To = p.year(0), 3*q-2, 3*q
	}},
	{regexp.MustCompile(year + `年?度?` + month + `月份?(?:末|底)?`), func(p parts, w *When) { w.Year, w.From, w.To = p.year(0), p.number(1), p.number(1) }},
	{regexp.MustCompile(`()` + month + `月份?(?:末|底)?`), func(p parts, w *When) { w.From, w.To = p.number(1), p.number(1) }},
	{regexp.MustCompile(`(20\d\d)(0[1-9]|1[0-2])`), func(p parts, w *When) { w.Year, w.From, w.To = p.year(0), p.number(1), p.number(1) }},
	{regexp.MustCompile(year + `[\-/.]` + month), func(p parts, w *When) { w.Year, w.From, w.To = p.year(0), p.number(1), p.number(1) }},
	{regexp.MustCompile(year + `年?度?(?:末|底|全年)`), func(p parts, w *When) { w.Year, w.From, w.To = p.year(0), 1, 12 }},
	{regexp.MustCompile(`(?:` + year + `年?)-` + year + `年?`), func(parts, *When) {}}, // 2020—2025年: no one time
	{regexp.MustCompile(year + `年?度?`), func(p parts, w *When) { w.Year = p.year(0) }},
	{regexp.MustCompile(`上年同期|去年同期|上年同月|去年同月|同期|上年|去年`), func(_ parts, w *When) { w.Back = 1 }},
	{regexp.MustCompile(`上月`), func(_ parts, w *When) { w.Earlier = 1 }},
	{regexp.MustCompile(`年底|年末`), func(_ parts, w *When) { w.From, w.To, w.End = 1, 12, true }},
}

func dayOf(p parts, w *When) {
	w.Year, w.From, w.To = p.year(0), p.number(1), p.number(1)
	w.Day = p.number(2)
}

func spanOfMonths(p parts, w *When) {
	w.Year, w.From, w.To = p.year(0), p.number(1), p.number(2)
	w.Start = w.From == 1
}

// parts are the groups of an expression.
type parts []string

// number is a month or quarter in digits or Han numerals; 0 where the group is
// empty.
func (p parts) number(n int) int {
	s := p[n]
	if v, err := strconv.Atoi(s); err == nil {
		return v
	}
	total := 0
	for _, r := range s {
		if r == '十' {
			total = 10
			continue
		}
		total += strings.IndexRune("〇一二三四五六七八九", r) / len("一")
	}
	return total
}

func (p parts) year(n int) int {
	s := p[n]
	if v, err := strconv.Atoi(s); err == nil {
		return v
	}
	total := 0
	for _, r := range s {
		digit := strings.IndexRune("〇一二三四五六七八九", r) / len("一")
		total = 10*total + max(digit, 0) // 零 and ○ are -1
	}
	return total
}

// takeTime takes the times out of plain words. rest are the words without them; ok
// is false where two of them cannot be the same time.
func takeTime(words string) (w When, rest string, ok bool) {
	rest, ok = words, true
	for _, t := range times {
		for from := 0; ; {
			at := t.re.FindStringSubmatchIndex(rest[from:])
			if at == nil {
				break
			}
			start, end := from+at[0], from+at[1]
			if !alone(rest, start, end) {
				_, size := utf8.DecodeRuneInString(rest[start:])
				from = start + size
				continue
			}
			var found parts
			for n := 2; n < len(at); n += 2 {
				group := ""
				if at[n] >= 0 {
					group = rest[from+at[n] : from+at[n+1]]
				}
				found = append(found, group)
			}
			var one When
			t.of(found, &one)
			if taken := rest[start:end]; strings.HasSuffix(taken, "末") || strings.HasSuffix(taken, "底") {
				one.End = true
			}
			if one.Day > 0 && one.Day == lastDay(one.Year, one.To) {
				one.Day = 0
			}
			if bad := one.From > one.To || one.To > 12; bad {
				ok = false
			}
			if !w.agrees(one) {
				ok = false
			}
			day := max(w.Day, one.Day)
			back, earlier := w.Back+one.Back, w.Earlier+one.Earlier
			w = w.with(one)
			w.Day, w.Back, w.Earlier = day, min(back, 1), min(earlier, 1)
			rest = rest[:start] + rest[end:]
			from = start
		}
	}
	return w, rest, ok
}

// alone reports whether the digits at the ends of a match are whole numbers: the 1月
// in 11月 is none, nor is 2025 in 202512345.
func alone(s string, start, end int) bool {
	digit := func(r byte) bool { return r >= '0' && r <= '9' }
	if start > 0 && digit(s[start]) && (digit(s[start-1]) || s[start-1] == '.') {
		return false
	}
	if before, _ := utf8.DecodeLastRuneInString(s[:start]); before == '十' {
		return false
	}
	return end == len(s) || !digit(s[end-1]) || !digit(s[end]) && s[end] != '.'
}

// lastDay is the last day of a month.
func lastDay(year, month int) int {
	return model.Period{Year: year, Kind: model.Month, N: month}.End().Day
}
