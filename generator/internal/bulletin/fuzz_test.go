package bulletin

import (
	"testing"

	"reportsite/generator/internal/document"
)

// Whatever a bulletin says, each figure of it is written, asked about or left, and what
// is written has an indicator, a period and a file.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"2025年1—5月某市经济运行情况\n1—5月，全市规上工业增加值同比增长6.1%，其中5月当月增长7.2%。社会消费品零售总额12.5亿元。\n",
		"5月末，各项贷款余额305亿元，比年初增加8亿元。\n", "指标|数值\n地区生产总值|1\n", "全年城镇新增就业1.2万人，完成目标的120%。", "二〇二五年，GDP增长百分之五点二",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := document.Read("a.txt", []byte(text))
		if err != nil {
			return
		}
		for _, row := range Read(doc, tree, nil, Options{Name: "a.txt"}).Rows {
			switch row.Act {
			case Write, Revise:
				if row.ID == "" || row.File == "" || row.Period.Year == 0 {
					t.Errorf("%q: %+v is written", text, row)
				}
			case There, Ask, Unused:
			default:
				t.Errorf("%q: nothing is done with %+v", text, row)
			}
		}
	})
}
