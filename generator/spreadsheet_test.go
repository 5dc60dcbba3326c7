package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/testsite"
)

// cellsPublished are cells of a workbook and what readers see of each: as a number
// in data files, and with its unit in words.
var cellsPublished = []struct {
	stored string // as the file has it
	format string // "" is General
	head   string // of the column
	unit   string // of the indicator
	number string // in JSON and CSV
	said   string // in the sentence of the verdict; "" is number and unit
}{
	{"13", "", "数值", "家", "13", ""},
	{"420.5", "", "数值", "亿元", "420.5", ""},
	{"0.11799999999999999", "0.0%", "数值", "%", "11.8", ""},
	{"0.118", "0.00%", "数值", "%", "11.80", ""},
	{"11.8", `0.0\%`, "数值", "%", "11.8", ""},
	{"0.30000000000000004", "", "数值", "亿元", "0.3", ""},
	{"1234567.1000000001", "", "数值", "亿元", "1234567.1", ""},
	{"8", "0.0", "数值", "亿元", "8.0", ""},
	{"1E+05", "", "数值", "家", "100000", ""},
	{"1E+05", "0.00E+00", "数值", "家", "100000", ""},
	{"-7.25", "", "数值", "%", "-7.25", "下降7.25%"},
	{"-7.25", "0.0_);[Red](0.0)", "数值", "%", "-7.3", "下降7.3%"},
	{"8.31415926535898", "0.0", "数值", "亿元", "8.3", ""},
	{"123456789012345", "0", "数值", "家", "123456789012345", ""},
	{"1234.5678", "#,##0.00", "数值", "亿元", "1234.57", ""},
	{"13", `0"家"`, "数值", "家", "13", ""},
	{"9800", "", "数值（万元）", "亿元", "0.98", ""},
	{"9800", `#,##0"万元"`, "数值", "亿元", "0.98", ""},
	{"1.25", "0.00", "数值(亿元)", "万元", "12500", ""},
	{"1.2", "", "数值（万人）", "人", "12000", ""},
	{"12345", "", "数值（吨）", "万吨", "1.2345", ""},
	{"11.8", "", "数值（‰）", "%", "1.18", ""},
	{"99.999999999999986", "", "数值", "%", "100", ""},
}

// What readers see of a workbook's number is what its cell shows, everywhere:
// the page, the chart and its table, the sentence of the verdict, CSV and JSON.
// tag is an element of a page.
var tag = regexp.MustCompile(`<[^>]*>`)

func TestSpreadsheetNumbersAsPublished(t *testing.T) {
	site := filepath.Join(t.TempDir(), "site")
	testsite.Unpack(t, "testdata/site.txtar", site)
	for n, c := range cellsPublished {
		id := fmt.Sprintf("cell-%d", n)
		measure := "measure = \"level\"\naccrual = \"flow\""
		if c.unit == "%" {
			measure = "measure = \"growth\""
		}
		writeFiles(t, site, map[string]string{"content/indicators/" + id + ".toml": fmt.Sprintf(
			"name = \"单元格%d\"\nunit = %q\n%s\nbetter = \"up\"\nsection = \"2024/goals\"\nobservations = \"%s.xlsx\"\n\n"+
				"[target.2023]\nop = \"ge\"\nvalue = 5\nas_written = \"5%s以上\"\n",
			n, c.unit, measure, id, c.unit)})
		writeWorkbook(t, filepath.Join(site, "content", "indicators", id+".xlsx"), c.head, c.stored, c.format)
	}
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	if code := run(t.Context(), []string{"generator", "-C", site, "-templates", templates}, io.Discard, &said); code != exitOK {
		t.Fatalf("exit status %d\n%s", code, said.String())
	}
	whole := indicatorsOfCSV(t, filepath.Join(site, "public", "data", "indicators.csv"))
	for n, c := range cellsPublished {
		id := fmt.Sprintf("cell-%d", n)
		t.Run(fmt.Sprintf("%s as %q under %s in %s", c.stored, c.format, c.head, c.unit), func(t *testing.T) {
			words := c.number + c.unit
			if c.said == "" {
				c.said = words
			}
			read := func(name string) []byte {
				data, err := os.ReadFile(filepath.Join(site, "public", name))
				if err != nil {
					t.Fatal(err)
				}
				return data
			}
			got := map[string]string{}
			page := html.UnescapeString(string(read("indicators/" + id + "/index.html")))
			got["results"] = find(page, `<td class="number" data-label="结果">([^<]*)</td>`)
			got["chart table"] = find(page, `<td class="number">([^<]*)</td>`)
			got["result"] = find(page, `<span class="when">[^<]*</span></dt><dd>([^<]*)</dd>`)
			got["drawing"] = find(page, `<text[^>]*>2023年(?:全年)? ([^<]*)</text>`)
			answer := tag.ReplaceAllString(find(page, `<p class="answer">(.*?)</p>`), "")
			got["verdict"] = find(answer, `^2023年(?:全年)?(?:增长|为)?((?:下降)?[\d.]+`+regexp.QuoteMeta(c.unit)+`)`)
			words = strings.Replace(words, "-", "−", 1) // a true minus, everywhere
			want := map[string]string{"results": words, "chart table": words, "result": words, "drawing": words, "verdict": c.said}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("on the page (-want +got):\n%s\n%s", diff, answer)
			}
			if long := find(page, `(\d\.\d{9,}|\d\.\d*0{4,})`); long != "" {
				t.Errorf("the page has the number %s", long)
			}
			if option := read("charts/chart-" + id + ".json"); !regexp.MustCompile(`[\[:,"]` + regexp.QuoteMeta(c.number) + `[\],}"]`).Match(option) {
				t.Errorf("the chart's option has no %s", c.number)
			}
			var data struct {
				Observations []struct{ Value json.Number }
			}
			if err := json.Unmarshal(read("data/indicators/"+id+".json"), &data); err != nil {
				t.Fatal(err)
			}
			inCSV := ""
			for _, row := range readCSV(t, read("data/indicators/"+id+".csv")) {
				if row[4] == "result" {
					inCSV = row[8]
				}
			}
			if data.Observations[0].Value.String() != c.number || inCSV != c.number {
				t.Errorf("JSON has %s, CSV %s; want %s", data.Observations[0].Value, inCSV, c.number)
			}
			if !strings.Contains(whole[id], ","+c.number+",") {
				t.Errorf("data/indicators.csv has %q, want %s", whole[id], c.number)
			}
		})
	}
}

// writeWorkbook writes a table of one row.
func writeWorkbook(t *testing.T, name, head, stored, format string) {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	sheet := book.GetSheetName(0)
	style := 0
	var err error
	if format != "" {
		if style, err = book.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(
		book.SetSheetRow(sheet, "A1", &[]any{"时期", head, "来源", "发布日期"}),
		book.SetSheetRow(sheet, "A2", &[]any{2023, nil, "report", "2024-01-10"}),
		book.SetCellDefault(sheet, "B2", stored),
		book.SetCellStyle(sheet, "B2", "B2", style),
		book.SaveAs(name),
	); err != nil {
		t.Fatal(err)
	}
}

// find is the first group of the first match, or "".
func find(text, expression string) string {
	if m := regexp.MustCompile(expression).FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

func readCSV(t *testing.T, data []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows: %v", len(rows), err)
	}
	return rows
}

// indicatorsOfCSV are the rows of results by their indicators' ids.
func indicatorsOfCSV(t *testing.T, name string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]string{}
	for _, row := range readCSV(t, data)[1:] {
		byID[row[0]] += strings.Join(row, ",") + ",\n"
	}
	return byID
}
