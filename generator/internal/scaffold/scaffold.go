// Package scaffold writes new files from templates with every field explained. It
// never overwrites a file.
package scaffold

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"text/template"

	"reportsite/generator/internal/message"
)

// File is a new file; Path is relative to the site's folder, with slashes.
type File struct {
	Path string
	Data []byte
}

// ErrExists says that a file is there already: nothing was written.
var ErrExists error = message.ID("file-exists")

// ErrLink says that a file to be added to is a link, or no file at all.
var ErrLink error = message.ID("no-plain-file")

// ErrName says that an id cannot be part of a web address.
var ErrName error = message.ID("name-form")

//go:embed files
var files embed.FS

// Site is a complete small site of one edition, which builds as it is.
func Site(title, place string, year int) []File {
	values := map[string]any{"Title": title, "Place": place, "Year": year}
	var list []File
	err := fs.WalkDir(files, "files/site", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		// No name in the embedded tree begins with a year or a dot.
		to := strings.TrimPrefix(name, "files/site/")
		to = strings.Replace(to, "content/edition/", fmt.Sprintf("content/%d/", year), 1)
		to = strings.Replace(to, "dot-gitignore", ".gitignore", 1)
		list = append(list, File{to, fill(name, values)})
		return nil
	})
	if err != nil { // the files are part of the program
		panic("generator: internal error: " + err.Error())
	}
	return list
}

// Indicator is the file of a new indicator with a target for the year.
func Indicator(id, section string, year int) (File, error) {
	if !goodID(id) {
		return File{}, fmt.Errorf("indicator %q: %w", id, ErrName)
	}
	values := map[string]any{"ID": id, "Section": section, "Year": year}
	return File{"content/indicators/" + id + ".toml", fill("files/indicator.toml", values)}, nil
}

// Section is the file of a new section, after the number of those before it.
func Section(id, title string, year, number int) (File, error) {
	if !goodID(id) {
		return File{}, fmt.Errorf("section %q: %w", id, ErrName)
	}
	name := fmt.Sprintf("content/%d/%02d-%s.md", year, number, id)
	return File{name, fill("files/section.md", map[string]any{"Title": title})}, nil
}

// Commitment is the table of a new commitment, to be put at the end of an
// edition's commitments.toml.
func Commitment(id, title, section string, year int) (File, error) {
	if !goodID(id) {
		return File{}, fmt.Errorf("commitment %q: %w", id, ErrName)
	}
	values := map[string]any{"ID": id, "Title": title, "Section": section, "Year": year}
	return File{fmt.Sprintf("content/%d/commitments.toml", year), fill("files/commitment.toml", values)}, nil
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

// Write writes new files into a site's folder. When one of them exists, none is
// written and the error wraps [ErrExists]; when writing fails, what was written is
// removed again.
func Write(root *os.Root, list []File) (err error) {
	for _, f := range list {
		if _, err := root.Lstat(f.Path); err == nil {
			return &fs.PathError{Op: "write", Path: f.Path, Err: ErrExists}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
	}
	var written []string
	defer func() {
		if err != nil {
			for _, name := range written {
				err = errors.Join(err, root.Remove(name))
			}
		}
	}()
	for _, f := range list {
		if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
		out, err := root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
		written = append(written, f.Path)
		_, err = out.Write(f.Data)
		if err = errors.Join(err, out.Close()); err != nil {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
	}
	return nil
}

// Append puts a file's text at the end of the one that is there, or makes it.
// The whole file is written beside the old one and renamed, so that it is never
// half written. A link is not followed, and not replaced either.
func Append(root *os.Root, f File) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("append to %s: %w", f.Path, err)
		}
	}()
	if err := plain(root, f.Path); err != nil {
		return err
	}
	old, err := root.ReadFile(f.Path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(old) > 0 {
		old = append([]byte(strings.TrimRight(string(old), "\r\n")), "\n\n"...)
	}
	return replace(root, File{f.Path, append(old, f.Data...)})
}

// ErrChanged says that a file is not as it was read: nothing was written.
var ErrChanged error = message.ID("file-changed")

// Replace writes a file anew that was read before as old, and leaves it as it is where
// somebody has changed it since. It is never half written, and a link is neither
// followed nor replaced.
func Replace(root *os.Root, f File, old []byte) error {
	err := plain(root, f.Path)
	if err == nil {
		var now []byte
		if now, err = root.ReadFile(f.Path); err == nil && !bytes.Equal(now, old) {
			err = &fs.PathError{Op: "replace", Path: f.Path, Err: ErrChanged}
		}
	}
	if err == nil {
		err = replace(root, f)
	}
	if err != nil {
		return fmt.Errorf("replace %s: %w", f.Path, err)
	}
	return nil
}

// plain refuses what is there and no plain file.
func plain(root *os.Root, name string) error {
	if info, err := root.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return &fs.PathError{Op: "write", Path: name, Err: ErrLink}
	}
	return nil
}

// replace writes a file beside the one that is there, if there is one, and renames it.
func replace(root *os.Root, f File) error {
	mode := fs.FileMode(0o644)
	if info, err := root.Lstat(f.Path); err == nil {
		mode = info.Mode().Perm()
	}
	if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
		return err
	}
	next, err := writeBeside(root, f.Path, f.Data, mode)
	if err != nil {
		return err
	}
	if err := root.Rename(next, f.Path); err != nil {
		return errors.Join(err, root.Remove(next))
	}
	return nil
}

// maxBeside is how many names of temporary files are tried.
const maxBeside = 100

// writeBeside writes a new file beside another one, and never over one that is
// there. It returns its path.
func writeBeside(root *os.Root, name string, data []byte, mode fs.FileMode) (next string, err error) {
	for n := range maxBeside {
		next = path.Join(path.Dir(name), fmt.Sprintf(".%s.new%d", path.Base(name), n))
		out, err := root.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = out.Write(data)
		if err = errors.Join(err, out.Close()); err != nil {
			return "", errors.Join(err, root.Remove(next))
		}
		return next, nil
	}
	return "", fs.ErrExist
}
