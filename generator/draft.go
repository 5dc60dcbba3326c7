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
	return &cli.Command{
		Name:        "draft",
		Usage:       message.Say(lang, "draft"),
		UsageText:   "go run ./generator draft [-flags] <report> -o <folder>",
		Description: message.Say(lang, "draft-about"),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "o", Usage: message.Say(lang, "flag-o")},
			&cli.StringFlag{Name: "title", Usage: message.Say(lang, "flag-draft-title")},
			&cli.StringFlag{Name: "place", Usage: message.Say(lang, "flag-draft-place")},
			&cli.IntFlag{Name: "year", Usage: message.Say(lang, "flag-draft-year")},
			&cli.StringFlag{Name: "explain", Usage: message.Say(lang, "flag-explain")},
			&cli.StringFlag{Name: "lang", Usage: message.Say(lang, "flag-lang")},
		},
		Action: func(ctx context.Context, c *cli.Command) error {
			if s := c.String("explain"); s != "" {
				_, err := io.WriteString(stdout, draft.Explain(s, int(c.Int("year")), lang))
				return err
			}
			if c.NArg() != 1 || c.String("o") == "" {
				return wrong(lang, "draft-args")
			}
			return makeDraft(ctx, c, stdout, lang)
		},
	}
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

// readDocument reads a report or bulletin; a file that is too large is not read at all.
func readDocument(name string) (*document.Document, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, document.MaxSize+1))
	if err != nil {
		return nil, err
	}
	return document.Read(name, data)
}
