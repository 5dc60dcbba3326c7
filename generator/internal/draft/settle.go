package draft

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io/fs"

	"reportsite/generator/internal/check"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/lint"
	"reportsite/generator/internal/scaffold"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/statement"
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
		if faults, err = checkFiles(ctx, d.Files); err != nil {
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

// checkFiles checks the files of a site, and gives what stops a build.
func checkFiles(ctx context.Context, files []scaffold.File) ([]diag.Diagnostic, error) {
	site, err := inMemory(files)
	if err != nil {
		return nil, err
	}
	cfg, diags := config.Load(site)
	content, err := fs.Sub(site, source.Dir)
	if err != nil {
		return nil, fmt.Errorf("open the draft: %w", err)
	}
	tree, faults, err := source.Load(ctx, content, 1)
	if err != nil {
		return nil, fmt.Errorf("read the draft: %w", err)
	}
	diags = append(diags, faults...)
	if cfg != nil && tree != nil {
		whole, faults := check.Site(cfg, tree)
		diags = append(diags, faults...)
		if whole != nil {
			diags = append(diags, lint.Site(lint.Input{Config: cfg, Tree: tree, Site: whole, AsOf: cfg.AsOf})...)
		}
	}
	var list []diag.Diagnostic
	for _, d := range diags {
		if d.Severity() == diag.Error {
			list = append(list, d)
		}
	}
	return list, nil
}

// inMemory are files as a file system: an archive that was never on the disk.
func inMemory(files []scaffold.File) (fs.FS, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		out, err := w.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Store})
		if err == nil {
			_, err = out.Write(f.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("keep the draft: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("keep the draft: %w", err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, fmt.Errorf("keep the draft: %w", err)
	}
	return r, nil
}
