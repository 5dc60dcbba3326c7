package compare

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Words has the words to print for ids of the data; an id without words is printed
// as it is.
type Words struct {
	Kind   map[Kind]string
	Status map[string]string
	Basis  map[string]string
	None   string // "nothing has changed"
	Silent string // what to do about figures that were changed without a word
}

// silent reports whether a published figure was changed without a word.
func silent(list []Change) bool {
	return slices.ContainsFunc(list, func(c Change) bool { return c.Kind == ResultSilent })
}

// said puts the ids of a change into words.
func (w *Words) said(c Change) Change {
	word := func(m map[string]string, id string) string {
		if s, ok := m[id]; ok {
			return s
		}
		return id
	}
	if c.Kind == VerdictChanged {
		c.Old, c.New = word(w.Status, c.Old), word(w.Status, c.New)
	}
	c.Basis = word(w.Basis, c.Basis)
	if s, ok := w.Kind[c.Kind]; ok {
		c.Kind = Kind(s)
	}
	return c
}

// step is "old → new", or what there is of it.
func (c Change) step() string {
	switch {
	case c.Old == "":
		return c.New
	case c.New == "":
		return c.Old + " → —"
	}
	return c.Old + " → " + c.New
}

func (c Change) when() string { return strings.TrimSpace(c.Period + " " + c.Basis) }

// WriteText writes a line for each change under a line for each indicator.
func WriteText(w io.Writer, list []Change, words *Words) error {
	out := bufio.NewWriter(w)
	if len(list) == 0 {
		fmt.Fprintln(out, words.None)
	}
	last := ""
	for _, c := range list {
		if c.Indicator != last {
			fmt.Fprintf(out, "%s %s\n", c.Indicator, c.Name)
			last = c.Indicator
		}
		c = words.said(c)
		fmt.Fprintln(out, "  "+strings.Join(strings.Fields(string(c.Kind)+" "+c.when()+" "+c.step()), " "))
	}
	if silent(list) {
		fmt.Fprintln(out, words.Silent)
	}
	return wrap(out.Flush())
}

// WriteMarkdown writes a table for a pull request.
func WriteMarkdown(w io.Writer, list []Change, words *Words) error {
	out := bufio.NewWriter(w)
	if len(list) == 0 {
		fmt.Fprintln(out, words.None)
		return wrap(out.Flush())
	}
	cell := strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;", "[", `\[`, "*", `\*`, "`", "\\`").Replace
	fmt.Fprint(out, "| | | | |\n|---|---|---|---|\n")
	for _, c := range list {
		c = words.said(c)
		fmt.Fprintf(out, "| %s | %s | %s | %s |\n", cell(c.Name), cell(string(c.Kind)), cell(c.when()), cell(c.step()))
	}
	if silent(list) {
		fmt.Fprintln(out, "\n"+words.Silent)
	}
	return wrap(out.Flush())
}

// WriteJSON writes the list as one object, for programs.
func WriteJSON(w io.Writer, list []Change) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return wrap(enc.Encode(struct {
		Schema  int      `json:"schema"`
		Changes []Change `json:"changes"`
	}{Schema, list}))
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("write the changes: %w", err)
	}
	return nil
}
