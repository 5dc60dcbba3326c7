package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"reportsite/generator/internal/diag"
)

// Dir is the content folder within a site's folder.
const Dir = "content"

// MaxFile is the largest content file that is read, in bytes. A section of
// 4 MiB is two million Han characters: whatever is larger is a mistake.
const MaxFile = 4 << 20

// Load reads the content folder, given as a file system of its own (so that no
// link can lead out of it), with at most jobs files at once. The diagnostics
// are not sorted. A file that cannot be read is a diagnostic and is left out
// of the tree.
func Load(ctx context.Context, content fs.FS, jobs int) (*Tree, []diag.Diagnostic, error) {
	return LoadWith(ctx, content, jobs, nil)
}

// LoadWith is Load with a cache of parsed files: a file that has not changed is not
// parsed again. memory may be nil.
func LoadWith(ctx context.Context, content fs.FS, jobs int, memory *Memory) (*Tree, []diag.Diagnostic, error) {
	l := &loader{content: content, memory: memory, sums: map[string]Sum{}}
	l.work.SetLimit(max(jobs, 1))
	entries, err := fs.ReadDir(content, ".")
	entries = l.withoutCopies(".", entries)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, []diag.Diagnostic{NoContent.At(diag.Pos{File: Dir})}, nil
		}
		return nil, nil, fmt.Errorf("read the content folder: %w", err)
	}
	tree := &Tree{}
	for _, e := range entries {
		name := e.Name()
		switch {
		case e.IsDir() && name == "indicators":
			tree.Indicators = l.indicators(name)
		case e.IsDir() && name == "tables":
			tree.Tables = l.officeTables(name)
		case e.IsDir() && name == "pages":
			tree.Pages = l.pages(name)
		case e.IsDir() && name == Files:
			tree.Files = l.files(name)
		case e.IsDir() && name == Static:
			tree.Static = l.static(name)
		case e.IsDir() && isYear(name):
			tree.Editions = append(tree.Editions, l.edition(name))
		case name == "groups.toml":
			tree.Groups = &Groups{File: file(name)}
			l.toml(name, &tree.Groups.Rows, &tree.Groups.Doc)
		case name == "changes.toml":
			tree.Changes = &Changes{File: file(name)}
			l.toml(name, &tree.Changes.Rows, &tree.Changes.Doc)
		case name == "sources.toml":
			tree.Sources = &Sources{File: file(name)}
			l.toml(name, &tree.Sources.Rows, &tree.Sources.Doc)
		default:
			fault := Unexpected.At(diag.Pos{File: file(name)})
			if year := strings.TrimSuffix(name, "年"); e.IsDir() && isYear(year) {
				fault = fault.WithSuggestion(year)
			}
			l.report(fault)
		}
	}
	if err := l.work.Wait(); err != nil {
		return nil, nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, fmt.Errorf("read the content: %w", err)
	}
	if len(tree.Editions) == 0 {
		l.report(NoEdition.At(diag.Pos{File: Dir}))
	}
	for _, e := range tree.Editions {
		e.Sections = slices.DeleteFunc(e.Sections, func(s *Section) bool { return s.File == "" })
	}
	tree.Pages = slices.DeleteFunc(tree.Pages, func(p *Page) bool { return p.File == "" })
	l.unread(tree.Indicators)
	l.describe(tree.Tables)
	tree.Indicators = slices.DeleteFunc(tree.Indicators, func(i *Indicator) bool { return i.Doc == nil })
	tree.Sums, tree.Faulty = l.sums, map[string]bool{}
	for _, d := range l.diags {
		if d.Severity() == diag.Error {
			tree.Faulty[d.Pos.File] = true
		}
	}
	return tree, l.diags, nil
}

// loader reads files concurrently. Each task fills its own place in the tree; only
// the diagnostics are shared.
type loader struct {
	content fs.FS
	work    errgroup.Group
	memory  *Memory
	tables  []string // .csv and .xlsx files among the indicators
	mu      sync.Mutex
	diags   []diag.Diagnostic
	sums    map[string]Sum
	sheets  []*TableSheet // of content/tables
}

func (l *loader) report(list ...diag.Diagnostic) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.diags = append(l.diags, list...)
}

// file is the name of a content file in messages.
func file(name string) string { return path.Join(Dir, name) }
