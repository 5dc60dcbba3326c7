// Package golden compares what a test made with a kept file, and writes the file anew
// when UPDATE=1 is set. Only tests import it.
package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Updates reports whether kept files are to be written anew: UPDATE is set. In CI it
// is false, so that a pipeline cannot approve its own output.
func Updates() bool { return os.Getenv("UPDATE") != "" && os.Getenv("CI") == "" }

// Compare fails the test when the file does not hold got, line by line. When Updates
// it writes the file first.
func Compare(t *testing.T, file, got string) {
	t.Helper()
	if Updates() {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (UPDATE=1 writes it anew; look at it before you commit it):\n%s", file, diff)
	}
}
