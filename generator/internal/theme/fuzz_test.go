package theme

import (
	"testing"
	"testing/fstest"

	"reportsite/generator/internal/diag"
)

// Whatever stands in the files of a theme, it can be used or has errors with their places.
func FuzzLoad(f *testing.F) {
	const base = `<!doctype html><title>{{template "title" .}}</title>{{template "main" .}}`
	for _, c := range []struct{ page, texts, style string }{
		{`{{define "main"}}a{{end}}`, "home = \"首页\"\n", "a{color:red}"},
		{`{{define "main"}}{{.A.B}}{{end}}`, "[home]\none = \"a\"\nother = \"b\"\n", "@media{"},
		{`{{define "main"}}{{template "gone"}}`, "home = 1\n", "\xff"},
		{`{{define "base"}}{{end}}`, "home = \"{{.N\"\n", ""},
		{`<script>{{.}}</script><a href={{.}}>`, "\"a b\" = {other = \"c\"}\n", "a{&:hover{}}"},
	} {
		f.Add(c.page, c.texts, c.style)
	}
	f.Fuzz(func(t *testing.T, page, texts, style string) {
		file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
		theme, diags, err := Load(fstest.MapFS{
			"base.html": file(base), "pages/a.html": file(page), "css/a.css": file(style), "icon.svg": file("<svg/>"), "js/a.js": file("export {}"),
			"i18n/zh-CN.toml": file(texts), "i18n/en.toml": file("home = \"Home\"\n"),
		}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if (theme == nil) != (diag.Errors(diags) > 0) {
			t.Errorf("a theme: %t, and %d errors", theme != nil, diag.Errors(diags))
		}
		for _, d := range diags {
			if d.Pos.File == "" {
				t.Errorf("%s has no place: %s", d.Rule.Code, d.Message(diag.English))
			}
		}
	})
}
