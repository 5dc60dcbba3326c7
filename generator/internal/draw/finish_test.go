package draw

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestFinish holds drawings as ECharts and the fallback write them against what
// becomes of them. Each file of testdata/finish is one story: in.svg, and
// out.svg or the error.
func TestFinish(t *testing.T) {
	files, err := filepath.Glob("testdata/finish/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	theme, err := newColors(map[string]string{"#C04A00": "--chart-target"})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			story, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := map[string]string{}
			for _, f := range story.Files {
				parts[f.Name] = strings.TrimSpace(string(f.Data))
			}
			job := Job{ID: "c", Width: 100, Height: 50, Title: parts["title"]}
			out, err := finish([]byte(parts["in.svg"]), job, theme)
			got := map[string]string{"in.svg": parts["in.svg"]}
			if parts["title"] != "" {
				got["title"] = parts["title"]
			}
			if err != nil {
				got["error"] = err.Error()
			} else {
				got["out.svg"] = string(out)
			}
			if os.Getenv("UPDATE") != "" && os.Getenv("CI") == "" {
				writeStory(t, file, story, got)
				return
			}
			if diff := cmp.Diff(parts, got); diff != "" {
				t.Errorf("-want +got; UPDATE=1 rewrites\n%s", diff)
			}
		})
	}
}

func writeStory(t *testing.T, file string, story *txtar.Archive, parts map[string]string) {
	t.Helper()
	story.Files = nil
	for _, name := range []string{"title", "in.svg", "out.svg", "error"} {
		if parts[name] != "" {
			story.Files = append(story.Files, txtar.File{Name: name, Data: []byte(parts[name] + "\n")})
		}
	}
	if err := os.WriteFile(file, txtar.Format(story), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestHexColor(t *testing.T) {
	for _, c := range []struct {
		in, want string
		ok       bool
	}{
		{"#C04A00", "#c04a00", true}, {"#abc", "#aabbcc", true}, {"rgb(192, 74,0)", "#c04a00", true},
		{"#c04a0", "", false}, {"rgb(256,0,0)", "", false}, {"rgb(1,2)", "#0102", false}, {"red", "", false}, {"#gggggg", "", false},
	} {
		if got, ok := hexColor(c.in); ok != c.ok || ok && got != c.want {
			t.Errorf("hexColor(%q) = %q, %t", c.in, got, ok)
		}
	}
}
