package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/bulletin"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/office"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/typeset"
)

// intakeCommand writes the results of a bulletin into the files of their indicators.
func intakeCommand(stdout io.Writer, lang message.Lang) *cli.Command {
	flags := []cli.Flag{
		folderFlag(lang),
		switchFlag(lang, "dry-run", "intake-dry-run"),
		switchFlag(lang, "revise", "revise"),
		textFlag(lang, "source", "source"), textFlag(lang, "publisher", "publisher"), textFlag(lang, "published", "published"),
		yearFlag(lang, "draft-year"),
		textFlag(lang, "lang", "lang"),
	}
	return command(lang, "intake", "intake [-flags] <bulletin>", flags, func(ctx context.Context, c *cli.Command) error {
		if c.NArg() != 1 {
			return wrong(lang, "intake-args")
		}
		if err := checkFolder(c, "C", lang); err != nil {
			return err
		}
		return takeIn(ctx, c, stdout, lang)
	})
}

// takeIn reads the bulletin and the site, says what comes of each result, and writes.
func takeIn(ctx context.Context, c *cli.Command, stdout io.Writer, lang message.Lang) error {
	name := c.Args().First()
	failed := func(name string, err error) error {
		return wrong(lang, "intake-failed", "Name", shown(name), "Why", diag.Cause(err))
	}
	o := bulletin.Options{
		Name: filepath.Base(name), Source: c.String("source"), Publisher: c.String("publisher"),
		Year: int(c.Int("year")), Revise: c.Bool("revise"),
	}
	if s := c.String("published"); s != "" {
		d, err := model.ParseDate(s)
		if err != nil || d.Year < firstYear || d.Year > lastYear {
			return wrong(lang, "bad-date", "Value", shown(s))
		}
		o.Published = d
	}
	doc, err := readDocument(name)
	if err != nil {
		return failed(name, err)
	}
	root, err := openSite(c.String("C"), c.Bool("dry-run"), stdout, lang)
	if err != nil {
		return err
	}
	defer root.Close()
	content, err := root.OpenRoot(source.Dir)
	if err != nil {
		return wrong(lang, "new-no-site", "Why", diag.Cause(err))
	}
	defer content.Close()
	var units *model.UnitTable
	cfg, _ := config.Load(root.FS())
	if cfg != nil {
		units = cfg.Units
	}
	tree, _, err := source.Load(ctx, content.FS(), 1)
	if err != nil {
		return failed(c.String("C"), err)
	}
	if cfg != nil {
		tree, _ = office.Tables(cfg, tree) // results of tables are there, too
	}
	r := bulletin.Read(doc, tree, units, o)
	changes, err := r.Changes(ctx, root.FS())
	if err != nil {
		return failed(c.String("C"), err)
	}
	listRows(stdout, r, lang)
	if !c.Bool("dry-run") {
		if err := bulletin.Save(root, changes); err != nil {
			return failed(c.String("C"), err)
		}
		for _, f := range changes {
			fmt.Fprintln(stdout, message.Say(lang, "intake-wrote", "File", filepath.ToSlash(filepath.Join(c.String("C"), f.Path))))
		}
	}
	fmt.Fprintln(stdout, message.Say(lang, "intake-summary", "Write", r.Count(bulletin.Write), "Revise", r.Count(bulletin.Revise),
		"There", r.Count(bulletin.There), "Ask", r.Count(bulletin.Ask), "Unused", r.Count(bulletin.Unused)))
	return nil
}

// listRows writes a table of the results: what comes of each, and its sentence last.
func listRows(w io.Writer, r *bulletin.Result, lang message.Lang) {
	rows := [][]string{strings.Split(message.Say(lang, "intake-columns"), " | ")}
	for _, row := range r.Sorted() {
		id, where := row.ID, row.File
		if id == "" {
			id = row.Name
		}
		if row.Reason != "" {
			where = message.Say(lang, row.Reason, "Old", row.Old)
		}
		value := row.Item.Value.Decimal.String() + " " + row.Unit.String()
		rows = append(rows, []string{
			message.Say(lang, "intake-"+string(row.Act)), id, strings.TrimSpace(row.Period.String() + " " + string(row.Basis)), value, where, row.Sentence,
		})
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for n, cell := range row {
			widths[n] = max(widths[n], typeset.Columns(cell))
		}
	}
	for _, row := range rows {
		for n, cell := range row[:len(row)-1] {
			fmt.Fprint(w, cell, strings.Repeat(" ", widths[n]-typeset.Columns(cell)+2))
		}
		fmt.Fprintln(w, row[len(row)-1])
	}
}
