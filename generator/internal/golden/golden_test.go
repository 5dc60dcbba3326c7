package golden_test

import (
	"os"
	"path/filepath"
	"testing"

	"reportsite/generator/internal/golden"
)

// TestUpdates holds that a kept file is written on request alone, and never in CI.
func TestUpdates(t *testing.T) {
	for _, c := range []struct {
		update, ci string
		want       bool
	}{
		{"", "", false}, {"1", "", true}, {"1", "true", false}, {"", "true", false},
	} {
		t.Setenv("UPDATE", c.update)
		t.Setenv("CI", c.ci)
		if got := golden.Updates(); got != c.want {
			t.Errorf("UPDATE=%q CI=%q: %t, want %t", c.update, c.ci, got, c.want)
		}
	}
}

// TestCompareWrites holds what Compare may write: the file that it is given, when it
// updates.
func TestCompareWrites(t *testing.T) {
	folder := t.TempDir()
	file, other := filepath.Join(folder, "new", "a.txt"), filepath.Join(folder, "b.txt")
	if err := os.WriteFile(other, []byte("b"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CI", "")
	t.Setenv("UPDATE", "1")
	golden.Compare(t, file, "one\n")
	t.Setenv("UPDATE", "")
	golden.Compare(t, file, "one\n")
	for name, want := range map[string]string{file: "one\n", other: "b"} {
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%s holds %q, want %q (%v)", name, got, want, err)
		}
	}
	if left, err := filepath.Glob(filepath.Join(folder, "*")); err != nil || len(left) != 2 {
		t.Errorf("the folder holds %v (%v)", left, err)
	}
}
