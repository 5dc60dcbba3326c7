package bulletin

import (
	"os"
	"path/filepath"
	"testing"

	"reportsite/generator/internal/save"
)

// Where somebody has changed one of the files since they were read, none is written.
func TestSaveLeavesAChangedFile(t *testing.T) {
	dir := t.TempDir()
	names := []string{filepath.Join(dir, "a.toml"), filepath.Join(dir, "b.toml")}
	for _, name := range names {
		if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	changes := []save.Change{
		{File: save.File{Path: "a.toml", Data: []byte("new")}, Old: []byte("old")},
		{File: save.File{Path: "b.toml", Data: []byte("new")}, Old: []byte("old")},
	}
	if err := os.WriteFile(names[1], []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Save(root, changes); err == nil {
		t.Error("no error")
	}
	for n, want := range []string{"old", "mine"} {
		if got, _ := os.ReadFile(names[n]); string(got) != want {
			t.Errorf("%s is %q, want %q", names[n], got, want)
		}
	}
	if err := os.WriteFile(names[1], []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Save(root, changes); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(names[0]); string(got) != "new" {
		t.Errorf("it is %q", got)
	}
}
