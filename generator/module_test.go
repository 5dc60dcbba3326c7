package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestModuleGroups checks that go.mod lists what only tests and tools/ need in a block
// of its own, below the comment “Test dependencies, and those of tools/.”.
func TestModuleGroups(t *testing.T) {
	data, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile(`(?s)(// Test dependencies, and those of tools/\.\n)?require \((.*?)\n\)`).FindAllStringSubmatch(string(data), -1)
	forTests := map[string]bool{}
	for _, block := range blocks {
		for line := range strings.Lines(block[2]) {
			if f := strings.Fields(line); len(f) == 2 { // not // indirect
				forTests[f[0]] = block[1] != ""
			}
		}
	}
	inProgram := map[string]bool{}
	err = filepath.WalkDir(".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		list := imports(t, name)
		if slices.Contains(list, "testing") {
			return nil // a package for tests alone
		}
		for _, imported := range list {
			for module := range forTests {
				if imported == module || strings.HasPrefix(imported, module+"/") {
					inProgram[module] = true
				}
			}
		}
		return nil
	})
	if err != nil || len(inProgram) == 0 || len(inProgram) == len(forTests) {
		t.Fatalf("%d of %d modules are imported by the program: %v", len(inProgram), len(forTests), err)
	}
	for module, test := range forTests {
		if test == inProgram[module] {
			t.Errorf("%s: only tests need it: %t; go.mod lists it as a test dependency: %t", module, !inProgram[module], test)
		}
	}
}
