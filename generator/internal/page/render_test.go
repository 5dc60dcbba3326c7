package page

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/theme"
)

const templatesDir = "../../../templates"

func loadTheme(t *testing.T) *theme.Theme {
	t.Helper()
	theme, diags, err := theme.Load(os.DirFS(templatesDir), needs())
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
func render(t *testing.T, theme *theme.Theme, in input) map[string]string {
	t.Helper()
	files, diags := renderAll(t, filesOf(theme, in))
	for _, d := range diags {
		t.Errorf("%s: %s", d.Pos, d.Message(diag.English))
	}
	return files
}

// renderAll makes files one after the other.
func renderAll(t *testing.T, list []output.File) (map[string]string, []diag.Diagnostic) {
	t.Helper()
	files := map[string]string{}
	var diags []diag.Diagnostic
	for _, f := range list {
		if _, twice := files[f.Path]; twice {
			t.Errorf("%s is listed twice", f.Path)
		}
		var w bytes.Buffer
		err := f.Make(&w)
		if fault, ok := errors.AsType[theme.FaultError](err); ok {
			diags = append(diags, fault.Diagnostic)
		} else if err != nil && !errors.Is(err, output.ErrAbsent) {
			t.Fatal(err)
		} else if err == nil {
			files[f.Path] = w.String()
		}
	}
	return files, diag.Sort(diags)
}

// drawings are those of package svg, which has goldens of its own.
var drawings = regexp.MustCompile(`<svg class="plot".*?</svg>`)

// The golden files are pages that a person can read through: what stands
// between <main> and </main>, and the data files.
func TestGolden(t *testing.T) {
	files := render(t, loadTheme(t), tinySite())
	pages := map[string]string{
		"home.html":       "index.html",
		"section.html":    "2024/goals/index.html",
		"indicator.html":  "indicators/output/index.html",
		"status.html":     "status/index.html",
		"tasks.html":      "commitments/index.html",
		"en-income.html":  "en/indicators/income/index.html",
		"indicators.json": "data/indicators.json",
		"output.csv":      "data/indicators/output.csv",
		"robots.txt":      "robots.txt",
	}
	for name, path := range pages {
		got := files[path]
		if _, main, ok := strings.Cut(got, "<main"); ok {
			main, _, _ = strings.Cut(main, "</main>")
			got = "<main" + drawings.ReplaceAllString(main, `<svg class="plot" … />`) + "</main>\n"
		}
		golden.Compare(t, filepath.Join("testdata", "golden", name), got)
	}
	kept, err := filepath.Glob("testdata/golden/*")
	if err != nil || len(kept) != len(pages) {
		t.Errorf("testdata/golden holds %d files, want %d (%v)", len(kept), len(pages), err)
	}
}
