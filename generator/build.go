package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/check"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/draw"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/library"
	"reportsite/generator/internal/lint"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/page"
	"reportsite/generator/internal/publish"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/verdict"
)

// built says what a build did, for its summary.
type built struct {
	pages    int
	charts   draw.Stats
	changed  bool // public differs from before
	site     *model.Site
	warnings int
	mu       sync.Mutex // of pages
}

// plan is everything that the pages are made of.
type plan struct {
	theme    *page.Theme
	in       page.Input
	pictures map[picture][]byte
	charts   draw.Stats
}

// build is the whole way of the data: one call a stage, and no way back. It
// returns what is to be said to the editor; the site is published only when
// nothing of that is an error (or a warning, where options say so).
func build(ctx context.Context, o *options, report *progress) (*built, []diag.Diagnostic, error) {
	p, diags, err := prepare(ctx, o)
	if err != nil || p == nil || o.refuses(diags) {
		return nil, diags, err
	}
	faults, err := p.draw(ctx, o, report)
	if diags = append(diags, faults...); err != nil || o.refuses(diags) {
		return nil, diags, err
	}
	done := &built{charts: p.charts, site: p.in.Site}
	faults, err = publishSite(ctx, o, done, p)
	return done, append(diags, faults...), err
}

// prepare is the way up to the charts' options. The plan is nil when the
// content or the theme has errors.
func prepare(ctx context.Context, o *options) (*plan, []diag.Diagnostic, error) {
	root, err := os.OpenRoot(o.site)
	if err != nil {
		return nil, []diag.Diagnostic{noFolder.At(diag.Pos{File: o.site}, plain(err))}, nil
	}
	defer root.Close()
	cfg, site, diags, err := read(ctx, root, o, nil)
	if err != nil {
		return nil, diags, err
	}
	// The theme is read although the content may have errors: all faults are
	// reported in one run.
	theme, faults, err := page.LoadTheme(os.DirFS(o.templatesDir()))
	diags = append(diags, faults...)
	if err != nil || site == nil || diag.Errors(diags) > 0 {
		return nil, diags, err
	}
	in := inputOf(o, cfg, site)
	in.Charts = page.Charts(in)
	return &plan{theme: theme, in: in}, diags, nil
}

// inputOf judges a site, and gathers what its pages are made of but the charts.
func inputOf(o *options, cfg *config.Config, site *model.Site) page.Input {
	return page.Input{
		Site: site, Config: cfg, Jobs: o.jobs, Downloads: export.Paths(),
		Verdicts: verdict.All(site, verdict.Options{AsOf: asOf(o, cfg, site), OnPaceBand: cfg.OnPaceBand}),
	}
}

// read is the first half of the way: from the folder to the model. The site is
// nil when the content has errors. memory may be nil.
func read(ctx context.Context, root *os.Root, o *options, memory *source.Memory) (*config.Config, *model.Site, []diag.Diagnostic, error) {
	cfg, diags := config.Load(root.FS())
	if cfg == nil {
		return nil, nil, diags, nil
	}
	// A root of its own, so that no link leads out of content/.
	content, err := root.OpenRoot(source.Dir)
	if err != nil {
		return nil, nil, append(diags, source.NoContent.At(diag.Pos{File: source.Dir})), nil
	}
	defer content.Close()
	tree, faults, err := source.LoadWith(ctx, content.FS(), o.jobs, memory)
	diags = append(diags, faults...)
	if err != nil || tree == nil {
		return nil, nil, diags, err
	}
	site, faults := check.Site(cfg, tree)
	diags = append(diags, faults...)
	if diag.Errors(diags) > 0 {
		return cfg, nil, diags, nil
	}
	diags = append(diags, lint.Site(lint.Input{Config: cfg, Tree: tree, Site: site, AsOf: asOf(o, cfg, site)})...)
	return cfg, site, diags, nil
}

// asOf is the day on which the verdicts stand: from the flags, the
// configuration or the content, never from the clock.
func asOf(o *options, cfg *config.Config, site *model.Site) model.Date {
	for _, d := range []model.Date{o.asOf, cfg.AsOf} {
		if !d.IsZero() {
			return d
		}
	}
	return site.NewestRelease()
}

