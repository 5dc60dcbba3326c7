package chart_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
)

// TestGolden holds what charts say and show against testdata/golden, one file
// for each chart of the sample site in both languages; UPDATE=1 rewrites them.
func TestGolden(t *testing.T) {
	s := sample(t)
	texts := map[string]string{}
	for _, l := range languages {
		for _, c := range s.charts(l) {
			texts[c.ID+".txt"] += fmt.Sprintf("==== %s ====\n%s", l, readable(t, c, l == model.Chinese))
		}
	}
	update := os.Getenv("UPDATE") != "" && os.Getenv("CI") == ""
	for name, got := range texts {
		path := filepath.Join("testdata/golden", name)
		if update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
			continue
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: -want +got; UPDATE=1 rewrites\n%s", name, diff)
		}
	}
	files, _ := filepath.Glob("testdata/golden/*")
	for _, file := range files {
		if texts[filepath.Base(file)] == "" {
			t.Errorf("%s belongs to no chart", file)
		}
	}
}

// readable writes a chart so that a person can check it.
func readable(t *testing.T, c *chart.Chart, drawn bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n%s\n", c.Form, c.Title, c.Desc)
	if c.Table.Head != nil {
		fmt.Fprintf(&b, "\n%s\n%s\n", c.Table.Caption, strings.Join(c.Table.Head, " | "))
	}
	for _, row := range c.Table.Rows {
		if len(row) != len(c.Table.Head) {
			t.Errorf("%s: a row of %d cells under %d heads", c.ID, len(row), len(c.Table.Head))
		}
		var cells []string
		for _, cell := range row {
			text := cell.Text
			if cell.URL != "" {
				text += " <" + cell.URL + ">"
			}
			cells = append(cells, text)
		}
		b.WriteString(strings.Join(cells, " | ") + "\n")
	}
	if drawn {
		for _, d := range c.Drawings {
			fmt.Fprintf(&b, "\n%s, %d × %d\n%s", d.Size, d.Width, d.Height, shown(t, d.Option))
		}
	}
	return b.String() + "\n"
}

// option is what the golden files show of an option.
type option struct {
	XAxis, YAxis []struct {
		Type     string
		Name     string
		Data     []string
		Min, Max any
	}
	Series []struct {
		Type, Name string
		Data       []datum
		MarkLine   struct{ Data []json.RawMessage }
		MarkArea   struct{ Data []json.RawMessage }
	}
}

type datum struct {
	Value any
	Label *struct {
		Position, Formatter string
	}
}

func readOption(t testing.TB, data []byte) option {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.UseNumber()
	var o option
	if err := d.Decode(&o); err != nil {
		t.Fatal(err)
	}
	return o
}

func shown(t testing.TB, data []byte) string {
	var b strings.Builder
	o := readOption(t, data)
	for n, axis := range slices.Concat(o.XAxis, o.YAxis) {
		fmt.Fprintf(&b, "  %s axis, %s", []string{"x", "y"}[min(n/len(o.XAxis), 1)], axis.Type)
		if axis.Min != nil {
			fmt.Fprintf(&b, " from %v to %v", axis.Min, axis.Max)
		}
		if axis.Name != "" {
			fmt.Fprintf(&b, " in %s", axis.Name)
		}
		if len(axis.Data) > 0 {
			fmt.Fprintf(&b, ": %s", strings.ReplaceAll(strings.Join(axis.Data, ", "), "\n", "/"))
		}
		b.WriteString("\n")
	}
	for _, s := range o.Series {
		fmt.Fprintf(&b, "  %s %q:", s.Type, s.Name)
		for _, d := range s.Data {
			fmt.Fprintf(&b, " %v", d.Value)
			if d.Label != nil {
				fmt.Fprintf(&b, " (%s: %s)", d.Label.Position, strings.ReplaceAll(d.Label.Formatter, "\n", "/"))
			}
		}
		for _, m := range s.MarkArea.Data {
			fmt.Fprintf(&b, "; shaded %s", m)
		}
		for _, m := range s.MarkLine.Data {
			fmt.Fprintf(&b, "; line %s", m)
		}
		b.WriteString("\n")
	}
	return b.String()
}
