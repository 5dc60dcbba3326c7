package sheet

import (
	"strings"

	"golang.org/x/text/width"

	"reportsite/generator/internal/calendar"
	"reportsite/generator/internal/model"
)

// period is a span of months of a year.
type period struct {
	year, from, to int
}

// String is the span as a TOML key; a span of an unusual length is named by its
// last month.
func (p period) String() string { return calendar.Months(p.year, p.from, p.to).String() }

// parsePeriod reads a period, whose year may stand in a cell of its own. cumulative is
// set where the words say that the figure adds up from January: 1—6月, 前三季度; of a
// half that is for the basis to say.
func parsePeriod(year, s string) (p period, cumulative, ok bool) {
	if s = strings.TrimSpace(s); s == "" {
		s, year = year, ""
	}
	t, ok := calendar.Whole(s)
	if rest, all := strings.CutSuffix(s, "全年"); all && !ok { // the year stands beside it
		ok = rest == ""
	}
	if own, said := calendar.Whole(width.Narrow.String(year)); t.Year == 0 && said && own == (calendar.Time{Year: own.Year, Digits: own.Digits}) {
		t.Year = own.Year
	}
	if !ok || t.Year == 0 || t.Day > 0 || t.Until > 0 || t.Back > 0 || t.Earlier > 0 || t.End {
		return period{}, false, false
	}
	if t.To == 0 {
		return period{t.Year, 1, 12}, false, true
	}
	if _, ok := t.Period(t.Year); !ok {
		return period{}, false, false // 3—5月 is no period of the statistics
	}
	return period{t.Year, t.From, t.To}, t.Start && t.Kind != model.Half && t.To > 1 && t.To < 12, true
}
