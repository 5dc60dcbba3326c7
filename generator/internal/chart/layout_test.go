package chart

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in   string
		most int // in ems of Han characters
		want string
	}{
		{"工业总产值", 5, "工业总产值"},
		{"全市农村居民收入增速", 9, "全市农村居\n民收入增速"}, // not 9 and 1
		{"突破1800亿元", 6, "突破\n1800亿元"},
		{"能耗降低3%以上，力争4%", 7, "能耗降低3%以\n上，力争4%"},
		{"Growth of household income", 8, "Growth of\nhousehold\nincome"},
		{"unbreakable", 2, "unbreakable"},
		{"", 3, ""},
	} {
		if got := wrap(c.in, c.most*fontSize); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.in, c.most, got, c.want)
		}
	}
}

// FuzzWrap: nothing is lost, no line is wider than asked unless it is one
// piece, and it always ends.
func FuzzWrap(f *testing.F) {
	for _, s := range []string{"规模以上工业增加值增长12%以上", "at least 12 % 以上", "（“目标”）", "  a  b ", "１２３％", "\n"} {
		f.Add(s, 60)
	}
	f.Fuzz(func(t *testing.T, s string, most int) {
		if len(s) > 300 || most < fontSize || most > 2000 || !utf8.ValidString(s) {
			t.Skip("no text of a chart")
		}
		out := wrap(s, most)
		plain := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if plain(out) != plain(s) {
			t.Errorf("wrap(%q) = %q", s, out)
		}
		if strings.ContainsAny(s, "\n\r\v\f\u0085\u2028\u2029") {
			return
		}
		for line := range strings.SplitSeq(out, "\n") {
			if textWidth(line) > most && len(pieces(line)) > 1 {
				t.Errorf("wrap(%q, %d): line %q is %d wide", s, most, line, textWidth(line))
			}
		}
	})
}

func decimals(list ...string) []decimal.Decimal {
	out := make([]decimal.Decimal, len(list))
	for n, s := range list {
		out[n] = decimal.RequireFromString(s)
	}
	return out
}

func TestScaleOf(t *testing.T) {
	for _, c := range []struct {
		name     string
		list     string
		fromZero bool
		want     string // low high step
	}{
		{"amounts begin at zero", "1800 1921", true, "0 2000 500"},
		{"rates far from zero do not", "5.1 5.6", false, "4.5 6.5 0.5"},
		{"rates near zero do", "0.2 3", false, "0 3 1"},
		{"falls", "-2.8 -3", false, "-3 0 1"},
		{"both sides", "-17.2 7.2", false, "-20 10 10"},
		{"one figure", "5.5", false, "4.5 6.5 0.5"},
		{"zero", "0", true, "0 1 0.25"},
		{"none", "", true, "0 1 0.25"},
		{"tiny", "0.0003", true, "0 0.0003 0.0001"},
		{"huge", "1349084", true, "0 1500000 500000"},
	} {
		s := scaleOf(decimals(strings.Fields(c.list)...), c.fromZero)
		if got := s.low.String() + " " + s.high.String() + " " + s.step.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestLabelsOfBars: a label stands beyond its bar, or within it, but never
// across a line.
func TestLabelsOfBars(t *testing.T) {
	type place struct {
		At, Side string
		Within   bool
	}
	for _, c := range []struct {
		name, value, lines string
		want               place
	}{
		{"beyond its end", "30", "80", place{"30", "right", false}},
		{"within, where the target is just beyond", "70", "72", place{"70", "left", true}},
		{"at its foot, where the target crosses its end", "92", "88", place{"0", "right", true}},
		{"beyond the target, where the bar is short", "5", "7", place{"7", "right", false}},
		{"a fall", "-3", "", place{"-3", "right", true}},
	} {
		s := strip{scale{decimals("0")[0], decimals("100")[0], decimals("25")[0]}, 300, 20, decimals(strings.Fields(c.lines)...)}
		if strings.HasPrefix(c.value, "-") {
			s.low, s.high = decimals("-4")[0], decimal.Zero
		}
		at := s.bar("2024年 目标", decimals(c.value)[0])
		if diff := cmp.Diff(c.want, place{at.at.String(), at.side, at.within}); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestPalette(t *testing.T) {
	seen := map[string]Role{}
	roles := map[Role]bool{}
	for _, c := range Palette() {
		if seen[c.Hex] != "" || roles[c.Role] {
			t.Errorf("%s and %s are %s", c.Role, seen[c.Hex], c.Hex)
		}
		seen[c.Hex], roles[c.Role] = c.Role, true
		least := 3.0 // for what carries meaning
		switch c.Role {
		case RoleText, RoleMuted:
			least = 4.5
		case RoleGrid, RoleSurface, RoleBand, RoleGap:
			continue
		}
		if got := contrast(c.Hex, hex(RoleSurface)); got < least {
			t.Errorf("%s has a contrast of %.2f with the page, want %.1f", c.Role, got, least)
		}
	}
	for _, r := range []Role{RoleText, RoleMuted} {
		if got := contrast(hex(r), hex(RoleBand)); got < 4.5 {
			t.Errorf("%s has a contrast of %.2f with the band", r, got)
		}
	}
	if got := contrast(hex(RoleSurface), hex(RoleResult)); got < 4.5 {
		t.Errorf("the label within a bar has a contrast of %.2f", got)
	}
}
