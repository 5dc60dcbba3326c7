package main

import (
	"io"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/google/go-cmp/cmp/cmpopts"
	"reportsite/generator/internal/message"
)

// firstCells gives the code of the first cell in the rows of the table below a
// head line.
func firstCells(t *testing.T, doc, head string) []string {
	t.Helper()
	table := regexp.MustCompile(`(?m)^\| ` + head + ` \|.*\n\|[-|]+\n((?:\|.*\n)+)`).FindStringSubmatch(readDoc(t, doc))
	if table == nil {
		t.Fatalf("%s has no table with the head %q", doc, head)
	}
	var cells []string
	for _, m := range regexp.MustCompile("(?m)^\\| `-?([A-Za-z-]+)").FindAllStringSubmatch(table[1], -1) {
		cells = append(cells, m[1])
	}
	slices.Sort(cells)
	return cells
}

// The READMEs name every command and every flag of build, and no other.
func TestReadmesNameCommandsAndFlags(t *testing.T) {
	var commandNames, flagNames []string
	for _, c := range commands(io.Discard, io.Discard, message.English).Commands {
		commandNames = append(commandNames, c.Name)
	}
	for _, f := range buildFlags(message.English) {
		flagNames = append(flagNames, f.Names()[0])
	}
	slices.Sort(commandNames)
	slices.Sort(flagNames)
	for doc, heads := range map[string][2]string{
		"README.md":       {"command", "flag"},
		"README.zh-CN.md": {"命令", "选项"},
	} {
		if diff := cmp.Diff(commandNames, firstCells(t, doc, heads[0])); diff != "" {
			t.Errorf("%s: commands of the program (-) and of the page (+):\n%s", doc, diff)
		}
		if diff := cmp.Diff(flagNames, firstCells(t, doc, heads[1])); diff != "" {
			t.Errorf("%s: flags of build (-) and of the page (+):\n%s", doc, diff)
		}
	}
}

// The quick start is the same two commands in both languages.
func TestReadmesAgreeOnTheQuickStart(t *testing.T) {
	block := regexp.MustCompile("(?s)## (?:Quick start|快速开始)\\n.*?```sh\\n(.*?)```")
	const want = "go run ./generator\ngo test ./...\n"
	for _, doc := range []string{"README.md", "README.zh-CN.md"} {
		m := block.FindStringSubmatch(readDoc(t, doc))
		if m == nil || m[1] != want {
			t.Errorf("%s: the quick start is %q, want %q", doc, m, want)
		}
	}
}

// generator/README.md has the same table of packages as layers.
func TestPackageTable(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|$")
	described := map[string][]string{}
	for _, m := range row.FindAllStringSubmatch(readDoc(t, "generator/README.md"), -1) {
		described[m[1]] = nil
		for _, p := range quoted.FindAllStringSubmatch(m[2], -1) {
			described[m[1]] = append(described[m[1]], p[1])
		}
	}
	want := map[string][]string{}
	for pkg, may := range layers {
		want[pkg] = slices.Sorted(slices.Values(may))
		slices.Sort(described[pkg])
	}
	if diff := cmp.Diff(want, described, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("packages of layers (-) and of generator/README.md (+):\n%s", diff)
	}
}