// draw draws the charts of a plan.
func (p *plan) draw(ctx context.Context, o *options, report *progress) ([]diag.Diagnostic, error) {
	var diags []diag.Diagnostic
	templates, cache := o.templatesDir(), p.in.Config.Cache
	script := library.ECharts.Path(templates)
	if missing := library.Ensure(ctx, templates, report.notice); missing != nil {
		script = ""
		if ctx.Err() != nil {
			return nil, fmt.Errorf("install ECharts: %w", ctx.Err())
		}
		diags = append(diags, noECharts.At(diag.Pos{File: filepath.ToSlash(filepath.Join(templates, "package.json"))}, missing.Error()))
		if o.refuses(diags) {
			return diags, nil
		}
	}
	if script != "" {
		libraries, err := readLibraries(templates)
		if err != nil {
			return diags, err
		}
		p.in.Libraries = libraries
	}
	var err error
	p.pictures, p.charts, err = drawAll(ctx, p.in.Charts, draw.Options{
		Script:   script,
		CacheDir: filepath.Join(o.site, filepath.FromSlash(cache)),
		Jobs:     o.jobs,
		Colors:   colors(),
		Progress: report.drawing,
	})
	if p.charts.CacheError != nil {
		diags = append(diags, noCache.At(diag.Pos{File: cache}, p.charts.CacheError.Error()))
	}
	return diags, err
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

// picture names a drawing of a chart.
type picture struct {
	chart string
	size  chart.Size
}

// drawAll draws every size of every chart.
func drawAll(ctx context.Context, charts []*chart.Chart, opt draw.Options) (map[picture][]byte, draw.Stats, error) {
	var jobs []draw.Job
	var keys []picture
	for _, c := range charts {
		for _, d := range c.Drawings {
			keys = append(keys, picture{c.ID, d.Size})
			jobs = append(jobs, jobOf(c, d))
		}
	}
	svgs, stats, err := draw.All(ctx, jobs, opt)
	if err != nil {
		return nil, stats, err
	}
	pictures := make(map[picture][]byte, len(svgs))
	for n, svg := range svgs {
		pictures[keys[n]] = svg
	}
	return pictures, stats, nil
}

// jobOf is the picture of a chart in one size.
func jobOf(c *chart.Chart, d chart.Drawing) draw.Job {
	return draw.Job{
		Option: d.Option, Width: d.Width, Height: d.Height,
		ID: c.ID + "-" + string(d.Size), Title: c.Title, Desc: c.Desc,
	}
}

// colors maps the palette of the charts to the properties of the style sheet.
func colors() map[string]string {
	m := map[string]string{}
	for _, c := range chart.Palette() {
		m[c.Hex] = "--chart-" + string(c.Role)
	}
	return m
}

// publishSite renders all files into a stage and exchanges it with public.
func publishSite(ctx context.Context, o *options, done *built, p *plan) (diags []diag.Diagnostic, err error) {
	stage, err := publish.Begin(o.publicDir())
	if err != nil {
		return published(o, err)
	}
	defer func() {
		if err != nil || o.refuses(diags) {
			err = errors.Join(err, stage.Abort())
		}
	}()
	diags, err = p.render(ctx, func(path string, data []byte) error {
		done.count(path)
		return stage.Write(path, data)
	})
	if err != nil {
		faults, err := published(o, err)
		return append(diags, faults...), err
	}
	if o.refuses(diags) {
		return diags, nil
	}
	done.changed, err = stage.Commit()
	if err != nil {
		faults, err := published(o, err)
		return append(diags, faults...), err
	}
	return diags, nil
}

// published turns a fault of publishing that an editor can mend into a
// diagnostic; every other error stays one.
func published(o *options, err error) ([]diag.Diagnostic, error) {
	fault, ok := errors.AsType[*publish.Error](err)
	if !ok {
		return nil, err
	}
	en, zh := fault.Hint()
	if en == "" {
		return nil, err
	}
	where := diag.Pos{File: filepath.ToSlash(o.publicDir())}
	return []diag.Diagnostic{notPublished.At(where, fault.Err.Error(), diag.Words{En: en, Zh: zh})}, nil
}

// plain is an error without the path, which the position names already.
func plain(err error) string {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		return pathErr.Err.Error()
	}
	return err.Error()
}
