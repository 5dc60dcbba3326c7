package markdown_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/markdown"
)

// inputs are the texts of all golden cases, by name.
func inputs(tb testing.TB) map[string][]byte {
	tb.Helper()
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		tb.Fatalf("found no cases: %v", err)
	}
	texts := map[string][]byte{}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		texts[filepath.Base(file)+"/"+ar.Files[0].Name] = ar.Files[0].Data
	}
	return texts
}

// A file from Windows makes the same page, and every place stays the same.
func TestLineEnds(t *testing.T) {
	for name, text := range inputs(t) {
		unix, unixDiags := markdown.Parse("x.md", text, 1)
		windows, windowsDiags := markdown.Parse("x.md", bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")), 1)
		if diff := cmp.Diff(unix, windows); diff != "" {
			t.Errorf("%s: (-LF +CRLF)\n%s", name, diff)
		}
		if diff := cmp.Diff(messages(unixDiags), messages(windowsDiags)); diff != "" {
			t.Errorf("%s: (-LF +CRLF)\n%s", name, diff)
		}
	}
}

// The body of a file begins below its front matter: every place moves with it.
func TestStartLine(t *testing.T) {
	for name, text := range inputs(t) {
		here, hereDiags := markdown.Parse("x.md", text, 7)
		below, belowDiags := markdown.Parse("x.md", append(bytes.Repeat([]byte("\n"), 6), text...), 1)
		if diff := cmp.Diff(here, below); diff != "" {
			t.Errorf("%s: (-line 7 +six empty lines)\n%s", name, diff)
		}
		if diff := cmp.Diff(messages(hereDiags), messages(belowDiags)); diff != "" {
			t.Errorf("%s: (-line 7 +six empty lines)\n%s", name, diff)
		}
	}
}

func messages(diags []diag.Diagnostic) []string {
	var list []string
	for _, d := range diags {
		list = append(list, d.Pos.String()+" "+d.Message(diag.English))
	}
	return list
}

// 目标 in GBK, as some Windows programs still save it. Its first two bytes happen
// to be a letter of UTF-8 too.
func TestNotUTF8(t *testing.T) {
	doc, diags := markdown.Parse("x.md", []byte("## ok\n\n好\xc4\xbf\xb1\xea\n[12%](indicator:gdp)\n"), 5)
	if len(doc.Parts) > 0 {
		t.Errorf("parts of a text that cannot be read: %v", doc.Parts)
	}
	if diff := cmp.Diff([]string{"x.md:7:3 the text is not UTF-8 from here on"}, messages(diags)); diff != "" {
		t.Error(diff)
	}
}

func TestEmpty(t *testing.T) {
	for _, text := range []string{"", "\n", " \n\n"} {
		doc, diags := markdown.Parse("x.md", []byte(text), 1)
		if diff := cmp.Diff(markdown.Doc{}, doc); diff != "" || len(diags) > 0 {
			t.Errorf("Parse(%q): %v\n%s", text, messages(diags), diff)
		}
	}
}

// Every rule has a case that shows its message.
func TestEveryRuleIsShown(t *testing.T) {
	rules, err := os.ReadFile("rules.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := regexp.MustCompile(`"(M\d+)"`).FindAllSubmatch(rules, -1)
	if len(codes) == 0 {
		t.Fatal("found no rules")
	}
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	shown := " M010:"                                       // its text would not be readable in a file of cases: TestNotUTF8
	for _, file := range append(files, "tangled_test.go") { // texts that are too long for a file of cases
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		shown += string(data)
	}
	for _, code := range codes {
		if !strings.Contains(shown, " "+string(code[1])+":") {
			t.Errorf("no case shows %s", code[1])
		}
	}
}

// A section of the usual length: some 1.5 kB of Han text with links, a chart
// and a table.
func BenchmarkParse(b *testing.B) {
	section := inputs(b)["section.txtar/input.md"]
	text := bytes.Repeat(section, 1+1500/len(section))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		markdown.Parse("x.md", text, 1)
	}
}
