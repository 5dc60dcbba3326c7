package main

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// buildFlags are the flags of `build`, which the command without a name has
// too.
func buildFlags(lang message.Lang) []cli.Flag {
	about := func(name string) string { return lang.Say("flag-" + name) }
	return []cli.Flag{
		&cli.StringFlag{Name: "C", Value: ".", Usage: about("C")},
		&cli.StringFlag{Name: "templates", Usage: about("templates")},
		&cli.StringFlag{Name: "out", Usage: about("out")},
		&cli.StringFlag{Name: "as-of", Usage: about("as-of")},
		&cli.BoolFlag{Name: "strict", Usage: about("strict")},
		&cli.IntFlag{Name: "jobs", Value: runtime.GOMAXPROCS(0), Usage: about("jobs")},
		&cli.BoolFlag{Name: "coverage", Usage: about("coverage")},
		&cli.StringFlag{Name: "format", Value: "text", Usage: about("format")},
		&cli.StringFlag{Name: "lang", Usage: about("lang")},
	}
}

// flagsOf are the flags of build with these names, in this order.
func flagsOf(lang message.Lang, names ...string) []cli.Flag {
	var list []cli.Flag
	for _, name := range names {
		for _, f := range buildFlags(lang) {
			if f.Names()[0] == name {
				list = append(list, f)
			}
		}
	}
	return list
}

func buildCommand(stderr io.Writer, lang message.Lang) *cli.Command {
	return &cli.Command{
		Name:        "build",
		Usage:       lang.Say("build"),
		UsageText:   "go run ./generator [build] [-flags]",
		Description: lang.Say("build-about"),
		Flags:       buildFlags(lang),
		Action: func(ctx context.Context, c *cli.Command) error {
			o, err := optionsOf(c, stderr, lang)
			if err != nil {
				return err
			}
			return o.run(ctx)
		},
	}
}

// options are what the flags say.
type options struct {
	site      string // the site's folder
	templates string // "" looks for it
	out       string // "" is public in the site's folder
	asOf      model.Date
	strict    bool
	coverage  bool
	format    string // of the diagnostics: text, json or github
	jobs      int
	lang      message.Lang
	findings  io.Writer // where diagnostics go
	stderr    io.Writer
	terminal  bool // progress may be drawn
}

func optionsOf(c *cli.Command, stderr io.Writer, lang message.Lang) (*options, error) {
	o := &options{
		site:      c.String("C"),
		templates: c.String("templates"),
		out:       c.String("out"),
		strict:    c.Bool("strict"),
		coverage:  c.Bool("coverage"),
		jobs:      c.Int("jobs"),
		lang:      lang,
		findings:  stderr,
		stderr:    stderr,
		terminal:  isTerminal(stderr),
	}
	var faults []error
	if c.NArg() > 0 {
		faults = append(faults, wrong(lang, "unknown-command", "Name", c.Args().First()))
	}
	if s := c.String("as-of"); s != "" {
		d, err := model.ParseDate(s)
		if err != nil {
			faults = append(faults, wrong(lang, "bad-date", "Value", s))
		}
		o.asOf = d
	}
	if o.jobs < 1 {
		faults = append(faults, wrong(lang, "bad-jobs", "Value", o.jobs))
	}
	switch f := c.String("format"); f {
	case "text", "json", "github":
		o.format = f
	default:
		faults = append(faults, wrong(lang, "bad-format", "Value", f, "Known", "text, json, github"))
	}
	return o, errors.Join(faults...)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("CI") != "" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
