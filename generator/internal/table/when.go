package table

import (
	"fmt"
	"strings"

	"reportsite/generator/internal/calendar"
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

// whenOf is what the words of a time say to a table. A plan of several years is no one
// time; the last day of a month is its end.
func whenOf(t calendar.Time) When {
	if t.Until > 0 {
		return When{}
	}
	w := When{Year: t.Year, From: t.From, To: t.To, Day: t.Day, Start: t.Start, End: t.End, Back: t.Back, Earlier: t.Earlier}
	if w.Day > 0 && w.Day == lastDay(w.Year, w.To) {
		w.Day = 0
	}
	return w
}

// Calendar is the time as package calendar has it.
func (w When) Calendar() calendar.Time {
	t := calendar.Time{Year: w.Year, From: w.From, To: w.To, Day: w.Day, Start: w.Start, End: w.End, Back: w.Back, Earlier: w.Earlier}
	if w.To > 0 {
		t.Kind = calendar.Months(w.Year, w.From, w.To).Kind
	}
	return t
}

// takeTime takes the times out of plain words. rest are the words without them; ok
// is false where two of them cannot be the same time.
func takeTime(words string) (w When, rest string, ok bool) {
	ok = true
	from := 0
	for _, found := range calendar.All(words) {
		one := whenOf(found.Time)
		ok = ok && w.agrees(one)
		day := max(w.Day, one.Day)
		back, earlier := w.Back+one.Back, w.Earlier+one.Earlier
		w = w.with(one)
		w.Day, w.Back, w.Earlier = day, min(back, 1), min(earlier, 1)
		rest += words[from:found.Begin]
		from = found.Stop
	}
	return w, rest + words[from:], ok
}

// lastDay is the last day of a month.
func lastDay(year, month int) int {
	return model.Period{Year: year, Kind: model.Month, N: month}.End().Day
}
