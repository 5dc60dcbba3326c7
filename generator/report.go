package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// manyShown is how many diagnostics are more than one reads: behind them the
// first one is named again, which has left the screen.
const manyShown = 20

// run builds and tells the editor how it went.
func (o *options) run(ctx context.Context) error {
	start := time.Now() // for the summary alone: nothing that is built knows it
	report := &progress{w: o.stderr, draws: o.terminal, lang: o.lang, start: start}
	done, diags, err := build(ctx, o, report)
	report.clear()
	diags = diag.Sort(diags)
	if printErr := o.print(diags); printErr != nil {
		return errors.Join(err, printErr)
	}
	switch {
	case err != nil:
		return err
	case o.refuses(diags):
		o.refused(diags)
		return errFaults
	}
	done.warnings = len(diags) - diag.Errors(diags)
	if o.coverage {
		o.listCoverage(done.site)
	}
	o.summary(done, time.Since(start))
	return nil
}

// refuses reports whether these diagnostics stop the build.
func (o *options) refuses(diags []diag.Diagnostic) bool {
	return diag.Errors(diags) > 0 || o.strict && len(diags) > 0
}

func (o *options) print(diags []diag.Diagnostic) error {
	switch o.format {
	case "json":
		return diag.WriteJSON(o.findings, diags, o.lang)
	case "github":
		return diag.WriteGitHub(o.findings, diags, o.lang)
	}
	p := diag.Printer{Files: os.DirFS(o.site), Lang: o.lang}
	if err := p.Print(o.findings, diags); err != nil {
		return fmt.Errorf("print diagnostics: %w", err)
	}
	if len(diags) > manyShown {
		fmt.Fprintln(o.stderr, message.Say(o.lang, "start-with", "Place", diags[0].Pos))
	}
	return nil
}

func (o *options) refused(diags []diag.Diagnostic) {
	if o.format != "text" {
		return
	}
	fmt.Fprintln(o.stderr, message.Say(o.lang, "refused", "Counts", o.counts(diags), "Folder", filepath.ToSlash(o.publicDir())))
}

// counts says how many errors and warnings there are.
func (o *options) counts(diags []diag.Diagnostic) string {
	errs := diag.Errors(diags)
	return message.Say(o.lang, "counts", "Errors", message.Say(o.lang, "n-errors", "N", errs), "Warnings", message.Say(o.lang, "n-warnings", "N", len(diags)-errs))
}

func (o *options) summary(b *built, took time.Duration) {
	if o.format != "text" {
		return
	}
	seconds := took.Round(10 * time.Millisecond).Seconds()
	cover := b.site.Coverage
	fmt.Fprintln(o.stderr, message.Say(o.lang, "summary",
		"Pages", message.Say(o.lang, "n-pages", "N", b.pages), "Made", b.files, "Same", b.same,
		"Bound", cover.Bound, "Unbound", len(cover.Unbound), "Warnings", message.Say(o.lang, "n-warnings", "N", b.warnings),
		"Seconds", fmt.Sprintf("%.2f", seconds)))
	if len(b.kept) > 0 {
		fmt.Fprintln(o.stderr, message.Say(o.lang, "kept", "Folder", filepath.ToSlash(o.publicDir()), "Files", listed(b.kept)))
	}
	switch {
	case !b.changed:
		fmt.Fprintln(o.stderr, message.Say(o.lang, "no-change", "Folder", filepath.ToSlash(o.publicDir())))
	case o.terminal:
		fmt.Fprintln(o.stderr, message.Say(o.lang, "open", "File", filepath.ToSlash(filepath.Join(o.publicDir(), "index.html"))))
	}
}

// templatesDir is the theme: the site's own, or the one of this folder.
func (o *options) templatesDir() string {
	if o.templates != "" {
		return o.templates
	}
	own := filepath.Join(o.site, "templates")
	if info, err := os.Stat(own); err == nil && info.IsDir() {
		return own
	}
	return "templates"
}

// progress shows on a terminal how far long work has come.
type progress struct {
	w     io.Writer
	draws bool // a terminal, where a line can be replaced
	lang  message.Lang
	start time.Time
	mu    sync.Mutex
	drawn time.Time // when the line was drawn last; zero: there is none
}

// patience is how long work goes on before progress is shown, and pace how long
// a line stands at least.
const (
	patience = 500 * time.Millisecond
	pace     = 50 * time.Millisecond
)

// installing says that npm is at work, which takes a while.
func (p *progress) installing() {
	p.clear()
	fmt.Fprintln(p.w, message.Say(p.lang, "installing"))
}

// making shows how many of the files are made.
func (p *progress) making(done, total int) {
	if !p.draws || time.Since(p.start) < patience {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if time.Since(p.drawn) < pace {
		return
	}
	fmt.Fprint(p.w, "\r\x1b[K"+message.Say(p.lang, "making", "Done", done, "All", total))
	p.drawn = time.Now()
}

// clear removes the progress line.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.drawn.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.drawn = time.Time{}
	}
}
