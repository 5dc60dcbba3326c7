package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/testsite"
)

// The workbook that `table` writes comes back as it went out without a message, and
// what is filled in is published: a round trip.
func TestFormComesBack(t *testing.T) {
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(t.TempDir(), "site")
	testsite.Unpack(t, "testdata/site.txtar", site)
	name := filepath.Join(t.TempDir(), "2024年填报.xlsx")
	var said strings.Builder
	if code := run(t.Context(), []string{"generator", "table", "-C", site, "-templates", templates, "-lang", "zh", name}, io.Discard, &said); code != exitOK {
		t.Fatalf("exit status %d\n%s", code, said.String())
	}
	var refused strings.Builder
	if code := run(t.Context(), []string{"generator", "table", "-C", site, "-templates", templates, "-lang", "en", name}, io.Discard, &refused); code != exitFailed || !strings.HasPrefix(refused.String(), "generator: table: ") || !strings.HasSuffix(refused.String(), ": the file exists already\n") {
		t.Errorf("a file that is there: %d, %s", code, refused.String())
	}
	back := filepath.Join(site, "content", "tables", filepath.Base(name))
	if err := os.MkdirAll(filepath.Dir(back), 0o755); err != nil {
		t.Fatal(err)
	}
	filled := func(cells map[string]any) []string {
		t.Helper()
		f, err := excelize.OpenFile(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for ref, v := range cells {
			if err := f.SetCellValue("累计", ref, v); err != nil {
				t.Fatal(err)
			}
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(back, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		builder := build.Builder{Options: build.Options{Folder: site, Templates: templates, Jobs: 2}}
		diags, err := builder.Read(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, d := range diags {
			codes = append(codes, d.Pos.String()+" "+d.Rule.Code+" "+d.Message(diag.Chinese))
		}
		return codes
	}
	if codes := filled(nil); len(codes) > 0 {
		t.Errorf("the workbook as it was written has messages:\n%s", strings.Join(codes, "\n"))
	}
	cells := map[string]any{}
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("累计")
	if err != nil {
		t.Fatal(err)
	}
	for n, row := range rows {
		ref := func(col int) string {
			s, err := excelize.CoordinatesToCellName(col, n+1)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		switch row[0] {
		case "产值":
			if len(row) < 11 || row[7] != "950" || row[10] != "1400" {
				t.Errorf("what is known is not in the row: %q", row)
			}
			cells[ref(12)] = 1600.5 // 1—10月
		case "新增企业":
			cells[ref(12)] = "41家"
		case "数据来源：":
			cells[ref(1)] = "数据来源：测试报告"
		case "发布日期：":
			cells[ref(1)] = "发布日期：2024年11月15日"
		}
	}
	if len(cells) != 4 {
		t.Fatalf("the workbook lacks rows: %q", rows)
	}
	if codes := filled(cells); len(codes) > 0 {
		t.Errorf("the workbook that was filled in has messages:\n%s", strings.Join(codes, "\n"))
	}
	said.Reset()
	if code := run(t.Context(), []string{"generator", "-C", site, "-templates", templates}, io.Discard, &said); code != exitOK {
		t.Fatalf("exit status %d\n%s", code, said.String())
	}
	data, err := os.ReadFile(filepath.Join(site, "public", "data", "indicators", "output.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "1600.5") {
		t.Errorf("the figure that was filled in is not published:\n%s", data)
	}
	var out strings.Builder
	if code := run(t.Context(), []string{"generator", "check", "-C", site, "-templates", templates, "-lang", "en", "-explain", back}, &out, io.Discard); code != exitOK {
		t.Errorf("check -explain: exit status %d", code)
	}
	for _, want := range []string{"L3 \"1600.5\" → output 2024-10 cumulative = 1600.5亿元", "column L2 1—10月: figures · 1—10月"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("check -explain does not say %q:\n%s", want, out.String())
		}
	}
}
