// Package scaffold makes new files from templates, with every field explained.
package scaffold

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/save"
)

// ErrName says that an id cannot be part of a web address.
var ErrName error = message.ID("name-form")

//go:embed files
var files embed.FS

// Site is a complete small site of one edition, which builds as it is.
func Site(title, place string, year int) []save.File {
	values := map[string]any{"Title": title, "Place": place, "Year": year}
	var list []save.File
	err := fs.WalkDir(files, "files/site", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		// No name in the embedded tree begins with a year or a dot.
		to := strings.TrimPrefix(name, "files/site/")
		to = strings.Replace(to, "content/edition/", fmt.Sprintf("content/%d/", year), 1)
		to = strings.Replace(to, "dot-gitignore", ".gitignore", 1)
		list = append(list, save.File{Path: to, Data: fill(name, values)})
		return nil
	})
	if err != nil { // the files are part of the program
		panic("generator: internal error: " + err.Error())
	}
	return list
}

// Indicator is the file of a new indicator with a target for the year.
func Indicator(id, section string, year int) (save.File, error) {
	if !goodID(id) {
		return save.File{}, fmt.Errorf("indicator %q: %w", id, ErrName)
	}
	values := map[string]any{"ID": id, "Section": section, "Year": year}
	return save.File{Path: "content/indicators/" + id + ".toml", Data: fill("files/indicator.toml", values)}, nil
}

// Section is the file of a new section, after the number of those before it.
func Section(id, title string, year, number int) (save.File, error) {
	if !goodID(id) {
		return save.File{}, fmt.Errorf("section %q: %w", id, ErrName)
	}
	name := fmt.Sprintf("content/%d/%02d-%s.md", year, number, id)
	return save.File{Path: name, Data: fill("files/section.md", map[string]any{"Title": title})}, nil
}

// Commitment is the table of a new commitment, to be put at the end of an
// edition's commitments.toml.
func Commitment(id, title, section string, year int) (save.File, error) {
	if !goodID(id) {
		return save.File{}, fmt.Errorf("commitment %q: %w", id, ErrName)
	}
	values := map[string]any{"ID": id, "Title": title, "Section": section, "Year": year}
	return save.File{Path: fmt.Sprintf("content/%d/commitments.toml", year), Data: fill("files/commitment.toml", values)}, nil
}

// goodID reports whether an id can be part of a web address as it is.
func goodID(id string) bool {
	return id != "" && id[0] != '-' && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// fill fills the values into an embedded file. Texts go between the quotes of
// TOML, so they are escaped for them.
func fill(name string, values map[string]any) []byte {
	quoted := map[string]any{}
	for k, v := range values {
		if s, ok := v.(string); ok {
			v = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ", "\t", " ").Replace(s)
		}
		quoted[k] = v
	}
	t := template.Must(template.New(path.Base(name)).Option("missingkey=error").ParseFS(files, name))
	var b strings.Builder
	if err := t.Execute(&b, quoted); err != nil {
		panic("generator: internal error: " + err.Error())
	}
	return []byte(b.String())
}
