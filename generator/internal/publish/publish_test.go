package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// site is what a public folder holds, by path.
type site map[string]string

// read returns the files of a folder but for the marker, which other tests look at.
func read(t *testing.T, dir string) site {
	t.Helper()
	got := site{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == Marker {
			return err
		}
		if e.Type()&fs.ModeSymlink != 0 {
			to, err := os.Readlink(filepath.Join(dir, name))
			got[name] = "-> " + to
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		got[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// former writes files into a folder as an earlier build would, and a .gitignore
// as a clone has it.
func former(t *testing.T, dir string, files site) {
	t.Helper()
	lay(t, dir, files)
	wrote := map[string]bool{}
	for name := range files {
		if name != keep {
			wrote[name] = true
		}
	}
	lay(t, dir, site{Marker: string(marker(wrote))})
}

// lay writes files into a folder as a person would.
func lay(t *testing.T, dir string, files site) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// stage begins a stage and writes the files.
func stage(t *testing.T, dir string, files site) *Stage {
	t.Helper()
	s, err := Begin(dir, Rules{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Abort(); err != nil {
			t.Error(err)
		}
	})
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := s.Write(name, []byte(files[name])); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// onlyPublic fails when anything but the public folder is left in its parent.
func onlyPublic(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(dir) {
			t.Errorf("%s is left beside the public folder", e.Name())
		}
	}
}

func TestCommit(t *testing.T) {
	for _, test := range []struct {
		name    string
		before  site // nil: there is no public folder
		files   site
		want    site
		changed bool
	}{
		{"no folder yet", nil, site{"index.html": "new"}, site{"index.html": "new"}, true},
		{"a fresh clone", site{".gitignore": "*\n"}, site{"a/b/c.html": "new"},
			site{".gitignore": "*\n", "a/b/c.html": "new"}, true},
		{"the same", site{".gitignore": "*\n", "a/x": "1", "y": ""}, site{"a/x": "1", "y": ""},
			site{".gitignore": "*\n", "a/x": "1", "y": ""}, false},
		{"one file differs in a byte", site{"a/x": "1", "b/y": "2"}, site{"a/x": "1", "b/y": "3"},
			site{"a/x": "1", "b/y": "3"}, true},
		{"one file is longer", site{"a/x": "1"}, site{"a/x": "12"}, site{"a/x": "12"}, true},
		{"a file is gone", site{"a/x": "1", "b/y": "2"}, site{"a/x": "1"}, site{"a/x": "1"}, true},
		{"a file is new", site{"a/x": "1"}, site{"a/x": "1", "b": ""}, site{"a/x": "1", "b": ""}, true},
		{"a folder becomes a file", site{"a/x": "1"}, site{"a": "1"}, site{"a": "1"}, true},
		{"a file becomes a folder", site{"a": "1"}, site{"a/x": "1"}, site{"a/x": "1"}, true},
		{"a .gitignore of the site", site{".gitignore": "*", "a/.gitignore": "*"}, site{"b": ""},
			site{".gitignore": "*", "b": ""}, true},
		{"Han characters and spaces in names", site{}, site{"数据/工业 增加值.csv": "x"},
			site{"数据/工业 增加值.csv": "x"}, true},
		{"a path that can be shorter", site{"a/x": "1"}, site{"a/./x": "1"}, site{"a/x": "1"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			if test.before != nil {
				if err := os.Mkdir(dir, 0o755); err != nil {
					t.Fatal(err)
				}
				former(t, dir, test.before)
			}
			changed, err := stage(t, dir, test.files).Commit()
			if err != nil {
				t.Fatal(err)
			}
			if changed != test.changed {
				t.Errorf("changed = %t, want %t", changed, test.changed)
			}
			if d := cmp.Diff(test.want, read(t, dir)); d != "" {
				t.Errorf("public (-want +got):\n%s", d)
			}
			onlyPublic(t, dir)
		})
	}
}

// Systems without an exchange in one step take the two renames.
func TestCommitInTwoSteps(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{".gitignore": "*", "a": "old"})
	s := stage(t, dir, site{"a": "new", "b/c": "new"})
	s.swap = func(string, string) error { return errors.ErrUnsupported }
	if changed, err := s.Commit(); err != nil || !changed {
		t.Fatalf("Commit = %t, %v", changed, err)
	}
	want := site{".gitignore": "*", "a": "new", "b/c": "new"}
	if d := cmp.Diff(want, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
	onlyPublic(t, dir)
}

// A fault of the second rename takes the first one back.
func TestTwoStepsGoBack(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "public")
	former(t, dir, site{"a": "old"})
	err := twoSteps(filepath.Join(top, "no stage"), dir, filepath.Join(top, "old"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("twoSteps = %v, want a missing stage", err)
	}
	if d := cmp.Diff(site{"a": "old"}, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
	onlyPublic(t, dir)
}

// The folders above a public folder are made; a file in their place says what
// to do.
func TestBeginMakesTheFoldersAbove(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "www", "reports", "public")
	s := stage(t, dir, site{"a": "new"})
	if _, err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(site{"a": "new"}, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
	onlyPublic(t, dir)
	lay(t, top, site{"file": "an editor's"})
	_, err := Begin(filepath.Join(top, "file", "public"), Rules{})
	fault, ok := errors.AsType[*Error](err)
	if !ok {
		t.Fatalf("Begin below a file = %v", err)
	}
	if fix := fault.Hint(); fix != "publish-in-file-hint" {
		t.Errorf("the hint of %v is %q", err, fix)
	}
}

func TestAbort(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{"a": "old"})
	s := stage(t, dir, site{"a": "new"})
	for range 2 {
		if err := s.Abort(); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Write("b", nil); !errors.Is(err, errEnded) {
		t.Errorf("Write after Abort = %v, want %v", err, errEnded)
	}
	if _, err := s.Commit(); !errors.Is(err, errEnded) {
		t.Errorf("Commit after Abort = %v, want %v", err, errEnded)
	}
	if d := cmp.Diff(site{"a": "old"}, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
	onlyPublic(t, dir)
}

func TestWriteRefuses(t *testing.T) {
	for _, test := range []struct {
		path string
		want error
	}{
		{"../config.toml", errOutside},
		{"a/../../config.toml", errOutside},
		{"/etc/hosts", errOutside},
		{"", errOutside},
		{".", errOutside},
		{"a\x00b", syscall.EINVAL},
		{".gitignore", errReserved},
		{"twice", errTwice},
		{"a/../twice", errTwice},
	} {
		t.Run(test.path, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			former(t, dir, site{"a": "old"})
			s := stage(t, dir, site{"twice": ""})
			err := s.Write(test.path, []byte("bad"))
			if !errors.Is(err, test.want) {
				t.Errorf("Write(%q) = %v, want %v", test.path, err, test.want)
			}
			if changed, again := s.Commit(); changed || !errors.Is(again, test.want) {
				t.Errorf("Commit after a failed Write = %t, %v", changed, again)
			}
			if d := cmp.Diff(site{"a": "old"}, read(t, dir)); d != "" {
				t.Errorf("public (-want +got):\n%s", d)
			}
			onlyPublic(t, dir)
		})
	}
}

// A file where the site has a folder is a fault of the program that must not
// reach the public folder.
func TestWriteOntoAFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	s := stage(t, dir, site{"a": "file"})
	if err := s.Write("a/b", nil); err == nil {
		t.Error("Write below a file succeeded")
	}
	if changed, err := s.Commit(); changed || err == nil {
		t.Errorf("Commit = %t, %v", changed, err)
	}
}

func TestSecondBuildAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{"a": "old"})
	first := stage(t, dir, site{"a": "new"})
	if _, err := Begin(dir, Rules{}); !errors.Is(err, ErrBusy) {
		t.Fatalf("second Begin = %v, want %v", err, ErrBusy)
	}
	if changed, err := first.Commit(); err != nil || !changed {
		t.Fatalf("Commit of the first = %t, %v", changed, err)
	}
	if changed, err := stage(t, dir, site{"a": "newer"}).Commit(); err != nil || !changed {
		t.Fatalf("Commit after the first = %t, %v", changed, err)
	}
	if d := cmp.Diff(site{"a": "newer"}, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
}

// Many builds fight for one folder: each publishes whole or is told to wait.
func TestManyBuildsAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var group sync.WaitGroup
	for _, text := range []string{"1", "2", "3", "4"} {
		group.Go(func() {
			for range 50 {
				s, err := Begin(dir, Rules{})
				if errors.Is(err, ErrBusy) {
					runtime.Gosched()
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				for _, name := range []string{"a", "b/c", "d/e/f"} {
					if err := s.Write(name, []byte(text)); err != nil {
						t.Error(err)
					}
				}
				if _, err := s.Commit(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	got := read(t, dir)
	if len(got) != 3 || got["a"] != got["b/c"] || got["a"] != got["d/e/f"] {
		t.Errorf("public is not one whole site: %v", got)
	}
	onlyPublic(t, dir)
}

func TestWriteFromManyGoroutines(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{"i0/f0": "old", "i1/f1": "i1/f1"})
	s := stage(t, dir, nil)
	want := site{}
	var group sync.WaitGroup
	for i := range 20 {
		for j := range 5 {
			name := "i" + string(rune('0'+i%10)) + "/f" + string(rune('0'+j)) + strings.Repeat("x", i/10)
			want[name] = name
			group.Go(func() {
				if err := s.Write(name, []byte(name)); err != nil {
					t.Error(err)
				}
			})
		}
	}
	group.Wait()
	if changed, err := s.Commit(); err != nil || !changed {
		t.Fatalf("Commit = %t, %v", changed, err)
	}
	if d := cmp.Diff(want, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
}

// A change that keeps a file's size is found too, at any place of it.
func TestSameFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "f")
	data := []byte(strings.Repeat("0123456789abcdef", 5000)) // more than two chunks
	if err := os.WriteFile(name, data, fileMode); err != nil {
		t.Fatal(err)
	}
	if !sameFile(name, data) {
		t.Error("a file differs from itself")
	}
	for _, at := range []int{0, 32<<10 - 1, 32 << 10, len(data) - 1} {
		other := slices.Clone(data)
		other[at]++
		if sameFile(name, other) {
			t.Errorf("a change at byte %d is not seen", at)
		}
	}
	if sameFile(name+"x", nil) {
		t.Error("a missing file equals an empty one")
	}
}

// Every fault that an editor can cause has a hint.
func TestHints(t *testing.T) {
	for _, h := range hints {
		err := fault("use", "public", h.cause)
		e, ok := errors.AsType[*Error](err)
		if !ok || !errors.Is(err, h.cause) {
			t.Fatalf("fault(%v) = %v", h.cause, err)
		}
		if e.Hint() == "" {
			t.Errorf("no hint for %v", err)
		}
	}
	if fix := (&Error{Err: errTwice}).Hint(); fix != "" {
		t.Errorf("hint for a fault of the program: %s", fix)
	}
}
