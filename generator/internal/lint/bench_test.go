package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"reportsite/generator/internal/lint"
)

// BenchmarkSite checks 100 indicators with ten years of months each.
func BenchmarkSite(b *testing.B) {
	var rows strings.Builder
	for y := 2015; y < 2025; y++ {
		for m := 2; m <= 12; m++ {
			fmt.Fprintf(&rows, "%d-%02d = { value = %d.%d, source = \"a\" }\n", y, m, (y-2000)*m*3, m%10)
		}
	}
	files := fstest.MapFS{
		"config.toml":              {Data: []byte("title = \"测试\"\nas_of = 2025-12-31\n")},
		"content/sources.toml":     {Data: []byte("[a]\nname = \"统计公报\"\n")},
		"content/2024/report.toml": {Data: []byte("title = \"报告\"\nyear = 2024\nsource = \"a\"\n")},
		"content/2024/01-goals.md": {Data: []byte("+++\ntitle = \"目标\"\n+++\n\n稳中求进。\n")},
	}
	for n := range 100 {
		files[fmt.Sprintf("content/indicators/x%d.toml", n)] = &fstest.MapFile{Data: []byte(fmt.Sprintf("name = \"x%d\"\nmeasure = \"level\"\naccrual = \"flow\"\nunit = \"亿元\"\nbetter = \"up\"\nsection = \"2024/goals\"\n[target.2024]\nop=\"ge\"\nvalue = 900\nas_written = \"900亿元\"\n[cumulative]\n", n) + rows.String())}
	}
	read := load(b, files)
	for b.Loop() {
		lint.Site(lint.Input{Config: read.Config, Tree: read.Tree, Site: read.Site, AsOf: read.Day()})
	}
}
