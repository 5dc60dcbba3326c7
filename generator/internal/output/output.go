// Package output is what packages that make files of a site hand over: a path and
// the way to make what is in it.
package output

import (
	"bytes"
	"encoding/json"
	"errors"
)

// File is a file of a site that is made when somebody asks for it.
type File struct {
	Path string // relative to the site's root

	// Make writes the file. It fails with [ErrAbsent] where there turns out to be
	// no such file, and with an error of the maker's own otherwise. Several files
	// may be made at the same time.
	Make func(w *bytes.Buffer) error
}

// ErrAbsent says that a file that might exist does not, such as the options of a
// chart that has nothing to show.
var ErrAbsent = errors.New("there is no such file")

// Bytes is a file whose content is there already.
func Bytes(path string, data []byte) File {
	return File{path, func(w *bytes.Buffer) error {
		_, err := w.Write(data)
		return err
	}}
}

// JSON writes a value on one line, with the signs < > & as they are: the files are
// data, not parts of a page.
func JSON(w *bytes.Buffer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
