package verdict_test

import (
	"encoding/csv"
	"os"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/verdict"
)

// TestRules compares every rule that /method/ states with the code: each has a
// case, and each case belongs to a rule.
func TestRules(t *testing.T) {
	f, err := os.Open("testdata/rules.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.Comment = '#'
	lines, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]int{}
	for n, c := range lines[1:] {
		cases[c[0]]++
		r := row{Line: n + 1, Kind: c[1], Target: c[2], Figure: c[3], Now: c[4], Status: c[5], Reason: c[6], Gap: c[7], Why: c[8]}
		t.Run(c[0]+" "+r.String(), func(t *testing.T) {
			v := judge(r.MakeTarget(t), options(t, r))
			if string(v.Status) != r.Status || string(v.Reason) != r.Reason {
				t.Errorf("%s %s, want %s %s: %s", v.Status, v.Reason, r.Status, r.Reason, r.Why)
			}
			if r.Gap != "" && !v.Gap.Decimal.Equal(number(t, r.Gap)) {
				t.Errorf("gap %s, want %s: %s", v.Gap.Decimal, r.Gap, r.Why)
			}
		})
	}
	for _, rule := range verdict.Method(verdict.Options{OnPaceBand: decimal.NewFromInt(verdict.DefaultBand)}).Rules {
		if cases[rule.ID] == 0 {
			t.Errorf("no case holds the rule %s: %s", rule.ID, rule.Text.En)
		}
		delete(cases, rule.ID)
	}
	for id := range cases {
		t.Errorf("cases of %q, which is no rule of the method", id)
	}
}
