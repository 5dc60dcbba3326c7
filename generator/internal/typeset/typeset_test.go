package typeset

import (
	"strings"
	"testing"
)

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{"": 0, "全市": 2 * Em, "12%": 636 + 636 + 950, "e\u0301": 615, "−3": 838 + 636, "“目标”": 4 * Em} {
		if got := Width(s); got != want {
			t.Errorf("Width(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"规模以上工业增加值", 20 * Em, "规模以上工业增加值"},
		{"规模以上工业增加值", 8 * Em, "规模以上工|业增加值"}, // no character alone
		{"目标12%以上，力争13%", 8 * Em, "目标12%以上，|力争13%"},
		{"100 million tonnes of grain", 10 * Em, "100 million|tonnes of grain"},
		{strings.Repeat(" ", 20), 3 * Em, ""},
		{" 工业 WWWWWWWW", 4 * Em, "工业|WWWWWWWW"}, // no empty line before a piece that is too wide
		{strings.Repeat("长", 30_000), 30 * Em, strings.Repeat(strings.Repeat("长", 30)+"|", 999) + strings.Repeat("长", 30)},
		{"无法断开的Antidisestablishmentarianism词", 6 * Em, "无法断开的|Antidisestablishmentarianism|词"},
	} {
		got := Wrap(c.text, c.most)
		if strings.Join(got, "|") != c.want {
			t.Errorf("Wrap(%.60q, %d) = %.60q of %d lines, want %.60q", c.text, c.most, got, len(got), c.want)
		}
	}
}

func TestCut(t *testing.T) {
	if got := Cut("规模以上工业", 4*Em); got != "规模以…" {
		t.Errorf("got %q", got)
	}
	if got := Cut("工业", 4*Em); got != "工业" {
		t.Errorf("got %q", got)
	}
}

// FuzzWrap: nothing of a text gets lost but the spaces at which it breaks.
func FuzzWrap(f *testing.F) {
	f.Add("目标12%以上，力争13% or more", 5000)
	f.Fuzz(func(t *testing.T, s string, most int) {
		if !strings.Contains(s, "\x00") && len(s) < 500 {
			plain := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if got := plain(strings.Join(Wrap(s, most), " ")); got != plain(s) {
				t.Errorf("Wrap(%q, %d) has %q", s, most, got)
			}
		}
	})
}
