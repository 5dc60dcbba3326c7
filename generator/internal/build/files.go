package build

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/attachment"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/theme"
)

// ownFiles are the pictures and documents that the text shows, and what is copied as
// it is. A path that the site has already is a fault.
func (b *Builder) ownFiles(site *model.Site, taken []output.File) ([]output.File, []diag.Diagnostic) {
	p := newPaths(taken)
	var list []output.File
	var large sync.Mutex // one picture at a time: they take much memory
	for _, f := range site.Shown() {
		widths := f.Widths
		if len(widths) == 0 {
			widths = []int{0}
		}
		for _, width := range widths {
			to := f.Copy(width)
			if !p.take(f.Source, to) {
				continue
			}
			list = append(list, output.File{Path: to, Make: func(w *bytes.Buffer) error {
				data, err := b.content(f.Source)
				if err != nil {
					return err
				}
				info, faults := attachment.Inspect(f.Source, data)
				if len(faults) > 0 { // it has changed since it was read
					return theme.FaultError{Diagnostic: faults[0]}
				}
				if width > 0 {
					large.Lock()
					defer large.Unlock()
				}
				if err := info.Write(w, f.Source, data, width); err != nil {
					return theme.FaultError{Diagnostic: attachment.Damaged.At(diag.Pos{File: f.Source}, f.Type)}
				}
				return nil
			}})
		}
	}
	for _, f := range site.Static {
		if f.Path == address.Robots || !p.take(f.Source, f.Path) {
			continue
		}
		list = append(list, output.File{Path: f.Path, Make: func(w *bytes.Buffer) error {
			data, err := b.content(f.Source)
			if err != nil {
				return err
			}
			_, err = w.Write(data)
			return err
		}})
	}
	return list, p.diags
}

// addRobots adds the lines of the owner's robots.txt to that of the site.
func (b *Builder) addRobots(site *model.Site, files []output.File) {
	for _, f := range site.Static {
		if f.Path != address.Robots {
			continue
		}
		for n := range files {
			if files[n].Path != address.Robots {
				continue
			}
			own := files[n].Make
			files[n].Make = func(w *bytes.Buffer) error {
				data, err := b.content(f.Source)
				if err != nil {
					return err
				}
				if err := own(w); err != nil {
					return err
				}
				_, err = w.Write(append(bytes.TrimSpace(data), '\n'))
				return err
			}
		}
	}
}

// content reads a file of the site's folder; no link leads out of it.
func (b *Builder) content(name string) ([]byte, error) {
	root, err := os.OpenRoot(b.Folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	data, err := root.ReadFile(filepath.FromSlash(name))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return data, nil
}

// paths are those of a site's files and folders. They are compared in small letters:
// on many systems A.png and a.png are one file.
type paths struct {
	files, folders map[string]string // as they are written
	diags          []diag.Diagnostic
}

func newPaths(taken []output.File) *paths {
	p := &paths{files: map[string]string{}, folders: map[string]string{}}
	for _, f := range taken {
		p.add(f.Path)
	}
	for _, name := range []string{address.AllZIP, address.Mark, manifest.Name, manifest.Name + ".sig"} {
		p.add(name)
	}
	return p
}

func (p *paths) add(name string) {
	p.files[strings.ToLower(name)] = name
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		p.folders[strings.ToLower(dir)] = dir
	}
}

// take reserves a path for a file of the owner, or reports what is there already: a
// file, a folder, a file where a folder is needed, or a folder of builds.
func (p *paths) take(source, name string) bool {
	small := strings.ToLower(name)
	other, found := p.files[small]
	if !found {
		other, found = p.folders[small]
	}
	for dir := path.Dir(small); !found && dir != "."; dir = path.Dir(dir) {
		other, found = p.files[dir]
	}
	if !found && !strings.HasPrefix(source, "content/files/") && address.IsShared(small) {
		other, found = strings.SplitAfter(name, "/")[0], true
	}
	if found {
		p.diags = append(p.diags, PathTaken.At(diag.Pos{File: source}, other))
		return false
	}
	p.add(name)
	return true
}
