package draft

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"reportsite/generator/internal/scaffold"
)

// A review is written anew, but a file of that name that somebody else made is not.
func TestWriteReview(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	list := []scaffold.File{{Path: ReviewText, Data: []byte("one")}}
	for range 2 {
		if err := WriteReview(root, list); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(dir, ReviewText)
	if err := os.WriteFile(name, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteReview(root, list); !errors.Is(err, scaffold.ErrExists) {
		t.Errorf("a file of a person: %v", err)
	}
	if got, _ := os.ReadFile(name); string(got) != "mine" {
		t.Errorf("it was changed: %q", got)
	}
}
