package wording

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// sites are the folders of the two reports of this repository.
var sites = []string{"../../../content", "../../../examples/national/content"}

// lines are the lines of the files that a pattern below the sites finds, with
// what a regular expression finds in them.
func lines(t *testing.T, pattern string, form *regexp.Regexp, visit func(file, words string)) {
	t.Helper()
	for _, root := range sites {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s in %s: %v", pattern, root, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range form.FindAllSubmatch(data, -1) {
				visit(file, string(m[1]))
			}
		}
	}
}

// Every figure that the prose of the two sites cites is understood.
func TestCited(t *testing.T) {
	read := 0
	cited := regexp.MustCompile(`(?:^|[^!])\[([^\]\[]+)\]\(indicator:[a-z0-9-]+[^)]*\)`)
	lines(t, "*/*.md", cited, func(file, words string) {
		if !HasFigure(words) {
			return
		}
		read++
		if _, err := Parse(words); err != nil {
			t.Errorf("%s: %q: %v", file, words, err)
		}
	})
	if read < 100 {
		t.Errorf("only %d figures were found", read)
	}
}

// The words of the reports that the data quotes are understood as well, but for
// goals that are in words only.
func TestAsWritten(t *testing.T) {
	read := 0
	quoted := regexp.MustCompile(`as_written(?:_en)? *= *"([^"]+)"`)
	lines(t, "indicators/*.toml", quoted, func(file, words string) {
		if _, err := Parse(words); err == nil {
			read++
		} else if HasFigure(words) {
			t.Errorf("%s: %q: %v", file, words, err)
		}
	})
	if read < 100 {
		t.Errorf("only %d figures were found", read)
	}
}
