package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/draw"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/library"
	"reportsite/generator/internal/page"
	"reportsite/generator/internal/serve"
	"reportsite/generator/internal/source"
)

// workshop builds a site again and again for the dev server. What has not
// changed is kept: the parsed files, the theme, the drawings. The rest is made
// anew, the pages only when somebody looks at them. The files are the same
// bytes as those of a build.
type workshop struct {
	o         *options
	memory    source.Memory
	theme     *page.Theme
	themed    []diag.Diagnostic // what LoadTheme had to say
	libraries map[string][]byte
	studio    *draw.Studio
	ready     bool // libraries and studio are there, or cannot be
	missing   []diag.Diagnostic
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
		return nil, []diag.Diagnostic{noFolder.At(diag.Pos{File: w.o.site}, plain(err))}, nil
	}
	defer root.Close()
	cfg, site, diags, err := read(ctx, root, w.o, &w.memory)
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
	if err := w.prepare(ctx, in); err != nil {
		return nil, nil, err
	}
	in.Libraries = w.libraries
	return w.files(ctx, in), append(diags, w.missing...), nil
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

// prepare finds the libraries and opens the studio, once.
func (w *workshop) prepare(ctx context.Context, in page.Input) error {
	if w.ready {
		return nil
	}
	templates := w.o.templatesDir()
	report := &progress{w: w.o.stderr, lang: w.o.lang, start: time.Now()}
	opt := draw.Options{
		Script:   library.ECharts.Path(templates),
		CacheDir: filepath.Join(w.o.site, filepath.FromSlash(in.Config.Cache)),
		Colors:   colors(),
	}
	if err := library.Ensure(ctx, templates, report.notice); err != nil {
		w.missing = append(w.missing, noECharts.At(diag.Pos{File: filepath.ToSlash(filepath.Join(templates, "package.json"))}, err.Error()))
		opt.Script = ""
	} else if w.libraries, err = readLibraries(templates); err != nil {
		return err
	}
	var err error
	w.studio, err = draw.NewStudio(opt)
	w.ready = err == nil
	return err
}

// files are the files of a site, each made when it is asked for.
func (w *workshop) files(ctx context.Context, in page.Input) serve.Files {
	charts := page.OnDemand(in)
	drawn := func(id string, size chart.Size) []byte {
		c := charts(id)
		if c == nil {
			return nil
		}
		d, ok := c.Drawing(size)
		if !ok {
			return nil
		}
		// A chart that cannot be drawn stops a build; here the page shows the
		// data without it.
		svg, err := w.studio.Draw(ctx, jobOf(c, d))
		if err != nil {
			return nil
		}
		return svg
	}
	pages := w.theme.Pages(in, charts, drawn)
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
	list, err := export.Files(export.Input{Site: in.Site, Config: in.Config, Verdicts: in.Verdicts})
	if err != nil {
		return nil, err
	}
	all := list
	for _, path := range pages.Paths() {
		if !isData(path) {
			continue
		}
		data, ok, _, err := pages.Make(path)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, export.File{Path: path, Data: data})
		}
	}
	archive, err := export.Archive(all)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{archive.Path: archive.Data}
	for _, f := range list {
		files[f.Path] = f.Data
	}
	return files, nil
}

// isData reports whether a file belongs into the archive of all data.
func isData(path string) bool {
	return strings.HasPrefix(path, "data/") && !strings.HasSuffix(path, ".html")
}
