package verdict

import (
	"fmt"
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

// same is a text that is the same in both languages, such as a number.
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
