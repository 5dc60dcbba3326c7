package draft

import (
	"context"
	"slices"
	"strings"
	"testing"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/save"
)

// The year of a draft is the one that the text names; of a text that names none it is the
// year of the day that the draft is given, and the site says so.
func TestYearOfDraft(t *testing.T) {
	for _, c := range []struct {
		text string
		year int
		said string // how it was inferred; "": the text says it
	}{
		{"某县2025年政府工作报告\n今年地区生产总值增长6%左右。\n", 2025, ""},
		{"某县政府工作报告\n2029年主要目标：地区生产总值增长6%左右。\n", 2029, "draft-inferred-year"},
		{"某县政府工作报告\n一、去年工作回顾\n地区生产总值增长5%。\n二、今年目标\n地区生产总值增长6%左右。\n", 2031, "draft-inferred-year-today"},
	} {
		doc, err := document.Read("report.txt", []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		d, err := Text(context.Background(), doc, Options{Name: "report.txt", Today: model.Date{Year: 2031, Month: 5, Day: 4}})
		if err != nil {
			t.Fatal(err)
		}
		if d.Period != model.YearOf(c.year) {
			t.Errorf("%q is of %s, want %d", c.text, d.Period, c.year)
		}
		inferred := slices.DeleteFunc(slices.Clone(d.Inferred), func(id string) bool { return !strings.HasPrefix(id, "draft-inferred-year") })
		if got := strings.Join(inferred, " "); got != c.said {
			t.Errorf("%q: the year was inferred by %q, want %q", c.text, got, c.said)
		}
		if c.said == "" {
			continue
		}
		if !slices.ContainsFunc(d.Files, func(f save.File) bool {
			return strings.Contains(string(f.Data), message.Say(message.Chinese, c.said))
		}) {
			t.Errorf("%q: no file of the draft says that the year was inferred", c.text)
		}
	}
}
