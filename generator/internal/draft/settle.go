package draft

import (
	"context"
	"fmt"

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
		for _, f := range faults {
			d.mend(f, places)
		}
	}
	return fmt.Errorf("%d faults are left: %s: %s", len(faults), faults[0].Pos, faults[0].Message(diag.English))
}

// mend takes back what a fault is about.
func (d *Draft) mend(fault diag.Diagnostic, places []place) {
	for _, i := range d.indicators {
		if fault.Pos.File == "content/indicators/"+i.id+".toml" {
			d.refuse(i, fault)
			return
		}
	}
	var nearest *place
	for n, p := range places {
		if p.file == fault.Pos.File && p.line == fault.Pos.Line && (nearest == nil || p.col <= fault.Pos.Col+1) {
			nearest = &places[n]
		}
	}
	if nearest != nil {
		nearest.figure.bound = false
		nearest.figure.Refused = &fault
		return
	}
	for _, f := range d.Files {
		if f.Path != fault.Pos.File {
			continue
		}
		if f.Path == d.folder()+"commitments.toml" {
			d.Tasks = nil
			d.faults = append(d.faults, fault)
		}
	}
}

// refuse takes an indicator out of the draft.
func (d *Draft) refuse(i *indicator, fault diag.Diagnostic) {
	i.dropped = true
	for _, f := range d.Figures {
		if f.ID == i.id {
			f.ID, f.bound, f.Kind = "", false, statement.Nothing
			f.Refused = &fault
		}
	}
}
