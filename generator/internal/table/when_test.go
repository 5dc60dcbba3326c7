package table

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// said is a time in one line: year, months, and what else the words say.
func said(w When) string {
	s := fmt.Sprintf("%d %d-%d", w.Year, w.From, w.To)
	for _, x := range []struct {
		is   bool
		word string
	}{{w.Day > 0, fmt.Sprint("day", w.Day)}, {w.Start, "start"}, {w.End, "end"}, {w.Back > 0, "back"}, {w.Earlier > 0, "earlier"}} {
		if x.is {
			s += " " + x.word
		}
	}
	return s
}

// What a table makes of the times in its words (package calendar reads them); what is
// left of the words stands behind the bar.
func TestTimes(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"2025年6月末", "2025 6-6 end|"}, {"2024年", "2024 0-0|"}, {"2025年1—6月", "2025 1-6 start|"},
		{"截至2025年6月30日", "2025 6-6|截至"}, {"2025年7月15日", "2025 7-7 day15|"}, {"2025-7-15", "2025 7-7 day15|"}, {"2024年2月29日", "2024 2-2|"},
		{"上年同期", "0 0-0 back|"}, {"上月", "0 0-0 earlier|"}, {"上年完成", "0 0-0 back|完成"}, {"上年末", "0 1-12 end back|"},
		{"2025年6月主要经济指标", "2025 6-6|主要经济指标"}, {"2020—2024年主要指标", "0 0-0|主要指标"}, {"5000万元以上企业", "0 0-0|5000万元以上企业"},
	} {
		w, rest, ok := takeTime(plain(c.words))
		if got := said(w) + "|" + rest; got != c.want || !ok {
			t.Errorf("takeTime(%q) = %s, %v, want %s", c.words, got, ok, c.want)
		}
	}
	for _, words := range []string{"2024年和2025年6月", "5月至3月", "2025年6月、7月"} {
		if w, rest, ok := takeTime(plain(words)); ok && rest == "" {
			t.Errorf("takeTime(%q) takes all of it for %s", words, said(w))
		}
	}
}

// What heads say: kind, basis, time, units and what is left. The site of the vectors has
// the indicators 地区生产总值 and 同比增长率.
func TestHeads(t *testing.T) {
	f, err := os.Open("testdata/heads.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{units: map[string]bool{}, opt: Options{Known: func(name string) bool { return name == "地区生产总值" || name == "同比增长率" }}}
	for _, row := range rows[1:] {
		s := r.say(row[0])
		when := s.When.String()
		for _, said := range []struct {
			word string
			is   bool
		}{{"全年", s.annual}, {"上年", s.Back > 0}, {"末", s.End}} {
			if said.is {
				when += said.word
			}
		}
		got := []string{row[0], cmp.Or(string(s.kind), "figure"), string(s.basis), when, strings.Join(s.units, " "), s.rest}
		if !slices.Equal(got, row) {
			t.Errorf("got %q, want %q", got, row)
		}
	}
}

// Whatever the words are, what is left of them was in them, and months are months.
func FuzzTimes(f *testing.F) {
	for _, s := range []string{"2025年1—6月", "二〇二五年前三季度", "十二月底", "2025Q4", "去年同期", "202513", "99月", "2025年2月30日", "\xff月", "一至"} {
		f.Add(s)
	}
	r := &reader{units: map[string]bool{}}
	f.Fuzz(func(t *testing.T, s string) {
		w, rest, ok := takeTime(plain(s))
		if utf8.RuneCountInString(rest) > utf8.RuneCountInString(plain(s)) {
			t.Errorf("%q leaves %q", s, rest)
		}
		if ok && (w.From < 0 || w.To > 12 || w.From > w.To) {
			t.Errorf("%q is %s", s, said(w))
		}
		r.say(s)
		r.nameOf(s)
	})
}
