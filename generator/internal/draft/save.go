package draft

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"reportsite/generator/internal/save"
)

// Record is the list of all files that drafts have written into a site. One that a
// person has deleted since is not written again.
const Record = ".draft.txt"

// Write writes the files that are not there yet and never were, and the review, all or
// none; it leaves the other files as they are.
func (d *Draft) Write(root *os.Root, review []save.File) (written, kept []string, err error) {
	before, err := recorded(root)
	if err != nil {
		return nil, nil, err
	}
	var changes []save.Change
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
		changes = append(changes, save.Change{File: f})
		written = append(written, f.Path)
	}
	all := slices.Compact(slices.Sorted(slices.Values(slices.Concat(before, written))))
	list := save.File{Path: Record, Data: []byte(strings.Join(all, "\n") + "\n")}
	for _, f := range append([]save.File{list}, review...) {
		c, err := anew(root, f)
		if err != nil {
			return nil, kept, err
		}
		changes = append(changes, c)
	}
	if err := save.All(root, changes); err != nil {
		return nil, kept, err
	}
	return written, kept, nil
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

// anew is the change that writes a file of the review, also where one is there: it is made
// by the program alone. A file of that name that no draft has written stays as it is.
func anew(root *os.Root, f save.File) (save.Change, error) {
	f.Data = append(slices.Clone(f.Data), ("\n<!-- " + reviewMark + " -->\n")...)
	old, err := root.ReadFile(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return save.Change{File: f}, nil
	case err != nil:
		return save.Change{}, fmt.Errorf("write %s: %w", f.Path, err)
	case !bytes.Contains(old, []byte(reviewMark)):
		return save.Change{}, &fs.PathError{Op: "write", Path: f.Path, Err: save.ErrExists}
	}
	return save.Change{File: f, Old: old}, nil
}

// reviewMark says in a review that the program wrote it.
const reviewMark = "written by go run ./generator draft"
