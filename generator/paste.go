package main

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/paste"
	"reportsite/generator/internal/save"
	"reportsite/generator/internal/source"
)

// pasteCommand turns text of the clipboard into Markdown.
func pasteCommand(stdin io.Reader, stdout, stderr io.Writer, lang message.Lang) *cli.Command {
	flags := []cli.Flag{
		switchFlag(lang, "whole", "whole"),
		textFlag(lang, "out", "paste-out"),
		textFlag(lang, "lang", "lang"),
	}
	return command(lang, "paste", "paste [-flags] [<file>]", flags, func(_ context.Context, c *cli.Command) error {
		if c.NArg() > 1 {
			return wrong(lang, "paste-what")
		}
		name := c.Args().First()
		data, err := readText(name, stdin)
		if err != nil {
			return wrong(lang, "paste-unread", "Name", shown(nameOf(name, lang)), "Why", diag.Cause(err))
		}
		text, err := paste.Decode(data)
		if err != nil {
			return wrong(lang, "paste-no-text", "Name", shown(nameOf(name, lang)))
		}
		r := paste.Markdown(text, c.Bool("whole"))
		if r.Text == "" {
			return wrong(lang, "paste-empty", "Name", shown(nameOf(name, lang)))
		}
		if err := writeText(c.String("out"), front(r, c.Bool("whole"))+r.Text, stdout); err != nil {
			return wrong(lang, "paste-unwritten", "Name", shown(c.String("out")), "Why", diag.Cause(err))
		}
		fmt.Fprintln(stderr, message.Say(lang, "paste-done", "Paragraphs", r.Paragraphs, "Headings", r.Headings, "Lists", r.Lists, "Tables", r.Tables))
		return nil
	})
}

// nameOf is what a message calls the input.
func nameOf(name string, lang message.Lang) string {
	if name == "" {
		return message.Say(lang, "paste-input")
	}
	return name
}

// errLarge says that a text is larger than a file of the content may be.
var errLarge error = message.ID("paste-large")

// readText reads a file, or the standard input.
func readText(name string, stdin io.Reader) ([]byte, error) {
	data, err := readUpTo(name, stdin, source.MaxFile+1)
	if err == nil && len(data) > source.MaxFile {
		err = errLarge
	}
	return data, err
}

// writeText writes a new file, or to the standard output. A file that is there is
// never written over.
func writeText(name, text string, stdout io.Writer) error {
	if name == "" {
		_, err := io.WriteString(stdout, text)
		return err
	}
	return save.Create(name, []byte(text))
}

// front is the front matter of a whole section.
func front(r paste.Result, whole bool) string {
	if !whole {
		return ""
	}
	return "+++\ntitle = " + strconv.Quote(r.Title) + "\n+++\n\n"
}
