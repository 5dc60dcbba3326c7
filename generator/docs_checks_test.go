package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// chapters say what the first letter of a code means.
var chapters = []struct{ letter, en, zh string }{
	{"B", "Folders and programs", "文件夹与程序"},
	{"C", "`config.toml`", "`config.toml`"},
	{"S", "Files of the content", "内容文件"},
	{"T", "TOML", "TOML"},
	{"M", "Markdown", "Markdown"},
	{"X", "Spreadsheets", "表格文件"},
	{"K", "The content as a whole", "内容整体"},
	{"R", "Plausibility: warnings whose level `config.toml` can set", "合理性：可在 `config.toml` 设定级别的提醒"},
	{"P", "The theme", "模板"},
}

// docs/checks.md is made from the rules of the code: UPDATE=1 writes it.
func TestChecksGuide(t *testing.T) {
	want := checksGuide(t, rules(t))
	name := filepath.Join("..", "docs", "checks.md")
	if os.Getenv("UPDATE") != "" && os.Getenv("CI") == "" {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(want, readDoc(t, "docs/checks.md")); diff != "" {
		t.Errorf("docs/checks.md is not what the rules say (-); UPDATE=1 writes it anew:\n%s", diff)
	}
}

func checksGuide(t *testing.T, all map[string]ruleTexts) string {
	var b strings.Builder
	b.WriteString("# Messages / 消息一览\n\n" +
		"Every message of the program: its code, what was found, and the mend. A code\n" +
		"never changes its meaning. Errors stop the build; warnings do so with `-strict`.\n" +
		"This page is made from the code; “…” stands for what was found.\n\n" +
		"程序的每一条消息：编号、问题、改法。编号的含义不会改变。错误使生成停止；提醒只在\n" +
		"`-strict` 时如此。本页由代码生成，“……”处是实际内容。\n")
	left := maps.Clone(all)
	for _, c := range chapters {
		var codes []string
		for code := range left {
			if strings.HasPrefix(code, c.letter) {
				codes = append(codes, code)
			}
		}
		if len(codes) == 0 {
			continue
		}
		slices.Sort(codes)
		title := c.en
		if c.zh != c.en {
			title += " / " + c.zh
		}
		fmt.Fprintf(&b, "\n## %s\n", title)
		for _, code := range codes {
			writeRule(&b, left[code])
			delete(left, code)
		}
	}
	for code := range left {
		t.Errorf("the letter of code %s has no chapter", code)
	}
	return b.String()
}

func writeRule(b *strings.Builder, r ruleTexts) {
	severity := ""
	if r.Warning {
		severity = " · warning / 提醒"
	}
	fmt.Fprintf(b, "\n### %s%s\n\n%s  \n%s\n", r.Code, severity, said(r.En, "…"), said(r.Zh, "……"))
	if hint := said(r.HintEn, "…"); hint != "" && hint != "…" {
		fmt.Fprintf(b, "\n> %s  \n> %s\n", hint, said(r.HintZh, "……"))
	}
}

// verb finds the places of a format where an argument is filled in.
var verb = regexp.MustCompile(`%(\[\d+\])?[sdqv]`)

// said is the text of a rule for a page of Markdown.
func said(text, gap string) string {
	text = verb.ReplaceAllString(text, gap)
	text = strings.ReplaceAll(text, "%%", "%")
	parts := strings.Split(text, "`")
	for i := 0; i < len(parts); i += 2 { // every other part is code
		parts[i] = markdownEscapes.Replace(parts[i])
	}
	return strings.Join(parts, "`")
}

// markdownEscapes keeps links, lists and tags of the texts from being taken for
// the page's own.
var markdownEscapes = strings.NewReplacer("*", `\*`, "<", `\<`, "[", `\[`, "]", `\]`, "#", `\#`, "_", `\_`)

// code finds the codes that a guide names.
var code = regexp.MustCompile(`\b[A-Z]\d{3}\b`)

// The guides name codes that exist.
func TestGuidesNameKnownCodes(t *testing.T) {
	known := rules(t)
	for _, guide := range guides {
		named := code.FindAllString(readDoc(t, "docs/"+guide), -1)
		if len(named) == 0 {
			t.Errorf("%s names no codes", guide)
		}
		for _, c := range named {
			if _, ok := known[c]; !ok {
				t.Errorf("%s names the code %s, which no rule has", guide, c)
			}
		}
	}
}
