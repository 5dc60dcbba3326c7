package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/document"
	"reportsite/generator/internal/draft"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// draftCommand makes a site out of the text of a report.
func draftCommand(stdout io.Writer, lang message.Lang) *cli.Command {
	flags := []cli.Flag{
		textFlag(lang, "o", "o"),
		textFlag(lang, "title", "draft-title"),
		textFlag(lang, "place", "draft-place"),
		yearFlag(lang, "draft-year"),
		textFlag(lang, "explain", "explain"),
		textFlag(lang, "lang", "lang"),
	}
	return command(lang, "draft", "draft [-flags] <report> -o <folder>", flags, func(ctx context.Context, c *cli.Command) error {
		if s := c.String("explain"); s != "" {
			_, err := io.WriteString(stdout, draft.Explain(s, int(c.Int("year")), lang))
			return err
		}
		if c.NArg() != 1 || c.String("o") == "" {
			return wrong(lang, "draft-args")
		}
		return makeDraft(ctx, c, stdout, lang)
	})
}

// makeDraft reads the report, and writes what is not there yet.
func makeDraft(ctx context.Context, c *cli.Command, stdout io.Writer, lang message.Lang) error {
	name, folder := c.Args().First(), c.String("o")
	failed := func(name string, err error) error {
		return wrong(lang, "draft-failed", "Name", shown(name), "Why", diag.Cause(err))
	}
	doc, err := readDocument(name)
	if err != nil {
		return failed(name, err)
	}
	d, err := draft.Text(ctx, doc, draft.Options{
		Name: filepath.Base(name), Title: c.String("title"), Place: c.String("place"), Year: int(c.Int("year")),
		Today: model.DateOf(time.Now()), // written into a draft that names no year, and said there
	})
	if err != nil {
		return failed(name, err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return failed(folder, err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return failed(folder, err)
	}
	defer root.Close()
	if err := resume(root, stdout, lang); err != nil {
		return err
	}
	review, err := d.Review(lang)
	if err != nil {
		return failed(name, err)
	}
	written, kept, err := d.Write(root, review)
	for _, f := range kept {
		fmt.Fprintln(stdout, message.Say(lang, "draft-kept", "File", filepath.ToSlash(filepath.Join(folder, f))))
	}
	for _, f := range written {
		fmt.Fprintln(stdout, message.Say(lang, "wrote", "File", filepath.ToSlash(filepath.Join(folder, f))))
	}
	if err != nil {
		return failed(folder, err)
	}
	fmt.Fprintln(stdout, d.Summary(lang))
	fmt.Fprintln(stdout, message.Say(lang, "draft-review", "File", filepath.ToSlash(filepath.Join(folder, draft.ReviewPage))))
	fmt.Fprintln(stdout, message.Say(lang, "build-it", "Folder", folder))
	return nil
}

// readDocument reads a report or bulletin; of a file that is too large, which is refused,
// no more than that is read.
func readDocument(name string) (*document.Document, error) {
	data, err := readUpTo(name, nil, document.MaxSize+1)
	if err != nil {
		return nil, err
	}
	return document.Read(name, data)
}

// readUpTo reads the beginning of a file, or of the standard input where no file is named.
func readUpTo(name string, stdin io.Reader, most int64) ([]byte, error) {
	in := stdin
	if name != "" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	return io.ReadAll(io.LimitReader(in, most))
}
