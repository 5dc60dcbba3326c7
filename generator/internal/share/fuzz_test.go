package share

import "testing"

// Whatever a unicode-range says, its spans are of characters that exist.
func FuzzRanges(f *testing.F) {
	for _, s := range []string{"U+20-7e,U+3000", "U+", "U+10ffff-1", "u+20", "U+4??", "U+20-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		list, err := parseRanges(s)
		if err != nil {
			return
		}
		for _, r := range list {
			if r.from > r.to || r.to > 0x10ffff {
				t.Errorf("%q has the span %x to %x", s, r.from, r.to)
			}
		}
	})
}
