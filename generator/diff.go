package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/compare"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/verdict"
)

// diffCommand compares the data of two built sites.
func diffCommand(stdout io.Writer, lang message.Lang) *cli.Command {
	flags := []cli.Flag{
		&cli.StringFlag{Name: "format", Value: "text", Usage: message.Say(lang, "flag-diff-format")},
		textFlag(lang, "lang", "lang"),
	}
	return command(lang, "diff", "diff [-flags] <old> [<new>]", flags, func(_ context.Context, c *cli.Command) error {
		if c.NArg() < 1 || c.NArg() > 2 {
			return wrong(lang, "diff-what")
		}
		format := c.String("format")
		if !slices.Contains([]string{"text", "markdown", "json"}, format) {
			return wrong(lang, "bad-format", "Value", shown(format), "Known", "text, markdown, json")
		}
		var err error
		names := append(c.Args().Slice(), "public")[:2]
		var states [2]*compare.Snapshot
		for n, name := range names {
			dir, base := filepath.Split(filepath.Clean(name))
			if dir == "" {
				dir = "."
			}
			if states[n], err = compare.Open(os.DirFS(dir), base); err != nil {
				return wrong(lang, "diff-unread", "Name", shown(name), "Why", diag.Cause(err))
			}
		}
		list := compare.Changes(states[0], states[1])
		switch format {
		case "markdown":
			return compare.WriteMarkdown(stdout, list, wordsOf(lang))
		case "json":
			return compare.WriteJSON(stdout, list)
		}
		return compare.WriteText(stdout, list, wordsOf(lang))
	})
}

// wordsOf are the words of the comparison in the language of the messages.
func wordsOf(l message.Lang) *compare.Words {
	w := &compare.Words{
		Kind: map[compare.Kind]string{
			compare.IndicatorAdded:   message.Say(l, "diff-indicator-added"),
			compare.IndicatorRemoved: message.Say(l, "diff-indicator-removed"),
			compare.TargetAdded:      message.Say(l, "diff-target-added"),
			compare.TargetRemoved:    message.Say(l, "diff-target-removed"),
			compare.TargetChanged:    message.Say(l, "diff-target-changed"),
			compare.ResultAdded:      message.Say(l, "diff-result-added"),
			compare.ResultRemoved:    message.Say(l, "diff-result-removed"),
			compare.ResultRevised:    message.Say(l, "diff-result-revised"),
			compare.ResultSilent:     message.Say(l, "diff-result-silent"),
			compare.VerdictChanged:   message.Say(l, "diff-verdict"),
		},
		Status: map[string]string{},
		Basis: map[string]string{
			"annual":     message.Say(l, "basis-annual"),
			"cumulative": message.Say(l, "basis-cumulative"),
			"single":     message.Say(l, "basis-single"),
			"point":      message.Say(l, "basis-point"),
		},
		None:   message.Say(l, "diff-none"),
		Silent: message.Say(l, "diff-silent"),
	}
	for _, s := range verdict.Statuses() {
		w.Status[string(s.ID)] = s.Name.In(l)
	}
	return w
}
