package wording

import (
	"strings"
	"testing"
)

// inHan writes n, from 1 to 9999, in Han numerals.
func inHan(n int) string {
	var b strings.Builder
	gap := false // a place without a digit, which 零 stands for
	for _, place := range []struct {
		value int
		name  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		digit := n / place.value % 10
		switch {
		case digit == 0:
			gap = b.Len() > 0
			continue
		case gap:
			b.WriteString("零")
		}
		gap = false
		if digit != 1 || place.value != 10 || b.Len() > 0 {
			b.WriteString([]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}[digit])
		}
		b.WriteString(place.name)
	}
	return b.String()
}

func TestHanNumber(t *testing.T) {
	for n := 1; n < 10000; n++ {
		words := inHan(n)
		if got, size := hanNumber(words + "家"); got != int64(n) || size != len(words) {
			t.Errorf("%s is read as %d, %d bytes", words, got, size)
		}
	}
	for _, s := range []string{"", "家", "千", "百二十", "两百三", "三四", "十四五", "二〇二四", "一二三", "百", "一百零", "零五", "十十", "一十百"} {
		if got, size := hanNumber(s); size != 0 {
			t.Errorf("%s is read as %d, %d bytes", s, got, size)
		}
	}
}

func TestDigits(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"1800亿", "1800"}, {"1,800.50亿", "1,800.50"}, {"12 345 678", "12 345 678"}, {"1,8000", "1"}, {"1234,567", "1234"},
		{"3.", "3"}, {"3.a", "3"}, {".5", ""}, {"", ""}, {"a", ""}, {"1,80", "1"}, {"1,800,00", "1,800"},
	} {
		if got := digits(test.text); got != test.want {
			t.Errorf("digits(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}
