// Package calendar reads times as people write them: 1—6月, 上半年, 2025年二季度,
// Q2 2025, January–June. It says what the words say and no more; which figure a time
// belongs to, and whether it is the month alone or the year to it, is for those who ask.
package calendar

import (
	"cmp"

	"reportsite/generator/internal/model"
)

// Time is what words say about a time, as far as they say it. The zero Time is said by
// words that name none.
type Time struct {
	Year     int              // 0: not said; of a plan the first year
	Until    int              // last year of a plan: 2021—2025年; 0 else
	From, To int              // months; 0: not said
	Day      int              // 15 of 6月15日; 0: not said
	Kind     model.PeriodKind // in which the words count: Quarter for 前三季度, Month for 1—9月; Year where they name no part
	Start    bool             // they count from January on: 1—6月, 前三季度, 上半年
	End      bool             // they mean the state at the end: 6月末, 年底
	Back     int              // years before the one that is meant: 1 for 上年
	Earlier  int              // months before the one that is meant: 1 for 上月
	Digits   bool             // a year in digits that may be another number: 2025, 202506, 2025.06
}

// Found is a time in a text. Begin and Stop are the bytes of its words.
type Found struct {
	Time
	Begin, Stop int
}

// All finds the times in a text, in their order. A number that is part of a longer one
// is none: 11月 does not hold 1月.
func All(text string) []Found {
	var list []Found
	s := newScanner(text, false)
	for p := 0; p < len(s.runes); {
		if t, next := s.time(p); next > p {
			list = append(list, Found{t, s.at[p], s.at[next]})
			p = next
			continue
		}
		p++
	}
	return list
}

// Whole reads words that are a time and nothing else. Any year of four digits is one.
func Whole(words string) (Time, bool) {
	s := newScanner(words, true)
	p := s.space(0)
	t, next := s.time(p)
	return t, next > p && s.space(next) == len(s.runes)
}

// IsZero reports whether the words name no time.
func (t Time) IsZero() bool { return t == Time{} }

// Period is the period that the words name, of the given year where they name none; ok
// is false for words that only point at another time (上年), for a day within a month,
// and for months that are no period of statistics (3—5月).
func (t Time) Period(year int) (p model.Period, ok bool) {
	y := cmp.Or(t.Year, year)
	switch {
	case t.Back > 0 || t.Earlier > 0 || t.IsZero():
		return p, false
	case t.Until > 0:
		return model.PlanOf(y, t.Until), true
	case t.To == 0:
		return model.YearOf(y), true
	case t.Start && t.Kind == model.Quarter && t.To < 12:
		return model.Period{Year: y, Kind: model.Quarter, N: t.To / 3}, true
	case !t.Start && t.From < t.To && t.Kind == model.Month:
		return p, false
	}
	return Months(y, t.From, t.To), true
}

// Months is the period from one month of a year to another; one of an unusual length is
// named by its last month, as statistics name the year to date.
func Months(year, from, to int) model.Period {
	switch months := to - from + 1; {
	case months == 12:
		return model.YearOf(year)
	case months == 6 && to%6 == 0:
		return model.Period{Year: year, Kind: model.Half, N: to / 6}
	case months == 3 && to%3 == 0:
		return model.Period{Year: year, Kind: model.Quarter, N: to / 3}
	}
	return model.Period{Year: year, Kind: model.Month, N: to}
}
