package message

import "testing"

// A text that is taken can be filled in, or says what is wrong with it.
func FuzzText(f *testing.F) {
	for _, s := range []string{"{{.N}} 个", "{{", "{{.N | printf \"%d\"}}", "{{range .N}}x{{end}}", "{{template \"a\"}}", "{{/* a */}}", "{{.A.B}}"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, one, other string) {
		c := New(Chinese)
		if err := c.Add("a", Text{One: one, Other: other}); err != nil {
			return
		}
		if _, err := c.Text("a", "N", 5); err != nil {
			return
		}
		if text, ok := c.Plain("a"); !ok || text != other {
			t.Errorf("%q is kept as %q", other, text)
		}
	})
}
