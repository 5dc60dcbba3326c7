package lint_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/lint"
)

// TestSeries runs the checks over the small series of testdata/series.txt: what
// is probably a slip is found at its place, and what real economies do is not.
func TestSeries(t *testing.T) {
	data, err := os.ReadFile("testdata/series.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, silent := 0, 0
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, " | ")
		if len(columns) != 6 {
			t.Fatalf("line %d has %d columns, want 6", n+1, len(columns))
		}
		all++
		want := strings.Fields(columns[4])
		if columns[4] == "-" {
			silent++
			want = nil
		}
		text := indicatorOf(t, columns)
		got := found(t, text)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("line %d, %s (%s): wanted (-) and found (+):\n%s%s", n+1, columns[0], columns[5], diff, text)
		}
	}
	if all < 60 || 2*silent < all {
		t.Errorf("%d series, of which %d are silent: at least 60 are wanted, half of them silent", all, silent)
	}
}

// figure is a figure of a series: its period and value, and what follows it.
var figure = regexp.MustCompile(`^([0-9HQ-]+)=(-?[0-9.]+)(?:/([^@~!]+))?(?:@([0-9-]+))?(~)?(!)?(\^)?(>)?$`)

// indicatorOf writes a line of the table as the file of an indicator.
func indicatorOf(t *testing.T, columns []string) string {
	t.Helper()
	var b strings.Builder
	kind := strings.Fields(columns[1])
	fmt.Fprintf(&b, "name = %q\nmeasure = %q\n", columns[0], kind[0])
	for n, key := range []string{"accrual", "unit", "better"} {
		if kind[n+1] != "-" {
			fmt.Fprintf(&b, "%s = %q\n", key, kind[n+1])
		}
	}
	b.WriteString("section = \"2024/goals\"\n")
	for _, target := range strings.Split(columns[2], ";") {
		words := strings.Fields(target)
		if len(words) < 4 {
			continue
		}
		fmt.Fprintf(&b, "\n[target.%s]\nop = %q\nas_written = %q\n", words[0], words[1], words[3])
		if words[0] == "2021-2025" {
			b.WriteString("counts = \"total\"\n")
		}
		if low, high, ok := strings.Cut(words[2], ".."); ok {
			fmt.Fprintf(&b, "low = %s\nhigh = %s\n", low, high)
		} else {
			fmt.Fprintf(&b, "value = %s\n", words[2])
		}
	}
	for _, table := range strings.Split(columns[3], ";") {
		words := strings.Fields(table)
		if len(words) < 2 {
			continue
		}
		fmt.Fprintf(&b, "\n[%s]\n", words[0])
		for _, w := range words[1:] {
			m := figure.FindStringSubmatch(w)
			if m == nil {
				t.Fatalf("%q is no figure", w)
			}
			fmt.Fprintf(&b, "%s = { value = %s", m[1], m[2])
			if m[3] != "" {
				fmt.Fprintf(&b, ", stage = %q", m[3])
			}
			if m[4] != "" {
				fmt.Fprintf(&b, ", released = %s", m[4])
			}
			if m[5] != "" {
				b.WriteString(", approx = true")
			}
			if m[6] != "" {
				b.WriteString(", ok = \"核对无误\"")
			}
			if m[7] != "" {
				b.WriteString(", break = \"新口径\"")
			}
			if m[8] != "" {
				b.WriteString(", sense = \"over\"")
			}
			b.WriteString(", source = \"a\" }\n")
		}
	}
	return b.String()
}

// found are the findings in a site of that indicator, each a code and the key of
// the line that it points at.
func found(t *testing.T, text string) []string {
	t.Helper()
	files := fstest.MapFS{
		"config.toml":               {Data: []byte("title = \"测试\"\nas_of = 2025-12-31\n[checks]\nR004 = \"off\"\nR006 = \"off\"\nR007 = \"off\"\nR013 = \"off\"\n")},
		"content/sources.toml":      {Data: []byte("[a]\nname = \"统计公报\"\n")},
		"content/2024/report.toml":  {Data: []byte("title = \"报告\"\nyear = 2024\nsource = \"a\"\n")},
		"content/2024/01-goals.md":  {Data: []byte("+++\ntitle = \"目标\"\n+++\n\n[](indicator:x)\n")},
		"content/indicators/x.toml": {Data: []byte(text)},
	}
	if !strings.Contains(text, "[target.2024]") {
		files["content/2024/01-goals.md"].Data = []byte("+++\ntitle = \"目标\"\n+++\n\n稳中求进。\n")
	}
	read := load(t, files)
	lines := strings.Split(text, "\n")
	var list []string
	for _, d := range diag.Sort(lint.Site(lint.Input{Config: read.Config, Tree: read.Tree, Site: read.Site, AsOf: read.Day()})) {
		key, _, _ := strings.Cut(lines[d.Pos.Line-1], " ")
		list = append(list, d.Rule.Code+"@"+key)
	}
	slices.Sort(list)
	return list
}
