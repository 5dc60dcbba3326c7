package publish

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a build may do to each file of a published folder: replace and remove its
// own, keep all others, and stop where one of them stands in the way.
func TestForeignFiles(t *testing.T) {
	for _, test := range []struct {
		name   string
		ours   site // of the former build
		theirs site // that came later, or was edited
		files  site // of this build
		want   site
		way    []string // the files in the way; then nothing changes
	}{
		{name: "a CNAME, a verification file and .well-known",
			ours: site{"index.html": "1"}, theirs: site{"CNAME": "example.org", "google1.html": "g", ".well-known/acme/t": "t", ".nojekyll": ""},
			files: site{"index.html": "2"},
			want:  site{"index.html": "2", "CNAME": "example.org", "google1.html": "g", ".well-known/acme/t": "t", ".nojekyll": ""}},
		{name: "a file beside those of a folder that is gone",
			ours: site{"2023/index.html": "1", "2023/a/index.html": "1"}, theirs: site{"2023/photo.jpg": "p", "2023/a/deep/b": "q"},
			files: site{"index.html": "2"},
			want:  site{"index.html": "2", "2023/photo.jpg": "p", "2023/a/deep/b": "q"}},
		{name: "what the new build does not write goes",
			ours: site{"a": "1", "b/c": "1"}, files: site{"a": "1"}, want: site{"a": "1"}},
		{name: "an edit of a file that a build wrote is overwritten",
			ours: site{"a": "1", "b": "1"}, theirs: site{"a": "by hand"}, files: site{"a": "1", "b": "2"}, want: site{"a": "1", "b": "2"}},
		{name: "an edit of a file that the new build does not write goes with it",
			ours: site{"a": "1", "b": "1"}, theirs: site{"b": "by hand"}, files: site{"a": "1"}, want: site{"a": "1"}},
		{name: "a file at a path of the site",
			ours: site{"index.html": "1"}, theirs: site{"about/index.html": "mine"}, files: site{"index.html": "2", "about/index.html": "site"},
			way: []string{"about/index.html"}},
		{name: "several such files",
			ours: site{"a": "1"}, theirs: site{"b": "mine", "c/d": "mine", "e": "mine"}, files: site{"a": "1", "b": "2", "c/d": "2"},
			way: []string{"b", "c/d"}},
		{name: "such a file with the same content becomes the build's",
			ours: site{"a": "1"}, theirs: site{"b": "2"}, files: site{"a": "1", "b": "2"}, want: site{"a": "1", "b": "2"}},
		{name: "a file where the site has a folder",
			ours: site{"index.html": "1"}, theirs: site{"data": "mine"}, files: site{"index.html": "2", "data/x": "2"}, way: []string{"data"}},
		{name: "a folder where the site has a file",
			ours: site{"index.html": "1"}, theirs: site{"data/x": "mine"}, files: site{"index.html": "2", "data": "2"}, way: []string{"data"}},
		{name: "a folder of both where the site now has a file",
			ours: site{"data/a": "1"}, theirs: site{"data/x": "mine"}, files: site{"data": "2"}, way: []string{"data/x"}},
		{name: "nothing but a new foreign file",
			ours: site{"a": "1"}, theirs: site{"CNAME": "x"}, files: site{"a": "1"}, want: site{"a": "1", "CNAME": "x"}},
	} {
		for _, steps := range []string{"one step", "two steps"} {
			t.Run(test.name+", "+steps, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				former(t, dir, test.ours)
				lay(t, dir, test.theirs)
				before := read(t, dir)
				s := stage(t, dir, test.files)
				if steps == "two steps" {
					s.swap = func(string, string) error { return errors.ErrUnsupported }
				}
				_, err := s.Commit()
				want := test.want
				if test.way != nil {
					want = before
					foreign, ok := errors.AsType[*ForeignError](err)
					if !ok || foreign.Reason != ErrInTheWay || !slices.Equal(foreign.Files, test.way) {
						t.Fatalf("Commit = %v, want %v in the way", err, test.way)
					}
				} else if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(want, read(t, dir)); d != "" {
					t.Errorf("public (-want +got):\n%s", d)
				}
				onlyPublic(t, dir)
			})
		}
	}
}

