package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/office"
	"reportsite/generator/internal/table"
)

// explain prints what is understood of a table, row by row, then what is wrong
// with it.
func (o *options) explain(ctx context.Context, name string, out io.Writer) error {
	b := build.Builder{Options: o.Options}
	tables, diags, err := b.Explain(ctx, name)
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		return wrong(o.lang, "reading-unread", "Name", shown(name), "Why", diag.Cause(err))
	}
	if err != nil {
		return err
	}
	for _, u := range tables {
		o.explainTable(u, out)
	}
	if err := o.print(diags); err != nil {
		return err
	}
	fmt.Fprintln(o.stderr, o.counts(diags))
	if o.Refuses(diags) {
		return errFaults
	}
	return nil
}

func (o *options) explainTable(u *office.Understood, out io.Writer) {
	say := func(id string, args ...any) { fmt.Fprintln(out, message.Say(o.lang, id, args...)) }
	t := u.Table
	within := func(id string, args ...any) { fmt.Fprintln(out, "  "+message.Say(o.lang, id, args...)) }
	or := func(text string) string {
		if text == "" {
			return message.Say(o.lang, "reading-none")
		}
		return text
	}
	say("reading-table", "Place", t.Grid.At(0, 0), "Title", or(t.Title.Text), "Time", or(t.Time.String()), "Units", or(strings.Join(t.Units, "、")), "Source", or(t.Publisher), "Released", or(released(t)))
	for _, c := range t.Columns {
		within("reading-column", "Place", cellOf(c.At), "Head", or(c.Head), "What", o.columnWords(c))
	}
	lines := map[int][]office.Line{}
	for _, l := range u.Lines {
		lines[l.Row] = append(lines[l.Row], l)
	}
	unread := map[*table.Row]bool{}
	for _, x := range t.Unread {
		unread[x] = true
	}
	for _, x := range t.Rows {
		within("reading-row", "Place", cellOf(x.At), "Name", or(x.Label))
		for _, l := range lines[x.N] {
			switch {
			case l.Why != "":
				fmt.Fprintf(out, "    %s %q: %s\n", cellOf(l.At), l.Text, message.Say(o.lang, l.Why))
			default:
				fmt.Fprintf(out, "    %s %q → %s %s = %s\n", cellOf(l.At), l.Text, l.Indicator, l.What, l.Value)
			}
		}
		switch {
		case unread[x]:
			fmt.Fprintln(out, "    "+message.Say(o.lang, "reading-unknown-row"))
		case len(lines[x.N]) == 0:
			fmt.Fprintln(out, "    "+message.Say(o.lang, "reading-nothing"))
		}
	}
	for _, n := range t.Notes {
		within("reading-note", "Place", cellOf(n.At), "Text", n.Text)
	}
}

func released(t *table.Table) string {
	if t.Released.IsZero() {
		return ""
	}
	return t.Released.String()
}

// cellOf is a place within its file: B7, or line and character.
func cellOf(p diag.Pos) string {
	if _, ref, ok := strings.Cut(p.Cell, "!"); ok {
		return ref
	}
	return fmt.Sprintf("%d:%d", p.Line, p.Col)
}

// columnWords is what a column holds, in words.
func (o *options) columnWords(c *table.Column) string {
	parts := []string{message.Say(o.lang, "reading-kind-"+kindID(c.Kind))}
	if c.Basis != "" {
		parts = append(parts, message.Say(o.lang, "reading-basis-"+string(c.Basis)))
	}
	if s := c.Time.String(); s != "" {
		parts = append(parts, s)
	}
	if c.Time.Back > 0 {
		parts = append(parts, message.Say(o.lang, "reading-year-before"))
	}
	if len(c.Units) > 0 {
		parts = append(parts, strings.Join(c.Units, "、"))
	}
	if c.Name != "" {
		parts = append(parts, c.Name)
	}
	return strings.Join(parts, " · ")
}

func kindID(k table.Kind) string {
	if k == table.Value {
		return "value"
	}
	return string(k)
}
