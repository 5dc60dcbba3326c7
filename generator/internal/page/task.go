package page

import (
	"bytes"
	"errors"
)

// File is a file of a site that is made when somebody asks for it.
type File struct {
	Path string // relative to the site's root

	// Make writes the file. It fails with a [theme.FaultError] where the theme has a
	// fault that shows only while it runs, and with [ErrAbsent] where there turns
	// out to be no such file. Several files may be made at the same time.
	Make func(w *bytes.Buffer) error
}

// task makes one file.
type task struct {
	path string
	make func(w *bytes.Buffer) error
}

// ErrAbsent says that a file that might exist does not, such as the options of
// a chart that has nothing to show.
var ErrAbsent = errors.New("page: there is no such file")
