package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/diag"
)

// formats gives cells of the first sheet a number format each.
func formats(t *testing.T, f *excelize.File, codes map[string]any) {
	t.Helper()
	for ref, code := range codes {
		style := &excelize.Style{}
		switch code := code.(type) {
		case int:
			style.NumFmt = code
		case string:
			style.CustomNumFmt = &code
		}
		id, err := f.NewStyle(style)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("表1", ref, ref, id); err != nil {
			t.Fatal(err)
		}
	}
}

// patch replaces text of a workbook's first sheet, for what excelize does not
// write.
func patch(t *testing.T, data []byte, pairs ...string) []byte {
	t.Helper()
	text := unpack(t, data)[sheetPart]
	for n := 0; n < len(pairs); n += 2 {
		if !bytes.Contains(text, []byte(pairs[n])) {
			t.Fatalf("the sheet has no %s:\n%s", pairs[n], text)
		}
		text = bytes.ReplaceAll(text, []byte(pairs[n]), []byte(pairs[n+1]))
	}
	return packed(t, data, map[string][]byte{sheetPart: text})
}

// Periods that a spreadsheet program has stored as dates and numbers.
func TestReadXLSXPeriods(t *testing.T) {
	const day = 45444 // 2024-06-01
	for _, c := range []struct {
		value, format any
		year, head    string
		want          string
	}{
		{day, 14, "", "时期", "2024-06"}, {day, 17, "", "时期", "2024-06"}, {day, 57, "", "时期", "2024-06"}, {day, 27, "", "时期", "2024-06"},
		{day, "yyyy-mm", "", "时期", "2024-06"}, {day, `[$-804]yyyy"年"m"月";@`, "", "时期", "2024-06"}, {day + 29, `yyyy"年"m"月"`, "", "时期", "2024-06"},
		{day + 29, 14, "", "时期", "X020"}, {day, 58, "", "时期", "X020"}, {day + 5, `m"月"d"日"`, "2024", "时期", "X020"}, {day, 16, "", "时期", "X020"},
		{day, "m月", "2024", "时期", "2024-06"}, {day, "m月", "2023", "时期", "X020"}, {day, "m月", "", "时期", "X020"},
		{45292, 14, "", "时期", "X020"}, {45292, 14, "", "月份", "2024-01"}, {45292, 57, "", "时期", "2024-01"}, {day, 14, "", "季度", "X020"},
		{45292, "yyyy", "", "时期", "2024"}, {day, "yyyy", "", "时期", "X020"}, {0.25, 20, "", "时期", "X020"}, {0.25, "[h]:mm", "", "时期", "X020"},
		{6, `0"月"`, "2024", "月份", "2024-06"}, {6, `0"月"`, "", "月份", "X007"}, {6, nil, "2024", "月份", "2024-06"}, {6, nil, "2024", "时期", "X007"},
		{3, nil, "2024", "季度", "2024-Q3"}, {6, nil, "2024", "季度", "X007"}, {13, nil, "2024", "月份", "X007"}, {6.5, nil, "2024", "月份", "X007"},
		{2024, nil, "", "时期", "2024"}, {2024, `0"年"`, "", "时期", "2024"}, {2024, "0.0", "", "时期", "2024"}, {2024, 14, "", "时期", "X020"},
		{day, nil, "", "时期", "X007"}, {"202406", nil, "", "时期", "2024-06"},
		{2025.1, nil, "", "时期", "X020"}, {2025.1, "0.00", "", "时期", "X020"}, {2025.01, nil, "", "时期", "2025-01"}, {2025.11, nil, "", "时期", "2025-11"},
		{2025.9, nil, "", "时期", "2025-09"}, {2025.9, "0.00", "", "时期", "2025-09"}, {2025.13, nil, "", "时期", "X007"},
		{"2025.1", nil, "", "时期", "2025-01"}, {"2025.10", nil, "", "时期", "2025-10"}, {"1-6", nil, "2024", "月份", "X020"}, {"2024-06-01", nil, "", "时期", "2024-06"},
	} {
		for _, old := range []bool{false, true} {
			value := c.value
			if n, ok := value.(int); ok && n > 40000 && old {
				value = n - 1462 // the same day, counted from 1904
			}
			cells := map[string]any{"A1": "年份", "B1": c.head, "C1": "口径", "D1": "数值", "A2": c.year, "B2": value, "C2": "", "D2": 7}
			data := workbook(t, cells, func(f *excelize.File) {
				if c.format != nil {
					formats(t, f, map[string]any{"B2": c.format})
				}
				if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &old}); err != nil {
					t.Fatal(err)
				}
			})
			got := listing(Read("a.xlsx", data, Choice{}))
			ok := strings.HasPrefix(got, c.want+" ") || strings.HasPrefix(got, "a.xlsx: 表1!B2: error["+c.want+"]")
			if !ok || strings.Count(got, "\n") != 1 {
				t.Errorf("%v as %v beside the year %q under %s, from 1904 %v: got %q, want %s", c.value, c.format, c.year, c.head, old, got, c.want)
			}
		}
	}
}

