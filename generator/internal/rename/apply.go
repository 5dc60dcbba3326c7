package rename

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"reportsite/generator/internal/save"
)

// Apply writes the files of a plan, all of them or none, as [save.All] does. A file
// that has changed since it was planned is left alone.
func Apply(root *os.Root, list []File) error {
	changes := make([]save.Change, len(list))
	for n, f := range list {
		changes[n] = save.Change{File: save.File{Path: f.Path, Data: f.Data}, From: f.From, Old: slices.Concat([]byte{}, f.old)}
	}
	return save.All(root, changes)
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
