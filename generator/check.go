package main

import (
	"context"
	"fmt"
	"io"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/page"
)

// checkCommand runs every check without writing anything.
func checkCommand(stdout, stderr io.Writer) *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "run every check without writing anything / 只检查，不生成",
		UsageText: "go run ./generator check [flags]",
		Description: "Reads the site as build does, renders its pages to nowhere, and prints what it finds.\n" +
			"Exit status: 0 nothing found, or warnings only; 1 errors, or warnings with -strict; 2 wrong use.\n" +
			"docs/checks.md explains every check; [checks] in config.toml sets their levels.\n\n" +
			"像 build 一样读取整个站点并检查，但不写任何文件。各项检查见 docs/checks.md。",
		Flags: flagsOf("C", "templates", "as-of", "strict", "jobs", "coverage", "format", "lang"),
		Action: func(ctx context.Context, c *cli.Command) error {
			o, err := optionsOf(c, stderr)
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
		o.listUnbound(p.in.Site)
	}
	if o.format == "text" {
		errs := diag.Errors(diags)
		fmt.Fprintf(o.stderr, say(o.lang, "%d errors, %d warnings\n", "错误 %d 条，提醒 %d 条\n"), errs, len(diags)-errs)
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
		// Faults of templates show while they run; pictures have none.
		noPicture := func(string, chart.Size) []byte { return nil }
		site := p.theme.Site(p.in, page.Charts(p.in), noPicture)
		faults, err := site.Render(ctx, o.jobs, nil, func(string, []byte) error { return nil })
		if err != nil {
			return nil, nil, err
		}
		diags = append(diags, faults...)
	}
	return p, diag.Sort(diags), nil
}
