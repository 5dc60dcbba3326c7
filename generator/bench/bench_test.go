//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Hugo is measured on pages that hold as much as ours: prose, table and option.
func TestHugoPagesAreEqual(t *testing.T) {
	dir := t.TempDir()
	if err := writeHugoSite(dir, 30); err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "content", "indicators", "*.md"))
	if err != nil || len(pages) != 30 {
		t.Fatalf("%d pages, want 30: %v", len(pages), err)
	}
	data, err := os.ReadFile(pages[7])
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if rows := strings.Count(text, "\n| 202"); rows != 24 {
		t.Errorf("the table has %d rows, want 24", rows)
	}
	if len(text) < 2000 || !strings.Contains(text, `"series"`) {
		t.Errorf("the page has %d bytes: prose or option is missing", len(text))
	}
}

func TestOnceMeasures(t *testing.T) {
	u, err := once([]string{"sleep", "0.01"})
	if err != nil {
		t.Fatal(err)
	}
	if u.wall < 10*time.Millisecond || u.peak <= 0 {
		t.Errorf("a run of 10 ms took %v and %d bytes", u.wall, u.peak)
	}
	if _, err := once([]string{"false"}); err == nil {
		t.Error("a program that fails is no measurement")
	}
}
