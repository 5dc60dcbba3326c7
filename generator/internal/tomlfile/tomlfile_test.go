package tomlfile

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

var update = flag.Bool("update", false, "write the output as it is now into testdata")

// sample has a field of every kind that a file of the site has.
type sample struct {
	Name     string   `toml:"name"`
	Year     int      `toml:"year"`
	Draft    bool     `toml:"draft"`
	Group    []string `toml:"group"`
	Period   period   `toml:"period"`
	Date     Date     `toml:"date"`
	Identity struct {
		Contact string `toml:"contact"`
	} `toml:"identity"`
	Target map[string]target `toml:"target"`
	Annual map[string]result `toml:"annual"`
	Ignore string
}

type target struct {
	bound
	Earlier  []bound           `toml:"earlier"`
	Plan     map[string]Number `toml:"plan"`
	Override *override         `toml:"override"`
}

type bound struct {
	Op    string `toml:"op"`
	Value Number `toml:"value"`
}

type override struct {
	Reason string `toml:"reason"`
}

type result struct {
	Value    Number `toml:"value"`
	Released Date   `toml:"released"`
	Approx   bool   `toml:"approx"`
}

// period refuses what is no year.
type period string

func (p *period) UnmarshalText(text []byte) error {
	if len(text) != 4 {
		return fmt.Errorf("%q is no year", text)
	}
	*p = period(text)
	return nil
}

func TestDecode(t *testing.T) {
	const text = "\ufeff" + `name = "工业增加值"
year = 2024
draft = true
group = ["headline", "industry"]
period = "2023"
date = 2024-01-10
identity.contact = "办公室"

[target.2024]
op = "ge"
value = 12
earlier = [{ op = "gt", value = 11.50 }, { value = -0.1 }]
plan = { 2024-Q1 = 3, 2024-H1 = 6.25 }
override.reason = "灾后"

[annual]
2022 = { value = 10.4, released = "2023-01-20" }
2023 = { value = 1e3, approx = true }
`
	number := func(s string) Number { return Number{decimal.RequireFromString(s), true} }
	want := sample{
		Name: "工业增加值", Year: 2024, Draft: true, Group: []string{"headline", "industry"},
		Period: "2023", Date: Date{model.Date{Year: 2024, Month: 1, Day: 10}},
		Target: map[string]target{"2024": {
			bound:    bound{"ge", number("12")},
			Earlier:  []bound{{"gt", number("11.5")}, {"", number("-0.1")}},
			Plan:     map[string]Number{"2024-Q1": number("3"), "2024-H1": number("6.25")},
			Override: &override{"灾后"},
		}},
		Annual: map[string]result{
			"2022": {Value: number("10.4"), Released: Date{model.Date{Year: 2023, Month: 1, Day: 20}}},
			"2023": {Value: number("1000"), Approx: true},
		},
	}
	want.Identity.Contact = "办公室"
	for name, text := range map[string]string{
		"LF": text, "CRLF": strings.ReplaceAll(text, "\n", "\r\n"),
	} {
		var got sample
		doc, diags := Decode("x.toml", []byte(text), 1, &got)
		if doc == nil || len(diags) > 0 {
			t.Fatalf("%s: %v, %v", name, doc, diags)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(target{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if pos := doc.Pos("name"); pos != (diag.Pos{File: "x.toml", Line: 1, Col: 9}) {
			t.Errorf("%s: name stands at %v", name, pos)
		}
	}
}

func TestDecodeIntoMap(t *testing.T) {
	var got map[string]result
	doc, diags := Decode("x.toml", []byte("[b]\nvalue = 1\n[a]\n[c.d]\n"), 1, &got)
	if len(diags) != 1 || diags[0].Rule != UnknownKey {
		t.Errorf("diagnostics %v", diags)
	}
	if len(got) != 3 || !got["b"].Value.Valid || got["a"].Value.Valid {
		t.Errorf("got %v", got)
	}
	if diff := cmp.Diff([]string{"b", "a", "c"}, doc.Keys()); diff != "" {
		t.Error(diff)
	}
}

func TestEmptyFileHasNoKeys(t *testing.T) {
	for _, text := range []string{"", "\ufeff", "\n", "# nothing", " \r\n"} {
		got := sample{}
		doc, diags := Decode("x.toml", []byte(text), 1, &got)
		if doc == nil || len(diags) > 0 || doc.Keys() != nil || doc.Has("name") || got.Name != "" {
			t.Errorf("%q: %v, %v", text, doc, diags)
		}
		if pos := doc.Pos("name"); pos != (diag.Pos{File: "x.toml"}) {
			t.Errorf("%q: a key that is not written stands at %v", text, pos)
		}
	}
}

func TestNilDoc(t *testing.T) {
	var d *Doc
	if d.Pos("a") != (diag.Pos{}) || d.Has("a") || d.Keys() != nil {
		t.Error("a nil Doc has keys")
	}
}

func TestStartLine(t *testing.T) {
	var got sample
	doc, diags := Decode("x.md", []byte("name = \"x\"\nyaer = 1\n"), 5, &got)
	if len(diags) != 1 || diags[0].Pos.String() != "x.md:6:1" || doc.Pos("name").Line != 5 {
		t.Errorf("%v, %v", diags, doc.Pos("name"))
	}
}

// TestPositions shows where every key of a file with all forms of keys and
// values is found: its path, its line and column, and the text that stands
// there.
func TestPositions(t *testing.T) {
	const name = "testdata/positions.txtar"
	a := parse(t, name)
	text := string(file(t, a, "in.toml"))
	if _, diags := Decode("in.toml", []byte(text), 1, new(map[string]anything)); len(diags) > 0 {
		t.Fatal(diags)
	}
	d := &Doc{file: "in.toml", text: text, startLine: 1}
	d.locate()
	var got strings.Builder
	for _, n := range d.index.nodes[1:] {
		p := d.pos(n.value.start)
		fmt.Fprintf(&got, "%d:%d %s: %s\n", p.Line, p.Col, strings.Join(path(d.index, n), " > "), shown(text[n.value.start:n.value.end]))
	}
	golden(t, name, a, got.String())
}

// anything takes every value.
type anything struct{}

func (*anything) UnmarshalTOML(any) error { return nil }

func path(x *index, n node) []string {
	if n.parent == 0 {
		return []string{n.name}
	}
	return append(path(x, x.nodes[n.parent]), n.name)
}

func shown(s string) string { return strings.ReplaceAll(s, "\n", "⏎") }

// TestMessages decodes the files of each case and compares all messages, in
// both languages.
func TestMessages(t *testing.T) {
	cases, err := filepath.Glob("testdata/messages/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("found no cases: %v", err)
	}
	shown := ""
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a := parse(t, name)
			got := messages(t, a)
			golden(t, name, a, got)
			shown += got
		})
	}
	if strings.Contains(shown, "%!") {
		t.Error("a message has a format without its argument")
	}
	rules, err := os.ReadFile("rules.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range regexp.MustCompile(`"T\d+"`).FindAllString(string(rules), -1) {
		if !strings.Contains(shown, "["+strings.Trim(code, `"`)+"]") {
			t.Errorf("no case shows %s", code)
		}
	}
}

