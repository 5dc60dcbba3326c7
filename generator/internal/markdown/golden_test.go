package markdown_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/markdown"
)

var update = flag.Bool("update", false, "write the output as it is now into testdata")

// Each case is a text and what becomes of it: the parts in their order, what
// else is known of the text, and the diagnostics. The file is testdata/golden/
// <subject>.txtar with input.md or input.en.md first; its comment says why the
// case is there.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("found no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	input := ar.Files[0]
	doc, diags := markdown.Parse(input.Name, input.Data, 1)
	got := []txtar.File{input}
	for _, f := range []txtar.File{
		{Name: "parts", Data: listParts(doc)},
		{Name: "known", Data: listKnown(doc)},
		{Name: "diagnostics", Data: listDiagnostics(diags)},
	} {
		if len(f.Data) > 0 {
			got = append(got, f)
		}
	}
	if *update {
		if os.Getenv("CI") != "" {
			t.Fatal("-update is refused where CI is set")
		}
		ar.Files = got
		if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := string(txtar.Format(ar))
	if diff := cmp.Diff(want, string(txtar.Format(&txtar.Archive{Comment: ar.Comment, Files: got}))); diff != "" {
		t.Errorf("(-want +got), -update writes it anew:\n%s", diff)
	}
}

var kinds = map[markdown.Kind]string{
	markdown.Cite: "cite", markdown.Figure: "figure", markdown.Commitment: "commitment", markdown.Link: "link", markdown.Picture: "picture",
}

// listParts prints HTML behind a bar and references with their place.
func listParts(doc markdown.Doc) []byte {
	var b strings.Builder
	for _, p := range doc.Parts {
		if p.Kind == markdown.HTML {
			for line := range strings.Lines(p.HTML) {
				fmt.Fprintf(&b, "| %s\n", strings.TrimSuffix(line, "\n"))
			}
			continue
		}
		kind := kinds[p.Kind]
		if p.Group {
			kind = "group"
		}
		target := p.Target
		if p.Fragment != "" {
			target += " # " + p.Fragment
		}
		fmt.Fprintf(&b, "%d:%d %s %s [%s]", p.Pos.Line, p.Pos.Col, kind, target, p.Text)
		if p.Kind != markdown.Figure && p.Kind != markdown.Picture && p.HTML != p.Text {
			fmt.Fprintf(&b, " <%s>", strings.ReplaceAll(p.HTML, "\n", `\n`))
		}
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

func listKnown(doc markdown.Doc) []byte {
	var b strings.Builder
	for _, h := range doc.Headings {
		fmt.Fprintf(&b, "%d:%d h%d %s [%s]\n", h.Pos.Line, h.Pos.Col, h.Level, h.ID, h.Text)
	}
	for _, t := range doc.Texts {
		fmt.Fprintf(&b, "%d:%d text [%s]\n", t.Pos.Line, t.Pos.Col, t.Value)
	}
	for _, t := range doc.Exempt {
		fmt.Fprintf(&b, "%d:%d exempt [%s]\n", t.Pos.Line, t.Pos.Col, t.Value)
	}
	return []byte(b.String())
}

func listDiagnostics(diags []diag.Diagnostic) []byte {
	var b strings.Builder
	for _, d := range diag.Sort(diags) {
		fmt.Fprintf(&b, "%d:%d %s %s: %s\n  %s\n", d.Pos.Line, d.Pos.Col,
			d.Severity(), d.Rule.Code, d.Message(diag.English), d.Message(diag.Chinese))
	}
	return []byte(b.String())
}
