package draft

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"reportsite/generator/internal/scaffold"
)

// Write writes the files that are not there yet, and leaves the others as they are.
func (d *Draft) Write(root *os.Root) (written, kept []string, err error) {
	var fresh []scaffold.File
	for _, f := range d.Files {
		switch _, err := root.Lstat(f.Path); {
		case err == nil:
			kept = append(kept, f.Path)
			continue
		case !errors.Is(err, fs.ErrNotExist):
			return nil, kept, fmt.Errorf("write %s: %w", f.Path, err)
		}
		fresh = append(fresh, f)
		written = append(written, f.Path)
	}
	if err := scaffold.Write(root, fresh); err != nil {
		return nil, kept, err
	}
	return written, kept, nil
}

// WriteReview writes the review, anew where one is there: it is made by the program
// alone. A file of that name that no draft has written stays as it is.
func WriteReview(root *os.Root, list []scaffold.File) error {
	for _, f := range list {
		old, err := root.ReadFile(f.Path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
		if err == nil && !bytes.Contains(old, []byte(reviewMark)) {
			return &fs.PathError{Op: "write", Path: f.Path, Err: scaffold.ErrExists}
		}
		if err := root.WriteFile(f.Path, append(f.Data, ("\n<!-- "+reviewMark+" -->\n")...), 0o644); err != nil {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
	}
	return nil
}

// reviewMark says in a review that the program wrote it.
const reviewMark = "written by go run ./generator draft"
