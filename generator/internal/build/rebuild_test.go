package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/publish"
	"reportsite/generator/internal/testsite"
)

// edits is how many changes the test makes, one after the other.
const edits = 200

// TestRebuildIsABuild changes a site at random, 200 times, and compares what the
// dev server and a build over the last site make of each change against a build
// from nothing: the same bytes, or the same faults (issue 5).
func TestRebuildIsABuild(t *testing.T) {
	dir := t.TempDir()
	testsite.Unpack(t, "../../testdata/site.txtar", dir)
	testsite.Unpack(t, "testdata/rebuild.txtar", dir)
	templates := filepath.Join(dir, "templates")
	copyTheme(t, templates)
	o := Options{Folder: dir, Templates: templates, Jobs: 2, Plain: true}
	again := &Builder{Options: o}
	again.Again = true
	rnd := rand.New(rand.NewPCG(1, 2))
	var last edited
	broken := false // the last edit left the site with errors
	states := 0
	for n := range edits {
		switch {
		case n == 0:
		case broken: // an editor fixes what is broken
			last.undo(t)
		default:
			last = edit(t, rnd, dir, n)
		}
		site, diags, err := again.Site(t.Context(), last.file)
		if err != nil {
			t.Fatal(err)
		}
		fresh, want, wantDiags := fromNothing(t, o)
		if got, want := codes(diags), codes(wantDiags); !slices.Equal(got, want) {
			t.Fatalf("edit %d (%v): faults %v, a build from nothing has %v", n, last.file, got, want)
		}
		if (site == nil) != (want == nil) {
			t.Fatalf("edit %d (%v): built is %v, from nothing %v", n, last.file, site != nil, want != nil)
		}
		if broken = site == nil; broken {
			continue
		}
		states++
		for path := range want {
			data, ok, faults, err := site.Make(path)
			if err != nil || !ok || len(faults) > 0 {
				t.Fatalf("edit %d (%v): %s: ok %v, %v, %v", n, last.file, path, ok, faults, err)
			}
			if !bytes.Equal(data, want[path]) {
				t.Fatalf("edit %d (%v): the server's %s differs from a build from nothing", n, last.file, path)
			}
		}
		if _, faults, err := fresh.Publish(t.Context(), nil); err != nil || len(faults) > 0 {
			t.Fatal(faults, err)
		}
		if diff := differences(t, o.PublicDir(), want); diff != "" {
			t.Fatalf("edit %d (%v): a build over the last site differs from one from nothing: %s", n, last.file, diff)
		}
	}
	if states < edits/2 {
		t.Errorf("only %d of %d states could be built: the edits are too rough", states, edits)
	}
}

func copyTheme(t *testing.T, templates string) {
	t.Helper()
	for _, part := range []string{"partials", "pages", "css", "js", "i18n"} {
		if err := os.CopyFS(filepath.Join(templates, part), os.DirFS("../../../templates/"+part)); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"base.html", "icon.svg"} {
		data, err := os.ReadFile("../../../templates/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(templates, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// differences names the first file of a folder that is not as it should be.
func differences(t *testing.T, dir string, want map[string][]byte) string {
	t.Helper()
	left := maps.Clone(want)
	diff := ""
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if path == publish.Marker { // which names the others and not itself
			text, err := fs.ReadFile(os.DirFS(dir), path)
			names := slices.Sorted(maps.Keys(want))
			if err == nil && !strings.HasSuffix(string(text), ".\n"+strings.Join(names, "\n")+"\n") {
				diff = path
			}
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		if diff == "" && !bytes.Equal(data, want[path]) {
			diff = path
		}
		delete(left, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for path := range left {
		diff = path + " is missing"
	}
	return diff
}

// fromNothing builds the site without any memory; nil when it has errors.
func fromNothing(t *testing.T, o Options) (*Site, map[string][]byte, []diag.Diagnostic) {
	t.Helper()
	b := Builder{Options: o}
	site, diags, err := b.Site(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if site == nil {
		return nil, nil, diags
	}
	files := map[string][]byte{}
	var mu sync.Mutex
	faults, err := site.All(t.Context(), func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		files[path] = bytes.Clone(data)
		return nil
	}, nil)
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v, %v", faults, err)
	}
	if files[export.ZIP] == nil {
		t.Fatal("the build has no archive")
	}
	return site, files, diags
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
	isNew  bool
}

func (e edited) undo(t *testing.T) {
	t.Helper()
	if e.isNew {
		if err := os.Remove(e.file); err != nil {
			t.Fatal(err)
		}
		return
	}
	e.write(t, e.before)
}

func (e edited) write(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile(e.file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// edit changes one file of the site, adds one or takes one away.
func edit(t *testing.T, rnd *rand.Rand, dir string, n int) edited {
	t.Helper()
	var files []string
	for _, pattern := range []string{"config.toml", "content/*.toml", "content/*/*", "content/indicators/*", "templates/css/*.css", "templates/i18n/*.toml"} {
		found, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	file := files[rnd.IntN(len(files))]
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	e := edited{file: file, before: string(data)}
	text := e.before
	indicator := filepath.Base(filepath.Dir(file)) == "indicators" && filepath.Ext(file) == ".toml"
	switch kind := filepath.Ext(file); {
	case indicator && strings.HasPrefix(filepath.Base(file), "extra-") && rnd.IntN(2) == 0:
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
		return e
	case indicator && rnd.IntN(6) == 0:
		e = edited{file: filepath.Join(filepath.Dir(file), fmt.Sprintf("extra-%d.toml", n)), isNew: true}
		text = strings.Replace(text, "name ", fmt.Sprintf("short = \"又%d\"\nname ", n), 1)
	case kind == ".md" && rnd.IntN(2) == 0:
		text += fmt.Sprintf("\n第%d次修改，见[关于](/about/)。\n", n)
	case kind == ".css":
		text += fmt.Sprintf("/* %d */\n", n)
	case kind == ".toml" && rnd.IntN(8) == 0:
		text += "\nbroken"
	case rnd.IntN(3) == 0:
		text = renamed(rnd, text)
	default:
		text = digit(rnd, text)
	}
	e.write(t, text)
	return e
}

// renamed adds a character to a title or name.
func renamed(rnd *rand.Rand, text string) string {
	places := regexp.MustCompile(`(?m)^(title|name|short|text|summary|other)(_en)? *= *"`).FindAllStringIndex(text, -1)
	if len(places) == 0 {
		return text
	}
	at := places[rnd.IntN(len(places))][1]
	return text[:at] + string([]rune("甲乙丙丁戊己庚辛")[rnd.IntN(8)]) + text[at:]
}

// digit changes one digit after an equals sign or in a table's cell, which may
// be a figure, a date or a year.
func digit(rnd *rand.Rand, text string) string {
	var places []int
	value := false
	for n := range text {
		switch c := text[n]; {
		case c == '=' || c == ',':
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
	at := places[rnd.IntN(len(places))]
	return text[:at] + fmt.Sprint(1+rnd.IntN(9)) + text[at+1:]
}
