package library

import (
	"os"
	"path/filepath"
	"testing"
)

// Whatever a package-lock.json says, it names libraries or is refused.
func FuzzLocked(f *testing.F) {
	for _, s := range []string{`{"packages": {"": {}, "node_modules/echarts": {"version": "5.0.0"}}}`, `{"packages": null}`, `[]`, `{"packages": {"../../etc": {"version": "1"}}}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "package-lock.json"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		versions, err := locked(dir)
		if (len(versions) == 0) != (err != nil) {
			t.Errorf("%v and %v", versions, err)
		}
	})
}
