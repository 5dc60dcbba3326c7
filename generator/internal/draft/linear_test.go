package draft

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/message"
)

// linearTexts are texts in which much depends on much: one sentence of many figures, lists,
// many parts, promises and names.
var linearTexts = []struct {
	name string
	head string
	make func(k int) string // the piece of number k
}{
	{"figures in one sentence", "", func(int) string { return "增长5.1%" }},
	{"a list of figures", "全市产值分别达到", func(int) string { return "5.1亿元、" }},
	{"higher aims", "增长5%", func(int) string { return "、力争6%" }},
	{"times in one sentence", "", func(int) string { return "2025年1—6月" }},
	{"clauses", "", func(int) string { return "新建学校3所，增长5%以上；" }},
	{"open quotation marks", "", func(int) string { return "“增长5%" }},
	{"shares of one thing", "民间投资下降1%，", func(int) string { return "占全部投资的比重为54%，" }},
	{"English figures in one sentence", "", func(int) string { return "grow by around 5 percent and " }},
	{"English counts in one sentence", "", func(k int) string { return fmt.Sprintf("build %d new schools and ", k) }},
	{"names", "", func(k int) string { return fmt.Sprintf("产品%d产量达到%d万吨以上。", k, k) }},
	{"promises with figures", "", func(k int) string { return fmt.Sprintf("新建第%d号公园%d个。\n", k, k) }},
	{"promises without figures", "", func(k int) string { return "建设" + han(k) + "公园项目。" }},
	{"relative targets", "", func(k int) string { return "产品" + han(k) + "收入与经济增长同步；" }},
	{"parts of one name", "", func(int) string { return "一、目标\n增长5%，加快建设公园项目。\n" }},
	{"long parts", "一、工作\n", func(k int) string {
		return fmt.Sprintf("（一）第%d节\n%s\n", k, strings.Repeat("加快发展，", 40))
	}},
	{"a long name", "产品", func(int) string { return "abc" }},
	{"words before figures", strings.Repeat("长", 600), func(int) string { return "增长5%、" }},
}

// han is a number as Han characters that are no numerals.
func han(k int) string {
	return strings.Map(func(r rune) rune { return '甲' + (r-'0')*7 }, fmt.Sprintf("%04d", k))
}

// A text of twice the length takes no more than twice the memory to draft, with all that is
// given back, and a little: nothing is read or written again for each figure, part or
// promise. (Time is no measure of that on a busy machine.)
func TestWorkGrowsWithText(t *testing.T) {
	for _, c := range linearTexts {
		t.Run(c.name, func(t *testing.T) {
			text := func(size int) string {
				var b strings.Builder
				b.WriteString(c.head)
				for k := 1; b.Len() < size; k++ {
					b.WriteString(c.make(k))
				}
				return b.String()
			}
			draftBytes(t, text(500)) // what is made once
			half, whole := draftBytes(t, text(10_000)), draftBytes(t, text(20_000))
			t.Logf("%d KB and %d KB, × %.2f", half>>10, whole>>10, float64(whole)/float64(half))
			if 10*whole > 25*half {
				t.Errorf("twice the text takes %.2f times the memory", float64(whole)/float64(half))
			}
		})
	}
}

// draftBytes is how many bytes of memory it takes to draft a text, with all that is given
// back.
func draftBytes(t *testing.T, text string) uint64 {
	t.Helper()
	doc, err := document.Read("report.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d, err := Text(t.Context(), doc, Options{Name: "report.txt", Year: 2025, Place: "甲市"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Review(message.English); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
