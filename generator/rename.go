package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/rename"
)

// renameCommand gives an indicator, section or page another id.
func renameCommand(stdout io.Writer, lang message.Lang) *cli.Command {
	flags := append(flagsOf(lang, "C"),
		switchFlag(lang, "dry-run", "rename-dry-run"),
		textFlag(lang, "lang", "lang"))
	return command(lang, "rename", "rename [-flags] <old> <new>", flags, func(ctx context.Context, c *cli.Command) error {
		if c.NArg() != 2 {
			return wrong(lang, "rename-what")
		}
		if err := checkFolder(c, "C", lang); err != nil {
			return err
		}
		root, err := openSite(c.String("C"), c.Bool("dry-run"), stdout, lang)
		if err != nil {
			return err
		}
		defer root.Close()
		list, err := rename.Plan(root.FS(), c.Args().Get(0), c.Args().Get(1))
		if err != nil {
			return renameFailed(lang, c.Args().First(), err)
		}
		if err := checkRename(ctx, root.FS(), list, lang); err != nil {
			return err
		}
		if !c.Bool("dry-run") {
			if err := rename.Apply(root, list); err != nil {
				return renameFailed(lang, c.Args().First(), err)
			}
		}
		for _, f := range list {
			if f.From != f.Path {
				fmt.Fprintln(stdout, message.Say(lang, "renamed", "From", f.From, "To", f.Path))
			} else {
				fmt.Fprintln(stdout, message.Say(lang, "rename-changes", "File", f.Path))
			}
		}
		if c.Bool("dry-run") {
			fmt.Fprintln(stdout, message.Say(lang, "rename-would"))
		}
		return nil
	})
}

// checkRename reads the site as it is, and as it would be: what has errors is not
// renamed.
func checkRename(ctx context.Context, site fs.FS, list []rename.File, lang message.Lang) error {
	for _, step := range []struct {
		site fs.FS
		id   string
	}{{site, "rename-faults"}, {rename.Over(site, list), "rename-breaks"}} {
		diags, err := (&build.Builder{}).ReadFrom(ctx, step.site)
		if err != nil {
			return err
		}
		for _, d := range diag.Sort(diags) {
			if d.Severity() == diag.Error {
				first := d.Pos.String() + ": " + d.Message(lang)
				return wrong(lang, step.id, "First", first)
			}
		}
	}
	return nil
}

// renameFailed says why nothing was renamed.
func renameFailed(lang message.Lang, name string, err error) error {
	if file, ok := errors.AsType[*fs.PathError](err); ok {
		name = file.Path
		err = file.Err
	}
	return wrong(lang, "rename-failed", "Name", shown(name), "Why", diag.Cause(err))
}
