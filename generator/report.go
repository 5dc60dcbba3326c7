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

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// manyShown is the number of diagnostics after which the first one is named again,
// because it has scrolled off the screen.
const manyShown = 20

// run builds and prints the result.
func (o *options) run(ctx context.Context) error {
	start := time.Now() // for the summary alone: nothing that is built depends on it
	report := &progress{w: o.stderr, draws: o.terminal, lang: o.lang, start: start}
	o.Notice = report.installing
	b := build.Builder{Options: o.Options}
	var done build.Published
	site, diags, err := b.Site(ctx)
	if site != nil {
		var faults []diag.Diagnostic
		done, faults, err = site.Publish(ctx, report.making)
		diags = append(diags, faults...)
	}
	report.clear()
	diags = diag.Sort(diags)
	if printErr := o.print(diags); printErr != nil {
		return errors.Join(err, printErr)
	}
	switch {
	case err != nil:
		return err
	case o.Refuses(diags):
		o.refused(diags)
		return errFaults
	}
	if o.coverage {
		o.listCoverage(site.Site)
	}
	o.summary(site, done, len(diags)-diag.Errors(diags), time.Since(start))
	return nil
}

func (o *options) print(diags []diag.Diagnostic) error {
	switch o.format {
	case "json":
		return diag.WriteJSON(o.findings, diags, o.lang)
	case "github":
		return diag.WriteGitHub(o.findings, diags, o.lang)
	}
	p := diag.Printer{Files: os.DirFS(o.Folder), Lang: o.lang}
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
	fmt.Fprintln(o.stderr, message.Say(o.lang, "refused", "Counts", o.counts(diags), "Folder", filepath.ToSlash(o.PublicDir())))
}

// counts says how many errors and warnings there are.
func (o *options) counts(diags []diag.Diagnostic) string {
	errs := diag.Errors(diags)
	return message.Say(o.lang, "counts", "Errors", message.Say(o.lang, "n-errors", "N", errs), "Warnings", message.Say(o.lang, "n-warnings", "N", len(diags)-errs))
}

func (o *options) summary(site *build.Site, done build.Published, warnings int, took time.Duration) {
	if o.format != "text" {
		return
	}
	public := filepath.ToSlash(o.PublicDir())
	seconds := took.Round(10 * time.Millisecond).Seconds()
	cover := site.Site.Coverage
	fmt.Fprintln(o.stderr, message.Say(o.lang, "summary",
		"Pages", message.Say(o.lang, "n-pages", "N", done.Pages), "Files", done.Files,
		"Bound", cover.Bound, "Unbound", len(cover.Unbound), "Warnings", message.Say(o.lang, "n-warnings", "N", warnings),
		"Seconds", fmt.Sprintf("%.2f", seconds)))
	if len(done.Kept) > 0 {
		fmt.Fprintln(o.stderr, message.Say(o.lang, "kept", "Folder", public, "Files", build.Listed(done.Kept)))
	}
	if done.Changed && site.Config.BaseURL == "" {
		fmt.Fprintln(o.stderr, message.Say(o.lang, "no-address"))
	}
	switch {
	case !done.Changed:
		fmt.Fprintln(o.stderr, message.Say(o.lang, "no-change", "Folder", public))
	case o.terminal:
		fmt.Fprintln(o.stderr, message.Say(o.lang, "open", "File", filepath.ToSlash(filepath.Join(o.PublicDir(), "index.html"))))
	}
}

// progress shows on a terminal how far a long build has come.
type progress struct {
	w     io.Writer
	draws bool // on a terminal, where a line can be replaced
	lang  message.Lang
	start time.Time
	mu    sync.Mutex
	drawn time.Time // when the line was drawn last; zero: never
}

// patience is how long a build runs before progress is shown, and pace how long a
// line stays at least.
const (
	patience = 500 * time.Millisecond
	pace     = 50 * time.Millisecond
)

// installing says that npm is running, which takes a while.
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
