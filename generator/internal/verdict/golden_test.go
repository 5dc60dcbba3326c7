package verdict_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// TestSentences checks what is said of every case, to be read by a person.
func TestSentences(t *testing.T) {
	var b strings.Builder
	for _, name := range []string{"cases.csv", "history.csv", "kinds.csv"} {
		for _, r := range readRows(t, name) {
			fmt.Fprintf(&b, "%s\n", r)
			if v := judge(r.MakeTarget(t), options(t, r)); v != nil {
				writeVerdict(&b, v)
			}
		}
	}
	golden.Compare(t, "testdata/sentences.txt", b.String())
}

// writeVerdict writes a verdict with its formula and sentences.
func writeVerdict(b *strings.Builder, v *verdict.Verdict) {
	e := v.Explain()
	fmt.Fprintf(b, "    %s %s  %s\n    %s\n    %s\n", v.Status, v.Reason, v.Formula, e.Zh, e.En)
}

// TestMethodText keeps the method as readers see it.
func TestMethodText(t *testing.T) {
	g := verdict.Method(verdict.Options{AsOf: date(t, "2024-12-31"), OnPaceBand: decimal.NewFromInt(verdict.DefaultBand)})
	var b strings.Builder
	write := func(id string, parts ...model.Text) {
		fmt.Fprintf(&b, "%s\n", id)
		for _, p := range parts {
			fmt.Fprintf(&b, "    %s\n    %s\n", p.Zh, p.En)
		}
	}
	for _, s := range g.Statuses {
		write("status "+string(s.ID)+" "+s.Symbol, s.Name, s.Meaning)
	}
	for _, r := range g.Rules {
		write("rule "+r.ID, r.Title, r.Text)
	}
	for _, o := range g.Operators {
		write("operator "+string(o.Op)+" "+o.Formula, o.Name, o.Wording, o.Rule)
	}
	for _, r := range g.Reasons {
		write("reason "+string(r.ID), r.Text)
	}
	for _, e := range g.Examples {
		write("example", e.Title)
		writeVerdict(&b, e.Verdict)
		for _, s := range e.Verdict.Steps() {
			fmt.Fprintf(&b, "        %s: %s / %s: %s\n", s.Label.Zh, s.Value.Zh, s.Label.En, s.Value.En)
		}
	}
	for _, s := range verdict.States() {
		write("state "+s.Symbol, s.Name)
	}
	golden.Compare(t, "testdata/method.txt", b.String())
}
