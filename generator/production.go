package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/page"
)

// production makes all files of a site: the pages with their data files, and the
// downloads of it all. What an earlier build made of the same, it takes over.
type production struct {
	plan     *plan
	emit     page.Emit
	progress func(done, total int)

	// Without a ledger everything is made.
	file       string // of the ledger
	last, next *ledger
	sums       page.Sums
	take       func(path string, sum [sha256.Size]byte) (data []byte, taken bool)

	keys    map[string]page.Key // by path
	archive export.Archive

	mu    sync.Mutex
	done  map[string]bool // the files that are there
	taken int             // those among them that were taken over
}

// remember has the production take over files that the ledger names. take takes a
// file over from the site before, if it has this hash.
func (m *production) remember(file string, take func(path string, sum [sha256.Size]byte) ([]byte, bool)) error {
	var err error
	if m.sums, err = sums(m.plan.tree); err != nil {
		return err
	}
	m.file, m.take = file, take
	m.last, m.next = readLedger(file), &ledger{lines: map[string]made{}}
	return nil
}

// all makes the files, some at once.
func (m *production) all(ctx context.Context, jobs int) ([]diag.Diagnostic, error) {
	in := m.plan.in
	site := m.plan.theme.Site(in)
	files := site.Files()
	m.expect(files)
	// The downloads need little of the pages, and are made beside them.
	old := m.oldDownloads()
	var tables []export.File
	var work errgroup.Group
	if len(old) < len(export.Paths()) {
		work.Go(func() (err error) {
			tables, err = export.Files(export.Input{Site: in.Site, Config: in.Config, Verdicts: in.Verdicts})
			return err
		})
	}
	diags, err := site.Render(ctx, jobs,
		func(f page.File) bool { return m.takeOver(f.Path, len(old) < len(export.Paths())) },
		func(path string, data []byte) error {
			if isData(path) {
				if err := m.archive.Add(export.File{Path: path, Data: data}); err != nil {
					return err
				}
			}
			return m.write(path, data)
		})
	if err = errors.Join(err, work.Wait()); err != nil || diag.Errors(diags) > 0 || tables == nil {
		return diags, err
	}
	return diags, emitDownloads(tables, &m.archive, func(path string, data []byte) error {
		if old[path] {
			return nil
		}
		return m.write(path, data)
	})
}

// expect learns which files there will be, and what each will be made from.
func (m *production) expect(files []page.File) {
	m.done = make(map[string]bool, len(files))
	if m.last == nil {
		return
	}
	key := m.plan.theme.Keys(m.plan.in, m.sums)
	m.keys = make(map[string]page.Key, len(files))
	for _, f := range files {
		m.keys[f.Path] = key(f)
	}
	for _, path := range export.Paths() {
		m.keys[path] = key(page.File{Path: path})
	}
}

// oldDownloads takes over the downloads of a site whose content is the same.
func (m *production) oldDownloads() map[string]bool {
	old := map[string]bool{}
	for _, path := range export.Paths() {
		if m.takeOver(path, false) {
			old[path] = true
		}
	}
	return old
}

// takeOver takes a file over from the site before, if it would be made from the
// same; pack says that a new archive needs it.
func (m *production) takeOver(path string, pack bool) bool {
	if m.last == nil {
		return false
	}
	line, ok := m.last.lines[path]
	if !ok || line.key != m.keys[path] {
		return false
	}
	if line.absent {
		m.next.note(path, line)
		return true
	}
	data, taken := m.take(path, line.sum)
	if !taken {
		return false
	}
	if pack && isData(path) && m.archive.Add(export.File{Path: path, Data: data}) != nil {
		return false
	}
	m.next.note(path, line)
	m.count(path, true)
	return true
}

// write emits a file that was made.
func (m *production) write(path string, data []byte) error {
	if err := m.emit(path, data); err != nil {
		return err
	}
	if m.next != nil {
		m.next.note(path, made{key: m.keys[path], sum: sha256.Sum256(data)})
	}
	m.count(path, false)
	return nil
}

func (m *production) count(path string, taken bool) {
	m.mu.Lock()
	m.done[path] = true
	if taken {
		m.taken++
	}
	n := len(m.done)
	m.mu.Unlock()
	m.progress(n, max(n, len(m.keys)))
}

// pages counts the pages.
func (m *production) pages() int {
	n := 0
	for path := range m.done {
		if strings.HasSuffix(path, ".html") {
			n++
		}
	}
	return n
}

// keep writes the ledger for the next build.
func (m *production) keep() error {
	for path, key := range m.keys {
		if _, ok := m.next.lines[path]; !ok {
			m.next.lines[path] = made{key: key, absent: true}
		}
	}
	if m.next.same(m.last) {
		return nil
	}
	return m.next.write(m.file)
}

// emitDownloads emits the tables, and the archive with them in it.
func emitDownloads(tables []export.File, archive *export.Archive, emit page.Emit) error {
	for _, f := range tables {
		if err := archive.Add(f); err != nil {
			return err
		}
	}
	zip, err := archive.ZIP()
	if err != nil {
		return err
	}
	for _, f := range append(tables, zip) {
		if err := emit(f.Path, f.Data); err != nil {
			return err
		}
	}
	return nil
}

// isData reports whether a file of the pages belongs into the archive.
func isData(path string) bool {
	return strings.HasPrefix(path, "data/") && !strings.HasSuffix(path, ".html")
}
