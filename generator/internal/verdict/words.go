package verdict

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// say fills arguments into a sentence of both languages; formats use explicit
// indexes (%[1]s), because the languages order their words differently.
func say(zh, en string, args ...model.Text) model.Text {
	return model.Text{Zh: fill(model.Chinese, zh, args), En: fill(model.English, en, args)}
}

func fill(l model.Lang, format string, args []model.Text) string {
	if !strings.Contains(format, "%[") {
		return format
	}
	said := make([]any, len(args))
	for i, a := range args {
		said[i] = a.In(l)
	}
	return fmt.Sprintf(format, said...)
}

// same is a text that reads the same in both languages, such as a number.
func same(s string) model.Text { return model.Text{Zh: s, En: s} }

func joined(list ...model.Text) model.Text {
	var t model.Text
	for _, part := range list {
		t.Zh += part.Zh
		t.En += part.En
	}
	return t
}

// sentences joins whole sentences; English ones need a space between.
func sentences(list []model.Text) model.Text {
	var zh, en []string
	for _, t := range list {
		zh, en = append(zh, t.Zh), append(en, t.En)
	}
	return model.Text{Zh: strings.Join(zh, ""), En: strings.Join(en, " ")}
}

// percent writes a derived percentage.
func percent(v decimal.Decimal) model.Text { return same(number(round(v)) + "%") }

// points writes a derived difference of percentages.
func points(v decimal.Decimal) model.Text {
	return amount(round(v.Abs()), model.PercentagePoint)
}

// day writes a date in words.
func day(d model.Date) model.Text {
	return model.Text{
		Zh: fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day),
		En: fmt.Sprintf("%d %s %d", d.Day, monthName(d.Month), d.Year),
	}
}

func monthName(m int) string {
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December"}[(m+11)%12]
}

// When writes the time that a figure covers: "2024年上半年", "in the first
// half of 2024".
func When(o *model.Observation) model.Text {
	c, year := cover(o), strconv.Itoa(o.Period.Year)
	text := func(zh, en string) model.Text { return model.Text{Zh: year + "年" + zh, En: en + " " + year} }
	switch {
	case c.moment && c.end == 12:
		return text("末", "at the end of")
	case c.moment:
		return text(fmt.Sprintf("%d月末", c.end), "at the end of "+monthName(c.end))
	case c.from == 1 && c.end == 12:
		return text("全年", "in")
	case c.from == 1 && c.end == 9:
		return text("前三季度", "in the first three quarters of")
	case c.end-c.from == 5 && c.end%6 == 0:
		n := c.end / 6
		return text([...]string{1: "上半年", 2: "下半年"}[n], "in the "+ordinals[n]+" half of")
	case c.end-c.from == 2 && c.end%3 == 0:
		n := c.end / 3
		return text([...]string{1: "一季度", 2: "二季度", 3: "三季度", 4: "四季度"}[n], "in the "+ordinals[n]+" quarter of")
	case c.end == c.from:
		return text(fmt.Sprintf("%d月", c.end), "in "+monthName(c.end))
	}
	return text(fmt.Sprintf("%d—%d月", c.from, c.end), "from "+monthName(c.from)+" to "+monthName(c.end))
}

var ordinals = [...]string{1: "first", 2: "second", 3: "third", 4: "fourth"}

// periodName writes a target's period: "2024年", "2024年上半年".
func periodName(p model.Period) model.Text {
	if p.Kind == model.Year {
		return model.Text{Zh: fmt.Sprintf("%d年", p.Year), En: fmt.Sprint(p.Year)}
	}
	t := When(&model.Observation{Indicator: &model.Indicator{}, Period: p, Basis: model.Single})
	t.En = strings.TrimPrefix(t.En, "in ")
	return t
}