func messages(t *testing.T, a *txtar.Archive) string {
	t.Helper()
	var out strings.Builder
	for _, lang := range []diag.Lang{diag.English, diag.Chinese} {
		for _, f := range a.Files {
			if !strings.HasSuffix(f.Name, ".toml") {
				continue
			}
			data := bytes.ReplaceAll(f.Data, []byte("<nul>"), []byte{0})
			data = bytes.ReplaceAll(data, []byte("<gbk>"), []byte{0xc4, 0xe3})
			data = bytes.ReplaceAll(data, []byte("<deep>"), bytes.Repeat([]byte("["), 1<<20))
			if _, diags := Decode(f.Name, data, 1, &sample{}); true {
				if len(diags) == 0 {
					t.Errorf("%s has no fault", f.Name)
				}
				files := fstest.MapFS{f.Name: {Data: data}}
				if err := (diag.Printer{Files: files, Lang: lang}).Print(&out, diags); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return strings.ReplaceAll(out.String(), "\x00", "<nul>")
}

func parse(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func file(t *testing.T, a *txtar.Archive, name string) []byte {
	t.Helper()
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("the case has no file %s", name)
	}
	return a.Files[i].Data
}

// golden compares with the file `want` of a case, or writes it.
func golden(t *testing.T, name string, a *txtar.Archive, got string) {
	t.Helper()
	if !*update {
		if diff := cmp.Diff(string(file(t, a, "want")), got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		return
	}
	if os.Getenv("CI") != "" {
		t.Fatal("golden files are not written where CI is set")
	}
	a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
	a.Files = append(a.Files, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
