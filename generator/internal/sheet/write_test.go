package sheet

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

var written = []*Table{
	{
		Name: "目标", Head: []string{"指标", "数值"}, Width: []float64{30},
		Rows: [][]Value{
			{Text("增加值, \"规上\""), Number(decimal.RequireFromString("8.5"))},
			{Text("=1+1"), Maybe(decimal.NullDecimal{})},
			{Text("长"), Number(decimal.RequireFromString("12345678901234567.8"))},
		},
	},
	{Name: "空", Head: []string{"甲"}},
}

func TestWriteCSV(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, written[0]); err != nil {
		t.Fatal(err)
	}
	want := "指标,数值\n\"增加值, \"\"规上\"\"\",8.5\n'=1+1,\n长,12345678901234567.8\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestWriteXLSX(t *testing.T) {
	var first, second bytes.Buffer
	if err := WriteXLSX(&first, written); err != nil {
		t.Fatal(err)
	}
	if err := WriteXLSX(&second, written); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same tables give different bytes")
	}
	book, err := excelize.OpenReader(&first)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if diff := cmp.Diff([]string{"目标", "空"}, book.GetSheetList()); diff != "" {
		t.Errorf("sheets -want +got:\n%s", diff)
	}
	rows, err := book.GetRows("目标")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"指标", "数值"}, {"增加值, \"规上\"", "8.5"}, {"=1+1"}, {"长", "12345678901234567.8"}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("rows -want +got:\n%s", diff)
	}
	for ref, want := range map[string]excelize.CellType{"B2": excelize.CellTypeUnset, "A3": excelize.CellTypeInlineString} {
		if got, err := book.GetCellType("目标", ref); err != nil || got != want {
			t.Errorf("%s has type %v, %v; want %v", ref, got, err, want)
		}
	}
	panes, err := book.GetPanes("目标")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the head is not frozen: %+v, %v", panes, err)
	}
}
