//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// tangle is a text that some reader of the program may take long for.
type tangle struct {
	name string
	file string // of the site that is checked, or the text that a command gets
	make func(n int) string
}

// again repeats a text up to about n bytes.
func again(text string) func(n int) string {
	return func(n int) string { return strings.Repeat(text, n/len(text)) }
}

// numbered repeats a text with a number in it up to about n bytes.
func numbered(format string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		for k := 1; b.Len() < n; k++ {
			fmt.Fprintf(&b, strings.ReplaceAll(format, "#", "%[1]d"), k)
		}
		return b.String()
	}
}

// around puts a text before and behind what is repeated.
func around(before string, middle func(int) string, behind string) func(n int) string {
	return func(n int) string { return before + middle(n) + behind }
}

const (
	prosePath = "content/pages/tangle.md"
	dataPath  = "content/indicators/tangle.toml"
	tablePath = "content/tables/tangle.csv"
	draftText = "draft"
	pasteText = "paste"
)

var tangles = []tangle{
	{"markdown/quotes", prosePath, around("", again(">"), "a\n")},
	{"markdown/emphasis", prosePath, again("*a **b ")},
	{"markdown/brackets", prosePath, again("[")},
	{"markdown/open-links", prosePath, again("[a](")},
	{"markdown/open-images", prosePath, again("![a")},
	{"markdown/links", prosePath, again("[a](indicator:a) ")},
	{"markdown/figures", prosePath, again("增长5.1%以上，")},
	{"markdown/table", prosePath, around("|a|b|\n|-|-|\n", again("|1|2|\n"), "")},
	{"markdown/marks", prosePath, again("*a_ ")},
	{"markdown/short-rows", prosePath, func(n int) string {
		return strings.Repeat("|a", n/200) + "\n" + strings.Repeat("|-", n/200) + "\n" + strings.Repeat("|\n", n/2)
	}},
	{"markdown/footnotes", prosePath, numbered("[^#]\n\n[^#]: a\n\n")},
	{"markdown/headings", prosePath, again("## 同\n\n")},
	{"markdown/word", prosePath, again("长")},
	{"markdown/tags", prosePath, again("<a ")},
	{"toml/arrays", dataPath, around("a = ", again("["), "")},
	{"toml/keys", dataPath, numbered("k# = 1\n")},
	{"toml/tables", dataPath, numbered("[t#]\n")},
	{"toml/dots", dataPath, around("a", again(".a"), " = 1\n")},
	{"toml/results", dataPath, around("name = \"a\"\nunit = \"%\"\nmeasure = \"growth\"\nbetter = \"up\"\n[annual]\n", numbered("# = 1\n"), "")},
	{"table/columns", tablePath, func(n int) string {
		return "指标" + strings.Repeat(",2025年", n/10) + "\n甲" + strings.Repeat(",1", n/10) + "\n"
	}},
	{"table/rows", tablePath, around("指标,2025年\n", numbered("未知#,1\n"), "")},
	{"table/quotes", tablePath, again(`"`)},
	{"table/cell", tablePath, around("指标,2025年\n", again("甲"), ",1\n")},
	{"table/times", tablePath, around("指标,", again("2025年1—6月"), "\n甲,1\n")},
	{"draft/sentences", draftText, again("新建学校3所。\n")},
	{"draft/names", draftText, numbered("产品#产量达到#万吨以上。")},
	{"draft/clauses", draftText, again("新建学校3所，增长5%以上；")},
	{"draft/one-sentence", draftText, again("增长5.1%")},
	{"draft/list", draftText, around("全市产值分别达到", again("5.1亿元、"), "")},
	{"draft/aims", draftText, around("增长5%", again("、力争6%"), "")},
	{"draft/shares", draftText, around("民间投资下降1%，", again("占全部投资的比重为54%，"), "")},
	{"draft/promises", draftText, numbered("建设第#号公园项目，年底前建成。\n")},
	{"draft/times", draftText, again("2025年1—6月")},
	{"draft/headings", draftText, again("一、目标\n")},
	{"draft/brackets", draftText, again("（")},
	{"draft/english", draftText, again("grow by around 5 percent and ")},
	{"draft/counts", draftText, numbered("build # new schools and ")},
	{"paste/paragraphs", pasteText, again("一、工作\n增长5%。\n")},
	{"paste/table", pasteText, again("a\tb\n")},
	{"paste/line", pasteText, again("一、")},
}

// sizes are the bytes of the texts.
var sizes = []int{8 << 10, 16 << 10, 32 << 10, 64 << 10}

// doubling measures how time grows with texts that are made to be slow. No time breaks a
// promise; a command that ends in another way than with messages does.
func doubling(ctx context.Context, t *torture) error {
	site := filepath.Join(t.work, "tangled")
	if out, err := t.call(ctx, "new", "site", site); err != nil {
		return fmt.Errorf("new site: %w\n%s", err, out)
	}
	head := []string{"text"}
	for _, size := range sizes {
		head = append(head, fmt.Sprintf("%d KiB", size>>10))
	}
	b := t.table(append(head, "the last doubling")...)
	for _, g := range tangles {
		row := []any{"doubling/" + g.name}
		var took []time.Duration
		ran, _, err := t.try(ctx, "doubling/"+g.name, func(*rand.Rand) error {
			for _, size := range sizes {
				d, err := t.untangle(ctx, site, g, size)
				if err != nil {
					return err
				}
				took = append(took, d)
				row = append(row, fmt.Sprintf("%.2f s", d.Seconds()))
			}
			return nil
		})
		if err != nil {
			return err
		}
		if ran && len(took) == len(sizes) {
			last := len(took) - 1
			b.add(append(row, fmt.Sprintf("× %.1f", took[last].Seconds()/took[last-1].Seconds()))...)
		}
	}
	return nil
}

// untangle gives the program a text of a size, and returns how long it took.
func (t *torture) untangle(ctx context.Context, site string, g tangle, size int) (took time.Duration, err error) {
	text := g.make(size)
	file := filepath.Join(site, filepath.FromSlash(g.file))
	args := []string{"check", "-C", site, "-format", "json"}
	switch g.file {
	case prosePath:
		text = "+++\ntitle = \"a\"\n+++\n\n" + text
	case draftText, pasteText:
		file = filepath.Join(t.work, "tangle.txt")
		args = []string{"paste", file}
		if g.file == draftText {
			args = []string{"draft", file, "-o", filepath.Join(t.work, "drafted")}
			defer func() { err = errors.Join(err, os.RemoveAll(filepath.Join(t.work, "drafted"))) }()
		}
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return 0, err
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.Remove(file)) }()
	began := time.Now()
	out, err := t.call(ctx, args...)
	took = time.Since(began)
	if c := code(err); c != 0 && c != 1 {
		return took, breachf("%d bytes end the program with %d: %s", len(text), c, lastLines(out))
	}
	return took, nil
}
