package serve

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// TestSpreadsheets saves a workbook as Excel, WPS and LibreOffice do: each time there is
// one build, which sees the whole new workbook, and none for locks and temporary files.
func TestSpreadsheets(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(path(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	rename := func(from, to string) {
		t.Helper()
		if err := os.Rename(path(from), path(to)); err != nil {
			t.Fatal(err)
		}
	}
	remove := func(name string) {
		t.Helper()
		if err := os.Remove(path(name)); err != nil {
			t.Fatal(err)
		}
	}
	step := func() { time.Sleep(40 * time.Millisecond) } // longer than the pause after other files
	write("firms.xlsx", "old")
	w, err := watch([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	var mu sync.Mutex
	var seen []string
	ctx, stop := context.WithCancel(t.Context())
	var done sync.WaitGroup
	done.Go(func() {
		w.run(ctx, func([]string, time.Time) {
			text, err := os.ReadFile(path("firms.xlsx"))
			if err != nil {
				text = []byte(err.Error())
			}
			mu.Lock()
			defer mu.Unlock()
			seen = append(seen, string(text))
		})
	})
	defer func() { stop(); done.Wait() }()
	// builds waits for a build and gives what the builds since the last call saw.
	builds := func() []string {
		for range 100 {
			time.Sleep(50 * time.Millisecond)
			mu.Lock()
			n := len(seen)
			mu.Unlock()
			if n > 0 {
				break
			}
		}
		time.Sleep(2 * settleSheet) // for a second one, which there should not be
		mu.Lock()
		defer mu.Unlock()
		list := seen
		seen = nil
		return list
	}
	for _, c := range []struct {
		program string
		save    func(text string)
	}{
		{"Excel", func(text string) {
			write("8A3D1000", text)
			step()
			rename("firms.xlsx", "B1C2D3E4.tmp")
			step()
			rename("8A3D1000", "firms.xlsx")
			step()
			remove("B1C2D3E4.tmp")
		}},
		{"WPS", func(text string) {
			write("firms.xlsx.tmp", text)
			step()
			remove("firms.xlsx")
			step()
			rename("firms.xlsx.tmp", "firms.xlsx")
		}},
		{"LibreOffice", func(text string) {
			write("firms.xlsx", "")
			step()
			write("firms.xlsx", text)
		}},
	} {
		c.save(c.program)
		if got := builds(); len(got) != 1 || got[0] != c.program {
			t.Errorf("%s: the builds saw %q", c.program, got)
		}
	}
	for _, name := range []string{"~$firms.xlsx", ".~firms.xlsx", ".~lock.firms.xlsx#", "ABCD1234", "x.TMP"} {
		write(name, "lock")
		remove(name)
	}
	time.Sleep(2 * settleSheet)
	mu.Lock()
	defer mu.Unlock()
	if len(seen) > 0 {
		t.Errorf("%d builds for locks", len(seen))
	}
}
