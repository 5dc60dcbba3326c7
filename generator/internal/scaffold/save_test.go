package scaffold

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lay writes files into a new folder and opens it.
func lay(t *testing.T, files map[string]string) (*os.Root, string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root, dir
}

// all gives the files of a folder, and its folders with a slash behind them.
func all(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		if e.IsDir() {
			got[name+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		got[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Whatever of several changes cannot be made, nothing is: no file, no folder, nothing beside
// one.
func TestSaveIsAllOrNothing(t *testing.T) {
	before := map[string]string{"a": "1", "b": "2", "empty": ""}
	change := func(name, text, old string) Change { return Change{File{name, []byte(text)}, []byte(old)} }
	add := func(name, text string) Change { return Change{File: File{name, []byte(text)}} }
	for name, test := range map[string]struct {
		list []Change
		want map[string]string // nil: as before
		err  error             // with want nil; nil: any
	}{
		"all":                         {list: []Change{add("c/d/e", "3"), change("a", "one", "1"), change("empty", "full", ""), change("b", "2", "2"), add("c/f", "")}, want: map[string]string{"a": "one", "b": "2", "empty": "full", "c/": "", "c/d/": "", "c/d/e": "3", "c/f": ""}},
		"one is there":                {list: []Change{add("c/d", "3"), change("a", "one", "1"), add("b", "new")}, err: ErrExists},
		"an empty one is there":       {list: []Change{add("c", "3"), add("empty", "new")}, err: ErrExists},
		"one has changed":             {list: []Change{add("c", "3"), change("a", "one", "1"), change("b", "two", "3")}, err: ErrChanged},
		"one has gone":                {list: []Change{change("a", "one", "1"), change("x", "two", "3")}, err: fs.ErrNotExist},
		"one is below a file":         {list: []Change{change("a", "one", "1"), add("new/folder/x", "1"), add("b/x", "3")}},
		"one is below a new one":      {list: []Change{change("a", "one", "1"), add("new/folder/x", "1"), add("new/folder/x/y", "3"), change("b", "two", "2")}},
		"one leads out of the folder": {list: []Change{change("a", "one", "1"), add("../x", "1")}},
	} {
		t.Run(name, func(t *testing.T) {
			root, dir := lay(t, before)
			err := Save(root, test.list)
			want := test.want
			if want == nil {
				want = before
			}
			if (err == nil) != (test.want != nil) || test.err != nil && !errors.Is(err, test.err) {
				t.Errorf("Save = %v, want %v", err, test.err)
			}
			if d := cmp.Diff(want, all(t, dir)); d != "" {
				t.Errorf("the folder (-want +got):\n%s", d)
			}
		})
	}
}

// What was renamed already before a later rename failed is put back.
func TestSaveUndoes(t *testing.T) {
	root, dir := lay(t, map[string]string{"a": "new", "made": "new", ".b.new0": "new", "b": "2", "mine/x": "mine", "own/y": "new"})
	s := saving{
		root: root, folders: []string{"mine", "own"}, made: []string{"made", "own/y"},
		beside:   []besides{{Change{File{"b", []byte("new")}, []byte("2")}, ".b.new0"}},
		replaced: []Change{{File{"a", []byte("new")}, []byte("1")}},
	}
	if err := s.undo(); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff(map[string]string{"a": "1", "b": "2", "mine/": "", "mine/x": "mine"}, all(t, dir)); d != "" {
		t.Errorf("the folder (-want +got):\n%s", d)
	}
}

// A new file is whole, and one that is there stays.
func TestCreate(t *testing.T) {
	_, dir := lay(t, map[string]string{"a": "mine"})
	if err := Create(filepath.Join(dir, "a"), []byte("x")); !errors.Is(err, ErrExists) {
		t.Errorf("Create = %v", err)
	}
	if err := Create(filepath.Join(dir, "none", "b"), []byte("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Create = %v", err)
	}
	if err := Create(filepath.Join(dir, "b"), []byte("x")); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff(map[string]string{"a": "mine", "b": "x"}, all(t, dir)); d != "" {
		t.Errorf("the folder (-want +got):\n%s", d)
	}
}
