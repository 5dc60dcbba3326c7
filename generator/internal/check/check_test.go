package check_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/testsite"
)

var update = flag.Bool("update", false, "write the messages as they are now into testdata")

// TestMessages reads every case of testdata: the files of a case are laid over
// a small site without faults (base.txtar), and the file `want` holds the
// messages in both languages. A case without files but `want` is the base site
// itself.
func TestMessages(t *testing.T) {
	base := parse(t, "testdata/base.txtar")
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) < 2 {
		t.Fatalf("found %d cases: %v", len(cases), err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			files, want := overlay(base, parse(t, name))
			got := messages(t, files)
			if *update {
				write(t, name, got)
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("messages (-want +got):\n%s", diff)
			}
		})
	}
}

func parse(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// overlay lays the files of a case over the base. An empty file removes the
// one of the base.
func overlay(base, over *txtar.Archive) (files fstest.MapFS, want string) {
	files = fstest.MapFS{}
	for _, a := range []*txtar.Archive{base, over} {
		for _, f := range a.Files {
			switch {
			case f.Name == "want":
				want = string(f.Data)
			case len(f.Data) == 0:
				delete(files, f.Name)
			default:
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
		}
	}
	return files, want
}

// build runs the stages up to the model.
func build(t *testing.T, files fs.FS) (*model.Site, []diag.Diagnostic) {
	t.Helper()
	read := testsite.Read(t, files)
	return read.Site, read.Diags
}

func messages(t *testing.T, files fs.FS) string {
	t.Helper()
	site, diags := build(t, files)
	if (site == nil) != (diag.Errors(diags) > 0) && site != nil {
		t.Errorf("a site in spite of %d errors", diag.Errors(diags))
	}
	diags = diag.Sort(diags)
	var b strings.Builder
	for _, lang := range []diag.Lang{diag.English, diag.Chinese} {
		if err := (diag.Printer{Files: files, Lang: lang}).Print(&b, diags); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func write(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal("golden files are not written where CI is set")
	}
	a := parse(t, name)
	a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
	a.Files = append(a.Files, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestEveryRuleHasACase compares the rules with the cases: a message that
// no golden shows was never looked at.
func TestEveryRuleHasACase(t *testing.T) {
	rules, err := os.ReadFile("rules.go")
	if err != nil {
		t.Fatal(err)
	}
	var shown strings.Builder
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range cases {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		shown.Write(data)
	}
	codes := regexp.MustCompile(`"(K\d+)"`).FindAllStringSubmatch(string(rules), -1)
	if len(codes) == 0 {
		t.Fatal("rules.go has no codes")
	}
	seen := map[string]bool{}
	for _, c := range codes {
		if seen[c[1]] {
			t.Errorf("code %s is used twice", c[1])
		}
		seen[c[1]] = true
		if !strings.Contains(shown.String(), fmt.Sprintf("[%s]", c[1])) {
			t.Errorf("no case shows %s", c[1])
		}
	}
	if strings.Contains(shown.String(), "%!") {
		t.Error("a message has a format without its argument")
	}
}

// TestEarlierOfTables reads the former values of a table into the unit of the indicator,
// with their days and reasons.
func TestEarlierOfTables(t *testing.T) {
	files, _ := overlay(parse(t, "testdata/base.txtar"), parse(t, "testdata/corrections.txtar"))
	table := string(files["content/indicators/industry.csv"].Data)
	kept := strings.SplitAfter(table, "\n")[:3]
	files["content/indicators/industry.csv"] = &fstest.MapFile{Data: []byte(strings.Join(kept, ""))}
	site, diags := build(t, files)
	if diag.Errors(diags) > 0 || site == nil {
		t.Fatalf("the first two rows have errors: %v", diags)
	}
	var got []string
	for _, o := range site.Indicators[0].Observations {
		for _, e := range o.Earlier {
			got = append(got, fmt.Sprintf("%s %s: %s on %s: %s", o.Period, o.Value, e.Value, e.Released, e.Reason.Zh))
		}
	}
	want := []string{
		"2024-06 0.95: 0.94 on 2024-07-20: 企业补报；复核后更正",
		"2024-07 0.96: 0.95 on 2024-08-20: 漏报", "2024-07 0.96: 0.955 on 2024-09-20: 复核",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
