package verify

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/manifest"
)

// content is a small site.
var content = map[string]string{
	"index.html":              "<!DOCTYPE html>\n<title>home</title>",
	"gdp/index.html":          "<!DOCTYPE html>\n<title>gdp</title>",
	"404.html":                "<!DOCTYPE html>\n<title>404</title>",
	"assets/a.0123456789.css": "body { color: black; color: black; color: black; color: black; color: black }",
	"data/gdp.json":           `{"value": 8.5}`,
	"_headers":                "/*\n",
	"_redirects":              "/old/ /gdp/ 301\n",
}

func files() []manifest.File {
	var l manifest.List
	for name, text := range content {
		l.Add(name, []byte(text))
	}
	return l.Files()
}

func TestFolder(t *testing.T) {
	for name, test := range map[string]struct {
		change func(fstest.MapFS)
		want   []Finding
	}{
		"the same": {func(fstest.MapFS) {}, nil},
		"one byte": {func(f fstest.MapFS) { f["data/gdp.json"] = file(`{"value": 8.6}`) },
			[]Finding{{Kind: Changed, Path: "data/gdp.json", Want: "sha256 a8bf1ba5e198…", Got: "sha256 9e6a7a9de679…"}}},
		"longer":     {func(f fstest.MapFS) { f["index.html"] = file(content["index.html"] + "<script>") }, []Finding{{Kind: Changed, Path: "index.html", Want: "35 B", Got: "43 B"}}},
		"gone":       {func(f fstest.MapFS) { delete(f, "404.html") }, []Finding{{Kind: Missing, Path: "404.html"}}},
		"a new page": {func(f fstest.MapFS) { f["gdp/win/index.html"] = file("bet here") }, []Finding{{Kind: Added, Path: "gdp/win/index.html"}}},
		"what is ignored": {func(f fstest.MapFS) {
			f[".well-known/a"], f["CNAME"], f[".gitignore"] = file("a"), file("b"), file("*")
		}, nil},
		"hidden": {func(f fstest.MapFS) { f["gdp/.gitignore"] = file("*") }, []Finding{{Kind: Added, Path: "gdp/.gitignore"}}},
		"a folder in its place": {func(f fstest.MapFS) { delete(f, "404.html"); f["404.html/x"] = file("x") },
			[]Finding{{Kind: Changed, Path: "404.html", Want: "34 B", Got: "d---------"}}},
		"a link in its place": {func(f fstest.MapFS) {
			f["404.html"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("index.html")}
		},
			[]Finding{{Kind: Changed, Path: "404.html", Want: "34 B", Got: "L---------"}}},
	} {
		t.Run(name, func(t *testing.T) {
			folder := fstest.MapFS{}
			for name, text := range content {
				folder[name] = file(text)
			}
			test.change(folder)
			ignore, err := Ignore([]string{".well-known", "CNAME"})
			if err != nil {
				t.Fatal(err)
			}
			got, err := Folder(folder, files(), ignore)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(test.want, got); d != "" {
				t.Error(d)
			}
			if Differs(got) != (test.want != nil) {
				t.Errorf("Differs = %t", Differs(got))
			}
		})
	}
	if _, err := Ignore([]string{"a", "["}); err == nil {
		t.Error("no error for a pattern that is none")
	}
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
