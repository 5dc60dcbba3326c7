package table

import (
	"fmt"
	"testing"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/sheet"
)

// Whatever is in a table, what is read of it lies in it, and is the same the second time.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"指标,单位,2025年1—6月,同比（%）\n地区生产总值,亿元,120.5,5.2\n其中：第一产业,亿元,8,3.1\n",
		"附表1,,\n单位：亿元,,\n指标,2024年,2025年\n社会消费品零售总额,100,106\n注：同比按可比口径。\n",
		"序号,任务,责任单位,完成时限,进展\n1,新建学校3所,教育局,2025年底,已开工2所\n",
		",1月,2月,3月\n工业增加值,1,2,\n,,,\n数据来源：统计局\n",
		"指标,目标,实际\nA,≥5%,5.1\nB,6左右,－\n", "\n", "指标\n", "a,b\n\"c\nd\",e\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		read := func() (tables []*Table, said []string) {
			grids, _ := sheet.Grids("表.csv", data)
			for _, g := range grids {
				tables = append(tables, Read(g, Options{
					Known:  func(name string) bool { return name == Plain("地区生产总值") || name == "a" },
					Report: func(d diag.Diagnostic) { said = append(said, d.Pos.String()+" "+d.Message(diag.English)) },
				})...)
			}
			return tables, said
		}
		tables, said := read()
		for _, table := range tables {
			for _, c := range table.Columns {
				if c.Col < 0 || c.Col >= table.Grid.Cols() {
					t.Errorf("column %d of %d", c.Col, table.Grid.Cols())
				}
			}
			for _, fact := range table.Facts {
				if fact.At.Line < 1 {
					t.Errorf("a fact without a place: %+v", fact)
				}
			}
		}
		again, saidAgain := read()
		if len(again) != len(tables) || fmt.Sprint(said) != fmt.Sprint(saidAgain) {
			t.Errorf("the second time %d tables and %q, not %d and %q", len(again), saidAgain, len(tables), said)
		}
	})
}
