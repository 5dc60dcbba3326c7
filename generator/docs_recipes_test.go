package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestRecipesNameWhatExists checks that every file, folder and test that the
// recipes of CONTRIBUTING.md name exists.
func TestRecipesNameWhatExists(t *testing.T) {
	_, recipes, _ := strings.Cut(readDoc(t, "CONTRIBUTING.md"), "\n## Recipes\n")
	recipes, _, ok := strings.Cut(recipes, "\n## ")
	if !ok {
		t.Fatal("CONTRIBUTING.md has no recipes")
	}
	tests := testNames(t)
	form := regexp.MustCompile(`\bTest[A-Z]\w+`)
	places, named := 0, 0
	for _, m := range quoted.FindAllStringSubmatch(recipes, -1) {
		for _, name := range form.FindAllString(m[1], -1) {
			if named++; !tests[name] {
				t.Errorf("there is no test %s", name)
			}
		}
		if !strings.Contains(m[1], "/") || strings.ContainsAny(m[1], " ") {
			continue
		}
		place := filepath.Join("..", m[1])
		if top, _, _ := strings.Cut(m[1], "/"); top != "generator" && top != "templates" && top != "docs" && top != "content" && top != "examples" {
			place = filepath.Join("internal", m[1])
		}
		if _, err := os.Stat(place); err != nil {
			t.Errorf("%s: %v", m[1], err)
		}
		places++
	}
	if places < 20 || named < 20 {
		t.Errorf("found %d places and %d tests", places, named)
	}
}

// testNames are the names of all tests below this folder.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	function := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	err := filepath.WalkDir(".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		data, err := os.ReadFile(name)
		for _, m := range function.FindAllSubmatch(data, -1) {
			names[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
