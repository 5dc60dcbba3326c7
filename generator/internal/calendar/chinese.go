package calendar

import (
	"strings"
	"unicode"

	"reportsite/generator/internal/model"
)

// time is the time that begins at p, and where its words end; none where there is no
// time.
func (s *scanner) time(p int) (Time, int) {
	if !s.free(p) {
		return Time{}, none
	}
	if t, next := s.ofYear(p); next != none {
		return t, next
	}
	if t, next := s.part(p, false); next != none {
		return s.yearBehind(t, next)
	}
	if t, next := s.english(p); next != none {
		return t, next
	}
	return s.pointing(p)
}

// ofYear is a time that begins with its year.
func (s *scanner) ofYear(p int) (Time, int) {
	if t, next := s.sixDigits(p); next != none {
		return t, next
	}
	y, behind := s.year(p)
	if y == 0 {
		return Time{}, none
	}
	if t, next := s.inDigits(y, behind); next != none {
		return t, next
	}
	if t, next := s.plan(y, behind); next != none {
		return t, next
	}
	named := s.word(s.space(behind), "年")
	q := behind
	if named != none {
		q = named
	}
	q = s.maybe(s.space(q), "度")
	q = s.space(s.maybe(q, "-"))
	t, next := s.part(q, true)
	if t.Year > 0 && t.Year != y { // 2024年1月—2025年6月: the first month alone
		t, next = s.month(q)
	}
	if next != none {
		t.Year = y
		return t, next
	}
	t = Time{Year: y, Digits: named == none && isDigit(s.rune(p))}
	if next = s.word(s.maybe(q, "年"), "末", "底", "全年"); next != none {
		t.From, t.To, t.Digits = 1, 12, false
		t.End = s.rune(next-1) != '年'
		return t, next
	}
	if named == none {
		return t, s.maybe(behind, "度")
	}
	return t, s.maybe(named, "度")
}

// sixDigits is a month such as 202506.
func (s *scanner) sixDigits(p int) (Time, int) {
	n, next := s.digits(p)
	month := n % 100
	if next-p != 6 || n/10000 != 20 || month < 1 || month > 12 {
		return Time{}, none
	}
	return Time{Year: n / 100, From: month, To: month, Kind: model.Month, Digits: true}, next
}

// inDigits is a month or a day such as 2025-06, 2025/6/15.
func (s *scanner) inDigits(year, p int) (Time, int) {
	mark := s.rune(p)
	if mark != '-' && mark != '/' && mark != '.' || !isDigit(s.rune(p+1)) {
		return Time{}, none
	}
	month, next := s.number(p+1, 12)
	if month == 0 || s.word(next, "月", "季") != none {
		return Time{}, none
	}
	t := Time{Year: year, From: month, To: month, Kind: model.Month, Digits: true}
	if s.rune(next) != mark || !isDigit(s.rune(next+1)) {
		return t, next
	}
	day, behind := s.number(next+1, 31)
	if day == 0 || s.word(behind, "月", "季") != none {
		return Time{}, none
	}
	t.Day = day
	return t, behind
}

// longest is how many years a plan may have.
const longest = 50

// plan is the rest of 2021—2025年.
func (s *scanner) plan(from, p int) (Time, int) {
	p = s.dashed(s.maybe(p, "年度", "年"))
	if p == none {
		return Time{}, none
	}
	to, next := s.year(p)
	if to <= from || to-from >= longest || s.isPartAt(next) {
		return Time{}, none
	}
	return Time{Year: from, Until: to}, s.maybe(next, "年度", "年")
}

// isPartAt reports whether a part of a year follows a year that ends at p, which is then
// one time with it: 2024年12月—2025年6月 is no plan.
func (s *scanner) isPartAt(p int) bool {
	_, next := s.part(s.space(s.maybe(p, "年")), true)
	return next != none
}

// part is a part of a year: months, quarters, halves. behindYear says that a year stands
// before it.
func (s *scanner) part(p int, behindYear bool) (Time, int) {
	for _, read := range []func(int) (Time, int){s.months, s.firstQuarters, s.firstMonths, s.half, s.quarter, s.lettered, s.month} {
		if t, next := read(p); next != none {
			return t, next
		}
	}
	if next := s.word(p, "半年度", "半年报", "半年"); next != none && (behindYear || s.rune(next-1) != '年') {
		return Time{From: 1, To: 6, Kind: model.Half, Start: true}, next
	}
	return Time{}, none
}

// months is a range such as 1—6月, 1月至6月份, 2025年1月至2025年6月 behind its first year.
func (s *scanner) months(p int) (Time, int) {
	from, next := s.number(p, 12)
	if from == 0 {
		return Time{}, none
	}
	next = s.dashed(s.maybe(s.space(next), "月份", "月"))
	if next == none {
		return Time{}, none
	}
	year, behind := s.year(next)
	if year > 0 {
		next = s.space(s.maybe(behind, "年"))
	}
	to, next := s.number(next, 12)
	if to < from {
		return Time{}, none
	}
	next = s.word(s.space(next), "月份", "月")
	return s.ended(Time{Year: year, From: from, To: to, Kind: model.Month, Start: from == 1}, next)
}

