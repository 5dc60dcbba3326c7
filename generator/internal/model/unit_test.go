package model

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

var declared = NewUnitTable([]DeclaredUnit{
	{Name: "灶", En: "kitchens"},
	{Name: "担", En: "dan (50 kg)", Base: "公斤", Factor: big.NewRat(50, 1)},
	{Name: "蒸吨"},
})

// unit finds a unit of the test's table.
func unit(t *testing.T, name string) Unit {
	t.Helper()
	u, ok := declared.Find(name)
	if !ok {
		t.Errorf("%s is not known", name)
	}
	return u
}

func TestConvert(t *testing.T) {
	for _, c := range []struct{ v, from, to, want string }{ // want "": they do not convert
		{"1000", "亿元", "万亿元", "0.1"},
		{"13000", "亿斤", "万亿斤", "1.3"},
		{"1.3", "万亿斤", "亿斤", "13000"},
		{"8.5", "万元", "元", "85000"},
		{"9800", "万元", "亿元", "0.98"},
		{"8.50", "万元", "亿元", "0.00085"},
		{"8.50", "亿元", "亿元", "8.50"},
		{"11.8", "‰", "%", "1.18"},
		{"0.05", "%", "‰", "0.5"},
		{"1", "百分点", "%", ""},
		{"5", "家", "家", "5"},
		{"5", "家", "个", ""},
		{"5", "亿元", "%", ""},
		{"5", "元", "美元", ""},
		{"1", "亿斤", "亿公斤", "0.5"},
		{"1", "亿斤", "万吨", "5"},
		{"14130", "亿斤", "亿吨", "7.065"},
		{"5", "万吨", "亿斤", "1"},
		{"3", "千克", "斤", "6"},
		{"250", "克", "斤", "0.5"},
		{"1", "公顷", "亩", "15"},
		{"30", "亩", "公顷", "2"},
		{"10", "亩", "公顷", ""}, // has no end
		{"1", "平方公里", "公顷", "100"},
		{"1", "平方公里", "亩", "1500"},
		{"1.5", "万公顷", "平方公里", "150"},
		{"128", "千公顷", "万亩", "192"},
		{"3", "亩", "平方米", "2000"},
		{"12", "亿千瓦时", "万千瓦时", "120000"},
		{"12", "万千瓦时", "度", "120000"},
		{"1.2", "万千瓦", "兆瓦", "12"},
		{"12", "千瓦", "千瓦时", ""},
		{"5", "万吨标准煤", "公斤标准煤", "50000000"},
		{"5", "吨标准煤", "吨", ""},
		{"1.5", "万公里", "米", "15000000"},
		{"1.5", "亿立方米", "万立方米", "15000"},
		{"500", "名", "人", "500"},
		{"1.2", "万人", "名", "12000"},
		{"500", "人次", "人", ""},
		{"5000", "元/吨", "万元/吨", "0.5"},
		{"5", "元/公斤", "元/吨", "5000"},
		{"900", "斤/亩", "公斤/亩", "450"},
		{"900", "斤/亩", "公斤/公顷", "6750"},
		{"6.5", "张/千人", "张/万人", "65"},
		{"20", "件/万人", "件/10万人", "200"},
		{"0.45", "吨标准煤/万元", "公斤标准煤/元", "0.045"},
		{"35", "微克/立方米", "毫克/立方米", "0.035"},
		{"2", "万担", "吨", "1000"},
		{"3", "万灶", "灶", "30000"},
		{"3", "灶", "蒸吨", ""},
		{"600", "公斤/灶", "担/灶", "12"},
	} {
		got, ok := Convert(decimal.RequireFromString(c.v), unit(t, c.from), unit(t, c.to))
		if ok != (c.want != "") || ok && Digits(got) != c.want {
			t.Errorf("Convert(%s, %s, %s) = %s, %t; want %s", c.v, c.from, c.to, got, ok, c.want)
		}
	}
	if _, ok := Convert(decimal.NewFromInt(5), "亿元", "未知"); ok {
		t.Error("亿元 converts into a unit that is not known")
	}
	if v, ok := Convert(decimal.NewFromInt(5), "未知", "未知"); !ok || v.String() != "5" {
		t.Errorf("a unit is not itself: %s, %t", v, ok)
	}
}

