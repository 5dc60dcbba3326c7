package page

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// tables are the downloads of the whole site.
type tables struct {
	targets map[string]csvTarget // by indicator and period
	results map[string]string    // values by indicator, period and basis
	book    []byte
	json    map[string]judged // of the newest targets, by indicator
}

// judged is what a JSON file says of a verdict.
type judged struct {
	Status   string      `json:"status"`
	Actual   json.Number `json:"actual"`
	Period   string      `json:"actual_period"`
	Basis    string      `json:"actual_basis"`
	Expected json.Number `json:"expected"`
	Gap      json.Number `json:"gap"`
}

// csvTarget is what a table says of a target.
type csvTarget struct{ status, actual, period, expected, gap string }

// readTables makes the downloads.
func (a *agreement) readTables() tables {
	a.Helper()
	made, err := export.Files(export.Input{Site: a.in.Site, Config: a.in.Config, Verdicts: a.in.Verdicts})
	if err != nil {
		a.Fatal(err)
	}
	t := a.readCSV(made[0].Data)
	t.book, t.json = made[1].Data, map[string]judged{}
	var all struct {
		Indicators []struct {
			ID      string `json:"id"`
			Verdict judged `json:"verdict"`
		} `json:"indicators"`
	}
	if err := json.Unmarshal(a.file(address.AllJSON), &all); err != nil {
		a.Fatal(err)
	}
	for _, i := range all.Indicators {
		t.json[i.ID] = i.Verdict
	}
	return t
}

// readCSV reads a table of targets and results; its heads may have words behind their
// names.
func (a *agreement) readCSV(data []byte) tables {
	a.Helper()
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		a.Fatal(err)
	}
	col := map[string]int{}
	for n, name := range lines[0] {
		name, _, _ = strings.Cut(name, " ")
		col[name] = n
	}
	t := tables{targets: map[string]csvTarget{}, results: map[string]string{}}
	for _, line := range lines[1:] {
		at := func(name string) string { return line[col[name]] }
		switch key := at("indicator") + " " + at("period"); at("kind") {
		case "target":
			t.targets[key] = csvTarget{at("status"), at("actual"), at("actual_period"), at("expected"), at("gap")}
		case "result":
			t.results[key+" "+at("basis")] = at("value")
		}
	}
	return t
}

// workbook compares the workbook for people with the verdicts, in the order of the site.
func (a *agreement) workbook() {
	a.Helper()
	grids, faults := sheet.Grids("indicators.xlsx", a.data.book)
	if len(faults) > 0 || len(grids) < 2 {
		a.Fatalf("the workbook has %d sheets: %v", len(grids), faults)
	}
	row := 1
	for _, i := range a.in.Site.Indicators {
		for _, target := range i.Targets {
			v := a.in.Verdicts.Of(target)
			t := a.told(v)
			result := ""
			if v.Actual != nil && len(v.Actual.Parts) == 0 {
				result = v.Actual.Digits()
			}
			want := []string{wording.Title(i).Zh, result, t.when, t.status, v.Explain().Zh}
			for n, col := range []int{1, 6, 7, 8, 9} {
				if got := grids[0].Cell(row, col).Text; got != want[n] && !sameNumber(got, want[n]) {
					a.Errorf("%s: the workbook has %q, want %q", t.what, got, want[n])
				}
			}
			row++
		}
	}
}

func sameNumber(a, b string) bool {
	x, errX := decimal.NewFromString(a)
	y, errY := decimal.NewFromString(b)
	return errX == nil && errY == nil && x.Equal(y)
}

// dataFiles compares the files of an indicator, and its rows in those of all, with the
// verdict.
func (a *agreement) dataFiles(i *model.Indicator, v *verdict.Verdict) {
	a.Helper()
	what := a.told(v).what
	data := a.file(address.Data(i, ".json"))
	var got struct {
		Verdict judged `json:"verdict"`
		Targets []struct {
			Verdict judged `json:"verdict"`
		} `json:"targets"`
	}
	if err := json.Unmarshal(data, &got); err != nil {
		a.Fatal(err)
	}
	last := got.Targets[len(got.Targets)-1].Verdict
	if got.Verdict.Status != string(v.Status) || last.Status != string(v.Status) || last.Actual != got.Verdict.Actual {
		a.Errorf("%s: the JSON says %s and %s, want %s", what, got.Verdict.Status, last.Status, v.Status)
	}
	if a.data.json[i.ID] != got.Verdict {
		a.Errorf("%s: the JSON of all says %+v, that of the indicator %+v", what, a.data.json[i.ID], got.Verdict)
	}
	own := a.readCSV(a.file(address.Data(i, ".csv")))
	period := ""
	if v.Actual != nil {
		period = v.Actual.Period.String()
	}
	want := csvTarget{string(v.Status), string(last.Actual), period, string(last.Expected), string(last.Gap)}
	for place, table := range map[string]tables{"the table of all": a.data, "the table of the indicator": own} {
		if got := table.targets[key(v.Target)]; got != want {
			a.Errorf("%s: %s says %v, want %v", what, place, got, want)
		}
		for _, o := range i.Observations {
			if got := table.results[i.ID+" "+o.Period.String()+" "+string(o.Basis)]; len(o.Parts) == 0 && got != o.Digits() {
				a.Errorf("%s: %s has the result %q of %s, want %s", what, place, got, o.Period, o.Digits())
			}
		}
	}
	if o := v.Actual; o != nil {
		if string(last.Actual) != o.Digits() || last.Period != o.Period.String() || last.Basis != string(o.Basis) {
			a.Errorf("%s: the JSON judges %s of %s, want %s of %s", what, last.Actual, last.Period, o.Digits(), o.Period)
		}
	}
	if last.Expected != "" && last.Gap != "" {
		gap := decimal.RequireFromString(string(last.Actual)).Sub(decimal.RequireFromString(string(last.Expected)))
		// A share of the time is rounded to six decimals.
		if diff := gap.Sub(decimal.RequireFromString(string(last.Gap))).Abs(); diff.GreaterThan(decimal.New(1, -6)) {
			a.Errorf("%s: gap %s, but %s − %s is %s", what, last.Gap, last.Actual, last.Expected, gap)
		}
	}
}
