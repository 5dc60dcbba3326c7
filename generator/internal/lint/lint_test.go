package lint_test

import (
	"flag"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/lint"
	"reportsite/generator/internal/testsite"
)

var update = flag.Bool("update", false, "write what is found now into testdata")

// findings runs the checks over a site, one line for each.
func findings(t *testing.T, files fs.FS) string { return findingsAt(t, files, false) }

// findingsAt does so for an as-of date that was asked for on the command line,
// or not.
func findingsAt(t *testing.T, files fs.FS, asked bool) string {
	t.Helper()
	read := load(t, files)
	diags := diag.Sort(lint.Site(lint.Input{Config: read.Config, Tree: read.Tree, Site: read.Site, AsOf: read.Day(), Asked: asked}))
	var b strings.Builder
	for _, d := range diags {
		p := diag.Printer{Lang: diag.English}
		if err := p.Print(&b, []diag.Diagnostic{d}); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// load reads a site in which nothing is wrong.
func load(t testing.TB, files fs.FS) testsite.Files {
	t.Helper()
	read := testsite.Load(t, files)
	if len(read.Diags) > 0 {
		t.Fatalf("the case itself has faults: %v", read.Diags)
	}
	return read
}

// TestChecks lays each case over a site in which nothing is found. A case is
// the files whose names begin with its own, and what is found stands in
// <case>/want.
func TestChecks(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	base := fstest.MapFS{}
	cases := map[string]fstest.MapFS{}
	want := map[string]string{}
	var order []string
	for _, f := range archive.Files {
		name, file, _ := strings.Cut(f.Name, "/")
		if cases[name] == nil && name != "base" {
			order = append(order, name)
			cases[name] = fstest.MapFS{}
		}
		switch {
		case file == "want":
			want[name] = string(f.Data)
		case name == "base":
			base[file] = &fstest.MapFile{Data: f.Data}
		default:
			cases[name][file] = &fstest.MapFile{Data: f.Data}
		}
	}
	if got := findings(t, base); got != "" {
		t.Errorf("the base has findings:\n%s", got)
	}
	for _, name := range order {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{}
			for file, data := range base {
				files[file] = data
			}
			for file, data := range cases[name] {
				files[file] = data
			}
			got := findings(t, files)
			if *update {
				set(t, archive, name+"/want", got)
				return
			}
			if diff := cmp.Diff(want[name], got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile("testdata/cases.txtar", txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func set(t *testing.T, a *txtar.Archive, name, data string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal("golden files are not written where CI is set")
	}
	for n := range a.Files {
		if a.Files[n].Name == name {
			a.Files[n].Data = []byte(data)
			return
		}
	}
	t.Errorf("no file %s", name)
}

// Who asks for an earlier day on the command line is not told that there are
// later figures.
func TestAskedForAnEarlierDay(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if file, ok := strings.CutPrefix(f.Name, "base/"); ok {
			files[file] = &fstest.MapFile{Data: f.Data}
		}
	}
	files["config.toml"] = &fstest.MapFile{Data: []byte("title = \"测试区工作报告\"\nas_of = 2024-05-31\n")}
	if got := findingsAt(t, files, false); !strings.Contains(got, "[R005]") {
		t.Errorf("as_of of the configuration: %q, want R005", got)
	}
	if got := findingsAt(t, files, true); got != "" {
		t.Errorf("asked for: %q, want nothing", got)
	}
}

// TestEveryRuleHasACase compares the rules with the cases.
func TestEveryRuleHasACase(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range lint.Rules() {
		if !strings.Contains(string(data), "["+r.Code+"]") {
			t.Errorf("no case shows %s", r.Code)
		}
	}
}
