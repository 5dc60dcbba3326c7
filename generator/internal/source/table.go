package source

import (
	"path"
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/tomlfile"
)

// Table is a file of content/tables: a table of an office with figures of several
// indicators, or with tasks.
type Table struct {
	File  string
	Grids []*sheet.Grid // nil: the file has a fault
	Sheet *TableSheet   // nil: none describes it
}

// TableSheet is a .toml file of content/tables: what cannot be told from the tables
// whose name is its own or begins with it.
type TableSheet struct {
	File string
	Doc  *tomlfile.Doc
	TableFile
}

// TableFile is the file as written.
type TableFile struct {
	Source   string            `toml:"source"`
	Released tomlfile.Date     `toml:"released"`
	Stage    string            `toml:"stage"`
	Period   string            `toml:"period"`
	Basis    string            `toml:"basis"`
	Unit     string            `toml:"unit"`
	Section  string            `toml:"section"`
	Sheets   []string          `toml:"sheets"`
	Skip     []string          `toml:"skip"`
	Rows     map[string]string `toml:"rows"`
	Columns  map[string]string `toml:"columns"`
}

// At is the position of a key, or of the file's first line where it is not written.
func (s *TableSheet) At(keys ...string) diag.Pos {
	if pos := s.Doc.Pos(keys...); pos.Exact() {
		return pos
	}
	return diag.Pos{File: s.File, Line: 1, Col: 1}
}

// officeTables reads content/tables in the background.
func (l *loader) officeTables(dir string) []*Table {
	var list []*Table
	entries, _ := l.list(dir)
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch ext := strings.ToLower(path.Ext(name)); {
		case e.IsDir():
			l.report(Unexpected.At(diag.Pos{File: file(name)}))
		case ext == ".toml":
			s := &TableSheet{File: file(name)}
			l.sheets = append(l.sheets, s)
			l.toml(name, &s.TableFile, &s.Doc)
		case sheet.IsTable(name):
			t := &Table{File: file(name)}
			list = append(list, t)
			l.grids(name, t)
		case slices.Contains([]string{".xls", ".xlsm", ".xlsb", ".et", ".ett", ".ods", ".xltx", ".numbers"}, ext):
			l.report(OldTable.At(diag.Pos{File: file(name)}, ext))
		default:
			l.report(Unexpected.At(diag.Pos{File: file(name)}))
		}
	}
	return list
}

// ReadTable reads a table that lies elsewhere, as if it were a file of the content.
func ReadTable(file string, data []byte) (*Table, []diag.Diagnostic) {
	grids, diags := sheet.Grids(file, data)
	return &Table{File: file, Grids: grids}, diags
}

// grids reads a table's sheets in the background.
func (l *loader) grids(name string, t *Table) {
	l.work.Go(func() error {
		data, ok := l.read(name)
		if !ok {
			return nil
		}
		_, t.Grids = recall(l, name, func() (*tomlfile.Doc, []*sheet.Grid, []diag.Diagnostic) {
			grids, diags := sheet.Grids(t.File, data)
			return nil, grids, diags
		})
		return nil
	})
}

// describe gives every table the description with the longest name with which its
// own begins.
func (l *loader) describe(tables []*Table) {
	used := map[*TableSheet]bool{}
	for _, t := range tables {
		stem := strings.TrimSuffix(t.File, path.Ext(t.File))
		for _, s := range l.sheets {
			own := strings.TrimSuffix(s.File, ".toml")
			if strings.HasPrefix(stem, own) && (t.Sheet == nil || len(own) > len(t.Sheet.File)-len(".toml")) {
				t.Sheet = s
			}
		}
		used[t.Sheet] = true
	}
	for _, s := range l.sheets {
		if !used[s] {
			l.report(LoneSheet.At(diag.Pos{File: s.File}, strings.TrimSuffix(path.Base(s.File), ".toml")))
		}
	}
}
