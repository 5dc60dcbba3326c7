package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"reportsite/generator/internal/model"
)

// Table and JSON of the commitments say the same; a commitment of which nothing is known
// has neither state nor source, and the newest event gives both.
func TestTasks(t *testing.T) {
	in := input()
	news := &model.Source{ID: "news", Name: model.Text{Zh: "公报"}, URL: "https://news.example/1"}
	known := &model.Commitment{
		ID: "bridge", Edition: in.Site.Editions[0], Section: in.Site.Commitments[0].Section, Title: model.Text{Zh: "=大桥"},
		Lead: "交通局", Support: []string{"财政局", "住建局"}, Events: []model.Event{
			{Date: model.Date{Year: 2024, Month: 3, Day: 1}, Text: model.Text{Zh: "开工"}, State: model.InProgress, Source: news},
			{Date: model.Date{Year: 2024, Month: 6, Day: 1}, Text: model.Text{Zh: "通车"}, State: model.Done, Source: news},
		},
	}
	in.Site.Commitments = append(in.Site.Commitments, known)
	files, err := in.taskFiles(model.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(files[0].Data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(rows[0], taskColumns[:]) || len(rows) != 3 {
		t.Fatalf("the table has %d rows below %v", len(rows)-1, rows[0])
	}
	var data tasksData
	if err := json.Unmarshal(files[1].Data, &data); err != nil {
		t.Fatal(err)
	}
	cell := func(row int, name string) string { return rows[row+1][slices.Index(taskColumns[:], name)] }
	for n, c := range data.Commitments {
		if cell(n, "id") != c.ID || cell(n, "state") != c.State || cell(n, "due") != c.Due || cell(n, "support") != strings.Join(c.Support, " ") {
			t.Errorf("the table says %v, the JSON %+v", rows[n+1], c)
		}
	}
	if one := data.Commitments[0]; one.ID != "road" || one.State != "" || one.Source != "" || cell(0, "event") != "" {
		t.Errorf("of a commitment without news the files say %+v", one)
	}
	if cell(1, "event") != "通车" || cell(1, "event_date") != "2024-06-01" || cell(1, "source_url") != news.URL || data.Commitments[1].State != string(model.Done) {
		t.Errorf("of one with two events the files say %v, %+v", rows[2], data.Commitments[1])
	}
}

// The table of an indicator is its rows of the table of all, below heads that begin with
// the names of those columns.
func TestIndicatorTable(t *testing.T) {
	in := input()
	var one bytes.Buffer
	if err := Indicator(&one, in, in.Site.Indicators[0]); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(one.String(), "\ufeff")
	if !marked {
		t.Error("no byte order mark")
	}
	own, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	files, err := Files(in)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(files[0].Data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for n, head := range own[0] {
		if name, _, _ := strings.Cut(head, " "); name != all[0][n] {
			t.Errorf("column %d is %q, in the table of all %q", n, name, all[0][n])
		}
	}
	for n, row := range own[1:] {
		if !slices.Equal(row, all[n+1]) {
			t.Errorf("row %d is %v, in the table of all %v", n, row, all[n+1])
		}
	}
	if len(own) != len(all) {
		t.Errorf("%d rows, the table of all has %d of this indicator", len(own), len(all))
	}
}
