// Package office puts what the tables of offices say into the content: which
// indicator a name means, which of several figures counts, which task a row of a
// ledger is. What comes out is a content as an editor would have written it, with
// the cells as places; package check judges it like any other.
package office

import (
	"maps"
	"slices"
	"strings"

	"reportsite/generator/internal/calendar"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/table"
	"reportsite/generator/internal/tomlfile"
	"reportsite/generator/internal/wording"
)

// Tables gives the content with all that its tables say, or the content itself
// where it has none. The tree that it is given stays as it is.
func Tables(cfg *config.Config, tree *source.Tree) (*source.Tree, []diag.Diagnostic) {
	if len(tree.Tables) == 0 {
		return tree, nil
	}
	t := newTaker(cfg, tree)
	t.all()
	return t.finish(), t.diags
}

// Explain is what is understood of the tables of a content, cell by cell.
func Explain(cfg *config.Config, tree *source.Tree) ([]*Understood, []diag.Diagnostic) {
	t := newTaker(cfg, tree)
	t.all()
	return t.tables, t.diags
}

func (t *taker) all() {
	for _, f := range t.tree.Tables {
		t.file(f)
	}
	t.settle()
	t.tasks()
}

// taker takes tables into a copy of the content.
type taker struct {
	cfg     *config.Config
	grammar *wording.Grammar
	tree    *source.Tree // a copy
	entries []*entry
	byID    map[string]*entry
	byName  map[string][]*entry // as table.Plain gives it
	sources map[string]source.Source
	placed  tomlfile.Places // of sources
	made    int             // sources that were made of tables
	tables  []*Understood
	ledgers []*ledger
	diags   []diag.Diagnostic
}

// entry is an indicator while tables are taken in.
type entry struct {
	*source.Indicator // a copy
	unit              model.Unit
	level             *entry // of a growth: what grows
	growth            *entry
	places            tomlfile.Places
	found             []*found
	planned           []*planned
	written           map[model.Span]writtenFigure // by the indicator's own file; nil: not looked at yet
}

// rate reports whether the indicator is a growth.
func (e *entry) rate() bool { return e.Measure == string(model.Growth) }

// stock reports whether the figures are states at a moment, or their growth.
func (e *entry) stock() bool {
	if e.level != nil {
		return e.level.stock()
	}
	return e.Accrual == string(model.Stock)
}

// Understood is a table with what was made of it, for people to look at.
type Understood struct {
	File  *source.Table
	Table *table.Table
	Lines []Line
}

// Line is what became of one cell.
type Line struct {
	At        diag.Pos
	Row       int // as of package table
	Text      string
	Name      string // of the row
	Indicator string // its id; "": the cell was not taken
	What      string // period and basis, as in the content
	Value     string
	Why       string // why it was not taken; a message id
}

func newTaker(cfg *config.Config, tree *source.Tree) *taker {
	copied := *tree
	t := &taker{
		cfg: cfg, grammar: wording.New(cfg.Units), tree: &copied,
		byID: map[string]*entry{}, byName: map[string][]*entry{}, sources: map[string]source.Source{},
	}
	copied.Indicators, copied.Editions = nil, slices.Clone(tree.Editions)
	for _, i := range tree.Indicators {
		own := *i
		e := &entry{Indicator: &own}
		if u, ok := cfg.Units.Find(i.Unit); ok {
			e.unit = u
		}
		copied.Indicators = append(copied.Indicators, e.Indicator)
		t.entries = append(t.entries, e)
		t.byID[i.ID] = e
	}
	for _, e := range t.entries {
		if e.Growth != "" && t.byID[e.Growth] != nil {
			e.growth = t.byID[e.Growth]
			e.growth.level = e
		}
		for _, name := range append([]string{e.Name, e.Short, e.NameEn, e.ID}, e.Names...) {
			t.index(name, e)
		}
	}
	if tree.Sources != nil {
		maps.Copy(t.sources, tree.Sources.Rows)
	}
	return t
}

func (t *taker) index(name string, e *entry) {
	if key := table.Plain(name); key != "" && !slices.Contains(t.byName[key], e) {
		t.byName[key] = append(t.byName[key], e)
	}
}

func (t *taker) report(d diag.Diagnostic) { t.diags = append(t.diags, d) }

