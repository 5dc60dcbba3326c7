//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The floor writes exactly the files of the site, and takes some time for it.
func TestFloorWritesTheSameFiles(t *testing.T) {
	top := t.TempDir()
	want := map[string]string{"index.html": "首页", "data/a/b.json": "{}", "empty": ""}
	for name, text := range want {
		name = filepath.Join(top, "site", "public", name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, aside := floorOf(filepath.Join(top, "site")), filepath.Join(top, "aside")
	for range 2 { // the second run meets the files of the first
		used, err := b.run(aside)
		if err != nil {
			t.Fatal(err)
		}
		if used.wall <= 0 || used.wall > time.Minute {
			t.Errorf("it took %v", used.wall)
		}
		got := map[string]string{}
		for name := range want {
			data, err := os.ReadFile(filepath.Join(b.out, name))
			if err != nil {
				t.Fatal(err)
			}
			got[name] = string(data)
		}
		if d := cmp.Diff(want, got); d != "" || files(b.out) != len(want) {
			t.Errorf("the floor has %d files (-want +got):\n%s", files(b.out), d)
		}
	}
	if n := files(aside); n != len(want) {
		t.Errorf("%d files were set aside, want %d", n, len(want))
	}
}

func TestLeast(t *testing.T) {
	var u usage
	for _, run := range []usage{{3, 2, 5}, {1, 4, 6}, {2, 3, 4}} {
		u = u.least(run)
	}
	if want := (usage{1, 2, 4}); u != want {
		t.Errorf("least = %v, want %v", u, want)
	}
}
