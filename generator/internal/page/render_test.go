package page

import (
	"context"
	"os"
	"sync"
	"testing"
	"testing/fstest"

	"reportsite/generator/internal/diag"
)

const templatesDir = "../../../templates"

func loadTheme(t *testing.T) *Theme {
	t.Helper()
	theme, diags, err := LoadTheme(os.DirFS(templatesDir))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		t.Errorf("%s: %s", d.Pos, d.Message(diag.English))
	}
	if theme == nil {
		t.FailNow()
	}
	return theme
}

// render makes all files of a site, by path.
func render(t *testing.T, theme *Theme, in Input) map[string]string {
	t.Helper()
	files, diags := renderAll(t, theme, in)
	for _, d := range diags {
		t.Errorf("%s: %s", d.Pos, d.Message(diag.English))
	}
	return files
}

func renderAll(t *testing.T, theme *Theme, in Input) (map[string]string, []diag.Diagnostic) {
	t.Helper()
	var mu sync.Mutex
	files := map[string]string{}
	diags, err := theme.Render(context.Background(), in, drawTest, func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		if _, twice := files[path]; twice {
			t.Errorf("%s is made twice", path)
		}
		files[path] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, diags
}

func TestRender(t *testing.T) {
	files := render(t, loadTheme(t), tinySite())
	if dir := os.Getenv("PAGE_DUMP"); dir != "" {
		if err := os.CopyFS(dir, mapFS(files)); err != nil {
			t.Fatal(err)
		}
	}
}

func mapFS(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for p, d := range files {
		m[p] = &fstest.MapFile{Data: []byte(d), Mode: 0o644}
	}
	return m
}
