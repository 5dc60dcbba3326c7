package sheet

import (
	"regexp"

	"reportsite/generator/internal/calendar"
)

// PeriodKey is a period in everyday words as the key of a TOML file: 2024年6月 is
// 2024-06, 2024年上半年 is 2024-H1. It is "" for what names no period with its year.
func PeriodKey(words string) string {
	words = toMonth.ReplaceAllString(words, "${1}年${2}月")
	t, ok := calendar.Whole(words)
	if !ok || t.Year == 0 || t.Day > 0 {
		return ""
	}
	p, ok := t.Period(t.Year)
	if !ok {
		return ""
	}
	return p.String()
}

// toMonth is a key that looks like a day, for January to a month: 2024-1-6.
var toMonth = regexp.MustCompile(`^(\d{4})-(1-\d{1,2})$`)
