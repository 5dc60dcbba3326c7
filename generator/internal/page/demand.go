package page

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// Site is a site whose files are made when they are asked for: all of them, one
// after the other, or the few that somebody looks at. It may be used by several
// goroutines.
type Site struct {
	list  []task
	tasks map[string]task
}

// File is a file of a site.
type File struct {
	Path string           // relative to the site's root
	Of   *model.Indicator // which the file is of
	In   *model.Section   // which the file is of; neither: of the whole site
}

// errAbsent says that a file that might exist does not, such as the options of
// a chart that has nothing to show.
var errAbsent = errors.New("there is no such file")

// Site prepares the files of a site without making any.
func (t *Theme) Site(in Input) *Site {
	s := &Site{list: t.tasks(in), tasks: map[string]task{}}
	for _, task := range s.list {
		s.tasks[task.path] = task
	}
	return s
}

// tasks lists all files of a site. Those of an indicator stand together, so
// that its charts need not be made again for each, and come first: pages that
// show charts of many, made at the same time, would all wait for the same one.
func (t *Theme) tasks(in Input) []task {
	var list []task
	books := t.books(in)
	own := books[0]
	for _, i := range in.Site.Indicators {
		from := len(list)
		for _, b := range books {
			for _, a := range address.OfIndicator(i) {
				list = append(list, b.page(a))
			}
			list = append(list, own.liveFiles(b.indicatorPlots(in, i))...)
		}
		list = append(list, own.indicatorFiles(i)...)
		for n := range list[from:] {
			list[from+n].of = i
		}
	}
	for _, e := range in.Site.Editions {
		for _, s := range e.Sections {
			from := len(list)
			for _, b := range books {
				list = append(list, b.page(address.OfSection(s)))
				list = append(list, own.liveFiles(b.sectionPlots(in, s))...)
			}
			for n := range list[from:] {
				list[from+n].in = s
			}
		}
	}
	for _, b := range books {
		list = append(list, b.pages()...)
		list = append(list, own.liveFiles(b.plots(in))...)
	}
	return slices.Concat(list, own.dataFiles(), own.libraryFiles(), t.assetFiles())
}

// Files lists the files. A few of them may turn out to be absent.
func (s *Site) Files() []File {
	files := make([]File, len(s.list))
	for n, t := range s.list {
		files[n] = t.file()
	}
	return files
}

// Make makes a file. ok is false where there is none; a fault of a template is
// a diagnostic.
func (s *Site) Make(path string) (data []byte, ok bool, faults []diag.Diagnostic, err error) {
	task, ok := s.tasks[path]
	if !ok {
		return nil, false, nil, nil
	}
	var buf bytes.Buffer
	err = task.make(&buf)
	if fault, isFault := errors.AsType[faultError](err); isFault {
		return nil, true, []diag.Diagnostic{fault.Diagnostic}, nil
	}
	if errors.Is(err, errAbsent) {
		return nil, false, nil, nil
	}
	return buf.Bytes(), true, nil, err
}

// Render makes all files, some at once, and hands each to emit when it is done.
// Files that reuse reports to be there already are not made; reuse may be nil,
// and is called from several goroutines. Faults of templates that show only
// while they run are diagnostics.
func (s *Site) Render(ctx context.Context, jobs int, reuse func(File) bool, emit Emit) ([]diag.Diagnostic, error) {
	return run(ctx, s.list, jobs, reuse, emit)
}
