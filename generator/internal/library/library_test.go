package library

import (
	"errors"
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

// What is damaged after it was installed counts as missing, whatever the damage; what was
// installed by hand in other versions does not.
func TestDamaged(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // no npm
	rename := func(name string) error { return os.Rename(name, name+".away") }
	for name, test := range map[string]struct {
		file   string
		do     func(name string) error
		intact bool
	}{
		"a byte":               {file: string(ECharts), do: func(name string) error { return os.WriteFile(name, []byte("y"), 0o644) }},
		"cut short":            {file: string(MiniSearch), do: func(name string) error { return os.Truncate(name, 0) }},
		"a font":               {file: string(Fonts) + "/files/a.woff2", do: func(name string) error { return os.WriteFile(name, nil, 0o644) }},
		"a font is gone":       {file: string(Fonts) + "/files/a.woff2", do: os.Remove},
		"gone":                 {file: string(Characters), do: rename},
		"a folder":             {file: string(Characters), do: func(name string) error { return errors.Join(os.Remove(name), os.Mkdir(name, 0o755)) }},
		"the note":             {file: recordFile, do: func(name string) error { return os.Truncate(name, 20) }, intact: true},
		"no note":              {file: recordFile, do: os.Remove, intact: true},
		"a new file":           {file: string(Fonts) + "/files/b.woff2", do: func(name string) error { return os.WriteFile(name, nil, 0o644) }, intact: true},
		"another version":      {file: "package-lock.json", do: func(name string) error { return os.WriteFile(name, []byte(lockFile+"\n"), 0o644) }, intact: true},
		"a file of no concern": {file: "node_modules/echarts/README.md", do: func(name string) error { return os.WriteFile(name, nil, 0o644) }, intact: true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := theme(t, lockFile, map[string]string{"echarts": "6.1.0", "minisearch": "7.2.0"})
			font := filepath.Join(dir, filepath.FromSlash(string(Fonts)), "files", "a.woff2")
			if err := errors.Join(os.MkdirAll(filepath.Dir(font), 0o755), os.WriteFile(font, []byte("font"), 0o644)); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				if err := Ensure(t.Context(), dir, nil); err != nil {
					t.Fatal(err)
				}
			}
			if err := test.do(filepath.Join(dir, filepath.FromSlash(test.file))); err != nil {
				t.Fatal(err)
			}
			if err := Ensure(t.Context(), dir, nil); (err == nil) != test.intact {
				t.Errorf("Ensure = %v, want %t", err, test.intact)
			}
		})
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
