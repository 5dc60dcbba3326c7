package tomlfile

import (
	"testing"

	"reportsite/generator/internal/diag"
)

// TestChineseKeys reads keys in Chinese as if they stood between quotes, wherever keys
// may stand, and leaves values and texts alone.
func TestChineseKeys(t *testing.T) {
	for text, want := range map[string]string{
		"[新电厂]\na = 1":                 "[\"新电厂\"]\na = 1",
		"[目标.2024]":                    `["目标".2024]`,
		"[[任务]]":                       `[["任务"]]`,
		`名称 = "值"`:                     `"名称" = "值"`,
		"a.名-1 = 2 # 名 = 3":            `a."名-1" = 2 # 名 = 3`,
		`x = { 值 = 1, b = { 年 = 2 } }`: `x = { "值" = 1, b = { "年" = 2 } }`,
		"x = [\n  { 值 = 1 },\n]":       "x = [\n  { \"值\" = 1 },\n]",
		"2024年6月 = 1":                  `"2024年6月" = 1`,
		`a = "[名] = 1"`:                `a = "[名] = 1"`,
		"a = 名":                        "a = 名",
		"a = [名]":                      "a = [名]",
		"名，称 = 1":                      "名，称 = 1",
		"ｎ = 1":                        "ｎ = 1",
		"名 称 = 1":                      `"名" "称" = 1`, // which the library refuses
		"plain = 1":                    "plain = 1",
		`"名" = 1`:                      `"名" = 1`,
	} {
		k := quoteKeys(text)
		if k.text != want {
			t.Errorf("%q: %q, want %q", text, k.text, want)
		}
		for at := range len(k.text) {
			if o := k.origin(at); o < 0 || o > len(text) || k.text[at] != '"' && text[o] != k.text[at] {
				t.Errorf("%q: offset %d of %q leads to %d", text, at, k.text, o)
			}
		}
	}
	var dst map[string]target
	doc, diags := Decode("a.toml", []byte("[新电厂]\nvalue = 1\n\n[\"二期\"]\nvalue = x\n"), 1, &dst)
	if doc != nil || len(diags) != 1 || diags[0].Pos != (diag.Pos{File: "a.toml", Line: 5, Col: 9}) {
		t.Errorf("a fault behind a Chinese key: %v", diags)
	}
	doc, diags = Decode("a.toml", []byte("[新电厂]\nvalue = 1\n"), 1, &dst)
	if len(diags) > 0 || !dst["新电厂"].Value.Valid || doc.Pos("新电厂", "value").Line != 2 {
		t.Errorf("%v, %v", dst, diags)
	}
}
