package build

import (
	"os"
	"path/filepath"
	"testing"

	"reportsite/generator/internal/library"
)

// TestThemeWithoutFont holds that a theme that leaves the font out is told so,
// and that one without any library hears of it once.
func TestThemeWithoutFont(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("package-lock.json", `{"packages": {"node_modules/echarts": {"version": "1.0.0"}}}`)
	write("node_modules/echarts/package.json", `{"version": "1.0.0"}`)
	write(string(library.ECharts), "")
	write(string(library.MiniSearch), "")
	write(string(library.Characters), "")
	find := func() (*Builder, int) {
		b := &Builder{Options: Options{Templates: dir}}
		if err := b.findLibraries(t.Context()); err != nil {
			t.Fatal(err)
		}
		diags := append(b.findFonts(), b.missing...)
		for _, d := range diags {
			if want := NoFonts; len(b.missing) == 0 && d.Rule != want {
				t.Errorf("%s: want %s", d.Rule.Code, want.Code)
			}
		}
		return b, len(diags)
	}
	if b, n := find(); n != 1 || b.fonts != nil || len(b.libraries) != 3 {
		t.Errorf("%d warnings, fonts %v, %d libraries", n, b.fonts, len(b.libraries))
	}
	write("package-lock.json", "{}")
	if b, n := find(); n != 1 || b.fonts != nil || len(b.missing) != 1 {
		t.Errorf("without any library: %d warnings, fonts %v", n, b.fonts)
	}
}
