package main

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/form"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/save"
)

// tableCommand writes the workbook that an office fills in.
func tableCommand(stdout, stderr io.Writer, lang message.Lang) *cli.Command {
	year := yearFlag(lang, "year")
	return command(lang, "form", "table [-flags] <file.xlsx>", append(flagsOf(lang, "C", "templates", "as-of", "jobs", "format", "lang"), year), func(ctx context.Context, c *cli.Command) error {
		if c.NArg() != 1 {
			return wrong(lang, "form-what")
		}
		o, err := optionsOf(c, stderr, lang)
		if err != nil {
			return err
		}
		return o.writeForm(ctx, c.Args().First(), int(c.Int("year")), stdout)
	})
}

// writeForm writes the form into a new file; one that is there stays.
func (o *options) writeForm(ctx context.Context, name string, year int, stdout io.Writer) error {
	site, diags, err := o.examine(ctx)
	if err != nil {
		return err
	}
	if site == nil {
		o.findings = o.stderr
		if err := o.print(diags); err != nil {
			return err
		}
		return errFaults
	}
	if year == 0 {
		year = site.Site.Latest().Period.Year
	}
	if form.Empty(site.Site) {
		return wrong(o.lang, "form-empty")
	}
	var b bytes.Buffer
	if err := form.Write(&b, site.Site, year, o.lang); err != nil {
		return err
	}
	if err := save.Create(name, b.Bytes()); err != nil {
		return wrong(o.lang, "form-failed", "Name", shown(name), "Why", diag.Cause(err))
	}
	fmt.Fprintln(stdout, message.Say(o.lang, "wrote", "File", shown(name)))
	return nil
}
