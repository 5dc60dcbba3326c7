package statement

import (
	"cmp"
	"regexp"
	"strings"

	"reportsite/generator/internal/calendar"
	"reportsite/generator/internal/model"
)

// Promises are the parts of a passage that may each be a promise: its clauses, those
// that only say how put together with what they serve.
func Promises(text string) (list []Piece) {
	if english(text) {
		for _, s := range areas(text, area{0, len(text)}, stopMark) {
			list = append(list, Piece{s.start, s.end})
		}
		return list
	}
	for _, s := range sentences(text) {
		for _, c := range cut(s.of(text), "，,") {
			list = append(list, Piece{s.start + c.start, s.start + c.end})
		}
	}
	return list
}

// Piece is a part of a text, in bytes.
type Piece struct{ Start, End int }

// Responsible is the unit that a passage makes responsible, and those that help.
func Responsible(text string) (lead string, support []string) { return units(text) }

// Due is the day by which words say that something is done; zero where they name none.
func Due(words string, year int) model.Date {
	if english(words) {
		return dueEnglish(words, year)
	}
	within := strings.Contains(words, "年内")
	if !strings.ContainsAny(words, "前底末内") && !strings.Contains(words, "上半年") && !strings.Contains(words, "季度") {
		return model.Date{}
	}
	for _, t := range calendar.All(words) {
		if day, ok := lastDay(t.Time, year); ok && !t.Digits {
			return day
		}
	}
	if within {
		return model.YearOf(year).End()
	}
	return model.Date{}
}

// byEn stands before a deadline: by June 2026, by the end of the year.
var byEn = regexp.MustCompile(`(?i)\b(?:by|before|within|no later than)\s+(?:the\s+)?$`)

func dueEnglish(words string, year int) model.Date {
	for _, t := range calendar.All(words) {
		if day, ok := lastDay(t.Time, year); ok && byEn.MatchString(lastOf(words[:t.Begin])) {
			return day
		}
	}
	return model.Date{}
}

// lastDay is the last day of a time that names a part of a year, or its end.
func lastDay(t calendar.Time, year int) (model.Date, bool) {
	if t.To == 0 || t.Until > 0 || t.Back > 0 {
		return model.Date{}, false
	}
	end := calendar.Months(cmp.Or(t.Year, year), t.From, t.To).End()
	if t.Day > 0 && t.Day <= end.Day {
		end.Day = t.Day
	}
	return end, true
}
