package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/typeset"
)

// writeHelp writes the help of a command in one language; the library's own help is
// in English only.
func writeHelp(w io.Writer, c *cli.Command, lang message.Lang) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n  %s\n", c.Usage, message.Say(lang, "help-usage"), message.Program(c.UsageText))
	if c.Description != "" {
		fmt.Fprintf(&b, "\n%s\n", c.Description)
	}
	if len(c.Commands) > 0 {
		rows := [][2]string{}
		for _, sub := range c.Commands {
			rows = append(rows, [2]string{sub.Name, sub.Usage})
		}
		writeRows(&b, message.Say(lang, "help-commands"), rows)
	}
	rows := [][2]string{}
	for _, f := range c.Flags {
		name, text := placeholder(f.(cli.DocGenerationFlag).GetUsage())
		rows = append(rows, [2]string{strings.TrimSpace("-" + f.Names()[0] + " " + name), text})
	}
	writeRows(&b, message.Say(lang, "help-flags"), append(rows, [2]string{"-h", message.Say(lang, "flag-h")}))
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("print help: %w", err)
	}
	return nil
}

// writeRows writes two columns below a title.
func writeRows(b *strings.Builder, title string, rows [][2]string) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, typeset.Columns(r[0]))
	}
	fmt.Fprintf(b, "\n%s\n", title)
	for _, r := range rows {
		fmt.Fprintf(b, "  %s%s  %s\n", r[0], strings.Repeat(" ", widest-typeset.Columns(r[0])), r[1])
	}
}

// placeholder splits the name of a flag's value, which is in `backquotes`, from the
// flag's explanation.
func placeholder(usage string) (name, text string) {
	before, rest, _ := strings.Cut(usage, "`")
	name, after, found := strings.Cut(rest, "`")
	if !found {
		return "", usage
	}
	return name, cmp.Or(before+name+after, name)
}
