package source

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/tomlfile"
)

// isYear reports whether a folder has the name of a year or a plan's years:
// 2024, 2021-2025.
func isYear(name string) bool {
	from, to, plan := strings.Cut(name, "-")
	digits := func(s string) bool { return len(s) == 4 && strings.Trim(s, "0123456789") == "" }
	return digits(from) && (!plan || digits(to))
}

// list reads a folder; a fault is reported, and ok is false.
func (l *loader) list(dir string) (list []fs.DirEntry, ok bool) {
	entries, err := fs.ReadDir(l.content, dir)
	if err != nil {
		l.report(Unreadable.At(diag.Pos{File: file(dir)}, diag.Cause(err)))
	}
	return l.withoutCopies(dir, entries), err == nil
}

func (l *loader) indicators(dir string) []*Indicator {
	entries, _ := l.list(dir)
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
	entries, whole := l.list(dir)
	for _, e := range entries {
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
	if ed.Report == nil && whole {
		l.report(NoReport.At(diag.Pos{File: file(dir)}, dir))
	}
	return ed
}

func (l *loader) pages(dir string) []*Page {
	byID := map[string]*Page{}
	var list []*Page
	entries, _ := l.list(dir)
	for _, e := range entries {
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
