package page

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/theme"
)

// themeFiles copies the real theme, to be spoilt.
func themeFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	files, dir := fstest.MapFS{}, os.DirFS(templatesDir)
	for _, pattern := range []string{"*.html", "*/*.html", "css/*.css", "js/*.js", "i18n/*.toml", "icon.svg"} {
		names, err := fs.Glob(dir, pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(dir, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: data}
		}
	}
	return files
}

// Faults of a theme are found before or while pages are made, and say where.
func TestThemeFaults(t *testing.T) {
	const home = "pages/home.html"
	for name, c := range map[string]struct {
		spoil func(fstest.MapFS)
		want  []string
	}{
		"a page's template is missing": {
			func(f fstest.MapFS) { delete(f, home) },
			[]string{"templates/pages/home.html: P001 the theme lacks this file"},
		},
		"the messages of a language are missing": {
			func(f fstest.MapFS) { delete(f, "i18n/en.toml") },
			[]string{"templates/i18n/en.toml: P001 the theme lacks this file"},
		},
		"the syntax is broken": {
			func(f fstest.MapFS) { put(f, home, "{{define \"main\"}}\n<h1>标题</h1>\n{{if}}\n{{end}}") },
			[]string{"templates/pages/home.html:3: P002 this template cannot be used: missing value for if"},
		},
		"a called template is not there": {
			func(f fstest.MapFS) { put(f, home, "{{define \"main\"}}\n标题 {{template \"crads\" .}}\n{{end}}") },
			[]string{"templates/pages/home.html:2:15: P003 there is no template `crads`"},
		},
		"the main template is not there": {
			func(f fstest.MapFS) { put(f, home, "<h1></h1>") },
			[]string{"templates/pages/home.html: P003 there is no template `main`"},
		},
		"a message is not there": {
			func(f fstest.MapFS) { put(f, home, "{{define \"main\"}}\n  {{t \"helo\"}}\n{{end}}") },
			[]string{"templates/pages/home.html:2:5: P004 there is no message `helo`"},
		},
		"one language lacks a message": {
			func(f fstest.MapFS) { add(f, "i18n/zh-CN.toml", "\nextra = \"多\"\n") },
			[]string{"templates/i18n/zh-CN.toml:LINE:10: P005 the message `extra` is missing in templates/i18n/en.toml"},
		},
		"a message that the program needs is missing": {
			func(f fstest.MapFS) {
				for _, lang := range []string{"zh-CN", "en"} {
					cut(f, "i18n/"+lang+".toml", "basis-point")
				}
			},
			[]string{
				"templates/i18n/en.toml: P008 the program needs the message `basis-point`",
				"templates/i18n/zh-CN.toml: P008 the program needs the message `basis-point`",
			},
		},
		"a field does not exist": {
			func(f fstest.MapFS) { put(f, home, "{{define \"main\"}}\n<h1>标题</h1>{{.Headline}}\n{{end}}") },
			[]string{"templates/pages/home.html:2:14: P002 this template cannot be used: executing \"main\" at <.Headline>: can't evaluate field Headline in type *page.homePage"},
		},
		"there is no style sheet": {
			func(f fstest.MapFS) {
				maps.DeleteFunc(f, func(p string, _ *fstest.MapFile) bool { return strings.HasPrefix(p, "css/") })
			},
			[]string{"templates/css: P007 the theme has no style sheet"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := themeFiles(t)
			c.spoil(files)
			theme, diags, err := theme.Load(files, needs())
			if err != nil {
				t.Fatal(err)
			}
			if theme != nil {
				_, diags = renderAll(t, filesOf(theme, tinySite()))
			}
			var got []string
			for _, d := range diags {
				got = append(got, d.Pos.String()+": "+d.Rule.Code+" "+d.Message(diag.English))
			}
			for n, want := range c.want {
				c.want[n] = strings.Replace(want, "LINE", fmt.Sprint(lineOf(files, "i18n/zh-CN.toml", "extra")), 1)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func put(f fstest.MapFS, path, text string) { f[path] = &fstest.MapFile{Data: []byte(text)} }

func add(f fstest.MapFS, path, text string) { put(f, path, string(f[path].Data)+text) }

// cut takes the line that begins with a word out of a file.
func cut(f fstest.MapFS, path, word string) {
	put(f, path, regexp.MustCompile(`(?m)^`+word+`\b.*\n`).ReplaceAllString(string(f[path].Data), ""))
}

func lineOf(f fstest.MapFS, path, word string) int {
	for n, line := range strings.Split(string(f[path].Data), "\n") {
		if strings.HasPrefix(line, word) {
			return n + 1
		}
	}
	return 0
}

// Every message is asked for by a template or by the program.
func TestMessagesAreUsed(t *testing.T) {
	var templates strings.Builder
	for name, f := range themeFiles(t) {
		if strings.HasSuffix(name, ".html") {
			templates.Write(f.Data)
		}
	}
	for _, id := range loadTheme(t).Texts(model.Chinese).IDs() {
		if !slices.Contains(needs(), id) && !strings.Contains(templates.String(), `t "`+id+`"`) {
			t.Errorf("nothing asks for the message %q", id)
		}
	}
}
