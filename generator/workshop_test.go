package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/draw"
	"reportsite/generator/internal/export"
)

// edits is how many changes the test makes, one after the other.
const edits = 200

// TestRebuildIsABuild changes a site at random, 200 times, and holds what the
// dev server makes of each change against a build from nothing: the same bytes,
// or the same faults.
func TestRebuildIsABuild(t *testing.T) {
	dir := t.TempDir()
	extract(t, "testdata/site.txtar", dir)
	templates := filepath.Join(dir, "templates")
	for _, part := range []string{"partials", "pages", "css", "js", "i18n"} {
		if err := os.CopyFS(filepath.Join(templates, part), os.DirFS("../templates/"+part)); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"base.html", "icon.svg"} {
		data, err := os.ReadFile("../templates/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(templates, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := &options{
		site: dir, templates: templates, format: "text", jobs: 2, lang: diag.English,
		findings: io.Discard, stderr: io.Discard,
	}
	plain := &tools{drawing: draw.Options{Colors: colors()}}
	shop := &workshop{o: o, tools: plain}
	var err error
	if shop.studio, err = draw.Open(plain.drawing); err != nil {
		t.Fatal(err)
	}
	dice := rand.New(rand.NewPCG(1, 2))
	var changed []string
	var broken *edited // the last edit, where it left the site with errors
	built := 0
	for n := range edits {
		var last edited
		switch {
		case n == 0:
		case broken != nil: // an editor mends what is broken
			last = *broken
			last.write(t, last.before)
			changed = []string{last.file}
		default:
			last = edit(t, dice, dir, n)
			changed = []string{last.file}
		}
		broken = nil
		site, diags, err := shop.site(t.Context(), changed)
		if err != nil {
			t.Fatal(err)
		}
		want, wantDiags := fromNothing(t, o)
		if got, want := codes(diags), codes(wantDiags); !slices.Equal(got, want) {
			t.Fatalf("edit %d (%v): faults %v, a build from nothing has %v", n, changed, got, want)
		}
		if (site == nil) != (want == nil) {
			t.Fatalf("edit %d (%v): built is %v, from nothing %v", n, changed, site != nil, want != nil)
		}
		if site == nil {
			broken = &last
			continue
		}
		built++
		for _, path := range slices.Sorted(maps.Keys(want)) {
			data, ok, faults, err := site(path)
			if err != nil || !ok || len(faults) > 0 {
				t.Fatalf("edit %d (%v): %s: ok %v, %v, %v", n, changed, path, ok, faults, err)
			}
			if !bytes.Equal(data, want[path]) {
				t.Fatalf("edit %d (%v): %s differs from a build from nothing", n, changed, path)
			}
		}
	}
	if built < edits/2 {
		t.Errorf("only %d of %d states could be built: the edits are too rough", built, edits)
	}
}

// fromNothing builds the site without any memory; nil when it has errors.
func fromNothing(t *testing.T, o *options) (map[string][]byte, []diag.Diagnostic) {
	t.Helper()
	p, diags, err := prepare(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if p == nil {
		return nil, diags
	}
	plain := &tools{drawing: draw.Options{Colors: colors()}}
	studio, err := draw.Open(plain.drawing)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	var mu sync.Mutex
	faults, err := p.render(t.Context(), 2, plain, studio, &progress{w: io.Discard}, func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		files[path] = bytes.Clone(data)
		return nil
	})
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v, %v", faults, err)
	}
	if files[export.ZIP] == nil {
		t.Fatal("the build has no archive")
	}
	return files, diags
}

func codes(diags []diag.Diagnostic) []string {
	var list []string
	for _, d := range diag.Sort(slices.Clone(diags)) {
		list = append(list, d.Pos.String()+" "+d.Rule.Code)
	}
	return list
}

// edited is a file that was changed.
type edited struct {
	file   string
	before string
}

func (e edited) write(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile(e.file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// edit changes one file of the site.
func edit(t *testing.T, dice *rand.Rand, dir string, n int) edited {
	t.Helper()
	var files []string
	for _, pattern := range []string{"config.toml", "content/*.toml", "content/*/*", "templates/css/*.css", "templates/i18n/*.toml"} {
		found, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	file := files[dice.IntN(len(files))]
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	e := edited{file, string(data)}
	text := e.before
	switch kind := filepath.Ext(file); {
	case kind == ".md":
		text += fmt.Sprintf("\n第%d次修改，见[关于](/about/)。\n", n)
	case kind == ".css":
		text += fmt.Sprintf("/* %d */\n", n)
	case dice.IntN(8) == 0:
		text += "\nbroken"
	default:
		text = digit(dice, text)
	}
	e.write(t, text)
	return e
}

// digit changes one digit after an equals sign, which may be a figure, a date
// or a year.
func digit(dice *rand.Rand, text string) string {
	var places []int
	value := false
	for n := range text {
		switch c := text[n]; {
		case c == '=':
			value = true
		case c == '\n':
			value = false
		case value && c >= '1' && c <= '9':
			places = append(places, n)
		}
	}
	if len(places) == 0 {
		return text + "\n# nothing\n"
	}
	at := places[dice.IntN(len(places))]
	return text[:at] + fmt.Sprint(1+dice.IntN(9)) + text[at+1:]
}