// firstQuarters is 前三季度, 1—3季度, 第一至三季度.
func (s *scanner) firstQuarters(p int) (Time, int) {
	next := s.word(p, "前")
	if next == none {
		first, behind := s.number(s.maybe(p, "第"), 4)
		if first != 1 {
			return Time{}, none
		}
		if next = s.dashed(s.maybe(behind, "季度", "季")); next == none {
			return Time{}, none
		}
	}
	q, next := s.count(s.maybe(next, "第"), 4)
	if q == 0 {
		return Time{}, none
	}
	return Time{From: 1, To: 3 * q, Kind: model.Quarter, Start: true}, s.season(s.maybe(next, "个"))
}

// firstMonths is 前5个月.
func (s *scanner) firstMonths(p int) (Time, int) {
	next := s.word(p, "前")
	if next == none {
		return Time{}, none
	}
	m, next := s.count(s.space(next), 12)
	if m == 0 {
		return Time{}, none
	}
	next = s.word(s.maybe(s.space(next), "个"), "月份", "月")
	return Time{From: 1, To: m, Kind: model.Month, Start: true}, next
}

func (s *scanner) half(p int) (Time, int) {
	if next := s.word(p, "上半年"); next != none {
		return Time{From: 1, To: 6, Kind: model.Half, Start: true}, s.maybe(next, "度")
	}
	return Time{From: 7, To: 12, Kind: model.Half}, s.word(p, "下半年")
}

// quarter is 二季度, 第2季, 首季度.
func (s *scanner) quarter(p int) (Time, int) {
	q, next := 1, s.word(p, "首个", "首")
	if next == none {
		q, next = s.number(s.maybe(p, "第"), 4)
	}
	if q == 0 {
		return Time{}, none
	}
	return s.ended(Time{From: 3*q - 2, To: 3 * q, Kind: model.Quarter}, s.season(s.space(next)))
}

// season is behind 季度, or behind a 季 that no other word goes on from: 四季如春 names
// no quarter.
func (s *scanner) season(p int) int {
	if next := s.word(p, "季度"); next != none {
		return next
	}
	next := s.word(p, "季")
	if r := s.rune(next); next != none && unicode.Is(unicode.Han, r) && !strings.ContainsRune("末底累当完同增实计目", r) {
		return none
	}
	return next
}

// lettered is Q2, H1, Q1-Q3.
func (s *scanner) lettered(p int) (Time, int) {
	kind, most, months := model.Quarter, 4, 3
	switch s.rune(p) {
	case 'Q', 'q':
	case 'H', 'h':
		kind, most, months = model.Half, 2, 6
	default:
		return Time{}, none
	}
	if !isDigit(s.rune(p + 1)) {
		return Time{}, none
	}
	n, next := s.number(p+1, most)
	if n == 0 || isLetter(s.rune(next)) {
		return Time{}, none
	}
	t := Time{From: months*(n-1) + 1, To: months * n, Kind: kind, Start: kind == model.Half && n == 1}
	if n != 1 || kind != model.Quarter {
		return t, next
	}
	if far := s.dashed(next); far != none {
		if last, behind := s.number(s.maybe(far, "Q", "q"), 4); last > 1 && !isLetter(s.rune(behind)) && s.rune(behind) != '月' {
			t.To, t.Start = 3*last, true
			return t, behind
		}
	}
	return t, next
}

// month is 6月, 六月份, 6月末, 6月15日.
func (s *scanner) month(p int) (Time, int) {
	m, next := s.number(p, 12)
	if m == 0 {
		return Time{}, none
	}
	next = s.word(s.space(next), "月")
	if next == none {
		return Time{}, none
	}
	t := Time{From: m, To: m, Kind: model.Month}
	if d, behind := s.day(s.space(next)); d > 0 {
		t.Day = d
		return t, behind
	}
	return s.ended(t, s.maybe(next, "份"))
}

// day is the day of a month, 15日.
func (s *scanner) day(p int) (day, next int) {
	if !isDigit(s.rune(p)) {
		return 0, none
	}
	d, next := s.number(p, 31)
	if d == 0 {
		return 0, none
	}
	if next = s.word(s.space(next), "日", "号"); next == none {
		return 0, none
	}
	return d, next
}

// ended is a time whose end may be meant: 6月末, 二季度末.
func (s *scanner) ended(t Time, p int) (Time, int) {
	if p == none {
		return Time{}, none
	}
	if next := s.word(p, "末", "底"); next != none {
		t.End = true
		return t, next
	}
	return t, p
}

// pointing is what points from one time to another: 上年同期, 上月, and 年底.
func (s *scanner) pointing(p int) (Time, int) {
	if next := s.word(p, "上年末", "上年底", "上年年末", "上年年底", "去年末", "去年底", "去年年末", "去年年底"); next != none {
		return Time{From: 1, To: 12, End: true, Back: 1}, next
	}
	if next := s.word(p, "上年同期", "去年同期", "上年同月", "去年同月", "同期", "上年", "去年"); next != none {
		return Time{Back: 1}, next
	}
	if next := s.word(p, "上月"); next != none {
		return Time{Earlier: 1}, next
	}
	return Time{From: 1, To: 12, End: true}, s.word(p, "年底", "年末")
}
