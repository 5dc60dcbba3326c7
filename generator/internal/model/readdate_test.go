package model

import "testing"

func TestReadDate(t *testing.T) {
	const want = "2024-07-20"
	for _, s := range []string{
		"2024-07-20", "2024-7-20", "2024/07/20", "2024/7/20", "2024.7.20", "20240720", "2024年7月20日", "2024年07月20号",
		"2024 年 7 月 20 日", " 2024-07-20 ", "２０２４－０７－２０", "２０２４．７．２０", "2024–07–20", "2024—7—20",
		"二〇二四年七月二十日", "二○二四年七月二十日", "二零二四年七月二十日", "2024年7月20日（星期六）", "2024年7月20日 周六", "2024-07-20 09:00:00", "2024-07-20T09:00:00",
	} {
		d, _, ok := ReadDate(s)
		if !ok || d.String() != want {
			t.Errorf("%q: %s, %t, want %s", s, d, ok, want)
		}
	}
	for s, want := range map[string]string{"二〇二五年十月三十一日": "2025-10-31", "二〇二五年十二月十日": "2025-12-10", "一九九九年一月一日": "1999-01-01"} {
		if d, _, ok := ReadDate(s); !ok || d.String() != want {
			t.Errorf("%q: %s, %t, want %s", s, d, ok, want)
		}
	}
	for _, c := range []struct {
		text     string
		complete bool
	}{
		{"", false}, {"2024", false}, {"2024年7月", false}, {"2024-07", false}, {"7月20日", false}, {"24-07-20", false}, {"07/20/2024", false},
		{"45488", false}, {"202407", false}, {"12345678", false}, {"2024-02-30", true}, {"2024年13月1日", true}, {"20240231", true}, {"二〇二四年二月三十日", true},
	} {
		if d, complete, ok := ReadDate(c.text); ok || complete != c.complete || !d.IsZero() {
			t.Errorf("%q: %s, complete %t, %t", c.text, d, complete, ok)
		}
	}
}
