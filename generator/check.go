package main

import (
	"context"
	"fmt"
	"io"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// checkCommand runs every check without writing anything.
func checkCommand(stdout, stderr io.Writer, lang message.Lang) *cli.Command {
	flags := append(flagsOf(lang, "C", "templates", "as-of", "strict", "jobs", "coverage", "format", "lang"),
		textFlag(lang, "explain", "explain-table"))
	return command(lang, "check", "check [-flags]", flags, func(ctx context.Context, c *cli.Command) error {
		o, err := optionsOf(c, stderr, lang)
		if err != nil {
			return err
		}
		o.findings = stdout
		if name := c.String("explain"); name != "" {
			return o.explain(ctx, name, stdout)
		}
		return o.check(ctx)
	})
}

// check prints what is wrong and does nothing else.
func (o *options) check(ctx context.Context) error {
	site, diags, err := o.examine(ctx)
	if err != nil {
		return err
	}
	if err := o.print(diags); err != nil {
		return err
	}
	if site != nil && o.coverage {
		o.listCoverage(site.Site)
	}
	if o.format == "text" {
		fmt.Fprintln(o.stderr, o.counts(diags))
	}
	if o.Refuses(diags) {
		return errFaults
	}
	return nil
}

// examine runs every check and returns what was found in the order of files and
// lines. The site is nil when the content or the theme has errors.
func (o *options) examine(ctx context.Context) (*build.Site, []diag.Diagnostic, error) {
	b := build.Builder{Options: o.Options}
	b.Plain, b.Strict = true, false // with warnings, too, the templates are run
	site, diags, err := b.Site(ctx)
	if site != nil && err == nil {
		var faults []diag.Diagnostic
		faults, err = site.Check(ctx)
		diags = append(diags, faults...)
	}
	return site, diag.Sort(diags), err
}
