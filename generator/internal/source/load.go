package source

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/intact"
	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/tomlfile"
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

// isYear reports whether a folder has the name of a year or a plan's years:
// 2024, 2021-2025.
func isYear(name string) bool {
	from, to, plan := strings.Cut(name, "-")
	digits := func(s string) bool { return len(s) == 4 && strings.Trim(s, "0123456789") == "" }
	return digits(from) && (!plan || digits(to))
}

// list reads a folder; a fault is reported and the list is empty.
func (l *loader) list(dir string) []fs.DirEntry {
	entries, err := fs.ReadDir(l.content, dir)
	if err != nil {
		l.report(Unreadable.At(diag.Pos{File: file(dir)}, diag.Cause(err)))
	}
	return l.withoutCopies(dir, entries)
}

func (l *loader) indicators(dir string) []*Indicator {
	entries := l.list(dir)
	list := make([]*Indicator, 0, len(entries))
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		id, isTOML := strings.CutSuffix(e.Name(), ".toml")
		switch {
		case !e.IsDir() && sheet.IsTable(name):
			l.tables = append(l.tables, name)
		case e.IsDir() || !isTOML:
			l.report(Unexpected.At(diag.Pos{File: file(name)}))
		case l.goodID(name, id):
			i := &Indicator{ID: id, File: file(name)}
			list = append(list, i)
			l.indicator(name, i)
		}
	}
	return list
}

// indicator reads an indicator's file and the table that it names in the
// background.
func (l *loader) indicator(name string, i *Indicator) {
	l.work.Go(func() error {
		data, ok := l.read(name)
		if !ok {
			return nil
		}
		i.Doc, i.IndicatorFile = recall(l, name, func() (*tomlfile.Doc, IndicatorFile, []diag.Diagnostic) {
			var f IndicatorFile
			doc, diags := tomlfile.Decode(i.File, data, 1, &f)
			return doc, f, diags
		})
		choice := sheet.Choice{Sheet: i.Sheet, At: i.At("sheet")}
		if i.Sheet != "" && !strings.EqualFold(path.Ext(i.Observations), ".xlsx") {
			l.report(NeedlessSheet.At(choice.At))
		}
		if i.Observations == "" {
			return nil
		}
		table := path.Join(path.Dir(name), i.Observations)
		if !sheet.IsTable(table) || path.Base(table) != i.Observations {
			l.report(NotATable.At(i.At("observations"), i.Observations))
			return nil
		}
		if _, err := fs.Stat(l.content, table); errors.Is(err, fs.ErrNotExist) {
			return nil // unread says where it was named
		}
		if data, ok := l.read(table); ok {
			var diags []diag.Diagnostic
			i.Rows, diags = sheet.Read(file(table), data, choice)
			l.report(append(diags, unseen(i.Rows)...)...)
		}
		return nil
	})
}

// unread reports the tables that are named and not there, and those that no indicator
// names. One that was probably meant is said with the name that was written.
func (l *loader) unread(list []*Indicator) {
	there := map[string]bool{}
	for _, name := range l.tables {
		there[path.Base(name)] = true
	}
	named := map[string]bool{}
	for _, i := range list {
		named[i.Observations] = true
	}
	for _, i := range list {
		name := i.Observations
		if name == "" || there[name] || !sheet.IsTable(name) || path.Base(name) != name {
			continue
		}
		meant := l.nearestTable(i, named)
		named[meant] = true
		l.report(NoTable.At(i.At("observations"), name).WithSuggestion(meant))
	}
	for _, name := range l.tables {
		if base := path.Base(name); !named[base] {
			l.report(UnreadTable.At(diag.Pos{File: file(name)}, base))
		}
	}
}

// nearestTable is the table that an indicator probably means: one with its id, or else
// with nearly the name that is written, which no other indicator names.
func (l *loader) nearestTable(i *Indicator, named map[string]bool) string {
	var free []string
	for _, name := range l.tables {
		base := path.Base(name)
		switch {
		case named[base]:
		case strings.TrimSuffix(base, path.Ext(base)) == i.ID:
			return base
		default:
			free = append(free, base)
		}
	}
	return diag.Nearest(i.Observations, free)
}

func (l *loader) edition(dir string) *Edition {
	ed := &Edition{Dir: dir}
	byName := map[string]*Section{}
	for _, e := range l.list(dir) {
		name := path.Join(dir, e.Name())
		base, isMarkdown := strings.CutSuffix(e.Name(), ".md")
		switch {
		case e.Name() == "report.toml":
			ed.Report = &Report{File: file(name)}
			l.toml(name, ed.Report, &ed.Report.Doc)
		case e.Name() == "commitments.toml":
			ed.Commitments = &Commitments{File: file(name)}
			l.toml(name, &ed.Commitments.Rows, &ed.Commitments.Doc)
		case e.IsDir() || !isMarkdown:
			l.report(Unexpected.At(diag.Pos{File: file(name)}))
		default:
			base, english := strings.CutSuffix(base, ".en")
			s := byName[base]
			if s == nil {
				s = &Section{ID: ID(base)}
				byName[base] = s
				if !l.goodID(name, s.ID) {
					continue
				}
				ed.Sections = append(ed.Sections, s)
			}
			l.either(name, english, &s.Prose, &s.English)
		}
	}
	if ed.Report == nil {
		l.report(NoReport.At(diag.Pos{File: file(dir)}, dir))
	}
	return ed
}

