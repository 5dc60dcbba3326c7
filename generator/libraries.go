package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/library"
)

// findLibraries finds the front-end libraries, or installs them; see
// [page.Input]. Without them charts do not come alive in the browser, and a
// warning says so; nothing else depends on them.
func (o *options) findLibraries(ctx context.Context, notice func()) (map[string][]byte, []diag.Diagnostic, error) {
	templates := o.templatesDir()
	if missing := library.Ensure(ctx, templates, notice); missing != nil {
		if ctx.Err() != nil {
			return nil, nil, fmt.Errorf("install ECharts: %w", ctx.Err())
		}
		where := diag.Pos{File: filepath.ToSlash(filepath.Join(templates, "package.json"))}
		return nil, []diag.Diagnostic{noECharts.At(where, missing)}, nil
	}
	libraries, err := readLibraries(templates)
	return libraries, nil, err
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

// ledgerPath is where a build remembers what it made, in the cache folder of the
// configuration.
func (o *options) ledgerPath(cache string) string {
	return filepath.Join(o.site, filepath.FromSlash(cache), ledgerFile)
}
