package verdict_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/verdictcase"
)

// row is one case of a file in testdata.
type row struct {
	line                                                int
	kind, target, figure, now, status, reason, gap, why string
	first, before                                       string // testdata/history.csv only
}

func (r row) String() string { return strings.Join([]string{r.kind, r.target, r.figure, r.now}, " | ") }

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
	v := judge(targetOf(t, r), options(t, r))
	if v == nil {
		if r.status != "unknown" {
			t.Errorf("line %d: the target was not known, want %s: %s", r.line, r.status, r.why)
		}
		return
	}
	if string(v.Status) != r.status || string(v.Reason) != r.reason {
		t.Errorf("line %d: %s %s, want %s %s: %s (%s)", r.line, v.Status, v.Reason, r.status, r.reason, r.why, v.Formula)
	}
	if r.gap != "" && (!v.Gap.Valid || !v.Gap.Decimal.Equal(number(t, r.gap))) {
		t.Errorf("line %d: gap %v, want %s: %s", r.line, v.Gap, r.gap, r.why)
	}
	var first, before verdict.Status
	if len(v.Others) > 0 {
		first = v.Others[0].Status
	}
	if v.Revised != nil {
		before = v.Revised.Status
	}
	if string(first) != r.first || string(before) != r.before {
		t.Errorf("line %d: first %q, before the revision %q, want %q, %q: %s", r.line, first, before, r.first, r.before, r.why)
	}
}

// readRows reads a file of testdata.
func readRows(t *testing.T, name string) []row {
	t.Helper()
	var rows []row
	for _, r := range verdictcase.Read(t, "testdata/"+name) {
		rows = append(rows, row{r.Line, r.Kind, r.Target, r.Figure, r.Now, r.Status, r.Reason, r.Gap, r.Why, r.First, r.Before})
	}
	return rows
}

// targetOf makes the target of a case, with its indicator and figures.
func targetOf(t *testing.T, r row) *model.Target {
	t.Helper()
	return verdictcase.Row{Kind: r.kind, Target: r.target, Figure: r.figure}.MakeTarget(t)
}

func indicatorOf(t *testing.T, kind string) *model.Indicator {
	t.Helper()
	return verdictcase.Indicator(t, kind)
}

func number(t *testing.T, s string) decimal.Decimal {
	t.Helper()
	d, err := decimal.NewFromString(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func date(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
