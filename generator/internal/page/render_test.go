package page

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

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
	files, diags := renderAll(t, theme.site(in), 1)
	for _, d := range diags {
		t.Errorf("%s: %s", d.Pos, d.Message(diag.English))
	}
	return files
}

func renderAll(t *testing.T, site *Site, jobs int) (map[string]string, []diag.Diagnostic) {
	t.Helper()
	var mu sync.Mutex
	files := map[string]string{}
	diags, err := site.Render(context.Background(), jobs, nil, func(path string, data []byte) error {
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

func TestJobsDoNotChangeTheSite(t *testing.T) {
	theme := loadTheme(t)
	one, _ := renderAll(t, theme.site(tinySite()), 1)
	many, _ := renderAll(t, theme.site(tinySite()), 8)
	if diff := cmp.Diff(one, many); diff != "" {
		t.Errorf("one job and eight differ:\n%s", diff)
	}
}

// drawings are those of package svg, which has goldens of its own.
var drawings = regexp.MustCompile(`<svg class="plot".*?</svg>`)

// The golden files are pages that a person can read through: what stands
// between <main> and </main>, and the data files.
func TestGolden(t *testing.T) {
	files := render(t, loadTheme(t), tinySite())
	golden := map[string]string{
		"home.html":       "index.html",
		"section.html":    "2024/goals/index.html",
		"indicator.html":  "indicators/output/index.html",
		"status.html":     "status/index.html",
		"tasks.html":      "commitments/index.html",
		"en-income.html":  "en/indicators/income/index.html",
		"indicators.json": "data/indicators.json",
		"output.csv":      "data/indicators/output.csv",
		"sitemap.xml":     "sitemap.xml",
		"robots.txt":      "robots.txt",
	}
	for name, path := range golden {
		got := files[path]
		if _, main, ok := strings.Cut(got, "<main"); ok {
			main, _, _ = strings.Cut(main, "</main>")
			got = "<main" + drawings.ReplaceAllString(main, `<svg class="plot" … />`) + "</main>\n"
		}
		compareGolden(t, filepath.Join("testdata", "golden", name), got)
	}
	kept, err := filepath.Glob("testdata/golden/*")
	if err != nil || len(kept) != len(golden) {
		t.Errorf("testdata/golden holds %d files, want %d (%v)", len(kept), len(golden), err)
	}
}

// compareGolden compares with a file; UPDATE=1 writes it anew, but never in CI.
func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" && os.Getenv("CI") == "" {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (write it anew with UPDATE=1):\n%s", file, diff)
	}
}

func TestChartIDs(t *testing.T) {
	in := tinySite()
	seen := map[string]int{}
	for _, p := range allPlots(in) {
		seen[p.id]++
		if strings.Trim(p.id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("id %q has other signs than letters, digits and hyphens", p.id)
		}
	}
	for id, n := range seen {
		if n > 1 {
			t.Errorf("%d charts are called %q", n, id)
		}
	}
	for _, want := range []string{
		"chart-output", "chart-growth", "chart-income", "card-output", "figure-2024-goals-2", "figure-2024-goals-3",
		"en-chart-output", "en-card-growth", "en-figure-2024-goals-3",
	} {
		if seen[want] == 0 {
			t.Errorf("no chart is called %q; there are %v", want, slices.Sorted(maps.Keys(seen)))
		}
	}
	// The first figure of one indicator is that indicator's own chart.
	if seen["figure-2024-goals-1"] > 0 {
		t.Error("a figure has a chart of its own although the indicator's chart would do")
	}
}

func TestRenderStops(t *testing.T) {
	theme := loadTheme(t)
	full := errors.New("the disk is full")
	_, err := theme.site(tinySite()).Render(context.Background(), 1, nil, func(string, []byte) error { return full })
	if !errors.Is(err, full) {
		t.Errorf("error = %v, want %v", err, full)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = theme.site(tinySite()).Render(ctx, 1, nil, func(string, []byte) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error = %v, want %v", err, context.Canceled)
	}
}
