package typeset

import "testing"

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "报告": 4, "12%以上": 7, "ＡＢ": 4, "，": 2, "e\u0301": 1, "\u200b": 0, "≥": 1} {
		if got := Columns(text); got != want {
			t.Errorf("Columns(%q) = %d, want %d", text, got, want)
		}
	}
}
