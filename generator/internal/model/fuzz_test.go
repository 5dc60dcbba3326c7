package model

import "testing"

// A date that is read is a day of the calendar, and is read again from how it is written.
func FuzzReadDate(f *testing.F) {
	for _, s := range []string{"2026-01-28", "2026年1月28日", "2026.1", "2026", "2024-02-30", "0000-00-00", "20260128", "2026/1/28", "２０２６年"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, complete, ok := ReadDate(s)
		if !ok {
			return
		}
		if complete {
			if again, err := ParseDate(d.String()); err != nil || again != d {
				t.Errorf("%q is %s, and that %s: %v", s, d, again, err)
			}
		}
		if p, err := ParseDate(s); err == nil && p != d {
			t.Errorf("%q is %s, and strictly %s", s, d, p)
		}
	})
}
