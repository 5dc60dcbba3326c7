package main

import (
	"bytes"
	"context"
	"errors"
	"sync"

	"golang.org/x/sync/errgroup"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/page"
)

// render makes all files of the site and hands each to emit: the pages with
// their data files, and the downloads of it all.
func (p *plan) render(ctx context.Context, emit page.Emit) ([]diag.Diagnostic, error) {
	var mu sync.Mutex
	var data []export.File
	keep := func(path string, b []byte) error {
		if isData(path) {
			mu.Lock()
			data = append(data, export.File{Path: path, Data: bytes.Clone(b)})
			mu.Unlock()
		}
		return emit(path, b)
	}
	// The tables need nothing of the pages, and are made beside them.
	var tables []export.File
	var work errgroup.Group
	work.Go(func() (err error) {
		tables, err = export.Files(export.Input{Site: p.in.Site, Config: p.in.Config, Verdicts: p.in.Verdicts})
		return err
	})
	drawn := func(id string, size chart.Size) []byte { return p.pictures[picture{id, size}] }
	diags, err := p.theme.Render(ctx, p.in, drawn, keep)
	if err = errors.Join(err, work.Wait()); err != nil || diag.Errors(diags) > 0 {
		return diags, err
	}
	archive, err := export.Archive(append(data, tables...))
	if err != nil {
		return diags, err
	}
	for _, f := range append(tables, archive) {
		if err := emit(f.Path, f.Data); err != nil {
			return diags, err
		}
	}
	return diags, nil
}
