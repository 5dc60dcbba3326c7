// Package trial checks the files of a site before they are on the disk, as a build does.
package trial

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
	"reportsite/generator/internal/office"
	"reportsite/generator/internal/save"
	"reportsite/generator/internal/source"
)

// Check checks the files of a site, and gives what stops a build.
func Check(ctx context.Context, files []save.File) ([]diag.Diagnostic, error) {
	site, err := inMemory(files)
	if err != nil {
		return nil, err
	}
	cfg, diags := config.Load(site)
	content, err := fs.Sub(site, source.Dir)
	if err != nil {
		return nil, fmt.Errorf("open the site: %w", err)
	}
	tree, faults, err := source.Load(ctx, content, 1)
	if err != nil {
		return nil, fmt.Errorf("read the site: %w", err)
	}
	diags = append(diags, faults...)
	if cfg != nil && tree != nil {
		tree, faults = office.Tables(cfg, tree)
		diags = append(diags, faults...)
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
func inMemory(files []save.File) (fs.FS, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		out, err := w.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Store})
		if err == nil {
			_, err = out.Write(f.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("keep the site: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("keep the site: %w", err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, fmt.Errorf("keep the site: %w", err)
	}
	return r, nil
}
