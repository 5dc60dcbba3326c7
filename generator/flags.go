package main

import (
	"context"
	"io"
	"os"
	"runtime"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/bundle"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/signature"
)

// buildFlags are the flags of `build`, which the command without a name has
// too.
func buildFlags(lang message.Lang) []cli.Flag {
	about := func(name string) string { return message.Say(lang, "flag-"+name) }
	return []cli.Flag{
		folderFlag(lang),
		textFlag(lang, "templates", "templates"),
		textFlag(lang, "out", "out"),
		textFlag(lang, "as-of", "as-of"),
		switchFlag(lang, "drafts", "drafts"),
		switchFlag(lang, "strict", "strict"),
		&cli.IntFlag{Name: "jobs", Value: min(runtime.GOMAXPROCS(0), maxJobs), Usage: about("jobs")},
		switchFlag(lang, "coverage", "coverage"),
		&cli.StringFlag{Name: "format", Value: "text", Usage: about("format")},
		switchFlag(lang, "compress", "compress"),
		textFlag(lang, "sign", "sign"),
		textFlag(lang, "lang", "lang"),
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
	return command(lang, "build", "[build] [-flags]", buildFlags(lang), func(ctx context.Context, c *cli.Command) error {
		o, err := optionsOf(c, stderr, lang)
		if err != nil {
			return err
		}
		return o.run(ctx)
	})
}

// options are what the flags say.
type options struct {
	build.Options
	coverage bool
	format   string // of the diagnostics: text, json or github
	lang     message.Lang
	findings io.Writer // where diagnostics go
	stderr   io.Writer
	terminal bool // progress may be drawn
}

func optionsOf(c *cli.Command, stderr io.Writer, lang message.Lang) (*options, error) {
	o := &options{
		Options: build.Options{
			Folder:    c.String("C"),
			Templates: c.String("templates"),
			Out:       c.String("out"),
			Drafts:    c.Bool("drafts"),
			Strict:    c.Bool("strict"),
			Jobs:      c.Int("jobs"),
			Compress:  c.Bool("compress"),
			Program:   version,
			Bundle:    bundle.Files(),
			Beside:    beside(),
		},
		coverage: c.Bool("coverage"),
		lang:     lang,
		findings: stderr,
		stderr:   stderr,
		terminal: isTerminal(stderr),
	}
	for _, flag := range []string{"C", "templates"} {
		if err := checkFolder(c, flag, lang); err != nil {
			return nil, err
		}
	}
	if s := c.String("as-of"); s != "" {
		d, err := model.ParseDate(s)
		if err != nil || d.Year < firstYear || d.Year > lastYear {
			return nil, wrong(lang, "bad-date", "Value", shown(s))
		}
		o.AsOf = d
	}
	if file := c.String("sign"); file != "" {
		signer, err := signature.Load(file)
		if err != nil {
			return nil, wrong(lang, "sign-failed", "Name", shown(file), "Why", reason(err))
		}
		o.Sign = signer.Sign
	}
	switch f := c.String("format"); f {
	case "text", "json", "github":
		o.format = f
	default:
		return nil, wrong(lang, "bad-format", "Value", shown(f), "Known", "text, json, github")
	}
	return o, nil
}

// checkFolder says what is wrong with a folder that a flag names.
func checkFolder(c *cli.Command, flag string, lang message.Lang) error {
	name := c.String(flag)
	if name == "" {
		return nil
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && !info.IsDir():
		err = message.ID("publish-no-folder")
	case err == nil:
		var root *os.Root
		if root, err = os.OpenRoot(name); err == nil {
			err = root.Close()
		}
	}
	if err != nil {
		return wrong(lang, "bad-folder-"+flag, "Value", shown(name), "Why", diag.Cause(err))
	}
	return nil
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("CI") != "" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
