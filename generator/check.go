package main

import (
	"context"
	"fmt"
	"io"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// checkCommand runs every check without writing anything.
func checkCommand(stdout, stderr io.Writer, lang message.Lang) *cli.Command {
	return &cli.Command{
		Name:        "check",
		Usage:       message.Say(lang, "check"),
		UsageText:   "go run ./generator check [-flags]",
		Description: message.Say(lang, "check-about"),
		Flags:       flagsOf(lang, "C", "templates", "as-of", "strict", "jobs", "coverage", "format", "lang"),
		Action: func(ctx context.Context, c *cli.Command) error {
			o, err := optionsOf(c, stderr, lang)
			if err != nil {
				return err
			}
			o.findings = stdout
			return o.check(ctx)
		},
	}
}

// check tells the editor what is wrong, and nothing else happens.
func (o *options) check(ctx context.Context) error {
	p, diags, err := o.examine(ctx)
	if err != nil {
		return err
	}
	if err := o.print(diags); err != nil {
		return err
	}
	if p != nil && o.coverage {
		o.listCoverage(p.in.Site)
	}
	if o.format == "text" {
		fmt.Fprintln(o.stderr, o.counts(diags))
	}
	if o.refuses(diags) {
		return errFaults
	}
	return nil
}

// examine runs every check and returns what was found in the order of files and
// lines. The plan is nil when the content or the theme has errors.
func (o *options) examine(ctx context.Context) (*plan, []diag.Diagnostic, error) {
	p, diags, err := prepare(ctx, o)
	if err != nil {
		return nil, nil, err
	}
	if p != nil {
		// Faults of templates show while they run.
		site := p.theme.Site(p.in)
		faults, err := site.Render(ctx, o.jobs, nil, func(string, []byte) error { return nil })
		if err != nil {
			return nil, nil, err
		}
		diags = append(diags, faults...)
	}
	return p, diag.Sort(diags), nil
}
