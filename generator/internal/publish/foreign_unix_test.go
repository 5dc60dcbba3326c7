//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Foreign files stay as they are: modes, times, links; and a folder that nobody may
// write to does not stop the next build.
func TestForeignFilesStayAsTheyAre(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{"a": "1", "page": "1"})
	lay(t, dir, site{"secret": "x", "kept/ro/f": "x"})
	long := time.Date(2024, 1, 10, 9, 0, 0, 0, time.UTC)
	if err := errors.Join(
		os.Chmod(filepath.Join(dir, "secret"), 0o600),
		os.Chtimes(filepath.Join(dir, "secret"), long, long),
		os.Symlink("a", filepath.Join(dir, "link")),
		os.Symlink("/nowhere", filepath.Join(dir, "broken")),
		os.Symlink("kept", filepath.Join(dir, "folder")),
		os.Chmod(filepath.Join(dir, "kept/ro"), 0o555),
	); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "kept/ro"), 0o755) })
	for _, text := range []string{"2", "3", "4"} {
		if _, err := stage(t, dir, site{"a": text}).Commit(); err != nil {
			t.Fatal(err)
		}
		onlyPublic(t, dir)
	}
	for name, want := range map[string]fs.FileMode{"secret": 0o600, "kept/ro": fs.ModeDir | 0o555, "kept/ro/f": 0o644} {
		if info, err := os.Lstat(filepath.Join(dir, name)); err != nil || info.Mode() != want {
			t.Errorf("%s is %v, %v; want %v", name, info.Mode(), err, want)
		}
	}
	if info, err := os.Lstat(filepath.Join(dir, "secret")); err != nil || !info.ModTime().Equal(long) {
		t.Errorf("secret is of %v, %v", info.ModTime(), err)
	}
	for name, want := range map[string]string{"link": "a", "broken": "/nowhere", "folder": "kept"} {
		if to, err := os.Readlink(filepath.Join(dir, name)); err != nil || to != want {
			t.Errorf("%s leads to %q, %v; want %q", name, to, err, want)
		}
	}
}

// A link or a pipe that no build made is not replaced by a file of the site; one
// that cannot be kept is named.
func TestForeignThings(t *testing.T) {
	for _, test := range []struct {
		name string
		lay  func(dir string) error
		want *ForeignError
	}{
		{"a link at a new path of the site", func(dir string) error { return os.Symlink("elsewhere", filepath.Join(dir, "b")) },
			&ForeignError{Reason: ErrInTheWay, Files: []string{"b"}}},
		{"a link in the place of a folder of the site", func(dir string) error { return os.Symlink("elsewhere", filepath.Join(dir, "d")) },
			&ForeignError{Reason: ErrInTheWay, Files: []string{"d"}}},
		{"a pipe", func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600) },
			&ForeignError{Reason: ErrStuck, Files: []string{"pipe"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			former(t, dir, site{"a": "1"})
			if err := test.lay(dir); err != nil {
				t.Fatal(err)
			}
			_, err := stage(t, dir, site{"a": "2", "b": "2", "d/e": "2"}).Commit()
			got, ok := errors.AsType[*ForeignError](err)
			if !ok || got.Reason != test.want.Reason || !cmp.Equal(got.Files, test.want.Files) {
				t.Fatalf("Commit = %v, want %v", err, test.want)
			}
			if data, err := os.ReadFile(filepath.Join(dir, "a")); string(data) != "1" {
				t.Errorf("a is %q, %v", data, err)
			}
			if _, err := os.Lstat(filepath.Join(dir, test.want.Files[0])); err != nil {
				t.Error(err)
			}
			onlyPublic(t, dir)
		})
	}
}

// Nothing is removed through a link: neither one in the public folder, nor one in
// the place of a work folder.
func TestNothingIsRemovedThroughALink(t *testing.T) {
	top := t.TempDir()
	lay(t, top, site{"papers/site/a": "mine", "papers/old/a": "mine"})
	dir := filepath.Join(top, "www", "public")
	former(t, dir, site{"a": "1", "docs/x": "1"})
	if err := errors.Join(os.RemoveAll(filepath.Join(dir, "docs")),
		os.Symlink(filepath.Join(top, "papers"), filepath.Join(dir, "docs")),
		os.Symlink(filepath.Join(top, "papers"), filepath.Join(top, "www", ".public.build")),
	); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(dir, Rules{}); !errors.Is(err, errWork) {
		t.Errorf("Begin = %v, want %v", err, errWork)
	}
	if err := os.Remove(filepath.Join(top, "www", ".public.build")); err != nil {
		t.Fatal(err)
	}
	if _, err := stage(t, dir, site{"a": "2"}).Commit(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(site{"site/a": "mine", "old/a": "mine"}, read(t, filepath.Join(top, "papers"))); d != "" {
		t.Errorf("papers (-want +got):\n%s", d)
	}
}
