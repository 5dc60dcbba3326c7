package draft

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/calendar"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/statement"
)

var (
	goalsOf   = regexp.MustCompile(`(20\d\d)\s*年?(?:的)?(?:工作总体|总体要求|主要(?:预期)?目标|预期目标|工作安排|工作部署|重点工作|重点任务|工作重点|工作打算|工作思路|工作任务|计划草案|经济社会发展(?:的)?(?:主要)?(?:预期)?目标|政府工作)`)
	reviewOf  = regexp.MustCompile(`(20\d\d)\s*年?(?:政府)?(?:的)?(?:工作回顾|工作总结|工作情况|主要工作|国民经济和社会发展计划执行)`)
	bulletin  = regexp.MustCompile(`(?i)公报|运行|简况|执行情况|完成情况|形势|通报|快报|简析|月报|季报|统计分析|主要指标完成|communiqu|statistical bulletin|monthly release`)
	goalWords = regexp.MustCompile(`(?i)计划草案|安排|目标|下一步|打算|\d年计划|targets`)
)

// findPeriod finds the year or plan of the report.
func (d *Draft) findPeriod(o Options) {
	all := d.text()
	d.results = bulletin.MatchString(d.Title) && !goalWords.MatchString(d.Title)
	if p, _, ok := statement.PeriodIn(d.Title, 0); ok && p.Kind != model.Year && p.Kind != model.Plan && !goalWords.MatchString(d.Title) {
		d.results = true // a report on part of a year
	}
	if o.Year > 0 {
		d.Period = model.YearOf(o.Year)
		return
	}
	newest := 0
	for _, t := range calendar.All(d.Title) {
		if t.Until > 0 && !d.results {
			d.Period = model.PlanOf(t.Year, t.Until)
			return
		}
		newest = max(newest, t.Year, t.Until)
	}
	if newest > 0 {
		d.Period = model.YearOf(newest)
		return
	}
	for _, re := range []*regexp.Regexp{goalsOf, reviewOf} {
		if m := re.FindStringSubmatch(all); m != nil {
			n, _ := strconv.Atoi(m[1])
			if re == reviewOf {
				n++
			}
			d.Period = model.YearOf(n)
			d.Inferred = append(d.Inferred, "draft-inferred-year")
			return
		}
	}
	if !d.Document.Published.IsZero() {
		d.Period = model.YearOf(d.Document.Published.Year)
		d.Inferred = append(d.Inferred, "draft-inferred-year-published")
		return
	}
	if n := mostNamed(all); n > 0 {
		d.Period = model.YearOf(n)
		d.Inferred = append(d.Inferred, "draft-inferred-year")
		return
	}
	d.Period = model.YearOf(o.Today.Year)
	d.Inferred = append(d.Inferred, "draft-inferred-year-today")
}

// mostNamed is the year that a text names most often, the later one of two.
func mostNamed(all string) int {
	count, best := map[int]int{}, 0
	times := calendar.All(all)
	for _, t := range times {
		if t.Year > 0 && !t.Digits {
			count[t.Year]++
		}
	}
	if len(count) == 0 { // an English text writes no 年
		for _, t := range times {
			if t.Year > 0 {
				count[t.Year]++
			}
		}
	}
	for n, c := range count {
		if best == 0 || c > count[best] || c == count[best] && n > best {
			best = n
		}
	}
	return best
}

// findPlace finds the place that the report is of.
func (d *Draft) findPlace(o Options) {
	if d.Place = o.Place; d.Place != "" {
		return
	}
	for _, s := range []string{d.Title, d.Document.Publisher, d.start()} {
		if place := placeIn(s); place != "" {
			d.Place = place
			if s != d.Title {
				d.Inferred = append(d.Inferred, "draft-inferred-place")
			}
			return
		}
	}
	d.Place = "原文未写明地方"
	d.Inferred = append(d.Inferred, "draft-inferred-no-place")
}

func (d *Draft) start() string {
	var b strings.Builder
	for _, block := range d.Document.Blocks[:min(3, len(d.Document.Blocks))] {
		b.WriteString(block.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

func (d *Draft) text() string {
	var b strings.Builder
	b.WriteString(d.Title)
	for _, block := range d.Document.Blocks {
		b.WriteString("\n")
		b.WriteString(block.Text)
	}
	return b.String()
}

var (
	reviewWords = regexp.MustCompile(`(?i)回顾|总结|过去|去年|上年|完成情况|执行情况|运行情况|发展成就|主要成绩|工作成效|取得的成|进展情况|review|achievements|past year|last year`)
	goalsWords  = regexp.MustCompile(`(?i)目标|安排|部署|任务|打算|下一步|今年|举措|总体要求|工作重点|重点工作|计划草案|实事|思路|着力|全力|加快|推进|坚持|聚焦|goals|targets|tasks|plan for|priorities|objectives`)
)

// roleOf says what a heading's part speaks of.
func (d *Draft) roleOf(title string) statement.Role {
	year := 0
	for _, t := range calendar.All(title) {
		year = cmp.Or(year, t.Year)
	}
	review, goals := reviewWords.MatchString(title), goalsWords.MatchString(title)
	switch {
	case year == d.Period.Year && year > 0 && !review:
		return statement.Goals
	case review && (year == 0 || year < d.Period.Year || d.results):
		return statement.Review
	case year > 0 && year < d.Period.From() && !goals:
		return statement.Review
	case goals:
		return statement.Goals
	}
	return statement.Unknown
}

var (
	saysGoals  = regexp.MustCompile(`预期目标|主要目标|力争|确保|今年(?:的|，|要|将|计划|工作)|计划(?:完成|新增|实施)|要(?:坚持|突出|抓好)`)
	saysReview = regexp.MustCompile(`^“?十[一二三四五]五”?(?:时期|期间|以来)|过去(?:的)?一年|一年来|去年|上年，|取得(?:了)?.{0,8}成[绩效就]|五年来`)
)

// roleOfSentence says what a paragraph of a part that does not say so speaks of.
func (d *Draft) roleOfSentence(s string) statement.Role {
	head := s
	if utf8.RuneCountInString(s) > 80 {
		head = string([]rune(s)[:80])
	}
	switch {
	case saysReview.MatchString(head) && !saysGoals.MatchString(head):
		return statement.Review
	case saysGoals.MatchString(s):
		return statement.Goals
	}
	return statement.Unknown
}
