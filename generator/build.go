package main

import (
	"context"
	"errors"
	"os"
	"slices"

	"reportsite/generator/internal/check"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/known"
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
	files    int      // that were made
	same     int      // files that were taken over
	changed  bool     // public differs from before
	kept     []string // files of public that no build wrote
	site     *model.Site
	warnings int
}

// plan is everything that the pages are made of.
type plan struct {
	theme *page.Theme
	in    page.Input
	tree  *source.Tree // what was read for it
}

// build is the whole way of the data: one call a stage, and no way back. It
// returns what is to be said to the editor; the site is published only when
// nothing of that is an error (or a warning, where options say so).
func build(ctx context.Context, o *options, report *progress) (*built, []diag.Diagnostic, error) {
	p, diags, err := prepare(ctx, o)
	if err != nil || p == nil || o.refuses(diags) {
		return nil, diags, err
	}
	settle()
	libraries, faults, err := o.findLibraries(ctx, report.installing)
	if diags = append(diags, faults...); err != nil || o.refuses(diags) {
		return nil, diags, err
	}
	p.in.Libraries = libraries
	done, faults, err := publishSite(ctx, o, report, p)
	return done, append(diags, faults...), err
}

// prepare is the way up to the verdicts. The plan is nil when the
// content or the theme has errors.
func prepare(ctx context.Context, o *options) (*plan, []diag.Diagnostic, error) {
	root, err := os.OpenRoot(o.site)
	if err != nil {
		return nil, []diag.Diagnostic{noFolder.At(diag.Pos{File: o.site}, diag.Cause(err))}, nil
	}
	defer root.Close()
	cfg, tree, site, diags, err := read(ctx, root, o, nil)
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
	return &plan{theme, inputOf(o, cfg, site), tree}, diags, nil
}

// inputOf judges a site as it is known on the as-of date, and gathers what its
// pages are made of but the libraries.
func inputOf(o *options, cfg *config.Config, site *model.Site) page.Input {
	day := asOf(o, cfg, site)
	site = known.As(site, day)
	return page.Input{
		Site: site, Config: cfg, Downloads: export.Paths(),
		Verdicts: verdict.All(site, verdict.Options{AsOf: day, OnPaceBand: cfg.OnPaceBand}),
	}
}

// read is the first half of the way: from the folder to the model. The site is
// nil when the content has errors. memory may be nil.
func read(ctx context.Context, root *os.Root, o *options, memory *source.Memory) (*config.Config, *source.Tree, *model.Site, []diag.Diagnostic, error) {
	cfg, diags := config.Load(root.FS())
	usable := cfg != nil
	if !usable {
		if slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return d.Rule == config.NoConfig }) {
			return nil, nil, nil, diags, nil // no site at all
		}
		cfg = &config.Config{Language: model.Chinese, MaxUnbound: -1} // the content is checked all the same
	}
	// A root of its own, so that no link leads out of content/.
	content, err := root.OpenRoot(source.Dir)
	if err != nil {
		return nil, nil, nil, append(diags, source.NoContent.At(diag.Pos{File: source.Dir})), nil
	}
	defer content.Close()
	tree, faults, err := source.LoadWith(ctx, content.FS(), o.jobs, memory)
	diags = append(diags, faults...)
	if err != nil || tree == nil {
		return nil, nil, nil, diags, err
	}
	site, whole, faults := check.Read(cfg, tree)
	diags = append(diags, faults...)
	if !usable {
		return nil, nil, nil, diags, nil
	}
	if !whole || diag.Errors(diags) > 0 {
		// A slip in a date is said with the first errors, unless the dates
		// beside it are in a file that could not be read.
		if len(tree.Faulty) == 0 && len(site.Editions) > 0 {
			diags = append(diags, lint.Dates(lint.Input{Config: cfg, Tree: tree, Site: site})...)
		}
		return cfg, tree, nil, diags, nil
	}
	diags = append(diags, lint.Site(lint.Input{Config: cfg, Tree: tree, Site: site, AsOf: asOf(o, cfg, site), Asked: !o.asOf.IsZero()})...)
	return cfg, tree, site, diags, nil
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

// publishSite makes all files in a stage and exchanges it with public.
func publishSite(ctx context.Context, o *options, report *progress, p *plan) (done *built, diags []diag.Diagnostic, err error) {
	done = &built{site: p.in.Site}
	stage, err := publish.Begin(o.publicDir(), o.publishRules(p.in.Config.Cache))
	if err != nil {
		diags, err = published(o, err)
		return done, diags, err
	}
	defer func() { err = errors.Join(err, stage.Abort()) }() // unless it is committed
	m := &production{plan: p, emit: stage.Write, progress: report.making}
	if err := m.remember(o.ledgerPath(p.in.Config.Cache), stage.Keep); err != nil {
		return done, nil, err
	}
	diags, err = m.all(ctx, o.jobs)
	done.pages, done.files, done.same = m.pages(), len(m.done)-m.taken, m.taken
	if err == nil && !o.refuses(diags) {
		done.changed, err = stage.Commit()
		done.kept = stage.Kept()
	}
	if err != nil {
		var faults []diag.Diagnostic
		faults, err = published(o, err)
		return done, append(diags, faults...), err
	}
	if cause := m.keep(); cause != nil && !o.refuses(diags) {
		diags = append(diags, noCache.At(diag.Pos{File: p.in.Config.Cache}, diag.Cause(cause)))
	}
	return done, diags, err
}