func (l *loader) pages(dir string) []*Page {
	byID := map[string]*Page{}
	var list []*Page
	for _, e := range l.list(dir) {
		name := path.Join(dir, e.Name())
		id, isMarkdown := strings.CutSuffix(e.Name(), ".md")
		if e.IsDir() || !isMarkdown {
			l.report(Unexpected.At(diag.Pos{File: file(name)}))
			continue
		}
		id, english := strings.CutSuffix(id, ".en")
		p := byID[id]
		if p == nil {
			p = &Page{ID: id}
			byID[id] = p
			if !l.goodID(name, id) {
				continue
			}
			list = append(list, p)
		}
		l.either(name, english, &p.Prose, &p.English)
	}
	return list
}

// either reads a Markdown file as the Chinese or the English version.
func (l *loader) either(name string, english bool, zh *Prose, en **Prose) {
	if english {
		*en = &Prose{}
		l.prose(name, *en)
		return
	}
	l.prose(name, zh)
}

// ID is a section's file name without extension and number: 01-goals is
// goals.
func ID(base string) string {
	number, rest, ok := strings.Cut(base, "-")
	if ok && number != "" && strings.Trim(number, "0123456789") == "" {
		return rest
	}
	return base
}

// goodID reports names that cannot be part of a web address as they are.
func (l *loader) goodID(name, id string) bool {
	if isID(id) {
		return true
	}
	fault := BadID.At(diag.Pos{File: file(name)}, id)
	if meant := strings.ReplaceAll(strings.ToLower(id), "_", "-"); isID(meant) {
		fault = fault.WithSuggestion(meant)
	}
	l.report(fault)
	return false
}

func isID(id string) bool {
	return id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && !strings.HasPrefix(id, "-")
}

// toml decodes a file into dst in the background; doc is set when the file
// could be decoded, with or without faults.
func (l *loader) toml(name string, dst any, doc **tomlfile.Doc) {
	l.work.Go(func() error {
		data, ok := l.read(name)
		if !ok {
			return nil
		}
		d, diags := tomlfile.Decode(file(name), data, 1, dst)
		*doc = d
		l.report(diags...)
		return nil
	})
}

// prose reads a Markdown file in the background. dst.File is set when it could
// be read.
func (l *loader) prose(name string, dst *Prose) {
	l.work.Go(func() error {
		data, ok := l.read(name)
		if !ok {
			return nil
		}
		_, *dst = recall(l, name, func() (*tomlfile.Doc, Prose, []diag.Diagnostic) {
			return parseProse(file(name), data)
		})
		return nil
	})
}

func parseProse(name string, data []byte) (*tomlfile.Doc, Prose, []diag.Diagnostic) {
	p := Prose{File: name}
	var diags, more []diag.Diagnostic
	front, frontLine, body, bodyLine, ok := markdown.FrontMatter(data)
	open := !ok && markdown.OpenFront(data)
	switch begin := (diag.Pos{File: name, Line: 1, Col: 1}); {
	case open:
		diags = append(diags, OpenFront.At(begin))
	case !ok:
		if mark, line := markdown.OtherFence(data); mark != "" {
			diags = append(diags, FrontMark.At(diag.Pos{File: name, Line: line, Col: 1}, mark))
			break
		}
		diags = append(diags, NoFrontMatter.At(begin))
	}
	p.Doc, more = tomlfile.Decode(name, front, frontLine, &p.Front)
	diags = append(diags, more...)
	if open { // the text is not separated from the front matter
		return p.Doc, p, diags
	}
	p.Body, more = markdown.Parse(name, body, bodyLine)
	return p.Doc, p, append(diags, more...)
}

// read reads a file of the content; a fault is reported.
func (l *loader) read(name string) ([]byte, bool) {
	pos := diag.Pos{File: file(name)}
	info, err := fs.Stat(l.content, name)
	if err != nil {
		l.report(Unreadable.At(pos, diag.Cause(err)))
		return nil, false
	}
	switch {
	case !info.Mode().IsRegular():
		l.report(NotRegular.At(pos))
		return nil, false
	case info.Size() > MaxFile:
		l.report(TooLarge.At(pos, info.Size()>>20, MaxFile>>20))
		return nil, false
	}
	data, ok := l.bytes(name)
	if !ok {
		return nil, false
	}
	if len(data) == 0 {
		if isText(name) {
			pos.Line, pos.Col = 1, 1
		}
		l.report(intact.EmptyFile.At(pos))
		return nil, false
	}
	if isText(name) {
		if fault, ok := intact.File(file(name), data); !ok {
			l.report(fault)
			return nil, false
		}
	}
	return data, true
}

// bytes reads a file as it is, and notes its sum.
func (l *loader) bytes(name string) ([]byte, bool) {
	data, err := fs.ReadFile(l.content, name)
	if err != nil {
		l.report(Unreadable.At(diag.Pos{File: file(name)}, diag.Cause(err)))
		return nil, false
	}
	sum := sha256.Sum256(data)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sums[file(name)] = sum
	return data, true
}

// isText reports whether a file holds text; a workbook does not.
func isText(name string) bool { return !strings.EqualFold(path.Ext(name), ".xlsx") }

func (l *loader) sum(name string) Sum {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sums[file(name)]
}
