package save

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
		if e.Type() == fs.ModeSymlink {
			to, err := os.Readlink(filepath.Join(dir, filepath.FromSlash(name)))
			got[name+" →"] = to
			return err
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
func TestAllIsAllOrNothing(t *testing.T) {
	before := map[string]string{"a": "1", "b": "2", "empty": ""}
	change := func(name, text, old string) Change { return Change{File: File{name, []byte(text)}, Old: []byte(old)} }
	move := func(from, name, text, old string) Change { return Change{File{name, []byte(text)}, from, []byte(old)} }
	add := func(name, text string) Change { return Change{File: File{name, []byte(text)}} }
	for name, test := range map[string]struct {
		list []Change
		want map[string]string // nil: as before
		err  error             // with want nil; nil: any
	}{
		"all":                         {list: []Change{add("c/d/e", "3"), change("a", "one", "1"), change("empty", "full", ""), change("b", "2", "2"), add("c/f", "")}, want: map[string]string{"a": "one", "b": "2", "empty": "full", "c/": "", "c/d/": "", "c/d/e": "3", "c/f": ""}},
		"moved":                       {list: []Change{move("a", "c/a", "one", "1"), move("empty", "full", "", ""), change("b", "two", "2")}, want: map[string]string{"c/": "", "c/a": "one", "full": "", "b": "two"}},
		"moved to where one is":       {list: []Change{change("a", "one", "1"), move("b", "empty", "2", "2")}, err: ErrExists},
		"moved and changed":           {list: []Change{change("a", "one", "1"), move("b", "c", "3", "3")}, err: ErrChanged},
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
			err := All(root, test.list)
			want := test.want
			if want == nil {
				want = before
			}
			if (err == nil) != (test.want != nil) || test.err != nil && !errors.Is(err, test.err) {
				t.Errorf("All = %v, want %v", err, test.err)
			}
			if d := cmp.Diff(want, all(t, dir)); d != "" {
				t.Errorf("the folder (-want +got):\n%s", d)
			}
		})
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

// A file that is there is never written over.
func TestFilesNeverOverwrites(t *testing.T) {
	root, _ := lay(t, nil)
	if err := root.WriteFile("b", []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Files(root, []File{{"a", []byte("new")}, {"b", []byte("new")}})
	if !errors.Is(err, ErrExists) {
		t.Errorf("error %v, want ErrExists", err)
	}
	if _, err := root.Stat("a"); err == nil {
		t.Error("one file of two was written")
	}
	if data, _ := root.ReadFile("b"); string(data) != "old" {
		t.Errorf("b is %q", data)
	}
	if err := Files(root, []File{{"../out", nil}}); err == nil {
		t.Error("a file outside the folder was written")
	}
}

// A text is put behind a line of its own.
func TestAppend(t *testing.T) {
	root, _ := lay(t, nil)
	for _, text := range []string{"one\n", "two\n"} {
		if err := Append(root, File{"dir/a", []byte(text)}); err != nil {
			t.Fatal(err)
		}
	}
	if data, _ := root.ReadFile("dir/a"); string(data) != "one\n\ntwo\n" {
		t.Errorf("got %q", data)
	}
}
