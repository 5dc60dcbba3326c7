package library

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// theme makes a templates folder with a lock file and installed packages.
func theme(t *testing.T, lock string, installed map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"package-lock.json": lock}
	for name, version := range installed {
		files["node_modules/"+name+"/package.json"] = `{"version": "` + version + `"}`
	}
	for _, s := range scripts {
		files[string(s)] = "x"
	}
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const lockFile = `{"packages": {"": {}, "node_modules/echarts": {"version": "6.1.0"}, "node_modules/minisearch": {"version": "7.2.0"}}}`

func TestEnsureFindsWhatIsInstalled(t *testing.T) {
	dir := theme(t, lockFile, map[string]string{"echarts": "6.1.0", "minisearch": "7.2.0"})
	if err := Ensure(t.Context(), dir, func() { t.Error("npm was asked") }); err != nil {
		t.Error(err)
	}
}

// Without npm the reason is told, and nothing else happens.
func TestEnsureWithoutNPM(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	for name, dir := range map[string]string{
		"another version": theme(t, lockFile, map[string]string{"echarts": "5.0.0", "minisearch": "7.2.0"}),
		"one is missing":  theme(t, lockFile, map[string]string{"echarts": "6.1.0"}),
	} {
		err := Ensure(t.Context(), dir, nil)
		if err == nil || !strings.Contains(err.Error(), "there is no npm on this machine") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEnsureNeedsALock(t *testing.T) {
	for name, lock := range map[string]string{"broken": "{", "empty": `{"packages": {"": {}}}`} {
		if err := Ensure(t.Context(), theme(t, lock, nil), nil); err == nil {
			t.Errorf("%s lock file: no error", name)
		}
	}
	if err := Ensure(t.Context(), t.TempDir(), nil); err == nil {
		t.Error("no lock file: no error")
	}
}
