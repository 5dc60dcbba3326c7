package config_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

func load(text string) (*config.Config, []diag.Diagnostic) {
	return config.Load(fstest.MapFS{config.File: {Data: []byte(text)}})
}

func TestDefaults(t *testing.T) {
	c, diags := load("title = \"标题\"\n")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if c.Language != model.Chinese || c.BaseURL != "" || c.Identity.Official() {
		t.Errorf("%+v", c)
	}
	if !c.OnPaceBand.Equal(config.DefaultOnPaceBand) || c.OnPaceBand.String() != "5" {
		t.Errorf("band = %s", c.OnPaceBand)
	}
}

func TestSettings(t *testing.T) {
	c, diags := load(`title = "标题"
title_en = "Title"
language = "en"
base_url = "https://www.example.gov.cn/report/"
edition = 2024
as_of = 2024-12-31
[identity]
site_id_code = "1234567890"
site_domain = "www.example.gov.cn"
sponsor = "办公室"
contact = "0000-0000"
icp = "示例ICP备0号"
police = "示例公网安备0号"
[verdict]
on_pace_band = 2.5
`)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if c.BaseURL != "https://www.example.gov.cn/report" || c.Language != model.English || c.Edition != 2024 ||
		c.AsOf.String() != "2024-12-31" || !c.Identity.Official() ||
		c.OnPaceBand.String() != "2.5" || c.Title.En != "Title" {
		t.Errorf("%+v", c)
	}
}

func TestFaults(t *testing.T) {
	for text, want := range map[string][]string{
		"": {"S014"},
		"title = \"标题\"\nlanguage = \"fr\"\n":                                                              {"C003"},
		"title = \"标题\"\nbase_url = \"example.gov.cn\"\n":                                                  {"C004"},
		"title = \"标题\"\nbase_url = \"https://a/?q=1\"\n":                                                  {"C004"},
		"title = \"标题\"\nbase_url = \"javascript://a\"\n":                                                  {"C004"},
		"title = \"标题\"\n[verdict]\non_pace_band = -1\n":                                                   {"C006"},
		"title = \"标题\"\n[checks]\nR001 = \"loud\"\n":                                                      {"C007"},
		"title = \"标题\"\n[coverage]\nmax_unbound = -2\n":                                                   {"C008"},
		"title = \"标题\"\n[license]\nurl = \"somewhere\"\n":                                                 {"C009"},
		"title = \"标题\"\n[identity]\nsponsor = \"办公室\"\nicp = \"x\"\n":                                     {"C010", "C010", "C010", "C010"},
		"title = \"标题\"\n[look]\naccent = \"#12345\"\naccent_dark = \"red\"\n":                             {"C020", "C020"},
		"title = \"标题\"\n[look]\nfooter_en = [\"a\"]\n":                                                    {"C024"},
		"title = \"标题\"\n[menu.a]\nurl = \"https://example.com\"\n[badge.b]\ntitle = \"乙\"\nurl = \"x\"\n": {"C022", "C023"},
		"title = \"标题\"\n[badge.b]\ntitle = \"乙\"\nurl = \"//example.com/\"\n":                             {"C023"},
		"title = \"标题\"\n[badge.b]\ntitle = \"乙\"\nurl = \"https://user@example.com/\"\n":                  {"C023"},
		"language = \"fr\"\nbase_url = \"x\"\n":                                                            {"C002", "C003", "C004"},
	} {
		_, diags := load(text)
		var got []string
		for _, d := range diags {
			got = append(got, d.Rule.Code)
			if m := d.Message(diag.Chinese) + d.Hint(diag.English); len(m) == 0 {
				t.Errorf("%s says nothing", d.Rule.Code)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q:\n%s", text, diff)
		}
	}
	if c, diags := config.Load(fstest.MapFS{}); c != nil || len(diags) != 1 || diags[0].Rule != config.NoConfig {
		t.Errorf("a missing file gives %v, %v", c, diags)
	}
}

// The ratios of WCAG 2.2 for black and white, for equal colours, and for the grey at the
// border of 4.5.
func TestContrast(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21}, {"#ffffff", "#000000", 21}, {"#14477a", "#14477a", 1},
		{"#767676", "#ffffff", 4.54}, {"#777777", "#ffffff", 4.47}, {"red", "#ffffff", 0}, {"#fff", "#000000", 0},
	} {
		if got := config.Contrast(test.a, test.b); got < test.want-0.01 || got > test.want+0.01 {
			t.Errorf("Contrast(%s, %s) = %.3f, want %.2f", test.a, test.b, got, test.want)
		}
	}
}
