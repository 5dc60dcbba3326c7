package calendar

import (
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"

	"reportsite/generator/internal/model"
)

// said is a time in a line: year, months, what else the words say.
func said(t Time) string {
	var parts []string
	add := func(is bool, format string, args ...any) {
		if is {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	add(t.Year > 0 && t.Until == 0, "%d", t.Year)
	add(t.Until > 0, "%d-%d", t.Year, t.Until)
	add(t.To > 0, "%d-%d", t.From, t.To)
	add(t.Kind != model.Year, "%s", [...]string{model.Half: "half", model.Quarter: "quarter", model.Month: "month", model.Plan: "plan"}[t.Kind])
	add(t.Start, "start")
	add(t.End, "end")
	add(t.Day > 0, "day %d", t.Day)
	add(t.Back > 0, "back")
	add(t.Earlier > 0, "earlier")
	add(t.Digits, "digits")
	return strings.Join(parts, " ")
}

// The vectors say what times words name, and of which periods these are.
func TestVectors(t *testing.T) {
	f, err := os.Open("testdata/times.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		var times, periods []string
		for _, found := range All(row[0]) {
			times = append(times, said(found.Time))
			p, ok := found.Period(2024)
			name := p.String()
			if !ok {
				name = "none"
			}
			periods = append(periods, name)
		}
		if got := strings.Join(times, "; "); got != row[1] {
			t.Errorf("%s: %q, want %q", row[0], got, row[1])
		}
		if got := strings.Join(periods, "; "); got != row[2] {
			t.Errorf("%s is of %q, want %q", row[0], got, row[2])
		}
	}
}

// Whole takes a text that is one time, and of any four digits.
func TestWhole(t *testing.T) {
	for words, want := range map[string]string{
		" 2025年6月 ": "2025 6-6 month", "1895年": "1895", "1895": "1895 digits", "Q2 2025": "2025 4-6 quarter",
	} {
		if got, ok := Whole(words); !ok || said(got) != want {
			t.Errorf("Whole(%q) = %s, %t, want %s", words, said(got), ok, want)
		}
	}
	for _, words := range []string{"", "2025年6月合计", "截至6月", "2024年和2025年", "2025年6月、7月", "合计"} {
		if got, ok := Whole(words); ok {
			t.Errorf("Whole(%q) = %s", words, said(got))
		}
	}
}

// FuzzAll: times lie in the text, in order, and their numbers are numbers of times.
func FuzzAll(f *testing.F) {
	for _, s := range []string{"2025年1—6月", "二〇二五年前三季度", "十二月底", "2025Q4", "去年同期", "202513", "99月", "2025年2月30日", "\xff月", "一至", "Jan–Jun 2025", "end of June", "2021年—", "前", "第", "Q1-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, found := range All(text) {
			if found.Begin < last || found.Stop <= found.Begin || found.Stop > len(text) {
				t.Fatalf("%q: %d to %d behind %d", text, found.Begin, found.Stop, last)
			}
			last = found.Stop
			if found.IsZero() || found.From < 0 || found.From > 12 || found.To < 0 || found.To > 12 || found.Day > 31 || found.Until > 0 && found.Until <= found.Year {
				t.Fatalf("%q: %+v", text, found.Time)
			}
		}
		Whole(text)
	})
}
