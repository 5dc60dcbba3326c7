package textwidth_test

import (
	"testing"

	"reportsite/generator/internal/textwidth"
)

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "报告": 4, "12%以上": 7, "ＡＢ": 4, "，": 2, "e\u0301": 1, "\u200b": 0, "≥": 1} {
		if got := textwidth.Columns(text); got != want {
			t.Errorf("Columns(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestInEm(t *testing.T) {
	for text, want := range map[string]int{"": 0, "报告": 200, "12": 112, "≥“": 200, "1\u202f000": 4*56 + 20, "e\u0301": 56} {
		if got := textwidth.InEm(text); got != want {
			t.Errorf("InEm(%q) = %d, want %d", text, got, want)
		}
	}
	for r := ' '; r <= '~'; r++ {
		if w := textwidth.Rune(r); w <= 0 || w > textwidth.Em+2 {
			t.Errorf("%q is %d wide", r, w)
		}
	}
}
