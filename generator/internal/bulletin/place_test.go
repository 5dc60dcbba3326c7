package bulletin

import (
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/statement"
)

// indicator is one of a site.
func indicator(id, name, unit, measure, accrual string, aliases ...string) *source.Indicator {
	return &source.Indicator{ID: id, File: "content/indicators/" + id + ".toml", IndicatorFile: source.IndicatorFile{
		Name: name, Unit: unit, Measure: measure, Accrual: accrual, Aliases: aliases,
	}}
}

var tree = &source.Tree{Indicators: []*source.Indicator{
	indicator("gdp", "地区生产总值", "亿元", "level", "flow"),
	indicator("gdp-growth", "GDP增速", "%", "growth", ""),
	indicator("industry", "规模以上工业增加值增速", "%", "growth", ""),
	indicator("retail", "社会消费品零售总额", "万元", "level", "flow"),
	indicator("loans", "贷款余额", "亿元", "level", "stock", "各项贷款余额"),
	indicator("jobs", "城镇新增就业人数", "人", "count", "flow"),
	indicator("research", "全社会研发经费投入占地区生产总值比重", "%", "share", ""),
}}

// An indicator is found by its names and their usual variants, with its measure and a unit
// that converts; a name that is only alike is not sure.
func TestFind(t *testing.T) {
	x := newIndex(tree, nil)
	for _, c := range []struct {
		name    string
		unit    model.Unit
		measure model.Measure
		want    string
		sure    bool
	}{
		{"全市生产总值", "亿元", model.Level, "gdp", true},
		{"地区生产总值", "万元", model.Level, "gdp", true},
		{"地区生产总值增速", "%", model.Growth, "gdp-growth", true},
		{"规上工业增加值增速", "%", model.Growth, "industry", true},
		{"社会消费品零售额", "亿元", model.Level, "retail", true},
		{"各项贷款余额", "亿元", model.Level, "loans", true},
		{"城镇新增就业", "万人", model.Count, "jobs", false},
		{"地区生产总值", "%", model.Share, "", false},
		{"地区生产总值", "万吨", model.Level, "", false},
		{"房地产开发投资", "亿元", model.Level, "", false},
	} {
		e, sure := x.find(&statement.Item{Name: c.name, Unit: c.unit, Measure: c.measure})
		id := ""
		if e != nil {
			id = e.ID
		}
		if id != c.want || sure != c.sure {
			t.Errorf("%s in %s (%s): %q, sure %t; want %q, %t", c.name, c.unit, c.measure, id, sure, c.want, c.sure)
		}
	}
}

// Results of a monthly release come into the right table and unit.
func TestRead(t *testing.T) {
	doc, err := document.Read("a.txt", []byte("2025年1—5月某市经济运行情况\n1—5月，全市规上工业增加值同比增长6.1%，其中5月当月增长7.2%。社会消费品零售总额12.5亿元。5月末，各项贷款余额305亿元，比年初增加8亿元。1—5月，研究与试验发展（R&D）经费支出占地区生产总值的比重为2.55%。\n"))
	if err != nil {
		t.Fatal(err)
	}
	r := Read(doc, tree, nil, Options{Name: "a.txt"})
	want := map[string]string{
		"industry 2025-05 cumulative": "6.1", "industry 2025-05 single": "7.2", "retail 2025-05 cumulative": "125000", "loans 2025-05 point": "305",
		"research 2025-05 cumulative": "2.55",
	}
	for _, row := range r.Rows {
		if row.Act != Write {
			continue
		}
		key := row.ID + " " + row.Period.String() + " " + string(row.Basis)
		v, err := decimal.NewFromString(want[key])
		if err != nil || !v.Equal(row.Value) {
			t.Errorf("%s is %s, want %q", key, row.Value, want[key])
		}
		delete(want, key)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
	if r.Source != "bulletin-2025-05" {
		t.Errorf("the source is %s", r.Source)
	}
}
