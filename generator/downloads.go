package main

import (
	"context"
	"errors"
	"strings"

	"golang.org/x/sync/errgroup"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/draw"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/page"
)

// render makes all files of the site and hands each to emit: the pages with
// their data files, and the downloads of it all.
func (p *plan) render(ctx context.Context, jobs int, tools *tools, studio *draw.Studio, report *progress, emit page.Emit) ([]diag.Diagnostic, error) {
	p.in.Libraries = tools.libraries
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	charts := page.Charts(p.in)
	site := p.theme.Site(p.in, charts, pictures(ctx, studio, charts, func(err error) { fail(err) }))
	// The tables need nothing of the pages, and are made beside them.
	var tables []export.File
	var work errgroup.Group
	work.Go(func() (err error) {
		tables, err = export.Files(export.Input{Site: p.in.Site, Config: p.in.Config, Verdicts: p.in.Verdicts})
		return err
	})
	var archive export.Archive
	count := report.counter(len(site.Files()))
	diags, err := site.Render(ctx, jobs, nil, func(path string, data []byte) error {
		defer count()
		if isData(path) {
			if err := archive.Add(export.File{Path: path, Data: data}); err != nil {
				return err
			}
		}
		return emit(path, data)
	})
	if cause := context.Cause(ctx); cause != nil {
		err = cause // a chart that could not be drawn ends everything
	}
	if err = errors.Join(err, work.Wait()); err != nil || diag.Errors(diags) > 0 {
		return diags, err
	}
	return diags, emitDownloads(tables, &archive, emit)
}

// emitDownloads emits the tables, and the archive with them in it.
func emitDownloads(tables []export.File, archive *export.Archive, emit page.Emit) error {
	for _, f := range tables {
		if err := archive.Add(f); err != nil {
			return err
		}
	}
	zip, err := archive.ZIP()
	if err != nil {
		return err
	}
	for _, f := range append(tables, zip) {
		if err := emit(f.Path, f.Data); err != nil {
			return err
		}
	}
	return nil
}

// isData reports whether a file of the pages belongs into the archive.
func isData(path string) bool {
	return strings.HasPrefix(path, "data/") && !strings.HasSuffix(path, ".html")
}
