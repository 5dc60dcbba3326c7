package wording

import (
	"fmt"
	"strconv"
	"strings"

	"reportsite/generator/internal/model"
)

// When writes the time that a figure covers as a sentence has it: "2024年上半年",
// "in the first half of 2024"; a whole year is "2024年全年", "in 2024".
func When(o *model.Observation) model.Text { return spanWords(o.Span()) }

func spanWords(c model.Span) model.Text {
	year := strconv.Itoa(c.Year)
	text := func(zh, en string) model.Text { return model.Text{Zh: year + "年" + zh, En: en + " " + year} }
	switch {
	case c.Years() > 0:
		from := strconv.Itoa(c.Year - c.Years())
		return model.Text{Zh: from + "—" + year + "年", En: "from " + from + " to " + year}
	case c.Moment && c.End == 12:
		return text("末", "at the end of")
	case c.Moment:
		return text(fmt.Sprintf("%d月末", c.End), "at the end of "+monthName(c.End))
	case c.From == 1 && c.End == 12:
		return text("全年", "in")
	case c.From == 1 && c.End == 9:
		return text("前三季度", "in the first three quarters of")
	case c.End-c.From == 5 && c.End%6 == 0:
		n := c.End / 6
		return text([...]string{1: "上半年", 2: "下半年"}[n], "in the "+ordinals[n]+" half of")
	case c.End-c.From == 2 && c.End%3 == 0:
		n := c.End / 3
		return text([...]string{1: "一季度", 2: "二季度", 3: "三季度", 4: "四季度"}[n], "in the "+ordinals[n]+" quarter of")
	case c.End == c.From:
		return text(fmt.Sprintf("%d月", c.End), "in "+monthName(c.End))
	}
	return text(fmt.Sprintf("%d—%d月", c.From, c.End), "from "+monthName(c.From)+" to "+monthName(c.End))
}

var ordinals = [...]string{1: "first", 2: "second", 3: "third", 4: "fourth"}

// Time names the time that a figure covers as the head of a row has it:
// "2024年上半年", "First half of 2024"; a whole year is "2024年", "2024".
func Time(o *model.Observation) model.Text { return spanName(o.Span()) }

// TimeOf names what a figure of a period and basis covers, as [Time] does.
func TimeOf(i *model.Indicator, p model.Period, b model.Basis) model.Text {
	return spanName(model.SpanOf(i.Accrual, p, b))
}

// Period names a period of time: "2024年", "2024年上半年".
func Period(p model.Period) model.Text {
	return spanName(model.SpanOf(model.NoAccrual, p, model.Single))
}

func spanName(s model.Span) model.Text {
	t := spanWords(s)
	t.Zh = strings.TrimSuffix(t.Zh, "全年")
	if s.Years() > 0 {
		t.En = strings.ReplaceAll(strings.TrimPrefix(t.En, "from "), " to ", "–")
	}
	for _, lead := range []string{"in the ", "in ", "at the ", "from "} {
		if rest, ok := strings.CutPrefix(t.En, lead); ok {
			t.En = strings.ToUpper(rest[:1]) + rest[1:]
			break
		}
	}
	return t
}

// Day writes a date in words: "2024年7月15日", "15 July 2024"; "" for the zero
// Date.
func Day(d model.Date) model.Text {
	if d.IsZero() {
		return model.Text{}
	}
	return model.Text{
		Zh: fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day),
		En: fmt.Sprintf("%d %s %d", d.Day, monthName(d.Month), d.Year),
	}
}

func monthName(m int) string {
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December"}[(m+11)%12]
}
