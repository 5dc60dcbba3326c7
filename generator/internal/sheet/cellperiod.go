package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"reportsite/generator/internal/model"
)

// span is a row's period and basis as its cells give them.
type span struct {
	period
	cumulative bool
}

// takeYear keeps a year for the rows below, in which it is not written again.
func (t *table) takeYear(r *Row) {
	if c := r.cell(colYear); !c.empty() {
		t.year = c
	}
}

// period reads the cells of a row's period and year. Where a program may have
// made another period of what somebody typed, it is refused.
func (t *table) period(r *Row) (span, bool) {
	t.takeYear(r)
	c, own := r.cell(colPeriod), r.cell(colYear)
	year, ok := yearWords(t.year)
	if !ok {
		t.report(Rewritten.At(r.At("year"), t.year.text))
		return span{}, false
	}
	words, ok := t.periodWords(r, c, year)
	if !ok {
		t.report(Rewritten.At(r.At("period"), c.text))
		return span{}, false
	}
	_, hasPeriod := r.cols[colPeriod]
	if words == "" && (own.empty() || own.covered && hasPeriod) {
		t.report(BadPeriod.At(r.At("period"), own.text)) // the year of another row is not this one's
		return span{}, false
	}
	p, cumulative, ok := parsePeriod(year, words)
	if ok && !own.empty() && strconv.Itoa(p.year) != year {
		words, ok = own.text+" "+words, false // 2023 | 2024年6月
	}
	if !ok {
		if words == "" {
			words = year
		}
		t.report(BadPeriod.At(r.At("period"), words))
	}
	return span{p, cumulative}, ok
}

// yearWords is what a cell of the year column says, without 年.
func yearWords(c cell) (string, bool) {
	if c.isDate() {
		first := c.date.Month == 1 && c.date.Day == 1
		return strconv.Itoa(c.date.Year), first && c.parts == dateParts{year: true}
	}
	words := strings.TrimSuffix(width.Narrow.String(c.text), "度")
	return strings.TrimSpace(strings.TrimSuffix(words, "年")), true
}

// counted are the heads under which a number alone is a month or a quarter.
var counted = map[string]struct {
	most int
	word string
}{"月份": {12, "月"}, "季度": {4, "季度"}}

// monthDay are the ways in which programs show a month and a day that they have
// made of 1-6 or 6-24: 1月6日, 6-Jan, Jun-24.
var monthDay = regexp.MustCompile(`^(?:\d{1,2}[-/]\d{1,2}|\d{1,2}月\d{1,2}日|(?:\d{1,2}-)?(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:-\d{1,4})?)$`)

// periodWords is what a period's cell says for certain, as parsePeriod reads it;
// ok is false where a program may have stored another period.
func (t *table) periodWords(r *Row, c cell, year string) (words string, ok bool) {
	text := strings.TrimSpace(width.Narrow.String(c.text))
	head := ""
	if i, ok := r.cols[colPeriod]; ok {
		head = t.heads[i]
	}
	date, isDate := parseDate(text)
	if parts := (dateParts{true, true, true}); isDate && !c.isDate() {
		c.date, c.parts = date, parts
	}
	switch {
	case c.isDate():
		first := c.parts.day && c.date.Month == 1 // of January, or of the year
		sure := !first || head == "月份" || r.cell(colBasis).text != ""
		words, ok = periodOfDate(c.date, c.parts, year)
		return words, ok && sure && head != "季度"
	case monthDay.MatchString(text):
		return "", false
	case !plain.MatchString(text):
		return c.text, true
	}
	v := decimal.RequireFromString(strings.TrimPrefix(text, "+"))
	if v.IsInteger() && (c.number || !strings.Contains(text, ".")) {
		text = v.Truncate(0).String() // of a number shown as 2024.0
		by := counted[head]
		if n := v.IntPart(); n >= 1 && n <= int64(by.most) {
			text = strconv.FormatInt(n, 10) + by.word
		}
		return text, true
	}
	// 2025.10 is stored as 2025.1, which is January, too.
	tenth := v.Sub(v.Truncate(0)).Equal(decimal.New(1, -1))
	if tenth && (c.number || t.csv && strings.HasSuffix(text, ".1")) {
		return "", false
	}
	if c.number {
		text = v.String()
	}
	return text, true
}

// month is the month of a date: programs turn 2024-06 into its first day.
func month(d model.Date) string { return fmt.Sprintf("%04d-%02d", d.Year, d.Month) }

// periodOfDate is the period of a date of which a cell shows some parts. A day that
// is shown and is not the first, and a year that is not shown, may come from
// 1-6, typed for January to June.
func periodOfDate(d model.Date, shown dateParts, year string) (string, bool) {
	switch {
	case shown.year && shown.month:
		return month(d), !shown.day || d.Day == 1
	case shown.year:
		return strconv.Itoa(d.Year), !shown.day && d.Month == 1 && d.Day == 1
	case shown.month && !shown.day:
		return month(d), year == strconv.Itoa(d.Year)
	}
	return "", false
}

// span fills in a row's period. A value cell that is merged over several rows is
// the value of all of them together: 1月 and 2月 with one value are January to
// February, as statistics publish them.
func (t *table) span(r *Row, p span, below []*line, rows int) {
	if rows > 1 {
		quiet := *t
		for n := range rows - 1 {
			if n >= len(below) {
				t.report(BadMerge.At(r.At("value")))
				return
			}
			next, ok := quiet.period(&Row{row: below[n], cols: r.cols})
			if !ok || next.year != p.year || next.from != p.to+1 || next.to-next.from != p.to-p.from && n == 0 {
				t.report(BadMerge.At(r.At("value")))
				return
			}
			p.to = next.to
		}
		p.cumulative = p.from == 1
	}
	r.Period = p.String()
	if p.cumulative && p.to < 12 {
		r.Basis = "cumulative"
	}
}
