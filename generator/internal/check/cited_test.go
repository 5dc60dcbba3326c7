package check_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// TestCited reads testdata/cited/prose.txt: prose, and how its figures agree with the
// data, or the code of the message.
func TestCited(t *testing.T) {
	base, _ := overlay(parse(t, "testdata/base.txtar"), parse(t, "testdata/cited/site.txtar"))
	file, err := os.Open("testdata/cited/prose.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cases := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		prose, want, ok := strings.Cut(lines.Text(), " => ")
		if !ok {
			if prose != "" && !strings.HasPrefix(prose, "#") {
				t.Errorf("line %q", prose)
			}
			continue
		}
		cases++
		files := fstest.MapFS{}
		for name, f := range base {
			files[name] = f
		}
		files["content/2024/01-goals.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"目标\"\n+++\n\n" + strings.ReplaceAll(prose, `\n`, "\n") + "\n")}
		if got := agreement(t, files); got != want {
			t.Errorf("%s\n\t%s, want %s", prose, got, want)
		}
	}
	if cases < 60 {
		t.Errorf("there are %d cases, want 60 at least", cases)
	}
}

// agreement says how the figures of the section agree, in their order, or what
// is wrong.
func agreement(t *testing.T, files fstest.MapFS) string {
	t.Helper()
	site, diags := build(t, files)
	var words []string
	for _, d := range diag.Sort(diags) {
		words = append(words, d.Rule.Code)
	}
	if site == nil {
		return strings.Join(words, " ")
	}
	for _, c := range site.Coverage.Cited {
		word := string(c.Match.How)
		if c.Match.Converted {
			word += "+converted"
		}
		if c.Version != nil {
			word += fmt.Sprintf("+of %s", c.Version.Announced)
		}
		if (c.Target == nil) == (c.Result == nil) || c.Line < 5 {
			word += fmt.Sprintf("?%+v", c)
		}
		words = append(words, word)
	}
	if len(words) == 0 {
		return "none"
	}
	return strings.Join(words, " ")
}

// A unit of config.toml is one of the site's, for its figures, its prose and its
// pages.
func TestDeclaredUnit(t *testing.T) {
	files, _ := overlay(parse(t, "testdata/base.txtar"), parse(t, "testdata/cited/site.txtar"))
	site, diags := build(t, files)
	if site == nil {
		t.Fatal(diags)
	}
	for _, i := range site.Indicators {
		if i.ID == "stoves" && (i.Unit.String() != "万灶" || i.Unit.In(model.English) != "10 000 kitchens") {
			t.Errorf("the unit is %q, %q", i.Unit, i.Unit.In(model.English))
		}
	}
	if site.Units == nil || len(site.Units.Declared()) != 2 {
		t.Errorf("the site's units are %v", site.Units.Declared())
	}
}
