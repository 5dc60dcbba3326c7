package draft

import (
	"context"
	"fmt"
	"sort"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/statement"
	"reportsite/generator/internal/trial"
)

// rounds is how often a draft is checked and mended; each round mends all faults that
// it finds.
const rounds = 8

// settle writes the files and checks them as a build does. What the check refuses is
// taken back: the link of a figure, or the whole indicator. It is then in the review
// with the reason.
func (d *Draft) settle(ctx context.Context, o Options) error {
	var faults []diag.Diagnostic
	for range rounds {
		places := d.render(o)
		var err error
		if faults, err = trial.Check(ctx, d.Files); err != nil {
			return err
		}
		if len(faults) == 0 {
			return nil
		}
		d.mend(faults, places)
	}
	return fmt.Errorf("%d faults are left: %s: %s", len(faults), faults[0].Pos, faults[0].Message(diag.English))
}

// mend takes back what faults are about. The links of a line are in the order of the text.
func (d *Draft) mend(faults []diag.Diagnostic, places []place) {
	indicators := map[string]*indicator{}
	for _, i := range d.indicators {
		indicators["content/indicators/"+i.id+".toml"] = i
	}
	type lineOf struct {
		file string
		line int
	}
	lines := map[lineOf][]place{}
	for _, p := range places {
		at := lineOf{p.file, p.line}
		lines[at] = append(lines[at], p)
	}
	for _, fault := range faults {
		if i := indicators[fault.Pos.File]; i != nil {
			i.refuse(fault)
			continue
		}
		if line := lines[lineOf{fault.Pos.File, fault.Pos.Line}]; len(line) > 0 {
			behind := sort.Search(len(line), func(n int) bool { return line[n].col > fault.Pos.Col+1 })
			f := line[max(0, behind-1)].figure
			f.bound, f.Refused = false, &fault
			continue
		}
		if fault.Pos.File == d.folder()+"commitments.toml" {
			d.Tasks = nil
			d.faults = append(d.faults, fault)
		}
	}
}

// refuse takes an indicator out of the draft.
func (i *indicator) refuse(fault diag.Diagnostic) {
	i.dropped = true
	for _, f := range i.figures {
		if f.ID == i.id { // else an earlier fault has taken it back
			f.ID, f.bound, f.Kind = "", false, statement.Nothing
			f.Refused = &fault
		}
	}
}