// Two units of one family convert there and back to the same value, wherever
// both ways have an end.
func TestConvertBack(t *testing.T) {
	v, pairs := decimal.RequireFromString("12345.678"), 0
	for _, a := range Units() {
		for _, b := range Units() {
			there, ok := Convert(v, a, b)
			if _, family := Factor(a, b); !family && ok {
				t.Errorf("%s converts into %s without a factor", a, b)
			}
			if !ok {
				continue
			}
			back, ok := Convert(there, b, a)
			if !ok || !back.Equal(v) {
				t.Errorf("%s%s are %s%s are %s%s", v, a, there, b, back, a)
			}
			pairs++
		}
	}
	if pairs < len(Units())+20 {
		t.Errorf("only %d pairs convert", pairs)
	}
}

func TestUnitKnown(t *testing.T) {
	for _, name := range strings.Fields(`张 头 套 台 座 处 户 公斤 千克 千瓦时 万千瓦时 亿千瓦时 立方米 万立方米 亿立方米 万公顷
		吨标准煤 万吨标准煤 床 名 班 部 艘 架 株 棵 只 羽 篇 卷 册 场 次 万次 期 亿件 万件 万台 万辆 万套 万户 万家 公里 万公里 平方公里
		分 级 倍 元/吨 公斤/亩 张/千人 件/万人 万元/人 千公顷 千人 万头 亿株 百万美元 人/10万人 万灶 亿蒸吨 元/灶 灶/万人`) {
		unit(t, name)
	}
	for _, name := range strings.Fields("亿 万 万% 亿‰ 万岁 万亿 灶具 公金 元/ /元 元//吨 元/3吨 元/吨/人 万万元 万千元 亿万灶 未知") {
		if u, ok := declared.Find(name); ok {
			t.Errorf("%s is known as %q", name, string(u))
		}
	}
	for _, name := range []string{"", "亿", "万%", "灶", "元" + carried + "yuan"} {
		if u, ok := (*UnitTable)(nil).Find(name); ok {
			t.Errorf("%q is known without a declaration as %q", name, string(u))
		}
	}
}

func TestUnitInWords(t *testing.T) {
	for _, c := range []struct{ name, root, en string }{
		{"元", "元", "yuan"}, {"亿元", "元", "100 million yuan"}, {"万亿斤", "斤", "trillion jin (0.5 kg)"},
		{"万人", "人", "10 000 persons"}, {"个", "个", ""}, {"万个", "个", "10 000"}, {"千瓦时", "千瓦时", "kWh"},
		{"亿千瓦时", "千瓦时", "100 million kWh"}, {"千克", "千克", "kg"}, {"微克/立方米", "微克/立方米", "µg/m³"},
		{"元/吨", "元/吨", "yuan per tonne"}, {"万元/吨", "元/吨", "10 000 yuan per tonne"},
		{"张/千人", "张/千人", "per 1 000 persons"}, {"件/10万人", "件/10万人", "items per 100 000 persons"},
		{"灶", "灶", "kitchens"}, {"万灶", "灶", "10 000 kitchens"}, {"蒸吨", "蒸吨", ""}, {"元/灶", "元/灶", "yuan per kitchen"},
	} {
		u := unit(t, c.name)
		text, err := json.Marshal(u)
		if u.String() != c.name || u.En() != c.en || u.Root().String() != c.root || err != nil || string(text) != `"`+c.name+`"` {
			t.Errorf("%s: root %s, English %q, JSON %s %v", u, u.Root(), u.En(), text, err)
		}
		if u.In(English) != c.en || u.In(Chinese) != c.name {
			t.Errorf("%s: %q, %q", c.name, u.In(English), u.In(Chinese))
		}
		if factor, ok := Factor(u, u.Root()); !ok || factor.Sign() <= 0 {
			t.Errorf("%s does not convert into its root", u)
		}
	}
}

// Every built-in unit has a kind that the documentation lists, and a base that
// makes sense.
func TestUnitTable(t *testing.T) {
	listed := 0
	for _, kind := range UnitKinds {
		listed += len(UnitsOf(kind))
	}
	if listed != len(Units()) {
		t.Errorf("%d units have a kind, of %d", listed, len(Units()))
	}
	for _, u := range Units() {
		if f, ok := u.facts(); !ok || f.factor.Sign() <= 0 || f.family == "" {
			t.Errorf("%s: %+v", u, f)
		}
	}
	if names := declared.Names(); !slices.Contains(names, "万灶") || !slices.Contains(names, "亿元") || slices.Contains(names, "万%") {
		t.Errorf("names %v", names)
	}
}
