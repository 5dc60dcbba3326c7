package main

import (
	"fmt"
	"strings"
	"testing"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/model"
)

// TestNationalVerdicts keeps every verdict of the second site in a file that a
// person can read: what was promised, what came of it, and why the verdict is what
// it is. UPDATE=1 writes it anew, but never in CI.
func TestNationalVerdicts(t *testing.T) {
	const kept = "testdata/national.txt"
	b := build.Builder{Options: build.Options{Folder: "../examples/national", Templates: "../templates", Jobs: 2, Plain: true}}
	p, diags, err := b.Site(t.Context())
	if err != nil || p == nil {
		t.Fatalf("the site cannot be read: %v, %v", err, diags)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "Verdicts of examples/national as of %s.\n", p.Verdicts.Options().AsOf)
	last := ""
	for _, v := range p.Verdicts.List() {
		i := v.Target.Indicator
		if i.ID != last {
			fmt.Fprintf(&out, "\n%s  %s\n", i.ID, i.Name.Zh)
			last = i.ID
		}
		result := "—"
		if v.Actual != nil {
			result = model.Digits(v.Actual.Value) + string(i.Unit) + "（" + v.Actual.Period.String() + "）"
		}
		fmt.Fprintf(&out, "  %s  %s → %s  %s", v.Target.Period, v.Bound.AsWritten.Zh, result, v.Status.Name().Zh)
		if v.Formula != "" {
			fmt.Fprintf(&out, "  %s", v.Formula)
		}
		fmt.Fprintf(&out, "\n        %s\n        %s\n", v.Explain().Zh, v.Explain().En)
	}
	golden.Compare(t, kept, out.String())
}
