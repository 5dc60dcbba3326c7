package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// guides are the descriptions of the format. They are compared with the code, and
// the files that their examples make up are a site that builds.
var guides = []string{"format.md", "format.zh-CN.md"}

func readDoc(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// marked finds the tables of a guide by the comment above each:
// <!-- keys: source.Report -->, <!-- values: op --> or <!-- json: feeds.siteData -->.
var marked = regexp.MustCompile(`(?m)^<!-- (keys|values|json): (\S+) -->\n((?:\|.*\n)+)`)

// quoted finds the words of a cell that stand between backquotes.
var quoted = regexp.MustCompile("`([^`]+)`")

// tables gives the rows of the marked tables of a guide, without their heads.
func tables(t *testing.T, guide, kind string) map[string][][]string {
	t.Helper()
	found := map[string][][]string{}
	for _, m := range marked.FindAllStringSubmatch(readDoc(t, "docs/"+guide), -1) {
		if m[1] != kind {
			continue
		}
		if found[m[2]] != nil {
			t.Errorf("%s: %s %s has two tables", guide, kind, m[2])
		}
		for _, line := range strings.Split(strings.TrimSpace(m[3]), "\n")[2:] {
			cells := strings.Split(strings.Trim(line, "|"), "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			found[m[2]] = append(found[m[2]], cells)
		}
	}
	if len(found) == 0 {
		t.Fatalf("%s has no tables of %s", guide, kind)
	}
	return found
}

// Every key that an editor can write is described, and no other.
func TestGuideHasEveryKey(t *testing.T) {
	written := keysOfStructs(t, "toml", "internal/config/*.go", "internal/source/*.go")
	for _, guide := range guides {
		described := map[string][]string{}
		for name, rows := range tables(t, guide, "keys") {
			for _, row := range rows {
				described[name] = append(described[name], strings.Trim(row[0], "`"))
				if len(row) != 5 {
					t.Errorf("%s: %s: the row of %s has %d cells, want 5", guide, name, row[0], len(row))
				}
			}
		}
		if diff := cmp.Diff(written, described); diff != "" {
			t.Errorf("%s: keys of the code (-) and of the guide (+):\n%s", guide, diff)
		}
	}
}

// Every field of the data files is described, and no other.
func TestOutputHasEveryField(t *testing.T) {
	const doc = "output.md"
	described := map[string][]string{}
	for name, rows := range tables(t, doc, "json") {
		for _, row := range rows {
			described[name] = append(described[name], strings.Trim(row[0], "`"))
		}
	}
	written := keysOfStructs(t, "json", "internal/feeds/data.go", "internal/export/tasks.go", "internal/manifest/manifest.go", "internal/header/header.go")
	if diff := cmp.Diff(written, described); diff != "" {
		t.Errorf("%s: fields of the code (-) and of the page (+):\n%s", doc, diff)
	}
}

// Every value of a closed list is described, and no other.
func TestGuideHasEveryValue(t *testing.T) {
	lists := map[string][]string{
		"op":      words(model.Ops),
		"measure": words(model.Measures),
		"stage":   words(model.Stages),
		"state":   words(model.States),
		"unit":    words(model.Units()),
		"status":  statusIDs(),
	}
	for _, guide := range guides {
		described := map[string][]string{}
		for name, rows := range tables(t, guide, "values") {
			for _, row := range rows {
				cell := row[0]
				if name == "unit" {
					cell = row[1] // units stand together by kind
				}
				for _, m := range quoted.FindAllStringSubmatch(cell, -1) {
					described[name] = append(described[name], m[1])
				}
			}
		}
		slices.Sort(described["unit"])
		if diff := cmp.Diff(lists, described); diff != "" {
			t.Errorf("%s: values of the code (-) and of the guide (+):\n%s", guide, diff)
		}
	}
}

// statusIDs are the states of a target in the order of pages.
func statusIDs() (ids []string) {
	for _, s := range verdict.Statuses() {
		ids = append(ids, string(s.ID))
	}
	return ids
}

// The states of the guide have the names of the code, and its examples are in those
// states.
func TestGuideStatesAreThoseOfTheExamples(t *testing.T) {
	names := map[string]string{}
	for _, s := range verdict.Statuses() {
		names[string(s.ID)] = s.Name.Zh
	}
	for _, guide := range guides {
		site := t.TempDir()
		writeFiles(t, site, examples(t, guide))
		b := build.Builder{Options: build.Options{Folder: site, Templates: "../templates", Jobs: 2, Plain: true}}
		p, diags, err := b.Site(t.Context())
		if err != nil || p == nil {
			t.Fatalf("%s: the examples cannot be read: %v, %v", guide, err, diags)
		}
		states := map[string]string{} // of the targets of the examples' year
		for _, v := range p.Verdicts.List() {
			if v.Target.Period == model.YearOf(2024) {
				states[v.Target.Indicator.ID] = string(v.Status)
			}
		}
		shown := 0
		for _, row := range tables(t, guide, "values")["status"] {
			id := strings.Trim(row[0], "`")
			if row[1] != names[id] {
				t.Errorf("%s: the state %s is called %s, the guide says %s", guide, id, names[id], row[1])
			}
			if row[3] == "–" {
				continue
			}
			shown++
			if example := strings.Trim(row[3], "`"); states[example] != id {
				t.Errorf("%s: the example %s of %s is %q", guide, example, id, states[example])
			}
		}
		if shown < 5 {
			t.Errorf("%s shows %d states by examples", guide, shown)
		}
	}
}

func words[T ~string](list []T) []string {
	var words []string
	for _, t := range list {
		words = append(words, string(t))
	}
	return words
}

// example finds the blocks that are files of the example site; their paths
// stand after the language.
var example = regexp.MustCompile("(?ms)^(`{3,4})(?:toml|markdown|csv|svg|text) ([\\p{Han}a-z0-9/.-]+)\n(.*?)^`{3,4}$")

// examples gives the files of a guide's example site.
func examples(t *testing.T, guide string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, m := range example.FindAllStringSubmatch(readDoc(t, "docs/"+guide), -1) {
		if files[m[2]] != "" {
			t.Errorf("%s: the example %s comes twice", guide, m[2])
		}
		files[m[2]] = m[3]
	}
	if files["config.toml"] == "" {
		t.Fatalf("%s has no example of config.toml", guide)
	}
	return files
}

// An editor who looks for a key finds it in an example.
func TestGuideShowsEveryKey(t *testing.T) {
	for _, guide := range guides {
		var all strings.Builder
		for _, text := range examples(t, guide) {
			all.WriteString(text)
		}
		for name, rows := range tables(t, guide, "keys") {
			for _, row := range rows {
				key := regexp.QuoteMeta(strings.Trim(row[0], "`"))
				shown := regexp.MustCompile(fmt.Sprintf(`(?m)(?:^|[{,] *)%s *=|^\[(?:[^]]*\.)?%s[].]`, key, key))
				if !shown.MatchString(all.String()) {
					t.Errorf("%s: no example shows the key %s of %s", guide, row[0], name)
				}
			}
		}
	}
}

// What the guide shows is right: the site of its examples builds, and no check
// has anything to say.
func TestGuideExamplesBuild(t *testing.T) {
	for _, guide := range guides {
		site := t.TempDir()
		writeFiles(t, site, examples(t, guide))
		var said strings.Builder
		args := []string{"generator", "-C", site, "-templates", "../templates", "-lang", "en", "-strict"}
		if code := run(t.Context(), args, io.Discard, &said); code != exitOK {
			t.Errorf("%s: exit status %d\n%s", guide, code, said.String())
		}
	}
}

// writeFiles writes files by their paths into a folder.
func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Every word that a table of observations may have for its columns, for what a
// figure covers and for a figure that is missing is described, and no other.
func TestGuideHasEveryWordOfTables(t *testing.T) {
	want := map[string][]string{
		"heads":   keysOfMaps(t, "internal/sheet/*.go", "heads"),
		"bases":   keysOfMaps(t, "internal/sheet/*.go", "bases"),
		"missing": keysOfMaps(t, "internal/sheet/*.go", "missing"),
	}
	for name, words := range want {
		if len(words) < 10 {
			t.Fatalf("package sheet has %d words in %s", len(words), name)
		}
		slices.Sort(words)
	}
	for guide, forms := range map[string][3]string{
		"format.md":       {`(?m)^\| column \| heads \|.*\n((?:\|.*\n)+)`, `(?m)^\| basis \| words \|\n((?:\|.*\n)+)`, `(?m)^- A sign says.*\n((?: .*\n)+)`},
		"format.zh-CN.md": {`(?m)^\| 列 \| 表头 \|.*\n((?:\|.*\n)+)`, `(?m)^\| 口径 \| 写法 \|\n((?:\|.*\n)+)`, `(?m)^- 用符号表示.*\n((?: .*\n)+)`},
	} {
		described := map[string][]string{}
		for n, name := range []string{"heads", "bases", "missing"} {
			part := regexp.MustCompile(forms[n]).FindStringSubmatch(readDoc(t, "docs/"+guide))
			if part == nil {
				t.Fatalf("%s does not list the words of %s", guide, name)
			}
			for _, line := range strings.Split(part[1], "\n") {
				if cells := strings.Split(line, "|"); len(cells) > 3 && name == "heads" {
					line = cells[2] // what the cells say has code in it, too
				}
				for _, m := range quoted.FindAllStringSubmatch(line, -1) {
					described[name] = append(described[name], m[1])
				}
			}
			slices.Sort(described[name])
		}
		if diff := cmp.Diff(want, described); diff != "" {
			t.Errorf("%s: words of the code (-) and of the guide (+):\n%s", guide, diff)
		}
	}
}
