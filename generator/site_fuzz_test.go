package main

import (
	"bytes"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/export"
)

// FuzzFile puts any text in the place of one file of a site. The cases of
// testdata/checks are where it begins.
func FuzzFile(f *testing.F) {
	site := archiveFiles(f, "testdata/site.txtar")
	for _, name := range slices.Sorted(maps.Keys(site)) {
		f.Add(name, site[name])
	}
	for _, c := range allCases(f) {
		if testing.Short() {
			break // as a test, each of them takes a few hundredths of a second
		}
		for _, ch := range c.changes {
			if ch.how != "gone" && ch.how != "large" {
				f.Add(ch.path, c.over(f, site)[ch.path])
			}
		}
	}
	p := newProbe(f)
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") || len(name) > 200 || inTheWay(site, name) {
			t.Skip("no name of a file that could stand in this site")
		}
		files := maps.Clone(site)
		files[name] = data
		p.try(t, files)
	})
}

// TestExchangedValues gives keys of a site's TOML the values that they have elsewhere: in
// the cases of testdata/checks, in the report and in the national site. Many such sites
// are built; bytes changed at random, as FuzzFile does, are seldom TOML.
func TestExchangedValues(t *testing.T) {
	site := archiveFiles(t, "testdata/site.txtar")
	values := map[string][]string{}
	collect := func(data []byte) {
		for _, m := range assignment.FindAllSubmatch(data, -1) {
			if key := string(m[1]); !slices.Contains(values[key], string(m[2])) {
				values[key] = append(values[key], string(m[2]))
			}
		}
	}
	for _, c := range allCases(t) {
		files := c.over(t, site)
		for _, name := range texts(files) {
			collect(files[name])
		}
	}
	for _, pattern := range []string{"../config.toml", "../content/*.toml", "../content/*/*.toml", "../examples/national/content/*.toml", "../examples/national/content/*/*.toml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || names == nil {
			t.Fatalf("%s: %v, %v", pattern, names, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			collect(data)
		}
	}
	rounds := 400
	if testing.Short() {
		rounds = 20
	}
	if n, err := strconv.Atoi(os.Getenv("REPORTSITE_ROUNDS")); err == nil {
		rounds = n
	}
	p, built := newProbe(t), 0
	for n := range rounds {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			random := rand.New(rand.NewPCG(17, uint64(n)))
			files := maps.Clone(site)
			for range 1 + random.IntN(4) {
				exchange(files, random, values)
			}
			if p.try(t, files) {
				built++
			}
			for name := range files {
				if t.Failed() && !bytes.Equal(files[name], site[name]) {
					t.Logf("%s:\n%s", name, files[name])
				}
			}
		})
	}
	if built < rounds/10 {
		t.Errorf("%d of %d sites were built: this tries the checks, and hardly the pages", built, rounds)
	}
}

// assignment is a line that gives a key a value.
var assignment = regexp.MustCompile(`(?m)^([a-z_]+) = (.+)$`)

// exchange gives a key somewhere in a site one of the values.
func exchange(site siteFiles, random *rand.Rand, values map[string][]string) {
	names := slices.DeleteFunc(texts(site), func(name string) bool { return !assignment.Match(site[name]) })
	name := names[random.IntN(len(names))]
	text := site[name]
	all := assignment.FindAllSubmatchIndex(text, -1)
	at := all[random.IntN(len(all))]
	list := values[string(text[at[2]:at[3]])]
	site[name] = slices.Concat(text[:at[4]], []byte(list[random.IntN(len(list))]), text[at[5]:])
}

// texts are the names of the files that people write as text, sorted.
func texts(files siteFiles) (list []string) {
	for name, data := range files {
		if utf8.Valid(data) {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

// allCases are the cases of testdata/checks, but for those of the theme, which
// stays as it is here.
func allCases(t testing.TB) (list []*checkCase) {
	for _, chapter := range chapters {
		for _, c := range readCases(t, chapter.letter) {
			if !c.changesTheme() {
				list = append(list, c)
			}
		}
	}
	return list
}

// inTheWay reports whether a name is that of a folder, or lies below a file.
func inTheWay(site siteFiles, name string) bool {
	for other := range site {
		if strings.HasPrefix(other, name+"/") || strings.HasPrefix(name, other+"/") {
			return true
		}
	}
	return false
}

// probe builds sites; the theme is read once.
type probe struct{ build.Builder }

func newProbe(t testing.TB) *probe {
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	return &probe{build.Builder{Options: build.Options{Templates: templates, Plain: true, Jobs: 1}}}
}

// try wants a message with a place for whatever is wrong with a site, and a whole
// site where nothing is, the same each time. built reports whether there was one.
func (p *probe) try(t *testing.T, files siteFiles) (built bool) {
	p.Folder = t.TempDir()
	files.write(t, p.Folder)
	pages, diags := p.build(t)
	for _, d := range diags {
		p.wantPlace(t, files, d)
	}
	if diag.Errors(diags) > 0 != (pages == nil) {
		t.Errorf("%d errors, and built is %t", diag.Errors(diags), pages != nil)
	}
	again, said := p.build(t)
	if diff := cmp.Diff(messages(diags), messages(said)); diff != "" {
		t.Errorf("the second time other messages:\n%s", diff)
	}
	for name, data := range pages {
		if !bytes.Equal(data, again[name]) {
			t.Errorf("%s is not the same the second time", name)
		}
		for _, sign := range []string{"%!", "ZgotmplZ", "<no value>", "NaN", "+Inf", "&lt;nil&gt;"} {
			if bytes.Contains(data, []byte(sign)) && !contains(files, sign) {
				t.Errorf("%s has %s", name, sign)
			}
		}
	}
	return pages != nil
}

func contains(files siteFiles, sign string) bool {
	for _, data := range files {
		if bytes.Contains(data, []byte(sign)) || !utf8.Valid(data) || bytes.ContainsAny(data, "%&") {
			return true
		}
	}
	return false
}

// build gives the files of the site; nil where something stops it.
func (p *probe) build(t *testing.T) (siteFiles, []diag.Diagnostic) {
	site, diags, err := p.Site(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if site == nil {
		return nil, diag.Sort(diags)
	}
	pages := siteFiles{}
	faults, err := site.All(t.Context(), func(path string, data []byte) error {
		if path == export.ZIP { // it holds the others
			return nil
		}
		pages[path] = bytes.Clone(data)
		return nil
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pages, diag.Sort(append(diags, faults...))
}

// wantPlace fails where a message says nothing, or names a place that is not there.
func (p *probe) wantPlace(t *testing.T, files siteFiles, d diag.Diagnostic) {
	for _, lang := range []diag.Lang{diag.Chinese, diag.English} {
		if text := d.Message(lang); text == "" || strings.Contains(text, "%!") || strings.Contains(text, "<no value>") {
			t.Errorf("%s in %s says %q", d.Rule.Code, lang, text)
		}
	}
	data, ok := files[d.Pos.File]
	if !ok || d.Pos.Line == 0 || !utf8.Valid(data) {
		return
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	if n := strings.Count(text, "\n") + strings.Count(text, "\r") + 1; d.Pos.Line > n {
		t.Errorf("%s says line %d of %s, which has %d", d.Rule.Code, d.Pos.Line, d.Pos.File, n)
	}
}

func messages(diags []diag.Diagnostic) []string {
	var list []string
	for _, d := range diags {
		list = append(list, d.Pos.String()+" "+d.Rule.Code+" "+d.Message(diag.English))
	}
	return list
}
