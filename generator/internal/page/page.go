// Package page turns a site, its verdicts and its charts into files: pages,
// data files, style sheets and scripts.
package page

import (
	"context"
	"io/fs"

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
}

// Drawn gives the picture of a chart in one size, an <svg> element, or nil
// where there is none. It is called from several goroutines.
type Drawn func(chartID string, size chart.Size) []byte

// Emit takes a finished file; path is relative to the site's root. It is
// called from several goroutines, once for each path.
type Emit func(path string, data []byte) error

// Theme is the templates folder, read and checked.
type Theme struct{}

// LoadTheme reads the templates, style sheets, scripts and messages of a
// templates folder. Faults of its files are diagnostics.
func LoadTheme(fsys fs.FS) (*Theme, []diag.Diagnostic, error) { return &Theme{}, nil, nil }

// Charts makes the charts of all pages, each once; its id is unique on the
// site. Input.Charts is not needed for it.
func Charts(in Input) []*chart.Chart { return nil }

// Render makes all files of the site and hands each to emit when it is done.
// Faults of templates that show only while they run are diagnostics.
func (t *Theme) Render(ctx context.Context, in Input, drawn Drawn, emit Emit) ([]diag.Diagnostic, error) {
	return nil, nil
}
