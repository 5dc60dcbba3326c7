package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// listing is what Read made of a table, a line for each row and diagnostic.
func listing(rows []*Row, diags []diag.Diagnostic) string {
	var b strings.Builder
	p := diag.Printer{Lang: diag.English}
	for _, d := range diag.Sort(diags) {
		var one strings.Builder
		if err := p.Print(&one, []diag.Diagnostic{d}); err != nil {
			panic(err)
		}
		line, _, _ := strings.Cut(one.String(), "\n")
		fmt.Fprintln(&b, line)
	}
	for _, r := range rows {
		parts := []string{r.Period + " " + r.Basis}
		value := model.Digits(r.Value)
		switch {
		case r.Missing:
			value = "—"
		default:
			value += string(r.Unit)
		}
		if r.Approx {
			value = "约" + value
		}
		parts = append(parts, value, r.Stage)
		if !r.Released.IsZero() {
			parts = append(parts, fmt.Sprintf("%d-%d-%d", r.Released.Year, r.Released.Month, r.Released.Day))
		}
		parts = append(parts, r.Source)
		if r.NoteEn != "" {
			parts = append(parts, r.Note+"/"+r.NoteEn)
		} else {
			parts = append(parts, r.Note)
		}
		line := parts[0]
		for _, part := range parts[1:] {
			if part != "" {
				line += " " + part
			}
		}
		fmt.Fprintln(&b, line)
	}
	return b.String()
}

func TestReadCSV(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/tables.txtar")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, f := range archive.Files {
		if name, ok := strings.CutSuffix(f.Name, ".want"); ok {
			want[name] = string(f.Data)
		}
	}
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, ".want") {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			rows, diags := Read(f.Name, f.Data, Choice{})
			if diff := cmp.Diff(want[f.Name], listing(rows, diags)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestReadCSVInEveryEncoding(t *testing.T) {
	const text = "时期,数值,备注\r\n2024年,12.5,规上工业\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"UTF-8": text, "UTF-8 with mark": "\ufeff" + text, "GB18030": gb, "UTF-16": wide,
	} {
		if got := listing(Read("a.csv", []byte(data), Choice{})); got != "2024  12.5 规上工业\n" {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := listing(Read("a.csv", []byte{'1', 0xff, 0xff, 0x0a}, Choice{})); !strings.Contains(got, "X001") {
		t.Errorf("neither encoding: got %q", got)
	}
}

// workbook makes an .xlsx file from the cells of its first sheet.
func workbook(t testing.TB, cells map[string]any, change func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "表1"); err != nil {
		t.Fatal(err)
	}
	for ref, v := range cells {
		if err := f.SetCellValue("表1", ref, v); err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		change(f)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadXLSX(t *testing.T) {
	data := workbook(t, map[string]any{
		"A1": "规模以上工业增加值", "A3": "年份", "B3": "月份", "C3": "数值", "D3": "发布日期", "E3": "备注",
		"A4": 2024, "B4": "1月", "C4": 0.085123, "D4": 45366, "E4": "春节因素",
		"B5": "2月",
		"B6": "3月", "C6": "…", "E6": "未单独公布",
		"B7": "4月", "C7": "x7",
		"B8": "5月", "C8": 8.4,
		"B9": 45444, "C9": 1234567.1,
	}, func(f *excelize.File) {
		percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		if err != nil {
			t.Fatal(err)
		}
		date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		if err != nil {
			t.Fatal(err)
		}
		for ref, style := range map[string]int{"C4": percent, "D4": date, "B9": date} {
			if err := f.SetCellStyle("表1", ref, ref, style); err != nil {
				t.Fatal(err)
			}
		}
		for _, area := range [][2]string{{"C4", "C5"}, {"D4", "D5"}, {"A4", "A9"}, {"A1", "E1"}} {
			if err := f.MergeCell("表1", area[0], area[1]); err != nil {
				t.Fatal(err)
			}
		}
	})
	want := `gdp.xlsx: 表1!C7: error[X011] "x7" is no number
2024-02 cumulative 8.51% 2024-3-15 春节因素
2024-03  — 未单独公布
2024-05  8.4
2024-06  1234567.1
`
	if diff := cmp.Diff(want, listing(Read("gdp.xlsx", data, Choice{}))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReadXLSXTakesTheFirstSheetWithAHead(t *testing.T) {
	data := workbook(t, map[string]any{"A1": "封面"}, func(f *excelize.File) {
		for _, name := range []string{"隐藏", "数据"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			for ref, v := range map[string]any{"A1": "period", "B1": "value", "A2": 2024, "B2": name} {
				if err := f.SetCellValue(name, ref, v); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := f.SetSheetVisible("隐藏", false); err != nil {
			t.Fatal(err)
		}
	})
	want := "a.xlsx: warning[X026] only the sheet “数据” is read; not read: 表1、隐藏\na.xlsx: 数据!B2: error[X011] \"数据\" is no number\n"
	if got := listing(Read("a.xlsx", data, Choice{})); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReadRefusesWhatIsNoWorkbook(t *testing.T) {
	if got := listing(Read("a.xlsx", []byte("PK\x03\x04no"), Choice{})); !strings.Contains(got, "X003") {
		t.Errorf("got %q", got)
	}
	empty := workbook(t, nil, nil)
	if got := listing(Read("a.xlsx", empty, Choice{})); !strings.Contains(got, "X004") {
		t.Errorf("got %q", got)
	}
}

func FuzzReadCSV(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/tables.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(file.Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, diags := Read("a.csv", data, Choice{})
		for _, r := range rows {
			if p := r.At("value"); p.Line < 1 || p.Col < 1 {
				t.Errorf("row %+v has no place", r)
			}
			if _, _, ok := parsePeriod("", r.Period); !ok {
				t.Errorf("period %q is not read back", r.Period)
			}
		}
		for _, d := range diags {
			if d.Pos.Line < 0 || d.Pos.Line > bytes.Count(data, []byte("\n"))+1 && !bytes.Contains(data, []byte{0xfe}) {
				t.Errorf("%v is outside the file", d.Pos)
			}
		}
	})
}
