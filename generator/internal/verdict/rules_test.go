package verdict_test

import (
	"encoding/csv"
	"os"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/verdict"
)

// TestRules compares every rule that /method/ states with the engine: each has a
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
		r := row{line: n + 1, kind: c[1], target: c[2], figure: c[3], now: c[4], status: c[5], reason: c[6], gap: c[7], why: c[8]}
		t.Run(c[0]+" "+r.String(), func(t *testing.T) {
			v := judge(targetOf(t, r), options(t, r))
			if string(v.Status) != r.status || string(v.Reason) != r.reason {
				t.Errorf("%s %s, want %s %s: %s", v.Status, v.Reason, r.status, r.reason, r.why)
			}
			if r.gap != "" && !v.Gap.Decimal.Equal(number(t, r.gap)) {
				t.Errorf("gap %s, want %s: %s", v.Gap.Decimal, r.gap, r.why)
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
