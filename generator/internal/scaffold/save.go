package scaffold

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"reportsite/generator/internal/message"
)

// File is a new file; Path is relative to the site's folder, with slashes.
type File struct {
	Path string
	Data []byte
}

// Change is a file that is written together with others.
type Change struct {
	File
	Old []byte // what it was read as; nil: it is new, and must not be there
}

// ErrExists says that a file is there already: nothing was written.
var ErrExists error = message.ID("file-exists")

// ErrLink says that a file to be added to is a link, or no file at all.
var ErrLink error = message.ID("no-plain-file")

// ErrChanged says that a file is not as it was read: nothing was written.
var ErrChanged error = message.ID("file-changed")

// Write writes new files into a site's folder, all or none, as [Save] does.
func Write(root *os.Root, list []File) error {
	changes := make([]Change, len(list))
	for n, f := range list {
		changes[n] = Change{File: f}
	}
	return Save(root, changes)
}

// Append puts a file's text at the end of the one that is there, or makes it, as [Save]
// does.
func Append(root *os.Root, f File) error {
	c, err := Appended(root, f)
	if err == nil {
		err = Save(root, []Change{c})
	}
	if err != nil {
		return fmt.Errorf("append to %s: %w", f.Path, err)
	}
	return nil
}

// Appended is the change that puts a file's text at the end of the one that is there, or
// makes it. The error wraps [ErrLink] for a link, which is not followed.
func Appended(root *os.Root, f File) (Change, error) {
	if err := plain(root, f.Path); err != nil {
		return Change{}, err
	}
	old, err := root.ReadFile(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return Change{File: f}, nil
	}
	if err != nil {
		return Change{}, err
	}
	var all []byte
	if len(old) > 0 {
		all = append([]byte(strings.TrimRight(string(old), "\r\n")), "\n\n"...)
	}
	return Change{File{f.Path, append(all, f.Data...)}, slices.Concat([]byte{}, old)}, nil
}

// Replace writes a file anew that was read before as old, as [Save] does.
func Replace(root *os.Root, f File, old []byte) error {
	return Save(root, []Change{{f, slices.Concat([]byte{}, old)}})
}

// Save writes files, all or none: where one of the new ones is there already (the error
// wraps [ErrExists]), one has changed since it was read ([ErrChanged]), one is a link
// ([ErrLink]), or writing fails, as on a full disk, every file is as before. No file is
// ever half written under its own name: one that is there is written anew beside it and
// renamed. Folders that are missing are made.
func Save(root *os.Root, list []Change) (err error) {
	for _, c := range list {
		if err := c.check(root); err != nil {
			return err
		}
	}
	s := saving{root: root}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.undo())
		}
	}()
	// What needs room comes first; then only names change.
	for _, c := range list {
		if err := s.write(c); err != nil {
			return fmt.Errorf("write %s: %w", c.Path, err)
		}
	}
	for len(s.beside) > 0 {
		b := s.beside[0]
		if err := root.Rename(b.name, b.Path); err != nil {
			return fmt.Errorf("write %s: %w", b.Path, err)
		}
		s.beside, s.replaced = s.beside[1:], append(s.replaced, b.Change)
	}
	return nil
}

// check says why a change cannot be made.
func (c Change) check(root *os.Root) error {
	info, err := root.Lstat(c.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && c.Old == nil:
		return nil
	case err != nil:
		return fmt.Errorf("write %s: %w", c.Path, err)
	case c.Old == nil:
		return &fs.PathError{Op: "write", Path: c.Path, Err: ErrExists}
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "write", Path: c.Path, Err: ErrLink}
	}
	now, err := root.ReadFile(c.Path)
	if err != nil {
		return fmt.Errorf("write %s: %w", c.Path, err)
	}
	if !bytes.Equal(now, c.Old) {
		return &fs.PathError{Op: "write", Path: c.Path, Err: ErrChanged}
	}
	return nil
}

// saving is what Save has done so far.
type saving struct {
	root     *os.Root
	folders  []string  // that it has made, outer ones first
	made     []string  // new files
	beside   []besides // files that wait for their names
	replaced []Change
}

// besides is a file that is written beside its place.
type besides struct {
	Change
	name string
}

// write writes a new file, or the new form of one beside it.
func (s *saving) write(c Change) error {
	if c.Old != nil {
		if bytes.Equal(c.Data, c.Old) {
			return nil
		}
		name, err := writeBeside(s.root, c.Path, c.Data)
		if err != nil {
			return err
		}
		s.beside = append(s.beside, besides{c, name})
		return nil
	}
	if err := s.folder(path.Dir(c.Path)); err != nil {
		return err
	}
	out, err := s.root.OpenFile(c.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	s.made = append(s.made, c.Path)
	_, err = out.Write(c.Data)
	return errors.Join(err, out.Close())
}

// folder makes a folder and those above it.
func (s *saving) folder(name string) error {
	if _, err := s.root.Stat(name); name == "." || err == nil {
		return nil
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	err := s.root.Mkdir(name, 0o755)
	if errors.Is(err, fs.ErrExist) {
		return nil // somebody was faster
	}
	if err == nil {
		s.folders = append(s.folders, name)
	}
	return err
}

// undo brings everything to where it was before Save.
func (s *saving) undo() (err error) {
	for _, b := range s.beside {
		err = errors.Join(err, s.root.Remove(b.name))
	}
	for _, name := range s.made {
		err = errors.Join(err, s.root.Remove(name))
	}
	for _, c := range s.replaced {
		err = errors.Join(err, restore(s.root, c))
	}
	for _, name := range slices.Backward(s.folders) {
		s.root.Remove(name) // stays where somebody has put something into it
	}
	return err
}

// restore puts a file back as it was read.
func restore(root *os.Root, c Change) error {
	name, err := writeBeside(root, c.Path, c.Old)
	if err != nil {
		return err
	}
	if err := root.Rename(name, c.Path); err != nil {
		return errors.Join(err, root.Remove(name))
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

// maxBeside is how many names of temporary files are tried.
const maxBeside = 100

// writeBeside writes a new file beside another one, with its mode, and never over one
// that is there. It returns its path.
func writeBeside(root *os.Root, name string, data []byte) (next string, err error) {
	info, err := root.Lstat(name)
	if err != nil {
		return "", err
	}
	for n := range maxBeside {
		next = path.Join(path.Dir(name), fmt.Sprintf(".%s.new%d", path.Base(name), n))
		out, err := root.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
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

// Create writes a new file anywhere. One that is there stays, and the error wraps
// [ErrExists]; where writing fails, nothing is left.
func Create(name string, data []byte) error {
	out, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return &fs.PathError{Op: "write", Path: name, Err: ErrExists}
	}
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}
