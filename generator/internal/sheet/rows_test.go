package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/diag"
)

// odd are the rows of a table below its head.
var odd = [][]any{
	{"2024年1—2月", 1},
	{"2024年3月", nil},               // without a value
	{nil, nil, "注：3月未公布"},          // only a note
	{"合计", 3},                      // a total
	{"合计"},                         // a total without a value
	{},                             // really empty
	{"   ", "\u3000"},              // only spaces
	{"2024年4月", "4"},               // a number as text
	{"2024年5月", "约5家", "约数"},       // in words
	{"时期", "数值", "备注"},             // the head again
	{"2024年6月", 6, "", "", "junk"}, // behind the table
	{"2024年7月", 7},                 // hidden
	{"2024年8月", "—", "未公布"},        // no figure
	{"2024年9月", "formula"},         // without a result
	{"2024年10月", "error"},          // an error value
	{"2024年11月", true},             // no number
	{"2024年12月", 45000},            // a date
	{45444, 13},                    // a serial number of a day
	{"2025年1月", 14}, {"2025年2月"},   // merged
	{"2025年3月", 15}, {"2025年5月"}, // merged over what is not the next month
	{nil, nil, nil, nil, nil, "far away"}, // trailing junk
	{"2025年6月", "文字"},
	{"2025年7月", 12345.678},
	{"数据来源：统计局"},
	{"2025年8月"}, {"2025年9月"}, {"2025年10月"}, // to come
}

// Of a table in which every row is odd, each is read or reported.
func TestEveryRowIsReadOrReported(t *testing.T) {
	cells := map[string]any{"A1": "时期", "B1": "数值", "C1": "备注"}
	for n, row := range odd {
		for i, v := range row {
			if v != nil {
				cells[fmt.Sprintf("%c%d", 'A'+i, n+2)] = v
			}
		}
	}
	data := workbook(t, cells, func(f *excelize.File) {
		formats(t, f, map[string]any{"B18": 14, "B26": `0.0,`})
		for _, area := range [][2]string{{"B20", "B21"}, {"B22", "B23"}} {
			if err := f.MergeCell("表1", area[0], area[1]); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetRowVisible("表1", 13, false); err != nil {
			t.Fatal(err)
		}
		for _, ref := range []string{"B15", "B16"} {
			if err := f.SetCellValue("表1", ref, nil); err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellFormula("表1", ref, "A1/0"); err != nil {
				t.Fatal(err)
			}
		}
	})
	data = patch(t, data, `<c r="B16" t="str"><f>A1/0</f></c>`, `<c r="B16" t="e"><f>A1/0</f><v>#DIV/0!</v></c>`)
	rowsRead, diags := Read("a.xlsx", data, Choice{})
	if diff := cmp.Diff(oddRows, listing(rowsRead, diags)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	told := map[int]bool{7: true, 8: true, // empty
		21: true, 23: true, // of a merged cell in the row above
		29: true, 30: true, // told with row 28
	}
	for _, r := range rowsRead {
		told[rowOf(t, r.At("value"))] = true
	}
	for _, d := range diags {
		told[rowOf(t, d.Pos)] = true
	}
	for n := range odd {
		if !told[n+2] {
			t.Errorf("row %d, %v, is neither read nor reported", n+2, odd[n])
		}
	}
}

func rowOf(t *testing.T, p diag.Pos) int {
	t.Helper()
	_, ref, _ := strings.Cut(p.Cell, "!")
	_, row, err := excelize.CellNameToCoordinates(ref)
	if err != nil {
		t.Fatal(err)
	}
	return row
}

const oddRows = `a.xlsx: 表1!A11: error[X007] "时期" is no period
a.xlsx: 表1!A13: warning[X025] the row or column is hidden in the spreadsheet program, but is read
a.xlsx: 表1!A19: error[X007] "45444" is no period
a.xlsx: 表1!A27: warning[X022] the row “数据来源：统计局” is no result that can be read
a.xlsx: 表1!A5: error[X007] "合计" is no period
a.xlsx: 表1!A6: warning[X022] the row “合计” is no result that can be read
a.xlsx: 表1!B11: error[X011] "数值" is no number
a.xlsx: 表1!B15: error[X015] the formula has no result in the file
a.xlsx: 表1!B16: error[X016] the cell shows the error #DIV/0!
a.xlsx: 表1!B17: error[X011] "TRUE" is no number
a.xlsx: 表1!B18: error[X011] "2023/3/15" is no number
a.xlsx: 表1!B22: error[X008] the merged cell spans rows that are not months of one year
a.xlsx: 表1!B25: error[X011] "文字" is no number
a.xlsx: 表1!B26: error[X017] the cell holds 12345.678, but its number format “0.0,” shows something that cannot be told to be this number
a.xlsx: 表1!B28: warning[X023] 2025年8月 … 2025年10月: there is no value, the row is not read
a.xlsx: 表1!B3: warning[X023] 2024年3月: there is no value, the row is not read
a.xlsx: 表1!C4: warning[X022] the row “注：3月未公布” is no result that can be read
a.xlsx: 表1!E12: warning[X024] “junk” stands in a column without a head, which is not read
a.xlsx: 表1!F24: warning[X022] the row “far away” is no result that can be read
2024-02 cumulative 1
2024-04  4
2024-05  约5家 约数
2024-06  6
2024-07  7
2024-08  — 未公布
2025-02 cumulative 14
`
