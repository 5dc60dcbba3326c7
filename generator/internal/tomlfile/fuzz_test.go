package tomlfile

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzDecode holds that no text stops the decoding, and that every place that is
// named is one of the text.
func FuzzDecode(f *testing.F) {
	archives, err := filepath.Glob("testdata/messages/*.txtar")
	if err != nil || len(archives) == 0 {
		f.Fatalf("found no seeds: %v", err)
	}
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			if file.Name != "want" {
				f.Add(string(file.Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		var dst struct {
			Name   string                       `toml:"name"`
			Group  []string                     `toml:"group"`
			Target map[string]map[string]Number `toml:"target"`
		}
		_, diags := Decode("a.toml", []byte(text), 1, &dst)
		lines := strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n")
		for _, d := range diags {
			if p := d.Pos; p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > utf8.RuneCountInString(lines[p.Line-1])+1 {
				t.Errorf("%q: %s is outside the text", text, p)
			}
		}
	})
}
