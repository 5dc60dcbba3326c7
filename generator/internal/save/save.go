// Package save writes, moves and removes files that belong together: all of them, or none,
// also where the program is killed.
package save

import (
	"bytes"
	"cmp"
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

// Change is a file that is written, moved or both, together with others.
type Change struct {
	File
	From string // where it is now, if it is moved; nothing may be at Path then
	Old  []byte // what it was read as; nil: it is new, and must not be there
}

// ErrExists says that a file is there already: nothing was written.
var ErrExists error = message.ID("file-exists")

// ErrLink says that a file to be added to is a link, or no file at all.
var ErrLink error = message.ID("no-plain-file")

// ErrChanged says that a file is not as it was read: nothing was written.
var ErrChanged error = message.ID("file-changed")

// Files writes new files into a site's folder, as [All] does.
func Files(root *os.Root, list []File) error {
	changes := make([]Change, len(list))
	for n, f := range list {
		changes[n] = Change{File: f}
	}
	return All(root, changes)
}

// Append puts a file's text at the end of the one that is there, or makes it, as [All]
// does.
func Append(root *os.Root, f File) error {
	c, err := Appended(root, f)
	if err == nil {
		err = All(root, []Change{c})
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
	return Change{File: File{f.Path, append(all, f.Data...)}, Old: slices.Concat([]byte{}, old)}, nil
}

// Replace writes a file anew that was read before as old, as [All] does.
func Replace(root *os.Root, f File, old []byte) error {
	return All(root, []Change{{File: f, Old: slices.Concat([]byte{}, old)}})
}

// All writes and moves files, all or none: where one of the new ones is there already
// (the error wraps [ErrExists]), one has changed since it was read ([ErrChanged]), one is a
// link ([ErrLink]), or writing fails, as on a full disk, every file is as before. No file
// is ever half written under its own name: each is written beside its place and renamed;
// files that are moved leave their former places last. Folders that are missing are made.
//
// One that is killed before all is written has changed nothing that counts, and one that is
// killed later is finished by [Resume], which is called before files are read for All.
func All(root *os.Root, list []Change) error {
	s := saving{root: root, list: list}
	return s.save()
}

// saving is what All does, and how far it has come.
type saving struct {
	root   *os.Root
	list   []Change // what is to be done
	log    journal  // has a step for each change, in the same order
	staged int      // how many files are written beside their places
	done   int      // how many steps have been begun
	after  func()   // for tests: called after everything that a person could see
}

func (s *saving) save() (err error) {
	for _, c := range s.list {
		if err := c.check(s.root); err != nil {
			return err
		}
	}
	s.plan()
	// One name that changes needs no journal: it is there or not.
	if len(s.log.Steps) > 1 || len(s.log.Steps) == 1 && s.log.Steps[0].From != "" {
		if err := s.log.open(s.root); err != nil {
			return err
		}
		s.tell()
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.undo())
		}
	}()
	// What needs room comes first; then only names change.
	if err := s.stage(); err != nil {
		return err
	}
	for n, st := range s.log.Steps {
		s.done = n + 1
		if err := st.place(s.root); err != nil {
			return fmt.Errorf("write %s: %w", st.Path, err)
		}
		s.tell()
	}
	for _, st := range s.log.Steps {
		if err := st.leave(s.root); err != nil {
			return fmt.Errorf("remove %s: %w", st.From, err)
		}
		s.tell()
	}
	return s.log.close(s.root)
}

func (s *saving) tell() {
	if s.after != nil {
		s.after()
	}
}

// check says why a change cannot be made.
func (c Change) check(root *os.Root) error {
	if _, err := root.Lstat(c.Path); c.Old == nil || c.moves() {
		switch {
		case err == nil:
			return &fs.PathError{Op: "write", Path: c.Path, Err: ErrExists}
		case !errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("write %s: %w", c.Path, err)
		case c.Old == nil:
			return nil
		}
	}
	name := cmp.Or(c.From, c.Path)
	info, err := root.Lstat(name)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if !info.Mode().IsRegular() {
		return &fs.PathError{Op: "write", Path: name, Err: ErrLink}
	}
	now, err := root.ReadFile(name)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if !bytes.Equal(now, c.Old) {
		return &fs.PathError{Op: "write", Path: name, Err: ErrChanged}
	}
	return nil
}

