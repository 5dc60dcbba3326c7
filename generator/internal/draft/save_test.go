package draft

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"reportsite/generator/internal/save"
)

// A review is written anew, but a file of that name that somebody else made is not.
func TestWriteReview(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	review := []save.File{{Path: ReviewText, Data: []byte("one")}}
	d := &Draft{Files: []save.File{{Path: "config.toml", Data: []byte("x")}}}
	for range 2 {
		if _, _, err := d.Write(root, review); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(dir, ReviewText)
	if err := os.WriteFile(name, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	more := &Draft{Files: append(d.Files, save.File{Path: "content/new.md"})}
	if _, _, err := more.Write(root, review); !errors.Is(err, save.ErrExists) {
		t.Errorf("a file of a person: %v", err)
	}
	if got, _ := os.ReadFile(name); string(got) != "mine" {
		t.Errorf("it was changed: %q", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "content")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a part of the draft was written: %v", err)
	}
}

// A file of the site that is there stays as it is, and one that a person has deleted does
// not come back.
func TestWriteKeepsFiles(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	d := &Draft{Files: []save.File{{Path: "config.toml", Data: []byte("x")}, {Path: "content/a.md", Data: []byte("a")}, {Path: "content/b.md", Data: []byte("b")}}}
	if written, _, err := d.Write(root, nil); err != nil || len(written) != 3 {
		t.Fatalf("%v, %v", written, err)
	}
	changed, deleted := filepath.Join(dir, "content", "a.md"), filepath.Join(dir, "content", "b.md")
	if err := errors.Join(os.WriteFile(changed, []byte("mine"), 0o600), os.Remove(deleted)); err != nil {
		t.Fatal(err)
	}
	written, kept, err := d.Write(root, nil)
	if err != nil || len(written) != 0 || len(kept) != 2 {
		t.Errorf("wrote %v, kept %v: %v", written, kept, err)
	}
	if got, _ := os.ReadFile(changed); string(got) != "mine" {
		t.Errorf("it was changed: %q", got)
	}
	if _, err := os.Stat(deleted); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the deleted file: %v", err)
	}
}
