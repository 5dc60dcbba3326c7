//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// The runs remove what is in their work folder: it has to be one of theirs.
func TestClaim(t *testing.T) {
	top := t.TempDir()
	work := filepath.Join(top, "work")
	for range 2 { // the second finds the mark of the first
		if err := claim(work); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(work, "report-1"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	papers := filepath.Join(top, "papers")
	if err := os.MkdirAll(filepath.Join(papers, "theme"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := claim(papers); err == nil {
		t.Error("a folder with something in it was taken")
	}
	if entries, err := os.ReadDir(papers); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}
