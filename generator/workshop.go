package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/page"
	"reportsite/generator/internal/serve"
	"reportsite/generator/internal/source"
)

// workshop builds a site again and again for the dev server. What has not
// changed is kept: the parsed files and the theme. The rest is made
// anew, the pages only when somebody looks at them. The files are the same
// bytes as those of a build.
type workshop struct {
	o         *options
	memory    source.Memory
	theme     *page.Theme
	themed    []diag.Diagnostic // what LoadTheme had to say
	looked    bool              // for the libraries
	libraries map[string][]byte
	missing   []diag.Diagnostic // what findLibraries had to say
}

// build is [serve.Options.Build].
func (w *workshop) build(ctx context.Context, changed []string) (serve.Site, error) {
	site, diags, err := w.site(ctx, changed)
	if err != nil {
		return serve.Site{}, err
	}
	diags = diag.Sort(diags)
	return serve.Site{File: site, Faults: w.o.faults(diags)}, w.o.print(diags)
}

// site reads the content and prepares the files; nil when there are errors.
func (w *workshop) site(ctx context.Context, changed []string) (serve.Files, []diag.Diagnostic, error) {
	root, err := os.OpenRoot(w.o.site)
	if err != nil {
		return nil, []diag.Diagnostic{noFolder.At(diag.Pos{File: w.o.site}, diag.Cause(err))}, nil
	}
	defer root.Close()
	cfg, _, site, diags, err := read(ctx, root, w.o, &w.memory)
	if err != nil {
		return nil, nil, err
	}
	if err := w.loadTheme(changed); err != nil {
		return nil, nil, err
	}
	diags = append(diags, w.themed...)
	if site == nil || diag.Errors(diags) > 0 {
		return nil, diags, nil
	}
	in := inputOf(w.o, cfg, site)
	if err := w.prepare(ctx); err != nil {
		return nil, nil, err
	}
	in.Libraries = w.libraries
	return w.files(in), append(diags, w.missing...), nil
}

// loadTheme reads the theme for the first time, or when a file of it changed.
func (w *workshop) loadTheme(changed []string) error {
	dir := filepath.Clean(w.o.templatesDir())
	again := w.theme == nil
	for _, path := range changed {
		again = again || path == "." || path == dir || strings.HasPrefix(path, dir+string(filepath.Separator))
	}
	if !again {
		return nil
	}
	theme, diags, err := page.LoadTheme(os.DirFS(dir))
	w.theme, w.themed = theme, diags
	return err
}

// prepare finds the front-end libraries, once.
func (w *workshop) prepare(ctx context.Context) error {
	if w.looked {
		return nil
	}
	report := &progress{w: w.o.stderr, lang: w.o.lang}
	var err error
	w.libraries, w.missing, err = w.o.findLibraries(ctx, report.installing)
	w.looked = err == nil
	return err
}

// files are the files of a site, each made when it is asked for.
func (w *workshop) files(in page.Input) serve.Files {
	pages := w.theme.Site(in)
	tables := sync.OnceValues(func() (map[string][]byte, error) { return downloads(in, pages) })
	return func(path string) ([]byte, bool, []serve.Fault, error) {
		data, ok, faults, err := pages.Make(path)
		if ok || err != nil {
			return data, ok, w.o.faults(faults), err
		}
		for _, name := range export.Paths() {
			if name == path {
				files, err := tables()
				return files[path], err == nil, nil, err
			}
		}
		return nil, false, nil, nil
	}
}

// downloads are the downloads of a whole site by their paths.
func downloads(in page.Input, pages *page.Site) (map[string][]byte, error) {
	tables, err := export.Files(export.Input{Site: in.Site, Config: in.Config, Verdicts: in.Verdicts})
	if err != nil {
		return nil, err
	}
	var archive export.Archive
	for _, f := range pages.Files() {
		if !isData(f.Path) {
			continue
		}
		data, ok, _, err := pages.Make(f.Path)
		if ok && err == nil {
			err = archive.Add(export.File{Path: f.Path, Data: data})
		}
		if err != nil {
			return nil, err
		}
	}
	files := map[string][]byte{}
	err = emitDownloads(tables, &archive, func(path string, data []byte) error {
		files[path] = data
		return nil
	})
	return files, err
}
