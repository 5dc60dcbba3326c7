package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/golden"
)

// TestFaultsOfTheDesk lays slips of the people who write the content over the site
// of testdata/site.txtar and compares what the program says to each, in Chinese.
//
// A file of testdata/messages holds one kind of slip. Its cases are written as those
// of testdata/checks are (see checkCase), with a name in place of the code; what
// the program says stands behind them as <name>/said. UPDATE=1 writes that anew:
// read it as somebody who has never seen the program.
func TestFaultsOfTheDesk(t *testing.T) {
	names, err := filepath.Glob("testdata/messages/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("found no cases: %v", err)
	}
	site := archiveFiles(t, "testdata/site.txtar")
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		said := txtar.Archive{Comment: a.Comment}
		one := strings.HasPrefix(filepath.Base(name), "characters") || strings.HasPrefix(filepath.Base(name), "dates")
		for _, c := range deskCases(t, a) {
			said.Files = append(said.Files, c.files...)
			t.Run(c.name, func(t *testing.T) {
				text := c.said(t, site)
				if n := strings.Count(text, ": 错误["); one && n > 1 {
					t.Errorf("one slip has %d messages:\n%s", n, text)
				}
				said.Files = append(said.Files, txtar.File{Name: c.name + "/said", Data: []byte(text)})
			})
		}
		golden.Compare(t, name, string(txtar.Format(&said)))
	}
}

// deskCase is a slip.
type deskCase struct {
	name    string
	files   []txtar.File // as they stand in the archive
	changes checkCase
}

// deskCases reads the cases of an archive in its order, without what is said.
func deskCases(t *testing.T, a *txtar.Archive) []*deskCase {
	t.Helper()
	var list []*deskCase
	for _, f := range a.Files {
		name, rest, _ := strings.Cut(f.Name, "/")
		if rest == "said" {
			continue
		}
		if len(list) == 0 || list[len(list)-1].name != name {
			if slices.ContainsFunc(list, func(c *deskCase) bool { return c.name == name }) {
				t.Fatalf("the files of %s do not stand together", name)
			}
			list = append(list, &deskCase{name: name, changes: checkCase{code: name}})
		}
		c := list[len(list)-1]
		c.files = append(c.files, f)
		path, how, _ := strings.Cut(rest, " ")
		c.changes.changes = append(c.changes.changes, change{path, how, string(f.Data)})
	}
	return list
}

// said is what the program says to a slip.
func (c *deskCase) said(t *testing.T, site siteFiles) string {
	t.Helper()
	t.Chdir(t.TempDir())
	c.changes.over(t, site).write(t, "site")
	b := build.Builder{Options: build.Options{Folder: "site", Jobs: 1}}
	diags, err := b.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := (diag.Printer{Lang: diag.Chinese, Files: os.DirFS("site")}).Print(&out, diag.Sort(diags)); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		if at := strings.Index(line, " | "); at >= 0 && at < 7 && len([]rune(line)) > widest {
			t.Errorf("%s: a line is shown that is too long to be looked through:\n%s", c.name, line)
		}
	}
	return out.String()
}

// widest is how long an excerpt may be, in characters, with the line's number.
const widest = 130

// A folder that cannot be read is one message: what its files would have said is not
// known, so nothing that misses them is reported.
func TestUnreadableFolder(t *testing.T) {
	dir := t.TempDir()
	archiveFiles(t, "testdata/site.txtar").write(t, dir)
	err := fs.WalkDir(os.DirFS(dir), "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() || name == "content" {
			return err
		}
		diags, err := (&build.Builder{}).ReadFrom(t.Context(), shut{os.DirFS(dir), name})
		var got []string
		for _, d := range diag.Sort(diags) {
			got = append(got, d.Pos.File+" "+d.Rule.Code)
		}
		if d := cmp.Diff([]string{name + " S006"}, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// shut is a site with a folder that cannot be opened.
type shut struct {
	fs.FS
	folder string
}

func (s shut) Open(name string) (fs.File, error) {
	if name == s.folder || strings.HasPrefix(name, s.folder+"/") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return s.FS.Open(name)
}
