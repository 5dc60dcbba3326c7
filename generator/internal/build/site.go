package build

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/feeds"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/page"
	"reportsite/generator/internal/theme"
)

// Site is a site whose files are made when they are asked for. It may be used by
// several goroutines.
type Site struct {
	locale.Input
	options *Options
	feeds   *feeds.Feeds
	files   []output.File // all but the archive and the manifest
	byPath  map[string]output.File
}

// newSite lists the files of a site without making any.
func (b *Builder) newSite(in locale.Input) (*Site, []diag.Diagnostic) {
	s := &Site{Input: in, options: &b.Options, byPath: map[string]output.File{}}
	s.feeds, s.files = b.list(in)
	own, faults := b.ownFiles(in.Site, s.files)
	s.files = append(s.files, own...)
	b.addRobots(in.Site, s.files)
	for _, f := range s.files {
		s.byPath[f.Path] = f
	}
	s.byPath[export.ZIP] = output.File{Path: export.ZIP, Make: s.pack}
	s.byPath[manifest.Name] = output.File{Path: manifest.Name, Make: s.describe}
	return s, faults
}

// list is all that a site consists of but the archive of its data and the manifest: pages and what
// belongs to them, files for programs, and the downloads of the whole site. The
// files of an indicator stand together: they show the same charts.
func (b *Builder) list(in locale.Input) (*feeds.Feeds, []output.File) {
	_, live := b.libraries[page.LibCharts]
	locales := locale.All(in, b.theme.Texts)
	feed := feeds.New(locales, live)
	parts := page.Parts{Libraries: b.libraries, Downloads: export.Paths(), Fields: fields(), Data: feed}
	if in.Config.Pictures {
		parts.Fonts = b.fonts
	}
	pages := page.New(b.theme, locales, parts)
	var files []output.File
	for _, i := range in.Site.Indicators {
		files = append(append(files, pages.Indicator(i)...), feed.Indicator(i)...)
	}
	files = slices.Concat(files, pages.Others(), feed.Others())
	tables := sync.OnceValues(func() ([]export.File, error) {
		return export.Files(export.Input{Site: in.Site, Config: in.Config, Verdicts: in.Verdicts})
	})
	for n, path := range export.Tables() {
		files = append(files, output.File{Path: path, Make: func(w *bytes.Buffer) error {
			all, err := tables()
			if err != nil {
				return err
			}
			_, err = w.Write(all[n].Data)
			return err
		}})
	}
	return feed, files
}

// fields are the columns of the tables of data, for the page that explains them.
func fields() []page.Field {
	var list []page.Field
	for _, f := range export.Fields() {
		list = append(list, page.Field(f))
	}
	return list
}

// pack makes the archive of all data by itself: every file of it is made anew.
func (s *Site) pack(w *bytes.Buffer) error {
	var archive export.Archive
	data := slices.DeleteFunc(slices.Clone(s.files), func(f output.File) bool { return !isData(f.Path) })
	_, err := makeFiles(context.Background(), data, 1, archive.Add, nil)
	if err != nil {
		return err
	}
	return archive.Write(w)
}

// isData reports whether a file belongs into the archive.
func isData(path string) bool {
	return strings.HasPrefix(path, "data/") && !strings.HasSuffix(path, ".html")
}

// Make makes a file. ok is false where there is none; a fault of a template is
// a diagnostic.
func (s *Site) Make(path string) (data []byte, ok bool, faults []diag.Diagnostic, err error) {
	f, ok := s.byPath[path]
	if !ok {
		return nil, false, nil, nil
	}
	var buf bytes.Buffer
	err = f.Make(&buf)
	if fault, isFault := errors.AsType[theme.FaultError](err); isFault {
		return nil, true, []diag.Diagnostic{fault.Diagnostic}, nil
	}
	if errors.Is(err, output.ErrAbsent) {
		return nil, false, nil, nil
	}
	return buf.Bytes(), true, nil, err
}

// Check makes every file but the archive and the manifest, and keeps none: faults of templates show
// only while they run.
func (s *Site) Check(ctx context.Context) ([]diag.Diagnostic, error) {
	return makeFiles(ctx, s.files, s.options.Jobs, func(string, []byte) error { return nil }, nil)
}

// All makes all files and hands each to emit when it is done, with its compressed
// copies where they are asked for; the archive of the data, the manifest and its
// signature come last. progress is told how many files are done; it may be nil.
func (s *Site) All(ctx context.Context, emit Emit, progress func(done, total int)) ([]diag.Diagnostic, error) {
	var archive export.Archive
	var list manifest.List
	send := func(path string, data []byte) error {
		list.Add(path, data)
		return emit(path, data)
	}
	diags, err := makeFiles(ctx, s.files, s.options.Jobs, func(path string, data []byte) error {
		if isData(path) {
			if err := archive.Add(path, data); err != nil {
				return err
			}
		}
		if err := send(path, data); err != nil {
			return err
		}
		return s.copies(path, data, send)
	}, progress)
	if err != nil || diag.Errors(diags) > 0 {
		return diags, err
	}
	var zip bytes.Buffer
	if err := archive.Write(&zip); err != nil {
		return diags, err
	}
	if err := send(export.ZIP, zip.Bytes()); err != nil {
		return diags, err
	}
	return diags, s.sum(&list, emit)
}
