package save

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"reportsite/generator/internal/need"

	"github.com/google/go-cmp/cmp"
)

// Adding to a file touches that file alone: its mode stays, and so do the files
// beside it that have the names of half-written ones.
func TestAppendTouchesOneFile(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.toml": "x = 1\n", ".a.toml.new": "mine", ".a.toml.new0": "mine"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := Append(root, File{"a.toml", []byte("y = 2\n")}); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got[e.Name()] = string(data)
	}
	if d := cmp.Diff(map[string]string{"a.toml": "x = 1\n\ny = 2\n", ".a.toml.new": "mine", ".a.toml.new0": "mine"}, got); d != "" {
		t.Errorf("the folder (-want +got):\n%s", d)
	}
	if info, err := os.Stat(filepath.Join(dir, "a.toml")); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
}

// A link is neither followed nor replaced.
func TestAppendLeavesALink(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "real.toml"), []byte("x = 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	need.Link(t, "real.toml", filepath.Join(dir, "a.toml"))
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := Append(root, File{"a.toml", []byte("y = 2\n")}); !errors.Is(err, ErrLink) {
		t.Errorf("Append = %v, want %v", err, ErrLink)
	}
	if to, err := os.Readlink(filepath.Join(dir, "a.toml")); to != "real.toml" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
}

// When one of several files exists, none is written and none is touched; when the
// disk fails, only what was written goes.
func TestWriteRemovesOnlyItsOwn(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "c"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := Files(root, []File{{"a", nil}, {"c", []byte("new")}}); !errors.Is(err, ErrExists) {
		t.Errorf("Files = %v, want %v", err, ErrExists)
	}
	if err := Files(root, []File{{"a", nil}, {"c/d", nil}}); err == nil { // c is a file
		t.Error("a file below a file was written")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != "c" {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "c")); string(data) != "mine" {
		t.Errorf("c holds %q, %v", data, err)
	}
}

// A file that has changed since it was read stays as it is, and so does a link.
func TestReplaceLeavesAChangedFile(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	name := filepath.Join(dir, "a.toml")
	if err := os.WriteFile(name, []byte("one"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Replace(root, File{"a.toml", []byte("two")}, []byte("other")); !errors.Is(err, ErrChanged) {
		t.Errorf("a changed file: %v", err)
	}
	if err := Replace(root, File{"a.toml", []byte("two")}, []byte("one")); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(name); string(got) != "two" {
		t.Errorf("it holds %q", got)
	}
	if info, _ := os.Stat(name); info.Mode().Perm() != 0o640 {
		t.Errorf("its mode is %v", info.Mode())
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("files beside it: %v", left)
	}
}
