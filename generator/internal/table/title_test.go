package table

import (
	"testing"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// The number of a table is no part of the time that its title names.
func TestNumberOfATable(t *testing.T) {
	r := &reader{}
	for words, want := range map[string]When{
		"表1-2  2025年7月主要指标": r.timeIn("2025年7月主要指标", diag.Pos{}, model.Date{}).When,
		"表 3.1 2024年主要指标":   r.timeIn("2024年主要指标", diag.Pos{}, model.Date{}).When,
		"附表二：2025年1-6月完成情况": r.timeIn("2025年1-6月完成情况", diag.Pos{}, model.Date{}).When,
		"　表12　2025年上半年主要指标": r.timeIn("2025年上半年主要指标", diag.Pos{}, model.Date{}).When,
	} {
		if want == (When{}) {
			t.Fatalf("%q: the title without its number names no time", words)
		}
		if got := r.timeIn(words, diag.Pos{}, model.Date{}).When; got != want {
			t.Errorf("%q names %+v, want %+v", words, got, want)
		}
	}
}
