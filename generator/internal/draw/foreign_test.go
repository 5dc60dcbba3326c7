package draw

import (
	"os"
	"path/filepath"
	"testing"
)

// A cache in a folder that holds other files touches none of them: neither when
// it throws unfinished packs away, nor when it replaces packs by one.
func TestCacheTouchesOnlyItsOwn(t *testing.T) {
	dir := t.TempDir()
	theirs := []string{"2024.tmp", "notes.tmp", "pack-0123456789abcdef0123456789abcdef01234567.pack", "backup.pack", "0123456789ABCDEF.pack"}
	for _, name := range theirs {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ours := filepath.Join(dir, "123"+tempSuffix)
	damaged := filepath.Join(dir, "0123456789abcdef.pack")
	for _, name := range []string{ours, damaged} {
		if err := os.WriteFile(name, []byte(packHead+"cut short"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, err := openCache(dir)
	if err != nil {
		t.Fatal(err)
	}
	c.spare = true
	c.put(key{1}, []byte("<svg/>"))
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range theirs {
		if data, err := os.ReadFile(filepath.Join(dir, name)); string(data) != "mine" {
			t.Errorf("%s holds %q, %v", name, data, err)
		}
	}
	for _, name := range []string{ours, damaged} {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s is still there", name)
		}
	}
}
