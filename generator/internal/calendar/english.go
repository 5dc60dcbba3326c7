package calendar

import (
	"strings"

	"reportsite/generator/internal/model"
)

// monthNames are the English months; the first three letters are short for each.
var monthNames = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// small are English numbers from one to twelve.
var small = [...]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// ordinals are those of quarters, in both ways to write them.
var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

// latin is the run of letters at p, as written, and where it ends.
func (s *scanner) latin(p int) (word string, next int) {
	for next = p; isLetter(s.rune(next)); next++ {
	}
	if next == p {
		return "", none
	}
	return string(s.runes[p:next]), next
}

// is is the position behind one of some English words, in any case; none where another
// word stands at p.
func (s *scanner) is(p int, words ...string) int {
	if p == none {
		return none
	}
	word, next := s.latin(p)
	for _, w := range words {
		if strings.EqualFold(word, w) {
			return next
		}
	}
	return none
}

// english is a time in English words.
func (s *scanner) english(p int) (Time, int) {
	if next := s.endOf(p); next != none {
		if t, behind := s.named(next); behind != none && !t.Start {
			t.End = true
			return s.yearBehind(t, behind)
		}
		if y, behind := s.year(next); y > 0 {
			return Time{Year: y, From: 1, To: 12, End: true}, behind
		}
	}
	if next := s.endOf(p); next != none {
		if behind := s.is(s.space(s.is(next, "the", "this")), "year"); behind != none {
			return Time{From: 1, To: 12, End: true}, behind
		}
	}
	if next := s.is(p, "last"); next != none {
		next = s.is(s.space(next), "year")
		return Time{Back: 1}, next
	}
	for _, read := range []func(int) (Time, int){s.counted, s.named} {
		if t, next := read(p); next != none {
			return s.yearBehind(t, next)
		}
	}
	return Time{}, none
}

// endOf is behind "end of" or "end-".
func (s *scanner) endOf(p int) int {
	next := s.is(p, "end")
	if next == none {
		return none
	}
	if s.rune(next) == '-' {
		return next + 1
	}
	if next = s.is(s.space(next), "of"); next == none {
		return none
	}
	return s.space(next)
}

// counted is "first half", "second quarter", "first three quarters", "first nine months".
func (s *scanner) counted(p int) (Time, int) {
	n, next := s.ordinal(p)
	if n == 0 {
		return Time{}, none
	}
	next = s.space(s.maybe(next, "-"))
	if behind := s.is(next, "quarter"); behind != none {
		return Time{From: 3*n - 2, To: 3 * n, Kind: model.Quarter}, behind
	}
	if behind := s.is(next, "half"); behind != none && n <= 2 {
		return Time{From: 6*n - 5, To: 6 * n, Kind: model.Half, Start: n == 1}, behind
	}
	if n != 1 {
		return Time{}, none
	}
	many, next := s.smallNumber(next)
	if many == 0 {
		return Time{}, none
	}
	next = s.space(next)
	if behind := s.is(next, "quarters"); behind != none && many <= 4 {
		return Time{From: 1, To: 3 * many, Kind: model.Quarter, Start: true}, behind
	}
	if behind := s.is(next, "months"); behind != none {
		return Time{From: 1, To: many, Kind: model.Month, Start: true}, behind
	}
	return Time{}, none
}

// ordinal is first to fourth, in words or digits.
func (s *scanner) ordinal(p int) (n, next int) {
	digit, letters := "", p
	if isDigit(s.rune(p)) {
		digit, letters = string(s.rune(p)), p+1
	}
	word, next := s.latin(letters)
	return ordinals[digit+strings.ToLower(word)], next
}

// smallNumber is a number from 1 to 12, in words or digits.
func (s *scanner) smallNumber(p int) (n, next int) {
	if isDigit(s.rune(p)) {
		return s.number(p, 12)
	}
	word, next := s.latin(p)
	for i, w := range small {
		if strings.EqualFold(word, w) {
			return i + 1, next
		}
	}
	return 0, none
}

// named is a month by its name, "30 June" and "June 30", or a range of months.
func (s *scanner) named(p int) (Time, int) {
	if isDigit(s.rune(p)) {
		day, next := s.number(p, 31)
		if day == 0 {
			return Time{}, none
		}
		month, behind := s.monthName(s.space(next))
		if month == 0 || behind == next {
			return Time{}, none
		}
		return Time{From: month, To: month, Day: day, Kind: model.Month}, behind
	}
	from, next := s.monthName(p)
	if from == 0 {
		return Time{}, none
	}
	t := Time{From: from, To: from, Kind: model.Month}
	far := s.dashed(next)
	if far == none {
		if behind := s.is(s.space(next), "to", "through", "until"); behind != none {
			far = s.space(behind)
		}
	}
	if far != none {
		if to, behind := s.monthName(far); to > from {
			t.To, t.Start = to, from == 1
			return t, behind
		}
	}
	if at := s.space(next); at > next && isDigit(s.rune(at)) {
		if day, behind := s.number(at, 31); day > 0 && !isLetter(s.rune(behind)) && s.rune(behind) != '.' && s.rune(behind) != '%' {
			t.Day = day
			return t, behind
		}
	}
	return t, next
}

// monthName is the month that a name says, and where it ends. Names begin with a capital
// letter: may and march are words, too.
func (s *scanner) monthName(p int) (month, next int) {
	word, next := s.latin(p)
	if word == "" || word[0] < 'A' || word[0] > 'Z' {
		return 0, none
	}
	lower := strings.ToLower(word)
	for n, name := range monthNames {
		if lower == name || lower == name[:3] || lower == "sept" && n == 8 {
			if len(lower) < len(name) {
				next = s.maybe(next, ".")
			}
			return n + 1, next
		}
	}
	return 0, none
}

// yearBehind adds the year that stands behind a time: Q2 2025, June 30, 2025, the first
// half of 2025.
func (s *scanner) yearBehind(t Time, p int) (Time, int) {
	next := s.space(p)
	if isLetter(s.rune(p-1)) || isDigit(s.rune(p-1)) || s.rune(p-1) == '.' {
		next = s.space(s.maybe(next, ","))
		if behind := s.is(next, "of", "in"); behind != none {
			next = s.space(behind)
		}
		if y, behind := s.year(next); y > 0 && isDigit(s.rune(next)) && !(s.rune(behind) == '.' && isDigit(s.rune(behind+1))) && s.rune(behind) != '年' {
			t.Year = y
			return t, behind
		}
	}
	return t, p
}
