package main

import (
	"context"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
)

// shownCase is a case with what the program says to it.
type shownCase struct {
	*checkCase
	finding diag.Diagnostic
	site    siteFiles
}

// TestChecksGuide lays every case of testdata/checks over the site of
// testdata/site.txtar, in which nothing is found, and compares what the program
// finds then with what the case is to bring about. Every rule has a case, or a
// reason why not; docs/checks.md shows the cases.
func TestChecksGuide(t *testing.T) {
	all := rules(t)
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	run := caseRun{site: archiveFiles(t, "testdata/site.txtar"), theme: readTheme(t, templates), templates: templates}
	shown := map[string]*shownCase{}
	known := map[string]bool{}
	for _, chapter := range chapters {
		for _, c := range readCases(t, chapter.letter) {
			if _, ok := all[c.code]; !ok || !strings.HasPrefix(c.code, chapter.letter) {
				t.Errorf("%s.txtar has the case %s, which is no rule of it", chapter.letter, c.code)
			}
			known[c.code] = true
			if c.none != "" {
				continue
			}
			t.Run(c.code, func(t *testing.T) { shown[c.code] = run.of(t, c) })
		}
	}
	for code := range all {
		if !known[code] {
			t.Errorf("%s has no case, and no reason why not, in testdata/checks", code)
		}
	}
	if len(shown) > 1 && !t.Failed() { // not when one case alone was asked for
		t.Run("guide", func(t *testing.T) { checkGuide(t, all, shown) })
	}
}

// caseRun is what the cases are laid over.
type caseRun struct {
	site, theme siteFiles
	templates   string // the folder of the theme, for cases that do not change it
}

// of runs a case.
func (r caseRun) of(t *testing.T, c *checkCase) *shownCase {
	t.Helper()
	t.Chdir(t.TempDir()) // messages name some folders as they are given
	o := &options{Options: build.Options{Folder: "site", Templates: r.templates, Jobs: 2}, format: "text", findings: io.Discard, stderr: io.Discard}
	files := maps.Clone(r.site)
	if c.changesTheme() {
		maps.Copy(files, r.theme)
		o.Templates = filepath.Join("site", "templates")
	}
	files = c.over(t, files)
	files.write(t, o.Folder)
	diags, err := c.found(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return &shownCase{c, c.only(t, diags), files}
}

// found is what check finds, and what build finds of folders where check finds
// nothing. The theme is read only for the cases that change it: it takes ten
// times as long as all the rest.
func (c *checkCase) found(ctx context.Context, o *options) ([]diag.Diagnostic, error) {
	if !c.changesTheme() && !strings.HasPrefix(c.code, "B") {
		b := build.Builder{Options: o.Options}
		diags, err := b.Read(ctx)
		return diag.Sort(diags), err
	}
	_, diags, err := o.examine(ctx)
	if err != nil || len(diags) > 0 {
		return diags, err
	}
	b := build.Builder{Options: o.Options}
	site, diags, err := b.Site(ctx)
	if site != nil && err == nil {
		var faults []diag.Diagnostic
		_, faults, err = site.Publish(ctx, nil)
		diags = append(diags, faults...)
	}
	return diags, err
}

// readTheme reads the files of the theme but the libraries, as a site has them
// that brings its own.
func readTheme(t *testing.T, dir string) siteFiles {
	t.Helper()
	files := siteFiles{}
	for _, pattern := range []string{"*.*", "*/*.*"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("found no files of the theme: %v", err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				continue // a folder
			}
			rel, err := filepath.Rel(dir, name)
			if err != nil {
				t.Fatal(err)
			}
			files[path.Join("templates", filepath.ToSlash(rel))] = data
		}
	}
	return files
}

func (c *checkCase) changesTheme() bool {
	return slices.ContainsFunc(c.changes, func(ch change) bool { return ch.path == "templates" || strings.HasPrefix(ch.path, "templates/") })
}

// only gives the finding of the case's code. What else was found fails the test,
// but for what the case announces.
func (c *checkCase) only(t *testing.T, diags []diag.Diagnostic) diag.Diagnostic {
	t.Helper()
	var codes []string
	var finding diag.Diagnostic
	for _, d := range diags {
		if d.Rule == build.NoECharts {
			continue // a matter of the machine
		}
		if !slices.Contains(codes, d.Rule.Code) {
			codes = append(codes, d.Rule.Code)
		}
		if d.Rule.Code == c.code && finding.Rule == nil {
			finding = d
		}
	}
	want := append([]string{c.code}, c.also...)
	slices.Sort(want)
	slices.Sort(codes)
	if diff := cmp.Diff(want, codes); diff != "" {
		var said strings.Builder
		if err := (diag.Printer{Lang: diag.English, Files: os.DirFS("site")}).Print(&said, diags); err != nil {
			t.Fatal(err)
		}
		t.Errorf("codes of the case (-) and found (+):\n%s\n%s", diff, said.String())
	}
	return finding
}
