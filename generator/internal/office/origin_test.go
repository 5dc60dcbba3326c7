package office_test

import (
	"testing"
	"testing/fstest"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/office"
	"reportsite/generator/internal/source"
)

// A table that says who made its figures is a source, called by its title, or by its file
// where it has none.
func TestTableIsASource(t *testing.T) {
	for text, want := range map[string]string{
		"2025年6月 主要指标,,\n指标,单位,累计\n产值,亿元,30\n数据来源：某区统计局,,\n": "2025年6月主要指标",
		"指标,单位,累计\n产值,亿元,30\n数据来源：某区统计局,,\n":                 "月报2025年6月",
	} {
		content := fstest.MapFS{"tables/月报2025年6月.csv": {Data: []byte(text)}}
		indicators(t, content, "output 产值 亿元 level flow")
		tree, diags, err := source.Load(t.Context(), content, 1)
		if err != nil || len(diags) > 0 {
			t.Fatal(diags, err)
		}
		tree, diags = office.Tables(&config.Config{Language: model.Chinese, MaxUnbound: -1}, tree)
		if len(diags) > 0 {
			t.Errorf("%q: %v", text, diags)
		}
		got := tree.Sources.Rows["月报2025年6月"]
		if got.Name != want || got.Publisher != "某区统计局" {
			t.Errorf("%q is the source %q of %q, want %q", text, got.Name, got.Publisher, want)
		}
		if s := tree.Indicators[0].Cumulative["2025-H1"].Source; s != "月报2025年6月" {
			t.Errorf("%q: the figure is of %q", text, s)
		}
	}
}
