package bulletin

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/save"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/tomlfile"
	"reportsite/generator/internal/trial"
)

// Changes are the files with the results put into them, checked as a build does: a
// result that brings about an error becomes a question. No file is written.
func (r *Result) Changes(ctx context.Context, site fs.FS) ([]save.Change, error) {
	all, err := readAll(site)
	if err != nil {
		return nil, err
	}
	before, err := trial.Check(ctx, all)
	if err != nil {
		return nil, err
	}
	for {
		changes, files, err := r.apply(all)
		if err != nil {
			return nil, err
		}
		after, err := trial.Check(ctx, files)
		if err != nil {
			return nil, err
		}
		if !r.refuse(before, after) {
			return changes, nil
		}
	}
}

// refuse turns the results into questions that brought about an error.
func (r *Result) refuse(before, after []diag.Diagnostic) bool {
	known := map[string]bool{}
	for _, d := range before {
		known[d.Pos.File+d.Message(diag.English)] = true
	}
	refused := false
	for _, d := range after {
		if known[d.Pos.File+d.Message(diag.English)] {
			continue
		}
		for _, row := range r.Rows {
			if (row.Act == Write || row.Act == Revise) && row.File == d.Pos.File {
				row.Act, row.Reason, refused = Ask, "intake-refused", true
			}
		}
	}
	return refused
}

// apply puts the results into copies of the files.
func (r *Result) apply(all []save.File) (changes []save.Change, files []save.File, err error) {
	text := map[string]string{}
	for _, f := range all {
		text[f.Path] = string(f.Data)
	}
	touched := map[string]bool{}
	any := false
	for _, row := range r.Rows {
		if row.Act != Write && row.Act != Revise {
			continue
		}
		out, err := row.put(text[row.File], r)
		if errors.Is(err, tomlfile.ErrForm) {
			row.Act, row.Reason = Ask, "intake-form"
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		text[row.File], touched[row.File], any = out, true, true
	}
	if any {
		name := source.Dir + "/sources.toml"
		if out, added := r.putSource(text[name]); added {
			text[name], touched[name] = out, true
			if !has(all, name) {
				all = append(all, save.File{Path: name})
			}
		}
	}
	for _, f := range all {
		next := save.File{Path: f.Path, Data: []byte(text[f.Path])}
		files = append(files, next)
		if touched[f.Path] {
			changes = append(changes, save.Change{File: next, Old: f.Data})
		}
	}
	return changes, files, nil
}

func has(list []save.File, name string) bool {
	for _, f := range list {
		if f.Path == name {
			return true
		}
	}
	return false
}

// put puts a result into the text of its indicator's file.
func (row *Row) put(text string, r *Result) (string, error) {
	table, key := string(row.Basis), row.Period.String()
	later := func(k string) bool {
		p, err := model.ParsePeriod(strings.TrimSpace(k))
		return err == nil && p.Compare(row.Period) > 0
	}
	value := row.line(r)
	if row.Act == Revise {
		value = superseding(value, tomlfile.Line(text, table, key))
	}
	return tomlfile.PutLine(text, table, key, value, later)
}

// line is a result as its file has it.
func (row *Row) line(r *Result) string {
	var parts []string
	if row.Sense != model.Positive && row.Sense != model.Negative {
		parts = append(parts, "value = "+row.Value.String())
	}
	if row.Sense != model.Exactly {
		parts = append(parts, `sense = "`+string(row.Sense)+`"`)
	}
	if row.Approx {
		parts = append(parts, "approx = true")
	}
	if row.Stage != "" {
		parts = append(parts, `stage = "`+string(row.Stage)+`"`)
	}
	if !r.Published.IsZero() {
		parts = append(parts, "released = "+r.Published.String())
	}
	return "{ " + strings.Join(append(parts, `source = "`+r.Source+`"`), ", ") + " }"
}

// superseding is a new value with the old one as what it replaces.
func superseding(fresh, old string) string {
	var was struct {
		V struct {
			Value    tomlfile.Number   `toml:"value"`
			Stage    string            `toml:"stage"`
			Released tomlfile.Date     `toml:"released"`
			Earlier  []source.Revision `toml:"earlier"`
		} `toml:"v"`
	}
	tomlfile.Decode("", []byte("v = "+old), 1, &was) // of a value that package source has read
	var list []string
	add := func(value tomlfile.Number, stage string, released tomlfile.Date) {
		parts := []string{"value = " + value.Decimal.String()}
		if stage != "" {
			parts = append(parts, `stage = "`+stage+`"`)
		}
		if !released.IsZero() {
			parts = append(parts, "released = "+released.String())
		}
		list = append(list, "{ "+strings.Join(parts, ", ")+" }")
	}
	for _, e := range was.V.Earlier {
		add(e.Value, e.Stage, e.Released)
	}
	add(was.V.Value, was.V.Stage, was.V.Released)
	return strings.TrimSuffix(fresh, " }") + ", earlier = [" + strings.Join(list, ", ") + "] }"
}

// putSource adds the bulletin to the sources, unless it is there.
func (r *Result) putSource(text string) (string, bool) {
	if tomlfile.Line(text, r.Source, "name") != "" {
		return text, false
	}
	var b strings.Builder
	if body := strings.TrimRight(text, " \t\r\n"); body != "" {
		b.WriteString(body + "\n\n")
	}
	quote := func(s string) string {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(s) + `"`
	}
	publisher := r.Publisher
	if publisher == "" {
		publisher = "原文未署名"
	}
	fmt.Fprintf(&b, "[%s]\nname      = %s\npublisher = %s\n", r.Source, quote(r.Title), quote(publisher))
	if !r.Published.IsZero() {
		fmt.Fprintf(&b, "date      = %s\n", r.Published)
	}
	out := b.String()
	if strings.Contains(text, "\r\n") {
		out = strings.ReplaceAll(strings.ReplaceAll(out, "\r\n", "\n"), "\n", "\r\n")
	}
	return out, true
}

// readAll reads the files of a site that the check looks at.
func readAll(site fs.FS) ([]save.File, error) {
	var list []save.File
	read := func(name string) error {
		data, err := fs.ReadFile(site, name)
		if err == nil {
			list = append(list, save.File{Path: name, Data: data})
		}
		return err
	}
	if err := read("config.toml"); err != nil {
		return nil, fmt.Errorf("read the site: %w", err)
	}
	err := fs.WalkDir(site, source.Dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		return read(name)
	})
	if err != nil {
		return nil, fmt.Errorf("read the site: %w", err)
	}
	return list, nil
}

// Save writes the changed files, all or none; where somebody has changed one since, the
// error says so.
func Save(root *os.Root, changes []save.Change) error { return save.All(root, changes) }
