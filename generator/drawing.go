package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/draw"
	"reportsite/generator/internal/library"
	"reportsite/generator/internal/page"
)

// tools are what others wrote that a site is made with.
type tools struct {
	drawing   draw.Options
	libraries map[string][]byte // see [page.Input]
}

// findTools finds the front-end libraries, or installs them. Without them the
// charts are drawn plainer, and a warning says so.
func (o *options) findTools(ctx context.Context, cache string, notice func()) (*tools, []diag.Diagnostic, error) {
	templates := o.templatesDir()
	t := &tools{drawing: draw.Options{CacheDir: filepath.Join(o.site, filepath.FromSlash(cache)), Colors: colors()}}
	if missing := library.Ensure(ctx, templates, notice); missing != nil {
		if ctx.Err() != nil {
			return nil, nil, fmt.Errorf("install ECharts: %w", ctx.Err())
		}
		where := diag.Pos{File: filepath.ToSlash(filepath.Join(templates, "package.json"))}
		return t, []diag.Diagnostic{noECharts.At(where, missing)}, nil
	}
	t.drawing.Script = library.ECharts.Path(templates)
	var err error
	t.libraries, err = readLibraries(templates)
	return t, nil, err
}

// readLibraries reads the libraries that pages use in the browser, by the names
// that package page knows them by.
func readLibraries(templates string) (map[string][]byte, error) {
	all := map[string][]byte{}
	for name, script := range map[string]library.Script{"echarts": library.ECharts, "minisearch": library.MiniSearch} {
		data, err := os.ReadFile(script.Path(templates))
		if err != nil {
			return nil, fmt.Errorf("read a front-end library: %w", err)
		}
		all[name] = data
	}
	return all, nil
}

// colors maps the palette of the charts to the properties of the style sheet.
func colors() map[string]string {
	m := map[string]string{}
	for _, c := range chart.Palette() {
		m[c.Hex] = "--chart-" + string(c.Role)
	}
	return m
}

// pictures has a studio draw what the pages ask for. A chart that cannot be
// drawn is told to failed, and has no picture.
func pictures(ctx context.Context, studio *draw.Studio, charts func(id string) *chart.Chart, failed func(error)) page.Drawn {
	return func(id string, size chart.Size) []byte {
		c := charts(id)
		if c == nil {
			return nil
		}
		d, ok := c.Drawing(size)
		if !ok {
			return nil
		}
		svg, err := studio.Draw(ctx, draw.Job{
			Option: d.Option, Width: d.Width, Height: d.Height,
			ID: c.ID + "-" + string(size), Title: c.Title, Desc: c.Desc,
		})
		if err != nil {
			failed(err)
		}
		return svg
	}
}
