package statement

import (
	"encoding/csv"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

var update = flag.Bool("update", false, "write what is read now into testdata")

// contexts are the parts of texts that the sentences of testdata stand in.
var contexts = map[string]Context{
	"goals":   {Period: model.YearOf(2026), Done: model.YearOf(2025), Role: Goals},
	"review":  {Period: model.YearOf(2026), Done: model.YearOf(2025), Role: Review},
	"unknown": {Period: model.YearOf(2026), Done: model.YearOf(2025)},
	"release": {
		Period: model.YearOf(2025), Role: Review,
		Done: model.Period{Year: 2025, Kind: model.Quarter, N: 3}, Basis: model.Cumulative,
	},
}

// said is an item in a line, as testdata has it.
func said(i Item) string {
	value := ""
	switch {
	case i.Low.Valid && i.High.Valid:
		value = i.Low.Decimal.String() + "-" + i.High.Decimal.String()
	case i.Value.Valid && !i.Op.Relative():
		value = i.Value.Decimal.String()
	}
	if i.Stretch.Valid {
		value += "→" + i.Stretch.Decimal.String()
	}
	op, period := string(i.Op), i.Period.String()
	if i.Kind == Result {
		op = ""
		if i.Basis != model.Annual {
			period += "/" + string(i.Basis)
		}
	}
	return strings.Join([]string{string(i.Kind), i.Name, op, value, i.Unit.String(), period, string(i.Measure), i.Words}, "|") + "\n"
}

// Sentences state what testdata says.
func TestSentences(t *testing.T) {
	const file = "testdata/sentences.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil || len(a.Files) < 50 {
		t.Fatalf("%d sentences: %v", len(a.Files), err)
	}
	for n, f := range a.Files {
		role, _, _ := strings.Cut(f.Name, " ")
		text, want, _ := strings.Cut(string(f.Data), "\n")
		ctx, ok := contexts[role]
		if !ok {
			t.Fatalf("%s: no part of a text", f.Name)
		}
		got := ""
		for _, i := range NewReader(wording.Builtin()).Read(text, ctx) {
			if text[i.Start:i.End] != i.Words {
				t.Errorf("%s: %d to %d is %q, not %q", f.Name, i.Start, i.End, text[i.Start:i.End], i.Words)
			}
			if i.Kind != Nothing {
				got += said(i)
			}
		}
		a.Files[n].Data = []byte(text + "\n" + got)
		if diff := cmp.Diff(want, got); diff != "" && !*update {
			t.Errorf("%s: %s (-want +got)\n%s", f.Name, text, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Tables state what testdata says.
func TestTables(t *testing.T) {
	a, err := txtar.ParseFile("testdata/tables.txtar")
	if err != nil || len(a.Files) < 10 {
		t.Fatalf("%d files: %v", len(a.Files), err)
	}
	for n := 0; n+1 < len(a.Files); n += 2 {
		f, want := a.Files[n], string(a.Files[n+1].Data)
		role, _, _ := strings.Cut(f.Name, " ")
		in := csv.NewReader(strings.NewReader(string(f.Data)))
		rows, err := in.ReadAll()
		if err != nil || a.Files[n+1].Name != f.Name+" want" {
			t.Fatalf("%s: %v", f.Name, err)
		}
		got := ""
		for _, i := range NewReader(wording.Builtin()).Table(rows, contexts[role]) {
			if i.Words != rows[i.Row-1][i.Col-1] {
				t.Errorf("%s: %q is not in row %d, column %d", f.Name, i.Words, i.Row, i.Col)
			}
			if i.Kind != Nothing {
				got += said(i)
			}
			if i.Lead != "" && !strings.Contains(strings.Join(rows[i.Row-1], "|"), i.Lead) || strings.HasSuffix(i.Lead, "Development") {
				t.Errorf("%s: %q leads", f.Name, i.Lead)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", f.Name, diff)
		}
	}
}

// What a relative target is compared with is named by its words.
func TestRefName(t *testing.T) {
	for words, want := range map[string]string{
		"高于全市农民收入增速": "全市农民收入增速", "增速高于全省平均水平": "全省收入增速", "与经济增长基本同步": "地区生产总值增速",
		"与财政收入增长同步": "财政收入增速", "快于GDP增速": "地区生产总值增速", "高于上年": "上年收入增速", "不低于全国平均": "全国收入增速",
	} {
		i := Item{Name: "收入增速", Words: words, Measure: model.Growth}
		if got := i.RefName(); got != want {
			t.Errorf("%s is compared with %s, want %s", words, got, want)
		}
	}
}
