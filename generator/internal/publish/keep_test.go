package publish

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A file is taken over only while the public folder holds it as it was.
func TestKeep(t *testing.T) {
	sum := sha256.Sum256([]byte("one"))
	for _, c := range []struct {
		name   string
		spoil  func(file string) error
		path   string
		kept   bool
		writes bool // the path may be written afterwards
	}{
		{"as it was", func(string) error { return nil }, "a/x", true, false},
		{"changed", func(f string) error { return os.WriteFile(f, []byte("two"), 0o644) }, "a/x", false, true},
		{"cut short", func(f string) error { return os.Truncate(f, 1) }, "a/x", false, true},
		{"gone", os.Remove, "a/x", false, true},
		{"of another mode", func(f string) error { return os.Chmod(f, 0o600) }, "a/x", false, true},
		{"never there", func(string) error { return nil }, "b", false, true},
		{"outside", func(string) error { return nil }, "../x", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			former(t, dir, site{"a/x": "one", "y": "2"})
			if err := c.spoil(filepath.Join(dir, "a", "x")); err != nil {
				t.Fatal(err)
			}
			s := stage(t, dir, site{"y": "2"})
			data, kept := s.Keep(c.path, sum)
			if kept != c.kept || kept && string(data) != "one" {
				t.Errorf("kept %v with %q, want %v", kept, data, c.kept)
			}
			if err := s.Write(c.path, []byte("new")); (err == nil) != c.writes {
				t.Errorf("written afterwards: %v", err)
			}
		})
	}
}

// A site all of whose files are taken over has not changed; one that loses a
// file has.
func TestKeepAll(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	files := site{"a/x": "one", "y": "2"}
	former(t, dir, files)
	for _, paths := range [][]string{{"a/x", "y"}, {"a/x"}} {
		s := stage(t, dir, nil)
		want := site{}
		for _, path := range paths {
			want[path] = files[path]
			if _, kept := s.Keep(path, sha256.Sum256([]byte(files[path]))); !kept {
				t.Fatalf("%s is not kept", path)
			}
		}
		changed, err := s.Commit()
		if err != nil || changed != (len(paths) < len(files)) {
			t.Errorf("%v: changed %v, %v", paths, changed, err)
		}
		if diff := cmp.Diff(want, read(t, dir)); diff != "" {
			t.Error(diff)
		}
	}
}
