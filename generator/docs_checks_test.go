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

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/message"
)

// chapter is what the first letter of a code means, and what is to be said
// about all its rules.
type chapter struct{ letter, en, zh, intro string }

var chapters = []chapter{
	{letter: "B", en: "Folders and programs", zh: "文件夹与程序"},
	{letter: "C", en: "`config.toml`", zh: "`config.toml`"},
	{letter: "S", en: "Files of the content", zh: "内容文件"},
	{letter: "T", en: "TOML", zh: "TOML"},
	{letter: "M", en: "Markdown", zh: "Markdown"},
	{letter: "X", en: "Spreadsheets", zh: "表格文件", intro: `
A place in a workbook is named by its sheet and cell, one in a CSV file by line
and character. Columns and ways of writing: [format.md](format.md#spreadsheets). The
examples belong to an indicator with ` + "`observations = \"firms.csv\"`" + ` or
` + "`\"firms.xlsx\"`" + `; ↑ is a cell that is merged with the one above it,
13 {0.0} a number with a format, =… a formula; ~ marks a hidden row.

XLSX 文件的消息写明工作表和单元格，CSV 文件的写明行和字。可用的列与写法见
[format.zh-CN.md](format.zh-CN.md#表格文件)。例子都属于写有 ` + "`observations = \"firms.csv\"`" + ` 或
` + "`\"firms.xlsx\"`" + ` 的指标；↑ 是与上面合并的单元格，
13 {0.0} 是带格式的数字，=…… 是公式，~ 标出隐藏的行。
`},
	{letter: "G", en: "Tables of offices", zh: "办公表格", intro: `
A place in a workbook is named by its sheet and cell. How tables are read:
[format.md](format.md#contenttables). The examples have a file 月报.toml with a
source beside the table.

工作簿的消息写明工作表和单元格。读取方法见 [format.zh-CN.md](format.zh-CN.md#contenttables)。例子中，表格旁边有写明来源的 月报.toml。
`},
	{letter: "K", en: "The content as a whole", zh: "内容整体"},
	{letter: "R", en: "Plausibility", zh: "合理性", intro: `
The content may say this, and yet probably does not mean it. ` + "`config.toml`" + ` sets the
level of each of these checks: ` + "`\"error\"`" + ` stops the build, ` + "`\"warn\"`" + ` does not, ` + "`\"off\"`" + ` says
nothing. Without a line there, R014 to R019 are errors, because such a slip moves the
whole site, and the others are warnings. A figure that is right in spite of its size
or date has ` + "`ok = \"why\"`" + ` beside its value, and R008 to R011, R014 to R016, R020,
R040 to R042, R044 and R046 to R048 say
nothing about it.

这些写法允许，但多半不是本意。每项检查的级别都可在 ` + "`config.toml`" + ` 设定：` + "`\"error\"`" + ` 使
生成停止，` + "`\"warn\"`" + ` 只提醒，` + "`\"off\"`" + ` 不检查。不写时，R014 至 R019 是错误，因为这样的笔误会带动全站；其余
只提醒。数字或日期虽然出奇但确实无误时，在数值旁写 ` + "`ok = \"理由\"`" + `，R008 至 R011、R014 至 R016、R020、R040 至 R042、R044、R046 至
R048 就不再
提醒。

` + "```toml" + `
[checks]
R004 = "error"
R006 = "off"
` + "```" + `
`},
	{letter: "P", en: "The theme", zh: "模板"},
}

func (c chapter) title() string {
	if c.zh == c.en {
		return c.en
	}
	return c.en + " / " + c.zh
}

// checkGuide compares docs/checks.md with the rules of the code and the cases,
// from which it is made. UPDATE=1 writes it.
func checkGuide(t *testing.T, all map[string]*diag.Rule, shown map[string]*shownCase) {
	want := checksPage(t, all, shown)
	if golden.Updates() {
		if err := os.WriteFile(filepath.Join("..", "docs", "checks.md"), []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(want, readDoc(t, "docs/checks.md")); diff != "" {
		t.Errorf("docs/checks.md is not what the rules and cases say (-); UPDATE=1 writes it anew:\n%s", diff)
	}
}

func checksPage(t *testing.T, all map[string]*diag.Rule, shown map[string]*shownCase) string {
	var b strings.Builder
	b.WriteString("# Messages / 消息一览\n\n" +
		"Every message of the program: what it means, an example with what is printed for\n" +
		"it, and the fix. A code never changes its meaning. Errors stop the build;\n" +
		"warnings do so with `-strict`. “…” stands for what was found. This page is made\n" +
		"from the code, and a test runs its examples.\n\n" +
		"程序的每一条消息：含义，例子和程序的输出，改法。编号的含义不会改变。错误使生成停止；\n" +
		"提醒只在 `-strict` 时如此。“……”处是实际内容。本页由代码生成，例子都由测试运行过。\n\n")
	for _, c := range chapters {
		fmt.Fprintf(&b, "- %s: [%s](#%s)\n", c.letter, c.title(), slug(c.title()))
	}
	left := maps.Clone(all)
	for _, c := range chapters {
		fmt.Fprintf(&b, "\n## %s\n%s", c.title(), c.intro)
		for _, code := range slices.Sorted(maps.Keys(left)) {
			if strings.HasPrefix(code, c.letter) {
				writeRule(t, &b, left[code], shown[code])
				delete(left, code)
			}
		}
	}
	for code := range left {
		t.Errorf("the letter of code %s has no chapter", code)
	}
	return b.String()
}

// writeRule writes what a rule says, its case where it has one, and the fix.
func writeRule(t *testing.T, b *strings.Builder, r *diag.Rule, shown *shownCase) {
	t.Helper()
	fmt.Fprintf(b, "\n### %s\n", r.Code)
	if r.Severity == diag.Warning {
		b.WriteString("\nWarning / 提醒\n")
	}
	en, zh := said(r, "-hint", diag.English), said(r, "-hint", diag.Chinese)
	if text := said(r, "", diag.English); text != "…" { // else the example alone says it
		fmt.Fprintf(b, "\n%s  \n%s\n", text, said(r, "", diag.Chinese))
	}
	if shown != nil {
		b.WriteString(shown.excerpts())
		fmt.Fprintf(b, "\n```text\n%s%s```\n", shown.printed(t, diag.English), shown.printed(t, diag.Chinese))
		en, zh = escaped(shown.finding.Hint(diag.English)), escaped(shown.finding.Hint(diag.Chinese))
	}
	if en != "" {
		fmt.Fprintf(b, "\n> %s  \n> %s\n", en, zh)
	}
}

// printed is the line that the program prints for the case, without the hint.
func (c *shownCase) printed(t *testing.T, l diag.Lang) string {
	t.Helper()
	var out strings.Builder
	if err := (diag.Printer{Lang: l}).Print(&out, []diag.Diagnostic{c.finding}); err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(out.String(), "\n")
	return line + "\n"
}

// said is a message of a rule for a page of Markdown; "" where there is none.
func said(r *diag.Rule, ending string, l diag.Lang) string {
	if !message.BuiltIn(l).Has(r.Code + ending) {
		return ""
	}
	gap := "…"
	if l == diag.Chinese {
		gap = "……"
	}
	var args []any
	for _, name := range r.Args {
		args = append(args, name, gap)
	}
	return escaped(message.Say(l, r.Code+ending, args...))
}

// escaped is a text for a page of Markdown.
func escaped(text string) string {
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