// Foreign files stay from build to build, and do not make a site a changed one.
func TestForeignFilesStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for n, test := range []struct {
		text    string
		changed bool
		kept    []string
	}{{"1", true, nil}, {"2", true, []string{"CNAME"}}, {"2", false, nil}, {"3", true, []string{"CNAME"}}} {
		s := stage(t, dir, site{"a": test.text})
		changed, err := s.Commit()
		if err != nil || changed != test.changed {
			t.Fatalf("build %d: %t, %v", n, changed, err)
		}
		if d := cmp.Diff(test.kept, s.Kept()); d != "" {
			t.Errorf("build %d: kept (-want +got):\n%s", n, d)
		}
		if n == 0 {
			lay(t, dir, site{"CNAME": "mine", ".gitignore": "*"})
		}
	}
	if d := cmp.Diff(site{"a": "3", "CNAME": "mine", ".gitignore": "*"}, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
}

// A file that comes while the site is made is kept too.
func TestForeignFileDuringABuild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{"a": "1"})
	s := stage(t, dir, site{"a": "2", "b": "2"})
	lay(t, dir, site{"CNAME": "mine", "x/y": "mine"})
	if _, err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(site{"a": "2", "b": "2", "CNAME": "mine", "x/y": "mine"}, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
	s = stage(t, dir, site{"a": "3", "b": "2", "new": "site"})
	lay(t, dir, site{"new": "mine"}) // at a path that is written already
	_, err := s.Commit()
	if foreign, ok := errors.AsType[*ForeignError](err); !ok || !slices.Equal(foreign.Files, []string{"new"}) {
		t.Errorf("Commit = %v, want new in the way", err)
	}
	if d := cmp.Diff(site{"a": "2", "b": "2", "CNAME": "mine", "x/y": "mine", "new": "mine"}, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
}

// Folders that hold nothing are somebody's too.
func TestForeignFolders(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{"a/b": "1"})
	for _, name := range []string{"uploads", "a/more"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := stage(t, dir, site{"c": "2"}).Commit(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"uploads", "a/more"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || !info.IsDir() {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// discardEach removes what is in the folder and nothing that a link in it leads to.
func TestDiscardEach(t *testing.T) {
	at := t.TempDir()
	dir, outside := filepath.Join(at, "old"), filepath.Join(at, "mine")
	for _, name := range []string{"old/index.html", "old/a/b/c.html", "old/a/d.html", "mine/thesis.doc"} {
		name = filepath.Join(at, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("x"), 0o444); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(dir, "a", "link")); err != nil {
		t.Logf("without a link: %v", err)
	}
	if err := discardEach(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is there: %v", err)
	}
	if _, err := os.Stat(filepath.Join(outside, "thesis.doc")); err != nil {
		t.Error(err)
	}
	if err := discardEach(dir); err != nil {
		t.Errorf("the second time: %v", err)
	}
}

// Windows says that access is denied when a program has a file of the folder open that
// is to be renamed.
func TestHeld(t *testing.T) {
	rename := func(err error) error { return &os.LinkError{Op: "rename", Old: "public", New: "old", Err: err} }
	for _, c := range []struct {
		act, system string
		err         error
		want        bool
	}{
		{actExchange, "windows", rename(os.ErrPermission), true},
		{actExchange, "linux", rename(os.ErrPermission), false},
		{"write", "windows", os.ErrPermission, false},
		{"put back the site before", "windows", &os.PathError{Op: "unlinkat", Path: "old", Err: sharingViolation}, true},
		{"put back the site before", "linux", &os.PathError{Op: "unlinkat", Path: "old", Err: sharingViolation}, false},
		{actExchange, "windows", rename(os.ErrNotExist), false},
	} {
		if got := held(&Error{Act: c.act, Err: c.err}, c.system); got != c.want {
			t.Errorf("%s on %s: %v: %t", c.act, c.system, c.err, got)
		}
	}
}
