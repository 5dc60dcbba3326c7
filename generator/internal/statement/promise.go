package statement

import (
	"regexp"
	"strconv"
	"strings"

	"reportsite/generator/internal/model"
)

// Promises are the parts of a passage that may each be a promise: its clauses, those
// that only say how put together with what they serve.
func Promises(text string) []string {
	var list []string
	if english(text) {
		for _, s := range areas(text, area{0, len(text)}, stopMark) {
			list = append(list, s.of(text))
		}
		return list
	}
	for _, s := range sentences(text) {
		for _, c := range cut(s.of(text), "，,") {
			list = append(list, c.of(s.of(text)))
		}
	}
	return list
}

// Responsible is the unit that a passage makes responsible, and those that help.
func Responsible(text string) (lead string, support []string) { return units(text) }

var dueIn = regexp.MustCompile(`(?:(20\d\d)年|今年|年内)?(?:(\d{1,2})月(?:(\d{1,2})日|底|末)?前?|(上半年|年底|年末|三季度|二季度|一季度))`)

// Due is the day by which words say that something is done; zero where they name none.
func Due(words string, year int) model.Date {
	if !strings.ContainsAny(words, "前底末内") && !strings.Contains(words, "上半年") && !strings.Contains(words, "季度") {
		return model.Date{}
	}
	m := dueIn.FindStringSubmatch(words)
	if m == nil {
		return model.Date{}
	}
	if n, err := strconv.Atoi(m[1]); err == nil {
		year = n
	}
	month := map[string]int{"上半年": 6, "年底": 12, "年末": 12, "一季度": 3, "二季度": 6, "三季度": 9}[m[4]]
	if n, err := strconv.Atoi(m[2]); err == nil {
		month = n
	}
	if month < 1 || month > 12 {
		return model.Date{}
	}
	end := model.Period{Year: year, Kind: model.Month, N: month}.End()
	if n, err := strconv.Atoi(m[3]); err == nil && n >= 1 && n <= end.Day {
		end.Day = n
	}
	return end
}
