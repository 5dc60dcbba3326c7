package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"reportsite/generator/internal/attachment"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/tomlfile"
)

// Folders of the content whose files are published.
const (
	Files  = "files"  // pictures and documents that the text shows or links to
	Static = "static" // copied as they are, to the root of the site
)

// File is a picture or document of content/files.
type File struct {
	File string // its name in messages, and on the disk
	Path string // from the site's root: "files/2024/photo.jpg", in Unicode's form NFC
	Info attachment.Info
}

// StaticFile is a file of content/static.
type StaticFile struct {
	File string
	Path string // from the site's root
}

// MaxStatic is the largest file that is copied as it is, in bytes.
const MaxStatic = attachment.MaxDocument

// walk calls visit for every file below a folder that is whole and small enough.
// Hidden files count where they are part of a web site.
func (l *loader) walk(dir string, hidden bool, most func(name string) int64, visit func(name string)) {
	entries, err := fs.ReadDir(l.content, dir)
	if err != nil {
		l.report(Unreadable.At(diag.Pos{File: file(dir)}, diag.Cause(err)))
		return
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		pos := diag.Pos{File: file(name)}
		if web := hidden && strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), ".git") && e.Name() != ".DS_Store" && !strings.HasPrefix(e.Name(), "._"); !web && ignored(e.Name()) {
			continue
		}
		if found := attachment.Name(strings.TrimPrefix(e.Name(), ".")); found != "" {
			l.report(BadFileName.At(pos, e.Name(), found))
			continue
		}
		info, err := e.Info()
		switch {
		case err != nil:
			l.report(Unreadable.At(pos, diag.Cause(err)))
		case e.IsDir():
			l.walk(name, hidden, most, visit)
		case !info.Mode().IsRegular():
			l.report(NotRegular.At(pos))
		case most(name) > 0 && info.Size() > most(name):
			l.report(attachment.TooLarge.At(pos, info.Size()>>20, most(name)>>20))
		default:
			visit(name)
		}
	}
}

// files reads the pictures and documents. A table beside them is one to be handed out.
func (l *loader) files(dir string) []*File {
	var list []*File
	l.walk(dir, false, func(name string) int64 { return int64(attachment.Most(name)) }, func(name string) {
		f := &File{File: file(name), Path: norm.NFC.String(name)}
		list = append(list, f)
		l.work.Go(func() error {
			l.inspect(name, f)
			return nil
		})
	})
	return list
}

func (l *loader) inspect(name string, f *File) {
	if attachment.Most(name) == 0 { // it is not opened
		_, diags := attachment.Inspect(f.File, nil)
		l.report(diags...)
		return
	}
	data, ok := l.bytes(name)
	if !ok {
		return
	}
	_, f.Info = recall(l, name, func() (*tomlfile.Doc, attachment.Info, []diag.Diagnostic) {
		info, diags := attachment.Inspect(f.File, data)
		return nil, info, diags
	})
}

// static lists the files that are copied as they are.
func (l *loader) static(dir string) []*StaticFile {
	var list []*StaticFile
	l.walk(dir, true, func(string) int64 { return MaxStatic }, func(name string) {
		list = append(list, &StaticFile{File: file(name), Path: norm.NFC.String(strings.TrimPrefix(name, dir+"/"))})
	})
	slices.SortFunc(list, func(a, b *StaticFile) int { return strings.Compare(a.Path, b.Path) })
	return list
}
