package export

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// input is a site of one indicator with a target, a result and a gap.
func input() Input {
	source := &model.Source{ID: "s", Name: model.Text{Zh: "公报"}, URL: "https://stats.example/1"}
	edition := &model.Edition{Period: model.YearOf(2024), Source: source}
	section := &model.Section{Edition: edition, ID: "goals", Title: model.Text{Zh: "目标"}}
	i := &model.Indicator{
		ID: "gdp", Name: model.Text{Zh: "生产总值"}, Short: model.Text{Zh: "生产总值"}, Unit: model.Percent,
		Measure: model.Growth, Better: model.Up, Section: section,
	}
	t := &model.Target{Indicator: i, Period: model.YearOf(2024), Section: section, Bound: model.Bound{
		Op: model.GE, Value: decimal.NewNullDecimal(decimal.RequireFromString("8.50")), AsWritten: model.Text{Zh: "8.5%以上"},
	}}
	i.Targets = []*model.Target{t}
	june := model.Period{Year: 2024, Kind: model.Half, N: 1}
	i.Observations = []*model.Observation{{
		Indicator: i, Period: june, Basis: model.Cumulative, Value: decimal.RequireFromString("8.0"), Stage: "初步核算",
		Released: model.Date{Year: 2024, Month: 7, Day: 15}, Source: source, Note: model.Text{Zh: "含\"逗号,\""},
	}}
	i.Gaps = []model.Gap{{Period: model.Period{Year: 2024, Kind: model.Month, N: 1}, Basis: model.Cumulative, Reason: model.Text{Zh: "不单独公布"}}}
	site := &model.Site{
		Editions: []*model.Edition{edition}, Indicators: []*model.Indicator{i}, Sources: []*model.Source{source},
		Commitments: []*model.Commitment{{
			ID: "road", Edition: edition, Section: section, Title: model.Text{Zh: "道路"}, Due: model.Date{Year: 2024, Month: 12, Day: 31},
		}},
	}
	return Input{
		Site: site, Verdicts: verdict.All(site, verdict.Options{OnPaceBand: decimal.NewFromInt(5)}),
		Config: &config.Config{
			Title: model.Text{Zh: "测试"}, Language: model.Chinese,
			License: config.License{Name: "CC-BY-4.0", URL: "https://license.example/"},
		},
	}
}

func TestFiles(t *testing.T) {
	files, err := Files(input())
	if err != nil {
		t.Fatal(err)
	}
	var all Archive
	for _, f := range append(files, File{"data/indicators/gdp.json", []byte("{}")}) {
		if err := all.Add(f.Path, f.Data); err != nil {
			t.Fatal(err)
		}
	}
	var zip bytes.Buffer
	if err := all.Write(&zip); err != nil {
		t.Fatal(err)
	}
	archive := File{ZIP, zip.Bytes()}
	var paths []string
	data := map[string][]byte{}
	for _, f := range append(files, archive) {
		paths = append(paths, f.Path)
		data[f.Path] = f.Data
	}
	if diff := cmp.Diff(Paths(), paths); diff != "" {
		t.Errorf("files (-listed +made):\n%s", diff)
	}
	rows, err := csv.NewReader(bytes.NewReader(data[CSV])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var brief []string
	for _, r := range rows[1:] {
		brief = append(brief, strings.Join([]string{r[0], r[4], r[5], r[6], r[8], r[18], r[19]}, "|"))
	}
	want := []string{"gdp|target|2024||8.50|behind|", "gdp|result|2024-H1|cumulative|8.0||含\"逗号,\"", "gdp|missing|2024-01|cumulative|||不单独公布"}
	if diff := cmp.Diff(want, brief); diff != "" {
		t.Errorf("rows:\n%s", diff)
	}
	checkPackage(t, data[Package], data[CSV], rows)
	checkArchive(t, archive.Data)
	book, err := excelize.OpenReader(bytes.NewReader(data[XLSX]))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if diff := cmp.Diff([]string{"目标与判断", "公布的结果", "事项", "来源"}, book.GetSheetList()); diff != "" {
		t.Errorf("sheets:\n%s", diff)
	}
}

// checkPackage compares the description with the table that it describes.
func checkPackage(t *testing.T, described, table []byte, rows [][]string) {
	t.Helper()
	var d descriptor
	if err := json.Unmarshal(described, &d); err != nil {
		t.Fatal(err)
	}
	r := d.Resources[0]
	sum := sha256.Sum256(table)
	if r.Bytes != len(table) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) || d.Licenses[0].Name != "CC-BY-4.0" {
		t.Errorf("the package says %+v of a table of %d bytes", r, len(table))
	}
	var names []string
	for _, f := range r.Schema.Fields {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff(rows[0], names); diff != "" {
		t.Errorf("fields of the table (-) and of the package (+):\n%s", diff)
	}
	for n, row := range rows[1:] {
		for k, cell := range row {
			f := r.Schema.Fields[k]
			if is, ok := types[f.Type]; !ok || cell != "" && !is.MatchString(cell) {
				t.Errorf("row %d: %q is no %s (%s)", n+1, cell, f.Type, f.Name)
			}
		}
	}
}

// types are what the Table Schema of Frictionless Data (version 1) takes for a
// value of each type that the package uses.
var types = map[string]*regexp.Regexp{
	"string":  regexp.MustCompile(`(?s).`),
	"number":  regexp.MustCompile(`^-?\d+(\.\d+)?$`),
	"date":    regexp.MustCompile(`^\d{4}-\d\d-\d\d$`),
	"boolean": regexp.MustCompile(`^(true|True|TRUE|1|false|False|FALSE|0)$`),
}

func checkArchive(t *testing.T, data []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil { // which checks the sum
			t.Errorf("%s: %v", f.Name, err)
		}
		r.Close()
	}
	if diff := cmp.Diff([]string{TasksCSV, TasksJSON, Package, CSV, XLSX, "data/indicators/gdp.json"}, names); diff != "" {
		t.Errorf("archive:\n%s", diff)
	}
}

func TestSameBytes(t *testing.T) {
	for range 5 {
		a, err := Files(input())
		if err != nil {
			t.Fatal(err)
		}
		b, err := Files(input())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatal("the same site gives different downloads")
		}
	}
}