func (c Change) moves() bool { return c.From != "" && c.From != c.Path }

// plan works out the steps, and which folders are missing. What stays as it is needs none.
func (s *saving) plan() {
	s.list = slices.DeleteFunc(slices.Clone(s.list), func(c Change) bool {
		return c.Old != nil && !c.moves() && bytes.Equal(c.Data, c.Old)
	})
	taken := map[string]bool{}
	for _, c := range s.list {
		st := step{Path: c.Path, New: sum(c.Data)}
		switch {
		case c.moves():
			st.From, st.FromSum = c.From, sum(c.Old)
		case c.Old != nil:
			st.Old = sum(c.Old)
		}
		for n := 0; st.Beside == ""; n++ {
			name := beside(c.Path, n)
			if _, err := s.root.Lstat(name); err != nil && !taken[name] {
				st.Beside, taken[name] = name, true
			}
		}
		s.log.Steps = append(s.log.Steps, st)
		for dir := path.Dir(c.Path); dir != "." && !slices.Contains(s.log.Folders, dir); dir = path.Dir(dir) {
			if _, err := s.root.Stat(dir); err == nil || !errors.Is(err, fs.ErrNotExist) {
				break // what is wrong with it, writing says
			}
			s.log.Folders = append(s.log.Folders, dir)
		}
	}
	slices.Sort(s.log.Folders) // outer ones first
}

// beside is a name for the new form of a file until it gets its own.
func beside(name string, n int) string {
	return path.Join(path.Dir(name), fmt.Sprintf(".%s.new%d", path.Base(name), n))
}

// stage writes every file beside its place.
func (s *saving) stage() error {
	for _, dir := range s.log.Folders {
		if err := s.root.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) { // somebody was faster
			return fmt.Errorf("make %s: %w", dir, err)
		}
		s.tell()
	}
	for n, c := range s.list {
		if err := create(s.root, s.log.Steps[n].Beside, c.Data, modeOf(s.root, cmp.Or(c.From, c.Path))); err != nil {
			return fmt.Errorf("write %s: %w", c.Path, err)
		}
		s.staged = n + 1
		s.tell()
	}
	return s.log.commit()
}

// modeOf is who may use a file; of a new one, whoever may use any.
func modeOf(root *os.Root, name string) fs.FileMode {
	if info, err := root.Stat(name); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// undo brings everything to where it was before.
func (s *saving) undo() (err error) {
	for n, c := range s.list[:s.done] {
		err = errors.Join(err, restore(s.root, c, s.log.Steps[n]))
	}
	s.log.Steps = s.log.Steps[:s.staged]
	s.log.discard(s.root)
	return errors.Join(err, s.log.close(s.root))
}

// restore puts a file back as it was read, where it was. What somebody else has written
// there meanwhile stays.
func restore(root *os.Root, c Change, st step) error {
	now, err := sumAt(root, c.Path)
	if err != nil {
		return err
	}
	if c.moves() {
		was, err := sumAt(root, c.From)
		if err != nil {
			return err
		}
		if was == "" {
			if err := create(root, c.From, c.Old, modeOf(root, c.Path)); err != nil {
				return err
			}
		}
	}
	switch {
	case now != st.New && now != sum(nil):
		return nil // it has not come to that
	case st.Old == "":
		return remove(root, c.Path)
	}
	back := step{Beside: st.Beside, Path: c.Path, Old: now, New: st.Old}
	if _, err := root.Lstat(back.Beside); err == nil {
		return nil // the file was not replaced
	}
	if err := create(root, back.Beside, c.Old, modeOf(root, c.Path)); err != nil {
		return err
	}
	return back.place(root)
}

// plain refuses what is there and no plain file.
func plain(root *os.Root, name string) error {
	if info, err := root.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return &fs.PathError{Op: "write", Path: name, Err: ErrLink}
	}
	return nil
}

// create writes a new file, and never over one that is there; where that fails, nothing is
// left.
func create(root *os.Root, name string, data []byte, mode fs.FileMode) error {
	out, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(err, remove(root, name))
	}
	return nil
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
