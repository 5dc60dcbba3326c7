// Package page turns a site, its verdicts and its charts into files: pages,
// data files, style sheets and scripts.
//
// [LoadTheme] reads the templates and checks them, [Charts] says which charts
// the pages need, and [Theme.Render] makes the files. A page is made in two
// steps: Go puts together what it shows as plain values, in one language and
// with every link worked out; the template says how it looks. Only prose that
// package markdown finished and pictures that package draw made go into a page
// unescaped.
package page

import (
	"context"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// Input is everything that the pages are made of.
type Input struct {
	Site     *model.Site
	Config   *config.Config
	Verdicts *verdict.Set
	Charts   []*chart.Chart // what [Charts] returned for this input
	Jobs     int            // files made at once; below 1 means one

	// Libraries are the front-end libraries by name ("echarts", "minisearch").
	// Without one the pages are complete, but that part does not come alive.
	Libraries map[string][]byte

	// Downloads are files of the whole site that others make, for the data page
	// to list; paths are relative to the site's root.
	Downloads []string
}

// Drawn gives the picture of a chart in one size, an <svg> element, or nil
// where there is none. It is called from several goroutines.
type Drawn func(chartID string, size chart.Size) []byte

// Emit takes a finished file; path is relative to the site's root. It is
// called from several goroutines, once for each path, and may not keep data:
// its memory is used again.
type Emit func(path string, data []byte) error

// Render makes all files of the site and hands each to emit when it is done.
// Faults of templates that show only while they run are diagnostics.
func (t *Theme) Render(ctx context.Context, in Input, drawn Drawn, emit Emit) ([]diag.Diagnostic, error) {
	charts := make(map[string]*chart.Chart, len(in.Charts))
	for _, c := range in.Charts {
		charts[c.ID] = c
	}
	made := func(id string) *chart.Chart { return charts[id] }
	return run(ctx, t.tasks(in, made, drawn), in.Jobs, emit)
}

// tasks lists all files of a site.
func (t *Theme) tasks(in Input, charts func(id string) *chart.Chart, drawn Drawn) []task {
	var list []task
	books := t.books(in, charts, drawn)
	for _, b := range books {
		list = append(list, b.pages()...)
	}
	list = append(list, books[0].dataFiles()...)
	list = append(list, books[0].liveFiles()...)
	list = append(list, books[0].libraryFiles()...)
	return append(list, t.assetFiles()...)
}
