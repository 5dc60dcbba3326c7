package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

// parts are the files of a workbook that say what is in its cells.
const (
	sheetPart  = "xl/worksheets/sheet1.xml"
	stringPart = "xl/sharedStrings.xml"
	stylePart  = "xl/styles.xml"
)

// FuzzReadXLSX changes what a workbook is made of: its cells, its texts and its formats.
func FuzzReadXLSX(f *testing.F) {
	base := workbook(f, map[string]any{"A1": "期间", "B1": "口径", "C1": "数值", "A2": "2025-06", "B2": "累计", "C2": 12.5, "A3": 45444, "C3": "13%"}, func(b *excelize.File) {
		if err := b.MergeCell("表1", "B2", "B3"); err != nil {
			f.Fatal(err)
		}
	})
	parts := unpack(f, base)
	cells, words, styles := parts[sheetPart], parts[stringPart], parts[stylePart]
	f.Add(cells, words, styles)
	for _, ch := range [][2]string{
		{`r="C2"`, `r="XFD1048576"`}, {`r="C2"`, `r="C0"`}, {`r="C2"`, ``}, {`ref="B2:B3"`, `ref="A1:XFD1048576"`}, {`<v>12.5</v>`, `<v>1e400</v>`},
		{`<v>12.5</v>`, `<f>1/0</f><v>#DIV/0!</v>`}, {`t="s"`, `t="b"`}, {`r="2"`, `r="99999999999"`}, {`<v>0</v>`, `<v>-1</v>`}, {`<sheetData>`, `<sheetData><row r="1048577"/>`},
	} {
		f.Add(bytes.ReplaceAll(cells, []byte(ch[0]), []byte(ch[1])), words, styles)
	}
	f.Fuzz(func(t *testing.T, cells, words, styles []byte) {
		data := packed(t, base, map[string][]byte{sheetPart: cells, stringPart: words, stylePart: styles})
		rows, diags := Read("a.xlsx", data, Choice{})
		for _, r := range rows {
			if p := r.At("value"); p.Cell == "" {
				t.Errorf("row %+v has no place", r)
			}
			if _, _, ok := parsePeriod("", r.Period); !ok {
				t.Errorf("period %q is not read back", r.Period)
			}
		}
		if rows == nil && len(diags) == 0 {
			t.Error("no rows, and nobody says why")
		}
		grids, _ := Grids("a.xlsx", data)
		for _, g := range grids {
			for row := range min(g.Rows(), 300) {
				for col := range min(g.Cols(), 300) {
					g.Cell(row, col)
					g.Top(row, col)
				}
			}
		}
	})
}

// unpack gives the files of a workbook.
func unpack(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// packed is a workbook with some of its files exchanged.
func packed(t testing.TB, data []byte, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	old := unpack(t, data)
	for _, name := range slices.Sorted(maps.Keys(old)) {
		text := old[name]
		if other, ok := files[name]; ok {
			text = other
		}
		w, err := out.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
