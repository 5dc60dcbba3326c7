package office_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/office"
	"reportsite/generator/internal/source"
)

var update = flag.Bool("update", false, "write what is read now into testdata")

// TestShapes reads tables in the shapes that offices give them, cell by cell. A case
// lists the indicators of the site (id, name, unit, measure, accrual; growth=id and
// names=a、b behind them), and has tables, as workbooks or CSV, and what is read of
// them: the cell, the indicator, period and basis, and the value in its unit; below
// that what is said about the rest.
//
// A workbook is written as CSV: ^ merges a cell with the one above it, < with the one
// before it; 13 {0.0} is a number with a format; 'text is a text that looks like a
// number; a row that begins with ~ is hidden, one of "sheet 二" begins another sheet, and
// one of "hide",C hides a column.
func TestShapes(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) < 12 {
		t.Fatalf("found %d cases: %v", len(cases), err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := ""
			content := fstest.MapFS{}
			for _, f := range a.Files {
				switch {
				case f.Name == "want":
					want = string(f.Data)
				case f.Name == "indicators":
					indicators(t, content, string(f.Data))
				case strings.HasSuffix(f.Name, ".xlsx"):
					content[f.Name] = &fstest.MapFile{Data: workbook(t, string(f.Data))}
				default:
					content[f.Name] = &fstest.MapFile{Data: f.Data}
				}
			}
			got := read(t, content)
			if *update {
				for n := range a.Files {
					if a.Files[n].Name == "want" {
						a.Files[n].Data = []byte(got)
					}
				}
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// indicators writes the files of indicators and a report of 2025.
func indicators(t *testing.T, content fstest.MapFS, text string) {
	t.Helper()
	put := func(name, text string) { content[name] = &fstest.MapFile{Data: []byte(text)} }
	put("sources.toml", "[report]\nname = \"报告\"\ndate = 2025-01-10\n")
	put("2025/report.toml", "title = \"报告\"\nplace = \"某区\"\nyear = 2025\nsource = \"report\"\npublished = 2025-01-10\n")
	put("2025/01-goals.md", "+++\ntitle = \"目标\"\n+++\n\n正文。\n")
	for line := range strings.Lines(text) {
		parts := strings.Fields(line)
		if len(parts) < 4 {
			t.Fatalf("%q is no indicator", line)
		}
		var b strings.Builder
		fmt.Fprintf(&b, "name = %q\nunit = %q\nmeasure = %q\nbetter = \"up\"\nsection = \"2025/goals\"\n", parts[1], parts[2], parts[3])
		for _, p := range parts[4:] {
			key, value, ok := strings.Cut(p, "=")
			switch {
			case !ok:
				fmt.Fprintf(&b, "accrual = %q\n", p)
			case key == "names":
				fmt.Fprintf(&b, "names = [%q]\n", value)
			default:
				fmt.Fprintf(&b, "%s = %q\n", key, value)
			}
		}
		put("indicators/"+parts[0]+".toml", b.String())
	}
}

// read is what is read of the tables of a content.
func read(t *testing.T, content fstest.MapFS) string {
	t.Helper()
	tree, diags, err := source.Load(t.Context(), content, 1)
	if err != nil {
		t.Fatal(err)
	}
	cfg := &config.Config{Language: model.Chinese, MaxUnbound: -1}
	tables, more := office.Explain(cfg, tree)
	diags = append(diags, more...)
	var b strings.Builder
	for _, u := range tables {
		for _, l := range u.Lines {
			if l.Indicator != "" {
				fmt.Fprintf(&b, "%s %s %s %s\n", cell(l.At), l.Indicator, l.What, l.Value)
			}
		}
	}
	for _, d := range diag.Sort(diags) {
		fmt.Fprintf(&b, "%s: %s[%s] %s\n", cell(d.Pos), d.Severity(), d.Rule.Code, d.Message(diag.Chinese))
	}
	return b.String()
}

// cell is a place without the folder.
func cell(p diag.Pos) string {
	return strings.ReplaceAll(strings.ReplaceAll(p.String(), "content/tables/", ""), " ", "")
}

var formatted = regexp.MustCompile(`^(\S+) \{(.*)\}$`)

// workbook makes an .xlsx file.
func workbook(t *testing.T, text string) []byte {
	t.Helper()
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	sheet, first := "Sheet1", 0
	var hidden []string
	rows = slices.DeleteFunc(rows, func(row []string) bool {
		if row[0] == "hide" {
			hidden = append(hidden, row[1])
		}
		return row[0] == "hide"
	})
	for n, row := range rows {
		if name, ok := strings.CutPrefix(row[0], "sheet "); ok {
			if n == 0 {
				must(f.SetSheetName("Sheet1", name))
			} else {
				_, err := f.NewSheet(name)
				must(err)
			}
			sheet, first = name, n+1
			continue
		}
		at := n - first + 1
		if rest, ok := strings.CutPrefix(row[0], "~"); ok {
			row[0] = rest
			must(f.SetRowVisible(sheet, at, false))
		}
		for i, value := range row {
			ref, err := excelize.CoordinatesToCellName(i+1, at)
			must(err)
			switch m := formatted.FindStringSubmatch(value); {
			case value == "^" || value == "<" || value == "":
			case m != nil:
				style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &m[2]})
				must(err)
				must(f.SetCellDefault(sheet, ref, m[1]))
				must(f.SetCellStyle(sheet, ref, ref, style))
			case strings.HasPrefix(value, "'"):
				must(f.SetCellStr(sheet, ref, value[1:]))
			case strings.HasPrefix(value, "="):
				must(f.SetCellFormula(sheet, ref, value[1:]))
			default:
				if v, err := strconv.ParseFloat(value, 64); err == nil && !strings.HasPrefix(value, "+") {
					must(f.SetCellFloat(sheet, ref, v, -1, 64))
				} else {
					must(f.SetCellStr(sheet, ref, value))
				}
			}
			right, down := i, n
			for right+1 < len(row) && row[right+1] == "<" {
				right++
			}
			for down+1 < len(rows) && i < len(rows[down+1]) && rows[down+1][i] == "^" {
				down++
			}
			if value != "^" && value != "<" && (right > i || down > n) {
				to, err := excelize.CoordinatesToCellName(right+1, down-first+1)
				must(err)
				must(f.MergeCell(sheet, ref, to))
			}
		}
	}
	for _, col := range hidden {
		must(f.SetColVisible(sheet, col, false))
	}
	var out bytes.Buffer
	must(f.Write(&out))
	return out.Bytes()
}
