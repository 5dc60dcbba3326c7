package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// period is a span of months of a year.
type period struct {
	year, from, to int
}

// String is the span as a TOML key; a span of an unusual length is named by its
// last month.
func (p period) String() string {
	months := p.to - p.from + 1
	switch {
	case months == 12:
		return strconv.Itoa(p.year)
	case months == 6 && p.to%6 == 0:
		return fmt.Sprintf("%d-H%d", p.year, p.to/6)
	case months == 3 && p.to%3 == 0:
		return fmt.Sprintf("%d-Q%d", p.year, p.to/3)
	}
	return fmt.Sprintf("%d-%02d", p.year, p.to)
}

// patterns are the ways to write a period; the groups are numbers. The year
// may stand in a column of its own.
var patterns = []struct {
	re *regexp.Regexp
	of func(n []int) (from, to int)
}{
	{regexp.MustCompile(`^(?:(\d{4})年?)$`), func([]int) (int, int) { return 1, 12 }},
	{regexp.MustCompile(`^(?:(\d{4})年)?全年$`), func([]int) (int, int) { return 1, 12 }},
	{regexp.MustCompile(`^(?:(\d{4})年)?(上|下)半年$`), func(n []int) (int, int) { return 6*n[0] - 5, 6 * n[0] }},
	{regexp.MustCompile(`^(?:(\d{4})-)?[Hh]([12])$`), func(n []int) (int, int) { return 6*n[0] - 5, 6 * n[0] }},
	{regexp.MustCompile(`^(?:(\d{4})年)?第?([一二三四1-4])季度?$`), func(n []int) (int, int) { return 3*n[0] - 2, 3 * n[0] }},
	{regexp.MustCompile(`^(?:(\d{4})-)?[Qq]([1-4])$`), func(n []int) (int, int) { return 3*n[0] - 2, 3 * n[0] }},
	{regexp.MustCompile(`^(?:(\d{4})年)?(?:前|1-)([二三四1-4])季度?$`), func(n []int) (int, int) { return 1, 3 * n[0] }},
	{regexp.MustCompile(`^(?:(\d{4})年)?(\d{1,2})月?-(\d{1,2})月$`), func(n []int) (int, int) { return n[0], n[1] }},
	{regexp.MustCompile(`^(?:(\d{4})年)?(\d{1,2})月份?$`), func(n []int) (int, int) { return n[0], n[0] }},
	{regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})$`), func(n []int) (int, int) { return n[0], n[0] }},
}

var words = map[string]int{"上": 1, "下": 2, "一": 1, "二": 2, "三": 3, "四": 4}

// dashes of a range of months.
var dashes = strings.NewReplacer("—", "-", "–", "-", "～", "-", "~", "-", "至", "-", " ", "")

// parsePeriod reads a period. cumulative is set where the words say that the
// figure adds up from January: 1—6月, 前三季度.
func parsePeriod(year, s string) (p period, cumulative, ok bool) {
	s = dashes.Replace(width.Narrow.String(strings.TrimSpace(s)))
	if s == "" {
		s, year = year, ""
	}
	for i, pattern := range patterns {
		m := pattern.re.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		if m[1] == "" {
			m[1] = strings.TrimSuffix(width.Narrow.String(year), "年")
		}
		y, err := strconv.Atoi(m[1])
		if err != nil || y < 1000 || y > 9999 {
			return period{}, false, false
		}
		var n []int
		for _, part := range m[2:] {
			v, isWord := words[part]
			if !isWord {
				v, _ = strconv.Atoi(part) // digits by the expression
			}
			n = append(n, v)
		}
		p = period{year: y}
		p.from, p.to = pattern.of(n)
		if p.from < 1 || p.to > 12 || p.from > p.to {
			return period{}, false, false
		}
		fromJanuary := i == 6 || i == 7
		if fromJanuary && p.from != 1 && p.from != p.to {
			return period{}, false, false // 3—5月 is no period of the statistics
		}
		return p, fromJanuary && p.to > 1 && p.to < 12, true
	}
	return period{}, false, false
}
