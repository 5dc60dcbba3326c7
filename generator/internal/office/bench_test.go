package office_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/office"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/source"
)

// BenchmarkTables reads one workbook with 24 months of figures of 100 and of 1 000
// indicators, from the file to the content; "without" is the same content without
// the workbook.
func BenchmarkTables(b *testing.B) {
	for _, n := range []int{100, 1000} {
		content := fstest.MapFS{
			"sources.toml":     {Data: []byte("[report]\nname = \"报告\"\ndate = 2025-01-10\n")},
			"2025/report.toml": {Data: []byte("title = \"报告\"\nplace = \"某区\"\nyear = 2025\nsource = \"report\"\n")},
			"2025/01-goals.md": {Data: []byte("+++\ntitle = \"目标\"\n+++\n\n正文。\n")},
		}
		t := &sheet.Table{Name: "月度", Above: []string{"各月累计数（测试）"}, Head: []string{"指标", "单位"}, Below: []string{"数据来源：报告"}}
		for m := range 24 {
			t.Head = append(t.Head, fmt.Sprintf("%d年1—%d月累计", 2024+m/12, m%12+1))
		}
		for i := range n {
			name := fmt.Sprintf("测试指标%d", i)
			content[fmt.Sprintf("indicators/i%d.toml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
				"name = %q\nunit = \"亿元\"\nmeasure = \"level\"\naccrual = \"flow\"\nbetter = \"up\"\nsection = \"2025/goals\"\n", name)}
			row := []sheet.Value{sheet.Text(name), sheet.Text("万元")}
			for m := range 24 {
				row = append(row, sheet.Number(decimal.New(int64(1000*(m%12+1)+i), -1)))
			}
			t.Rows = append(t.Rows, row)
		}
		b.Run(fmt.Sprintf("%d/without", n), func(b *testing.B) { load(b, content, 0) })
		var out bytes.Buffer
		if err := sheet.WriteXLSX(&out, []*sheet.Table{t}); err != nil {
			b.Fatal(err)
		}
		content["tables/月度.xlsx"] = &fstest.MapFile{Data: out.Bytes()}
		b.Run(fmt.Sprintf("%d/with", n), func(b *testing.B) { load(b, content, 24*n) })
	}
}

// load reads a content in which the tables have so many figures.
func load(b *testing.B, content fstest.MapFS, figures int) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		tree, diags, err := source.Load(b.Context(), content, 2)
		if err != nil {
			b.Fatal(err)
		}
		tree, more := office.Tables(&config.Config{Language: model.Chinese}, tree)
		if list := append(diags, more...); len(list) > 0 {
			var said strings.Builder
			if err := (diag.Printer{}).Print(&said, list[:1]); err != nil {
				b.Fatal(err)
			}
			b.Fatal(said.String())
		}
		found := 0
		for _, i := range tree.Indicators {
			found += len(i.Annual) + len(i.Cumulative)
		}
		if found != figures {
			b.Fatalf("read %d figures, want %d", found, figures)
		}
	}
}
