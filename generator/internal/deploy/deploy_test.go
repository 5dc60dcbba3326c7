package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/header"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/publish"
)

type files map[string]string

// built writes a site as a build does, with its manifest and mark, into a new folder.
func built(t testing.TB, content files) *Site {
	t.Helper()
	dir := t.TempDir()
	var list manifest.List
	paths := []string{manifest.Name}
	for name, text := range content {
		list.Add(name, []byte(text))
		paths = append(paths, name)
	}
	list.Add(publish.Marker, publish.Mark(paths))
	m := manifest.Manifest{Schema: 1, Program: "test", Data: "0", Files: list.Files(), Headers: []header.Rule{
		{Path: "/assets/*", Set: []header.Line{{Name: "Cache-Control", Value: header.Kept}}},
	}}
	var text bytes.Buffer
	if err := m.Write(&text); err != nil {
		t.Fatal(err)
	}
	all := maps.Clone(content)
	all[manifest.Name], all[publish.Marker] = text.String(), string(publish.Mark(paths))
	lay(t, dir, all)
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func lay(t testing.TB, dir string, content files) {
	t.Helper()
	for name, text := range content {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// read gives the files of a folder; those of the site's own folder with nothing left out.
func read(t testing.TB, dir string) files {
	t.Helper()
	names, err := listed(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	got := files{}
	for name := range names {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		got[name] = string(data)
	}
	return got
}

// Three states of a site. A page names the asset that it needs.
var (
	first = files{
		"index.html": "needs assets/a.1.css", "gdp/index.html": "needs assets/a.1.css", "old/index.html": "needs assets/a.1.css",
		"assets/a.1.css": "one", "data/gdp.json": "1", "old name/中文.csv": "x",
	}
	second = files{
		"index.html": "needs assets/a.2.css", "gdp/index.html": "needs assets/a.2.css", "new/index.html": "needs assets/b.1.js",
		"assets/a.2.css": "two", "assets/b.1.js": "js", "data/gdp.json": "2", "data/new.json": "n",
	}
	third = files{"index.html": "needs assets/a.3.css", "assets/a.3.css": "three", "gdp/index.html": "needs assets/a.3.css"}
)

// theirs are files at a place that no deploy wrote.
var theirs = files{"CNAME": "report.example.com", ".well-known/x": "y", "gdp/note.txt": "mine"}

func with(a, b files) files {
	c := maps.Clone(a)
	maps.Copy(c, b)
	return c
}

// memory is a store whose line breaks after some steps. Within one call the order is
// its own, as that of rsync, which sorts, and of object storage, which takes several at once:
// here the reverse.
type memory struct {
	files files
	left  int // steps until the line breaks; negative: never
	check func(files)
}

var errBroken = errors.New("the line is broken")

func (m *memory) look(context.Context) (*there, error) {
	t := &there{files: map[string]bool{}}
	for name := range m.files {
		t.files[name] = true
	}
	if text, ok := m.files[publish.Marker]; ok {
		t.mark = []byte(text)
	}
	return t, nil
}

func (m *memory) changed(_ context.Context, s *Site, _ *there) (list []string, err error) {
	for _, f := range s.Files {
		if text, ok := m.files[f.Path]; !ok || !f.Is([]byte(text)) {
			list = append(list, f.Path)
		}
	}
	return list, nil
}

func (m *memory) step() error {
	if m.left == 0 {
		return errBroken
	}
	m.left--
	return nil
}

func (m *memory) send(_ context.Context, _ *Site, dir string, names []string) error {
	for _, name := range slices.Backward(names) {
		if err := m.step(); err != nil {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		m.files[name] = string(data)
		m.check(m.files)
	}
	return nil
}

func (m *memory) remove(_ context.Context, names []string) error {
	for _, name := range slices.Backward(names) {
		if err := m.step(); err != nil {
			return err
		}
		delete(m.files, name)
		m.check(m.files)
	}
	return nil
}

func deployTo(t testing.TB, p Place, s *Site) error {
	t.Helper()
	plan, err := p.Plan(t.Context(), s)
	if err != nil {
		return err
	}
	return p.Deploy(t.Context(), s, plan, nil)
}

// The line breaks after every number of steps there can be. Whatever was reached, no
// page lacks what it needs, nobody else's file is touched, and the next deploy, of the
// same site or of another, finishes.
func TestBrokenLine(t *testing.T) {
	sites := map[string]*Site{"the same": built(t, second), "another": built(t, third)}
	old, next := built(t, first), sites["the same"]
	for name, then := range sites {
		broken := 0
		for steps := 0; ; steps++ {
			m := &memory{files: files{}, left: -1, check: func(files) {}}
			if err := deployTo(t, ordered{m}, old); err != nil {
				t.Fatal(err)
			}
			maps.Copy(m.files, theirs) // they came to the place after the first deploy
			m.check = func(at files) {
				for page, text := range at {
					need, ok := strings.CutPrefix(text, "needs ")
					if ok && at[need] == "" {
						t.Fatalf("%s, broken after %d steps: %s lacks %s", name, steps, page, need)
					}
				}
				for path, text := range theirs {
					if at[path] != text {
						t.Fatalf("%s, broken after %d steps: %s was touched", name, steps, path)
					}
				}
			}
			m.left = steps
			err := deployTo(t, ordered{m}, next)
			if err != nil && !errors.Is(err, errBroken) {
				t.Fatal(err)
			}
			m.left = -1
			if again := deployTo(t, ordered{m}, then); again != nil {
				t.Fatalf("%s, broken after %d steps: the next deploy: %v", name, steps, again)
			}
			if d := cmp.Diff(with(read(t, then.Dir), theirs), m.files); d != "" {
				t.Fatalf("%s, broken after %d steps, the place after the next deploy:\n%s", name, steps, d)
			}
			if err == nil {
				break // nothing was left to break
			}
			broken++
		}
		if broken < 10 {
			t.Errorf("%s: the line broke only %d times", name, broken)
		}
	}
}

// What a deploy may do to each file of a place.
func TestPlan(t *testing.T) {
	s := built(t, second)
	mark := func(names ...string) files { return files{publish.Marker: string(publish.Mark(names))} }
	for name, test := range map[string]struct {
		there  files
		want   Plan
		reason error
		found  []string
	}{
		"nothing is there": {files{}, Plan{
			Assets: []string{"assets/a.2.css", "assets/b.1.js"}, Data: []string{"data/gdp.json", "data/new.json"},
			Pages: []string{"gdp/index.html", "index.html", "new/index.html"}, Last: []string{manifest.Name},
		}, nil, nil},
		"a page changed and one went": {with(with(read(t, s.Dir), files{"index.html": "x", "gone.html": "x"}), mark("index.html", "gone.html", "gdp/index.html")), Plan{
			Pages: []string{"index.html"}, Remove: []string{"gone.html"},
		}, nil, nil},
		"somebody else's files": {with(read(t, s.Dir), theirs), Plan{Kept: []string{".well-known/x", "CNAME", "gdp/note.txt"}}, nil, nil},
		"no mark":               {files{"index.html": "mine", ".gitignore": "*"}, Plan{}, ErrUnmarked, []string{"index.html"}},
		"half a mark":           {files{publish.Marker: "reportsite 1\n"}, Plan{}, ErrUnmarked, []string{publish.Marker}},
		"one is in the way":     {with(files{"data/new.json": "mine"}, mark("index.html")), Plan{}, ErrInTheWay, []string{"data/new.json"}},
		"the same as ours":      {with(files{"data/new.json": "n", "x": "y"}, mark("index.html")), Plan{Assets: []string{"assets/a.2.css", "assets/b.1.js"}, Data: []string{"data/gdp.json"}, Pages: []string{"gdp/index.html", "index.html", "new/index.html"}, Last: []string{manifest.Name}, Kept: []string{"x"}}, nil, nil},
		"a file for a folder":   {with(files{"data": "mine"}, mark("index.html")), Plan{}, ErrInTheWay, []string{"data"}},
		"as it is":              {read(t, s.Dir), Plan{}, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			m := &memory{files: maps.Clone(test.there)}
			p, err := ordered{m}.Plan(t.Context(), s)
			if test.reason != nil {
				foreign, ok := errors.AsType[*publish.ForeignError](err)
				if !ok || foreign.Reason != test.reason || !slices.Equal(foreign.Files, test.found) {
					t.Errorf("Plan = %v, want %v: %v", err, test.reason, test.found)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got := Plan{Assets: p.Assets, Data: p.Data, Pages: p.Pages, Last: p.Last, Remove: p.Remove, Kept: p.Kept}
			if d := cmp.Diff(test.want, got, cmp.AllowUnexported(Plan{})); d != "" {
				t.Error(d)
			}
			if p.Nothing() != (name == "as it is" || name == "somebody else's files") {
				t.Errorf("Nothing = %t", p.Nothing())
			}
		})
	}
}

// What is not as it was built is not deployed.
func TestOpen(t *testing.T) {
	s := built(t, first)
	if len(s.Files) != len(first)+2 || s.Cache("assets/a.1.css") != header.Kept || s.Cache("index.html") != header.Asked {
		t.Errorf("%d files, %q, %q", len(s.Files), s.Cache("assets/a.1.css"), s.Cache("index.html"))
	}
	lay(t, s.Dir, files{"CNAME": "x"}) // no part of the site
	if _, err := Open(s.Dir); err != nil {
		t.Error(err)
	}
	lay(t, s.Dir, files{"index.html": "changed"})
	_, err := Open(s.Dir)
	if changed, ok := errors.AsType[*ChangedError](err); !ok || len(changed.Findings) != 1 || changed.Findings[0].Path != "index.html" {
		t.Errorf("Open = %v", err)
	}
	if _, err := Open(t.TempDir()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an empty folder: %v", err)
	}
}

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a place", "报告")
	p := Folder(dir, publish.Rules{})
	for _, content := range []files{first, second, second, third} {
		s := built(t, content)
		if err := deployTo(t, p, s); err != nil {
			t.Fatal(err)
		}
		want := read(t, s.Dir)
		if d := cmp.Diff(want, read(t, dir)); d != "" {
			t.Error(d)
		}
	}
	lay(t, dir, theirs)
	s := built(t, second)
	if err := deployTo(t, p, s); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(with(read(t, s.Dir), theirs), read(t, dir)); d != "" {
		t.Error(d)
	}
	// A folder of somebody else, or one of the site's files that is: nothing happens.
	other := t.TempDir()
	lay(t, other, files{"thesis.doc": "years"})
	for _, act := range []func() error{
		func() error { return deployTo(t, Folder(other, publish.Rules{}), s) },
		func() error { return Folder(other, publish.Rules{}).Deploy(t.Context(), s, &Plan{}, nil) },
	} {
		if foreign, ok := errors.AsType[*publish.ForeignError](act()); !ok || foreign.Reason != ErrUnmarked {
			t.Errorf("somebody's folder was taken: %v", foreign)
		}
	}
	if d := cmp.Diff(files{"thesis.doc": "years"}, read(t, other)); d != "" {
		t.Error(d)
	}
}

// A deploy to a folder that was killed after the exchange leaves the former site beside it:
// the next deploy of the same site has nothing to send, and removes it all the same.
func TestFolderAfterAKill(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "www")
	p, s := Folder(dir, publish.Rules{}), built(t, second)
	if err := deployTo(t, p, s); err != nil {
		t.Fatal(err)
	}
	lay(t, filepath.Join(top, ".www.build"), files{"lock": "", ".gitignore": "*\n", "site/index.html": "of the site before"})
	for _, nothing := range []bool{false, true} {
		plan, err := p.Plan(t.Context(), s)
		if err != nil || plan.Nothing() != nothing {
			t.Fatalf("Nothing = %t, %v, want %t", plan.Nothing(), err, nothing)
		}
		if err := p.Deploy(t.Context(), s, plan, nil); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(read(t, s.Dir), read(t, dir)); d != "" {
			t.Error(d)
		}
		if left, err := os.ReadDir(top); err != nil || len(left) != 1 {
			t.Errorf("beside the place lies %v, %v", left, err)
		}
	}
}

func TestAt(t *testing.T) {
	for _, bad := range []string{
		"ftp://host/x", "ssh://host", "ssh://host/", "ssh:///x", "ssh://-oProxyCommand=x/y", "ssh://-l@host/x", "ssh://a:secret@host/x", "ssh://host/x?y", "ssh://host/a%0Ab",
		"rsync:", "rsync:-e", "s3:///x", "s3://bucket?endpoint=host", "s3://bucket?endpoint=ftp://host", "s3://bucket?key=x", "s3://k:s@bucket/x", "s3://bucket?style=x", "s3://b?endpoint=https://h/x", "x://%zz",
	} {
		p, err := At(bad, publish.Rules{})
		if _, ok := errors.AsType[*TargetError](err); !ok || p != nil {
			t.Errorf("At(%q) = %v, %v", bad, p, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("At(%q) says the secret: %v", bad, err)
		}
	}
	for target, want := range map[string]string{
		"/srv/report": "*deploy.folder", `C:\site`: "*deploy.folder", "../a": "*deploy.folder",
		"s3://bucket/a?endpoint=http://127.0.0.1:9000&region=x&style=path": "deploy.ordered",
	} {
		if p, err := At(target, publish.Rules{}); err != nil || fmt.Sprintf("%T", p) != want {
			t.Errorf("At(%q) = %T, %v", target, p, err)
		}
	}
}