// file takes the tables of a file.
func (t *taker) file(f *source.Table) {
	if f.Grids == nil {
		return // its fault has been reported
	}
	sheetOf := f.Sheet
	if sheetOf == nil {
		sheetOf = &source.TableSheet{}
	}
	used := map[string]bool{}
	before := len(t.diags)
	var read, unread []string
	for _, g := range f.Grids {
		chosen := len(sheetOf.Sheets) == 0 || slices.Contains(sheetOf.Sheets, g.Sheet)
		if !chosen || g.Rows() == 0 {
			continue
		}
		if t.grid(f, sheetOf, g, used) {
			read = append(read, g.Sheet)
			if g.Hidden {
				t.report(HiddenSheet.At(g.At(0, 0), g.Sheet))
			}
			continue
		}
		unread = append(unread, g.Sheet)
	}
	for _, name := range sheetOf.Sheets {
		if !slices.ContainsFunc(f.Grids, func(g *sheet.Grid) bool { return g.Sheet == name }) {
			t.report(sheet.NoSheet.At(sheetOf.At("sheets"), name, strings.Join(sheetNames(f), "、")))
		}
	}
	switch {
	case len(read) == 0 && len(t.diags) == before:
		t.report(NoTable.At(diag.Pos{File: f.File}))
	case len(unread) > 0:
		t.report(SheetsLeft.At(diag.Pos{File: f.File}, strings.Join(unread, "、")))
	}
	for _, key := range slices.Sorted(maps.Keys(sheetOf.Columns)) {
		if !used[key] && len(read) > 0 {
			t.report(NoColumn.At(sheetOf.At("columns", key), key, f.File))
		}
	}
}

func sheetNames(f *source.Table) []string {
	var list []string
	for _, g := range f.Grids {
		list = append(list, g.Sheet)
	}
	return list
}

// grid takes the tables of a sheet, and reports whether there are any.
func (t *taker) grid(f *source.Table, s *source.TableSheet, g *sheet.Grid, used map[string]bool) bool {
	skip := map[string]bool{}
	for _, name := range s.Skip {
		skip[table.Plain(name)] = true
	}
	aliases := map[string]string{}
	for name, id := range s.Rows {
		aliases[table.Plain(name)] = id
	}
	opt := table.Options{
		Known: func(name string) bool {
			_, alias := aliases[name]
			return alias || len(t.byName[name]) > 0
		},
		Unit:    func(words string) (model.Unit, bool) { return t.cfg.Units.Find(words) },
		Skipped: func(name string) bool { return skip[name] },
		Columns: s.Columns,
		Time:    s.Period,
		Basis:   model.Basis(s.Basis),
		Used:    func(key string) { used[key] = true },
		Report:  t.report,
	}
	if s.Period != "" {
		opt.TimeAt = s.At("period")
	}
	before := len(t.diags)
	list := table.Read(g, opt)
	any := len(t.diags) > before
	for _, one := range list {
		if len(one.Facts)+len(one.Tasks)+len(one.Unread) == 0 {
			continue
		}
		any = true
		u := &Understood{File: f, Table: one}
		t.tables = append(t.tables, u)
		t.take(u, s, aliases)
	}
	return any
}

// take takes one table.
func (t *taker) take(u *Understood, s *source.TableSheet, aliases map[string]string) {
	one := &taking{taker: t, u: u, sheet: s, aliases: aliases, left: map[*table.Column][]string{}, unclear: map[*table.Column]bool{}}
	for _, f := range u.Table.Facts {
		one.fact(f)
	}
	if len(u.Table.Tasks) > 0 {
		one.ledger()
	}
	one.leftOver()
}

// finish is the content with all that was taken.
func (t *taker) finish() *source.Tree {
	t.tree.Faulty = maps.Clone(t.tree.Faulty)
	for _, d := range t.diags {
		if d.Severity() == diag.Error {
			t.tree.Faulty[d.Pos.File] = true
		}
	}
	for _, e := range t.entries {
		e.Doc = e.Doc.Extend(e.places)
	}
	if t.made > 0 {
		s := &source.Sources{File: source.Dir + "/sources.toml", Rows: t.sources}
		if old := t.tree.Sources; old != nil {
			s.File, s.Doc = old.File, old.Doc
		}
		s.Doc = s.Doc.Extend(t.placed)
		t.tree.Sources = s
	}
	return t.tree
}

func spanOf(e *entry, period model.Period, basis model.Basis) model.Span {
	i := &model.Indicator{Accrual: model.Accrual(e.Accrual)}
	return (&model.Observation{Indicator: i, Period: period, Basis: basis}).Span()
}

// periodOf is the period and basis of a fact as the content has them.
func periodOf(e *entry, f *table.Fact) (model.Period, model.Basis) {
	from, b := f.Time.From, f.Basis
	whole := f.Time.Whole()
	if e.stock() {
		b = model.Point
		if !whole {
			from = f.Time.To
		}
	} else if b == "" {
		switch {
		case whole:
			b = model.Annual
		case from == 1:
			b = model.Cumulative
		}
	}
	return calendar.Months(f.Time.Year, from, f.Time.To), b
}
