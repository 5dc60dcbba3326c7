package config

import (
	"testing"
	"testing/fstest"

	"reportsite/generator/internal/diag"
)

// Whatever a config.toml says, there is a configuration or an error with its place.
func FuzzLoad(f *testing.F) {
	for _, s := range []string{
		"", "title = \"a\"\n[units]\n", "base_url = \"https://a/b/\"\nlanguages = [\"zh\", \"en\"]\n", "[look]\ncolor = \"#12\"\n", "[[units]]\n", "as_of = 2026-01-01T00:00:00Z\n", "as_of = \"x\"\n", "title = {zh = \"a\", en = 1}\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		cfg, diags := Load(fstest.MapFS{"config.toml": {Data: data}})
		if cfg == nil && diag.Errors(diags) == 0 {
			t.Error("no configuration, and no error")
		}
		for _, d := range diags {
			if d.Pos.File != "config.toml" {
				t.Errorf("%s is at %s", d.Rule.Code, d.Pos)
			}
		}
	})
}
