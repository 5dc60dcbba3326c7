package wording

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

func TestScale(t *testing.T) {
	for _, c := range []struct {
		figures string
		unit    model.Unit
		lang    model.Lang
		want    string // each in short, then the unit of the axis
		exact   string // the first in words, as it was published
	}{
		{"1401879 1349084", "亿元", model.Chinese, "140.19 134.91 万亿元", "1401879亿元"},
		{"1401879 1402300", "亿元", model.Chinese, "140.19 140.23 万亿元", "1401879亿元"},
		{"9999.6 10000", "亿元", model.Chinese, "0.99996 1 万亿元", "9999.6亿元"},
		{"87906.35 1050 900", "亿元", model.Chinese, "8.791 0.105 0.09 万亿元", "87906.35亿元"},
		{"1401910 1401930", "亿元", model.Chinese, "140.191 140.193 万亿元", "1401910亿元"},
		{"588 1921", "亿元", model.Chinese, "588 1921 亿元", "588亿元"},
		{"141633.81 0.5", "亿元", model.Chinese, "141633.81 0.5 亿元", "141633.81亿元"},
		{"3.0 5.25", "%", model.Chinese, "3.0% 5.25% ", "3.0%"},
		{"-3.1", "%", model.Chinese, "−3.1% ", "−3.1%"},
		{"24 60", "家", model.Chinese, "24 60 家", "24家"},
		{"13600 24000", "户", model.Chinese, "1.36 2.4 万户", "13600户"},
		{"0.465", "吨标准煤/万元", model.Chinese, "0.465 吨标准煤/万元", "0.465吨标准煤/万元"},
		{"6540", "万吨", model.Chinese, "6540 万吨", "6540万吨"},
		{"65400", "万吨", model.Chinese, "6.54 亿吨", "65400万吨"},
		{"1401879 1349084", "亿元", model.English, "140.19 134.91 trillion yuan", "140.1879 trillion yuan"},
		{"588 1921", "亿元", model.English, "58.8 192.1 billion yuan", "58.8 billion yuan"},
		{"0.5 141633.81", "亿元", model.English, "0.05 14,163 billion yuan", "50 million yuan"},
		{"1", "家", model.English, "1 firms", "1 firm"},
		{"12000", "家", model.English, "12,000 firms", "12,000 firms"},
		{"30239", "元", model.English, "30,239 yuan", "30,239 yuan"},
		{"3.0", "%", model.English, "3.0% ", "3.0%"},
		{"2.5", "个", model.English, "2.5 ", "2.5"},
		{"0", "亿元", model.Chinese, "0 亿元", "0亿元"},
	} {
		var list []decimal.Decimal
		for f := range strings.FieldsSeq(c.figures) {
			list = append(list, decimal.RequireFromString(f))
		}
		s := ScaleOf(list, c.unit, c.lang)
		var said []string
		for _, v := range list {
			said = append(said, s.Short(v))
		}
		if got := strings.Join(said, " ") + " " + s.Unit(); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.figures, c.unit, got, c.want)
		}
		if got := s.Exact(list[0]); got != c.exact {
			t.Errorf("%s %s: exactly %q, want %q", c.figures, c.unit, got, c.exact)
		}
	}
}

// A drawing says how its unit converts into that of the words beside it.
func TestScaleDeclares(t *testing.T) {
	for _, c := range []struct {
		figure         string
		unit           model.Unit
		lang           model.Lang
		drawing, words string
	}{
		{"1401879", "亿元", model.Chinese, "万亿元，1万亿元=10000亿元", "亿元"},
		{"13600", "户", model.Chinese, "万户，1万户=10000户", "户"},
		{"588", "亿元", model.Chinese, "亿元", "亿元"},
		{"3.0", "%", model.Chinese, "%", "%"},
		{"1401879", "亿元", model.English, "trillion yuan", ""},
		{"24", "家", model.English, "firms", "firms"},
	} {
		s := ScaleOf([]decimal.Decimal{decimal.RequireFromString(c.figure)}, c.unit, c.lang)
		if s.Declared() != c.drawing || s.Published() != c.words {
			t.Errorf("%s%s: %q and %q, want %q and %q", c.figure, c.unit, s.Declared(), s.Published(), c.drawing, c.words)
		}
	}
}
