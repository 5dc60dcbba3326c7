package draft

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"reportsite/generator/internal/scaffold"
)

// Record is the list of all files that drafts have written into a site. One that a
// person has deleted since is not written again.
const Record = ".draft.txt"

// Write writes the files that are not there yet and never were, and leaves the others
// as they are.
func (d *Draft) Write(root *os.Root) (written, kept []string, err error) {
	before, err := recorded(root)
	if err != nil {
		return nil, nil, err
	}
	var fresh []scaffold.File
	for _, f := range d.Files {
		switch _, err := root.Lstat(f.Path); {
		case errors.Is(err, fs.ErrNotExist) && slices.Contains(before, f.Path):
			continue // a person has deleted it
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
	all := slices.Compact(slices.Sorted(slices.Values(slices.Concat(before, written))))
	list := scaffold.File{Path: Record, Data: []byte(strings.Join(all, "\n") + "\n")}
	return written, kept, WriteReview(root, []scaffold.File{list})
}

// recorded are the files that drafts have written before.
func recorded(root *os.Root) ([]string, error) {
	data, err := root.ReadFile(Record)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read %s: %w", Record, err)
	}
	var list []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "content/") || line == "config.toml" {
			list = append(list, line)
		}
	}
	return list, nil
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