func TestReadXLSXReleased(t *testing.T) {
	for _, c := range []struct {
		value, format any
		want          string
	}{
		{45488, 14, "2024-7-15"}, {45488, `yyyy"年"m"月"d"日"`, "2024-7-15"}, {45488.5, 22, "2024-7-15"}, {"2024年7月15日", nil, "2024-7-15"},
		{45488, nil, "X013"}, {45488, 57, "X013"}, {45488, 58, "X013"}, {45488, "0.0", "X013"}, {2024.7, nil, "X013"}, {20240715, nil, "2024-7-15"},
	} {
		data := workbook(t, map[string]any{"A1": "时期", "B1": "数值", "C1": "发布日期", "A2": 2024, "B2": 7, "C2": c.value}, func(f *excelize.File) {
			if c.format != nil {
				formats(t, f, map[string]any{"C2": c.format})
			}
		})
		if got := listing(Read("a.xlsx", data, Choice{})); !strings.Contains(got, c.want) || strings.Count(got, "\n") != 1 {
			t.Errorf("%v as %v: got %q, want %s", c.value, c.format, got, c.want)
		}
	}
}

// A sheet that is not read is named, and several tables are not chosen among.
func TestReadXLSXSheets(t *testing.T) {
	table := map[string]any{"A1": "时期", "B1": "数值", "A2": 2024, "B2": 1}
	for _, c := range []struct {
		name   string
		sheets map[string]map[string]any
		choice string
		want   string
	}{
		{"one", nil, "", "2024  7\n"},
		{"empty", map[string]map[string]any{"空": nil}, "", "2024  7\n"},
		{"notes", map[string]map[string]any{"说明": {"B3": "注"}}, "", "a.xlsx: warning[X026] only the sheet “表1” is read; not read: 说明\n2024  7\n"},
		{"notes, chosen", map[string]map[string]any{"说明": {"B3": "注"}}, "表1", "2024  7\n"},
		{"two", map[string]map[string]any{"二": table}, "", "a.xlsx: error[X027] several sheets have a table: 表1、二\n"},
		{"two, chosen", map[string]map[string]any{"二": table}, "二", "2024  1\n"},
		{"none such", map[string]map[string]any{"二": table}, "三", "a.toml:3:1: error[X028] the workbook has no sheet “三”\n"},
	} {
		data := workbook(t, map[string]any{"A1": "时期", "B1": "数值", "A2": 2024, "B2": 7}, func(f *excelize.File) {
			for name, cells := range c.sheets {
				if _, err := f.NewSheet(name); err != nil {
					t.Fatal(err)
				}
				for ref, v := range cells {
					if err := f.SetCellValue(name, ref, v); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
		got := listing(Read("a.xlsx", data, Choice{Sheet: c.choice, At: diag.Pos{File: "a.toml", Line: 3, Col: 1}}))
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// A hidden column is read, and its head says so.
func TestReadXLSXHiddenColumn(t *testing.T) {
	data := workbook(t, map[string]any{"A1": "时期", "B1": "数值", "A2": 2024, "B2": 7}, func(f *excelize.File) {
		if err := f.SetColVisible("表1", "B", false); err != nil {
			t.Fatal(err)
		}
	})
	want := "a.xlsx: 表1!B1: warning[X025] the row or column is hidden in the spreadsheet program, but is read\n2024  7\n"
	if got := listing(Read("a.xlsx", data, Choice{})); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Formulas with and without the result that a program has stored.
func TestReadXLSXFormulas(t *testing.T) {
	data := workbook(t, map[string]any{"A1": "时期", "B1": "数值", "C1": "备注", "A2": 2023, "B2": 7, "A3": 2024, "B3": 8, "A4": 2025, "B4": 9}, func(f *excelize.File) {
		if err := f.SetCellFormula("表1", "C4", "A1"); err != nil {
			t.Fatal(err)
		}
	})
	data = patch(t, data,
		`<c r="B2"><v>7</v></c>`, `<c r="B2"><f>3+4.1</f><v>7.1000000000000005</v></c>`,
		`<c r="B3"><v>8</v></c>`, `<c r="B3"><f>A9</f><v></v></c>`)
	want := `a.xlsx: 表1!B3: error[X015] the formula has no result in the file
a.xlsx: 表1!C4: error[X015] the formula has no result in the file
2023  7.1
`
	if diff := cmp.Diff(want, listing(Read("a.xlsx", data, Choice{}))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
