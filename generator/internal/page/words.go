package page

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"reportsite/generator/internal/model"
)

// said is a text on a page, with the language it is in where that is not the
// language of the page: a reader in English sees Chinese where nobody
// translated it, and a screen reader has to know.
type said struct {
	Text string
	Lang string
}

// say picks the text for a language.
func say(t model.Text, l model.Lang) said {
	s := said{Text: t.In(l)}
	if !t.Has(l) && s.Text != "" {
		s.Lang = string(other(l))
	}
	return s
}

// asWritten is a text that content has in one language only, such as the name
// of an office. On an English page it is marked where it is written in Han.
func asWritten(s string, l model.Lang) said {
	out := said{Text: s}
	if l == model.English && strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		out.Lang = string(model.Chinese)
	}
	return out
}

// other is the other one of the two languages.
func other(l model.Lang) model.Lang {
	if l == model.English {
		return model.Chinese
	}
	return model.English
}

// dateText writes a day: 2024年7月15日, 15 July 2024.
func dateText(d model.Date, l model.Lang) string {
	switch {
	case d.IsZero():
		return ""
	case l == model.English:
		return fmt.Sprintf("%d %s %d", d.Day, time.Month(d.Month), d.Year)
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

var quartersZh = [...]string{"一季度", "二季度", "三季度", "四季度"}

// periodText writes the time that a figure covers: a cumulative one from
// January on.
func periodText(p model.Period, b model.Basis, l model.Lang) string {
	if b == model.Point {
		return endText(p, l)
	}
	if b == model.Cumulative && p.Kind != model.Year && p.EndMonth() > p.Months() {
		return sinceJanuary(p, l)
	}
	if l == model.English {
		return periodEnglish(p)
	}
	switch p.Kind {
	case model.Half:
		return fmt.Sprintf("%d年%s", p.Year, [...]string{"上半年", "下半年"}[p.N-1])
	case model.Quarter:
		return fmt.Sprintf("%d年%s", p.Year, quartersZh[p.N-1])
	case model.Month:
		return fmt.Sprintf("%d年%d月", p.Year, p.N)
	}
	return fmt.Sprintf("%d年", p.Year)
}

func periodEnglish(p model.Period) string {
	switch p.Kind {
	case model.Half:
		return fmt.Sprintf("%s half of %d", [...]string{"first", "second"}[p.N-1], p.Year)
	case model.Quarter:
		return fmt.Sprintf("Q%d %d", p.N, p.Year)
	case model.Month:
		return fmt.Sprintf("%s %d", time.Month(p.N), p.Year)
	}
	return fmt.Sprint(p.Year)
}

// endText is the moment at which a state was counted.
func endText(p model.Period, l model.Lang) string {
	switch {
	case l == model.English:
		return fmt.Sprintf("end of %s %d", time.Month(p.EndMonth()), p.Year)
	case p.EndMonth() == 12:
		return fmt.Sprintf("%d年末", p.Year)
	}
	return fmt.Sprintf("%d年%d月末", p.Year, p.EndMonth())
}

func sinceJanuary(p model.Period, l model.Lang) string {
	end := p.EndMonth()
	switch {
	case l == model.English && end == 12:
		return fmt.Sprint(p.Year)
	case l == model.English:
		return fmt.Sprintf("January to %s %d", time.Month(end), p.Year)
	case end == 12:
		return fmt.Sprintf("%d年", p.Year)
	case p.Kind == model.Quarter && p.N == 3:
		return fmt.Sprintf("%d年前三季度", p.Year)
	case p.Kind == model.Quarter && p.N == 2:
		return fmt.Sprintf("%d年上半年", p.Year)
	}
	return fmt.Sprintf("%d年1—%d月", p.Year, end)
}

// yearText is a year with its sign in Chinese.
func yearText(year int, l model.Lang) string { return periodText(model.YearOf(year), model.Annual, l) }
