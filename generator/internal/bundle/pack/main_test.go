package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/bundle"
	"reportsite/generator/internal/library"
)

// templates is a folder with all that a release needs, and more.
func templates() fstest.MapFS {
	files := fstest.MapFS{
		"base.html": {Data: []byte("page")}, "i18n/zh-CN.toml": {Data: []byte("a = 1")},
		"node_modules/echarts/dist/echarts.js":   {Data: []byte("large")},
		"node_modules/echarts/package.json":      {Data: []byte("{}")},
		string(library.ECharts):                  {Data: []byte("charts")},
		string(library.MiniSearch):               {Data: []byte("search")},
		string(library.Characters):               {Data: []byte("characters")},
		string(library.Fonts) + "/unicode.json":  {Data: []byte("{}")},
		string(library.Fonts) + "/files/a.woff2": {Data: []byte("font")},
	}
	return files
}

// The archive has the theme and those parts of the libraries that sites use, and is the
// same each time.
func TestArchive(t *testing.T) {
	data, err := archive(templates(), []byte("terms"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := archive(templates(), []byte("terms"))
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("the second archive differs, %v", err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range z.File {
		text, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		got[f.Name] = string(text)
	}
	want := map[string]string{
		bundle.Licenses: "terms", "base.html": "page", "i18n/zh-CN.toml": "a = 1", string(library.ECharts): "charts", string(library.MiniSearch): "search", string(library.Characters): "characters",
		string(library.Fonts) + "/unicode.json": "{}", string(library.Fonts) + "/files/a.woff2": "font",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A release without a library would be one without charts: it is not made.
func TestArchiveNeedsLibraries(t *testing.T) {
	for _, name := range []string{string(library.ECharts), string(library.MiniSearch), string(library.Characters), string(library.Fonts) + "/unicode.json", string(library.Fonts) + "/files/a.woff2"} {
		files := templates()
		delete(files, name)
		if _, err := archive(files, nil); err == nil {
			t.Errorf("no error without %s", name)
		}
	}
}

// A program from a checkout carries nothing.
func TestNoBundle(t *testing.T) {
	if bundle.Files() != nil {
		t.Error("there is a bundle")
	}
}
