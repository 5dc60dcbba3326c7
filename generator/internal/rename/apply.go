package rename

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// Apply writes the files of a plan: all of them, or none. Every file is written beside
// its place first; the old ones go when all new ones are there. Where something fails,
// what was done is undone. A file that has changed since it was planned is left alone.
func Apply(root *os.Root, list []File) (err error) {
	for _, f := range list {
		info, err := root.Lstat(f.From)
		if err == nil && !info.Mode().IsRegular() {
			err = errLink
		}
		if err != nil {
			return &fs.PathError{Op: "rename", Path: f.From, Err: err}
		}
		now, err := root.ReadFile(f.From)
		if err != nil || !bytes.Equal(now, f.old) {
			return &fs.PathError{Op: "rename", Path: f.From, Err: errors.Join(err, ErrChanged)}
		}
		if _, err := root.Lstat(f.Path); f.From != f.Path && err == nil {
			return &fs.PathError{Op: "rename", Path: f.Path, Err: ErrTaken}
		}
	}
	var beside, done []string // temporary files, and files that are in their places
	defer func() {
		for _, name := range beside {
			err = errors.Join(err, root.Remove(name))
		}
	}()
	undo := func(err error) error {
		for n := range done {
			err = errors.Join(err, restore(root, list[n]))
		}
		return err
	}
	for _, f := range list {
		name, err := stage(root, f)
		if err != nil {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
		beside = append(beside, name)
	}
	for n, f := range list {
		if err := root.Rename(beside[0], f.Path); err != nil {
			return undo(fmt.Errorf("write %s: %w", f.Path, err))
		}
		beside, done = beside[1:], append(done, list[n].Path)
	}
	for _, f := range list {
		if f.From == f.Path {
			continue
		}
		if err := root.Remove(f.From); err != nil {
			return undo(fmt.Errorf("remove %s: %w", f.From, err))
		}
	}
	return nil
}

// stage writes a file beside its place, and never over one that is there.
func stage(root *os.Root, f File) (string, error) {
	mode := fs.FileMode(0o644)
	if info, err := root.Stat(f.From); err == nil {
		mode = info.Mode().Perm()
	}
	for n := range 100 {
		name := path.Join(path.Dir(f.Path), fmt.Sprintf(".%s.new%d", path.Base(f.Path), n))
		out, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = out.Write(f.Data)
		if err = errors.Join(err, out.Close()); err != nil {
			return "", errors.Join(err, root.Remove(name))
		}
		return name, nil
	}
	return "", fs.ErrExist
}

// restore undoes what was done to a file: the old one is where and as it was.
func restore(root *os.Root, f File) error {
	old := File{From: f.Path, Path: f.From, Data: f.old}
	name, err := stage(root, old)
	if err != nil {
		return err
	}
	if err := root.Rename(name, f.From); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	if f.From != f.Path {
		return root.Remove(f.Path)
	}
	return nil
}

// Over is a site as a plan makes it.
func Over(site fs.FS, list []File) fs.FS {
	o := overlay{site, map[string]File{}, map[string]bool{}}
	for _, f := range list {
		o.files[f.Path] = f
		o.gone[f.From] = f.From != f.Path
	}
	return o
}

type overlay struct {
	fs.FS
	files map[string]File
	gone  map[string]bool
}

// Open gives a file as it is to be.
func (o overlay) Open(name string) (fs.File, error) {
	if f, ok := o.files[name]; ok {
		return &memory{bytes.NewReader(f.Data), path.Base(name)}, nil
	}
	if o.gone[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return o.FS.Open(name)
}

// ReadDir lists a folder as it is to be.
func (o overlay) ReadDir(dir string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.FS, dir)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(e fs.DirEntry) bool {
		name := path.Join(dir, e.Name())
		_, again := o.files[name]
		return o.gone[name] || again
	})
	for name, f := range o.files {
		if path.Dir(name) == dir {
			list = append(list, fs.FileInfoToDirEntry(&memory{bytes.NewReader(f.Data), path.Base(name)}))
		}
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// memory is a file that is not written yet, and what is known of it.
type memory struct {
	*bytes.Reader
	name string
}

func (m *memory) Stat() (fs.FileInfo, error) { return m, nil }
func (m *memory) Close() error               { return nil }
func (m *memory) Name() string               { return m.name }
func (m *memory) Mode() fs.FileMode          { return 0o644 }
func (m *memory) ModTime() time.Time         { return time.Time{} }
func (m *memory) IsDir() bool                { return false }
func (m *memory) Sys() any                   { return nil }
