package statement

import (
	"regexp"
	"strconv"
	"strings"

	"reportsite/generator/internal/model"
)

var (
	span    = regexp.MustCompile(`(?:(20\d\d)年)?[前]?(\d{1,2})\s*[—\-–~～至到－]+\s*(\d{1,2})\s*月`)
	month   = regexp.MustCompile(`(?:(20\d\d)年)?(\d{1,2})月(份|末|底|\d{1,2}日)?`)
	half    = regexp.MustCompile(`(?:(20\d\d)年)?(上|下)半年|(?:(20\d\d)年)?半年度?`)
	quarter = regexp.MustCompile(`(?:(20\d\d)年)?(?:第)?(一|二|三|四|前三|1|2|3|4|首)个?季度`)
	whole   = regexp.MustCompile(`(20\d\d)年(?:全年|度|底|末|前)?`)
	plan    = regexp.MustCompile(`(20\d\d)\s*[—\-–~～至]+\s*(20\d\d)年?`)
)

// PeriodIn finds the period that words name, the last one of them. Words that name
// no year are of the given one.
func PeriodIn(words string, year int) (p model.Period, b model.Basis, ok bool) {
	at := -1
	see := func(re *regexp.Regexp, read func(m []string) (model.Period, model.Basis, bool)) {
		list := re.FindAllStringSubmatchIndex(words, -1)
		for _, m := range list {
			if m[1] < at { // the last one counts, and of 1—8月 the whole
				continue
			}
			text := make([]string, len(m)/2)
			for n := range text {
				if m[2*n] >= 0 {
					text[n] = words[m[2*n]:m[2*n+1]]
				}
			}
			if found, basis, good := read(text); good {
				p, b, ok, at = found, basis, true, m[1]
			}
		}
	}
	yearIn := func(s string) int {
		if n, err := strconv.Atoi(s); err == nil {
			return n
		}
		return year
	}
	see(whole, func(m []string) (model.Period, model.Basis, bool) {
		return model.YearOf(yearIn(m[1])), model.Annual, true
	})
	see(plan, func(m []string) (model.Period, model.Basis, bool) {
		from, to := yearIn(m[1]), yearIn(m[2])
		return model.PlanOf(from, to), model.Cumulative, from < to && to-from < 20
	})
	see(month, func(m []string) (model.Period, model.Basis, bool) {
		n, _ := strconv.Atoi(m[2])
		basis := model.Single
		if m[3] == "末" || m[3] == "底" || strings.HasSuffix(m[3], "日") {
			basis = model.Cumulative
		}
		return model.Period{Year: yearIn(m[1]), Kind: model.Month, N: n}, basis, n >= 1 && n <= 12
	})
	see(quarter, func(m []string) (model.Period, model.Basis, bool) {
		n := map[string]int{"一": 1, "1": 1, "首": 1, "二": 2, "2": 2, "三": 3, "3": 3, "前三": 3, "四": 4, "4": 4}[m[2]]
		basis := model.Single
		if n == 1 || m[2] == "前三" {
			basis = model.Cumulative
		}
		return model.Period{Year: yearIn(m[1]), Kind: model.Quarter, N: n}, basis, true
	})
	see(half, func(m []string) (model.Period, model.Basis, bool) {
		y := m[1]
		if m[3] != "" {
			y = m[3]
		}
		n, basis := 1, model.Cumulative
		if m[2] == "下" {
			n, basis = 2, model.Single
		}
		return model.Period{Year: yearIn(y), Kind: model.Half, N: n}, basis, true
	})
	see(span, func(m []string) (model.Period, model.Basis, bool) {
		from, _ := strconv.Atoi(m[2])
		to, _ := strconv.Atoi(m[3])
		if from != 1 || to < 2 || to > 12 {
			return model.Period{}, "", false
		}
		p := model.Period{Year: yearIn(m[1]), Kind: model.Month, N: to}
		switch to {
		case 6:
			p.Kind, p.N = model.Half, 1
		case 12:
			return model.YearOf(p.Year), model.Annual, true
		case 3, 9:
			p.Kind, p.N = model.Quarter, to/3
		}
		return p, model.Cumulative, true
	})
	return p, b, ok
}
