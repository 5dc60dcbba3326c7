package markdown_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/markdown"
)

// A text that passes a limit of the parser is not parsed, and one message says where it passes
// it; up to the limit it is a text like others.
func TestTangled(t *testing.T) {
	rep := strings.Repeat
	rows := func(n int) string { return rep("| a ", 101) + "|\n" + rep("|---", 101) + "|\n" + rep("| b |\n", n) }
	notes := func(n int) string {
		var b strings.Builder
		for k := range n {
			fmt.Fprintf(&b, "a[^%d]\n\n[^%d]: b\n\n", k, k)
		}
		return b.String()
	}
	for _, c := range []struct {
		name, text string
		want       string // "": it is parsed
	}{
		{"quotations", rep(">", 32) + "a\n", ""},
		{"quotations", rep(">", 33) + "a\n", "x.md:1:33 M036:"},
		{"lists and quotations", "a\n\n" + rep("1. > ", 16) + "- a\n", "x.md:3:81 M036:"},
		{"explanations", rep(": ", 33) + "a\n", "x.md:1:65 M036:"},
		{"a footnote of quotations", "[^a]: " + rep("> ", 32) + "a\n", "x.md:1:69 M036:"},
		{"rules across the page", rep("- ", 99) + "\n\n" + rep("* ", 99) + "\n\n> " + rep("- ", 99) + "\n", ""},
		{"a mark far to the right", "- a\n" + rep(" ", 129) + "- b\n", "x.md:2:130 M036:"},
		{"words far to the right", "- a\n" + rep(" ", 129) + "b\n", ""},
		{"links without an end", rep("[a](b ", 257) + "\n", "x.md:1:1540 M037:"},
		{"links without an end", rep("[a](b ", 256) + "\n\n" + rep("[a](b ", 256), ""},
		{"pictures without an end", rep("![a](b\n", 257), "x.md:257:5 M037:"},
		{"brackets in an address", "[a]" + rep("(", 257), "x.md:1:260 M037:"},
		{"escaped ends", rep(`[a](b\)`, 257), "x.md:1:1796 M037:"},
		{"angles without an end", rep("[a](<b)", 257), "x.md:1:1796 M037:"},
		{"links", rep("[a](/b) ", 3000), ""},
		{"open brackets alone", rep("[", 3000) + rep("(", 3000), ""},
		{"marks", rep("*a_ ", 5000), ""},
		{"marks", rep("*a_ ", 5001), "x.md:1:20001 M038:"},
		{"marks in words", rep("a_", 20_000), ""},
		{"escaped marks", rep(`\*`, 20_000), ""},
		{"cells", rows(101), "x.md:103:1 M039:"},
		{"footnotes", notes(1000), ""},
		{"footnotes", notes(1001), "x.md:4003:1 M040:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, diags := markdown.Parse("x.md", []byte(c.text), 1)
			var found []string
			for _, d := range diags {
				if d.Rule.Code >= "M036" {
					found = append(found, d.Pos.String()+" "+d.Rule.Code+":")
				}
			}
			if diff := cmp.Diff(c.want, strings.Join(found, " ")); diff != "" {
				t.Error(diff)
			}
			if refused := len(doc.Parts) == 0; refused != (c.want != "") {
				t.Errorf("parsed: %t", !refused)
			}
		})
	}
}

// A text of twice the length takes no more than twice the memory to parse, and a little, with
// all that is given back.
func TestWorkGrowsWithText(t *testing.T) {
	for _, piece := range []string{"[", "![a", "[a", "*a **b ", "_a __b ", "~~a ~b ", "[^a]", "甲** ", "==甲==，", "［a］（/b", "增长[5%](indicator:a)，"} {
		t.Run(piece, func(t *testing.T) {
			work := func(size int) uint64 {
				text := []byte(strings.Repeat(piece, size/len(piece)))
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				markdown.Parse("x.md", text, 1)
				runtime.ReadMemStats(&after)
				return after.TotalAlloc - before.TotalAlloc
			}
			work(500) // what is made once
			half, whole := work(16_000), work(32_000)
			t.Logf("%d KB and %d KB, × %.2f", half>>10, whole>>10, float64(whole)/float64(half))
			if whole > 3*half {
				t.Errorf("twice the text takes %.2f times the memory", float64(whole)/float64(half))
			}
		})
	}
}
