package tomlfile

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

// A line is put into its table; comments and everything else stay as they are.
func TestPutLine(t *testing.T) {
	const file = "# head\nname = \"a\" # name\n\n[target.2024]\nop = \"ge\"\n\n[cumulative] # 累计\n# first\n2024-03 = { value = 1 } # note\n2024-09 = { value = 3,\n  note = \"]\" }\n\n[single]\n2024-03 = { value = 9 }\n"
	later := func(key string) func(string) bool { return func(k string) bool { return k > key } }
	for _, c := range []struct{ table, key, value, want string }{
		{"cumulative", "2024-06", "{ value = 2 }", strings.Replace(file, "2024-09 =", "2024-06 = { value = 2 }\n2024-09 =", 1)},
		{"cumulative", "2024-12", "{ value = 4 }", strings.Replace(file, "\"]\" }\n", "\"]\" }\n2024-12 = { value = 4 }\n", 1)},
		{"cumulative", "2024-03", "{ value = 7 }", strings.Replace(file, "{ value = 1 } #", "{ value = 7 } #", 1)},
		{"annual", "2024", "{ value = 4 }", file + "\n[annual]\n2024 = { value = 4 }\n"},
	} {
		got, err := PutLine(file, c.table, c.key, c.value, later(c.key))
		if d := cmp.Diff(c.want, got); err != nil || d != "" {
			t.Errorf("%s.%s: %v\n%s", c.table, c.key, err, d)
		}
		crlf, err := PutLine(strings.ReplaceAll(file, "\n", "\r\n"), c.table, c.key, c.value, later(c.key))
		if d := cmp.Diff(strings.ReplaceAll(c.want, "\n", "\r\n"), crlf); err != nil || d != "" {
			t.Errorf("%s.%s with CRLF: %v\n%s", c.table, c.key, err, d)
		}
	}
	for _, form := range []string{"annual = { 2024 = { value = 1 } }\n", "annual.2024 = { value = 1 }\n"} {
		if _, err := PutLine(form, "annual", "2025", "{}", later("2025")); err != ErrForm {
			t.Errorf("%q: %v", form, err)
		}
	}
}

// FuzzPutLine: what was put into a text that can be read is found in it, and nothing is
// taken away.
func FuzzPutLine(f *testing.F) {
	f.Add("[annual]\n2023 = { value = 1 }\n")
	f.Add("a = '''\n[annual]\n'''\n")
	f.Fuzz(func(t *testing.T, text string) {
		var before, after map[string]any
		if _, err := toml.Decode(text, &before); err != nil || strings.HasPrefix(text, "\ufeff") {
			return
		}
		out, err := PutLine(text, "annual", "2025", "{ value = 1 }", func(k string) bool { return k > "2025" })
		if err != nil {
			return
		}
		if _, err := toml.Decode(out, &after); err != nil {
			t.Fatalf("%q became %q: %v", text, out, err)
		}
		old, _ := before["annual"].(map[string]any)
		now, _ := after["annual"].(map[string]any)
		if now["2025"] == nil || len(now) < len(old) || len(after) < len(before) {
			t.Fatalf("%q became %q", text, out)
		}
	})
}
