package office_test

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"
)

// TestBroken reads tables that are broken in the ways in which tables break: each has
// one message, at its cell. A case is the first part of a file's name in
// testdata/broken/tables.txtar; the files of base belong to all of them.
func TestBroken(t *testing.T) {
	const name = "testdata/broken/tables.txtar"
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var base []txtar.File
	var order []string
	cases := map[string][]txtar.File{}
	want := ""
	for _, f := range a.Files {
		id, rest, _ := strings.Cut(f.Name, "/")
		switch {
		case f.Name == "want":
			want = string(f.Data)
		case id == "base":
			base = append(base, txtar.File{Name: rest, Data: f.Data})
		default:
			if !slices.Contains(order, id) {
				order = append(order, id)
			}
			cases[id] = append(cases[id], txtar.File{Name: rest, Data: f.Data})
		}
	}
	made := map[string]func(*testing.T, fstest.MapFS){}
	for _, m := range makers {
		order = append(order, m.name)
		made[m.name] = m.put
	}
	if len(order) < 40 {
		t.Fatalf("there are %d broken tables", len(order))
	}
	var got strings.Builder
	for _, id := range order {
		content := fstest.MapFS{}
		for _, f := range append(slices.Clone(base), cases[id]...) {
			switch {
			case f.Name == "indicators":
				indicators(t, content, string(f.Data))
			case path.Ext(f.Name) == ".xlsx":
				content[f.Name] = &fstest.MapFile{Data: workbook(t, string(f.Data))}
			default:
				content[f.Name] = &fstest.MapFile{Data: f.Data}
			}
		}
		if put := made[id]; put != nil {
			put(t, content)
		}
		text := read(t, content)
		messages := 0
		for line := range strings.Lines(text) {
			if strings.Contains(line, ": error[") || strings.Contains(line, ": warning[") {
				messages++
				fmt.Fprintf(&got, "%s: %s", id, line)
			}
		}
		if messages != 1 {
			t.Errorf("%s has %d messages, not one:\n%s", id, messages, text)
		}
	}
	if *update {
		for n := range a.Files {
			if a.Files[n].Name == "want" {
				a.Files[n].Data = []byte(got.String())
			}
		}
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// month is a table without a fault.
const month = `2025年6月主要指标,<,<
指标,单位,累计
产值,亿元,30.5
数据来源：报告
`

// changed is a table with something changed in it that text cannot say.
func changed(change func(*excelize.File) error) func(*testing.T, fstest.MapFS) {
	return func(t *testing.T, content fstest.MapFS) {
		t.Helper()
		f, err := excelize.OpenReader(strings.NewReader(string(workbook(t, month))))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := change(f); err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		content["tables/月报.xlsx"] = &fstest.MapFile{Data: []byte(b.String())}
	}
}

// as puts a file of another kind into the tables.
func as(name, data string) func(*testing.T, fstest.MapFS) {
	return func(_ *testing.T, content fstest.MapFS) {
		content["tables/"+name] = &fstest.MapFile{Data: []byte(data)}
	}
}

var makers = []struct {
	name string
	put  func(*testing.T, fstest.MapFS)
}{
	{"hidden-column", changed(func(f *excelize.File) error { return f.SetColVisible("Sheet1", "C", false) })},
	{"hidden-sheet", changed(func(f *excelize.File) error {
		if _, err := f.NewSheet("说明"); err != nil {
			return err
		}
		f.SetActiveSheet(1)
		return f.SetSheetVisible("Sheet1", false)
	})},
	{"old-xls", as("月报.xls", "\xd0\xcf\x11\xe0")},
	{"wps-et", as("月报.et", "\xd0\xcf\x11\xe0")},
	{"macros", as("月报.xlsm", "PK")},
	{"password", as("月报.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 2048))},
	{"no-workbook", as("月报.xlsx", "指标,单位\n")},
	{"too-many-rows", func(t *testing.T, content fstest.MapFS) {
		content["tables/月报.csv"] = &fstest.MapFile{Data: []byte("指标,累计\n" + strings.Repeat("产值,1\n", 100_000))}
	}},
	{"half-a-quote", as("月报.csv", "指标,单位,累计\n\"产值,亿元,30\n")},
	{"other-encoding", as("月报.csv", "\x81\xff\x82")},
}
