package verdict_test

import (
	"slices"
	"testing"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/verdictcase"
)

type row = verdictcase.Row

var number, date = verdictcase.Number, verdictcase.Date

// fewest is how many cases there are at least.
const fewest = 380

// TestCases judges the cases that were worked out by hand.
func TestCases(t *testing.T) {
	rows := slices.Concat(readRows(t, "cases.csv"), readRows(t, "history.csv"), readRows(t, "kinds.csv"))
	if len(rows) < fewest {
		t.Errorf("there are %d cases, want %d at least", len(rows), fewest)
	}
	seen := map[string]bool{}
	for _, r := range rows {
		if seen[r.String()] {
			t.Errorf("%s is written twice", r)
		}
		seen[r.String()] = true
		t.Run(r.String(), func(t *testing.T) { checkRow(t, r) })
	}
}

func checkRow(t *testing.T, r row) {
	v := judge(r.MakeTarget(t), options(t, r))
	if v == nil {
		if r.Status != "unknown" {
			t.Errorf("line %d: the target was not known, want %s: %s", r.Line, r.Status, r.Why)
		}
		return
	}
	if string(v.Status) != r.Status || string(v.Reason) != r.Reason {
		t.Errorf("line %d: %s %s, want %s %s: %s (%s)", r.Line, v.Status, v.Reason, r.Status, r.Reason, r.Why, v.Formula)
	}
	if r.Gap != "" && (!v.Gap.Valid || !v.Gap.Decimal.Equal(number(t, r.Gap))) {
		t.Errorf("line %d: gap %v, want %s: %s", r.Line, v.Gap, r.Gap, r.Why)
	}
	var first, before verdict.Status
	if len(v.Others) > 0 {
		first = v.Others[0].Status
	}
	if v.Revised != nil {
		before = v.Revised.Status
	}
	if string(first) != r.First || string(before) != r.Before {
		t.Errorf("line %d: first %q, before the revision %q, want %q, %q: %s", r.Line, first, before, r.First, r.Before, r.Why)
	}
}

// readRows reads a file of testdata.
func readRows(t *testing.T, name string) []row {
	t.Helper()
	return verdictcase.Read(t, "testdata/"+name)
}

func indicatorOf(t *testing.T, kind string) *model.Indicator {
	t.Helper()
	return verdictcase.Indicator(t, kind)
}
