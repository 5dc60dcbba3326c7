package office

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/table"
	"reportsite/generator/internal/tomlfile"
)

// found is a figure of a table that has its place in the content.
type found struct {
	entry    *entry
	period   model.Period
	basis    model.Basis
	value    decimal.Decimal
	missing  bool
	approx   bool
	past     bool
	stage    string
	released model.Date
	source   string
	note     string
	at       diag.Pos
	sourceAt diag.Pos
}

// taking takes one table.
type taking struct {
	*taker
	u       *Understood
	sheet   *source.TableSheet
	aliases map[string]string
	left    map[*table.Column][]string // names for which a column has no indicator
	unclear map[*table.Column]bool     // columns of which the basis is not said, which was reported
	own     string                     // the source made of the table, or ""
	asked   bool                       // for the source of the table
	asking  bool                       // a ledger's section was asked for
}

// fact takes a figure.
func (k *taking) fact(f *table.Fact) {
	if f.Kind == table.Completion { // it follows from the target and the result
		k.u.Lines = append(k.u.Lines, Line{At: f.At, Row: f.Row.N, Text: f.Text, Name: f.Label, Why: "reading-completion"})
		return
	}
	e := k.indicatorOf(f)
	if e == nil {
		return
	}
	if f.Kind == table.Target {
		k.particulars(e, f)
		k.plan(e, f)
		return
	}
	period, basis := periodOf(e, f)
	if basis == "" {
		if !k.unclear[f.Column] { // once for a column
			k.unclear[f.Column] = true
			k.report(MonthOrTotal.At(columnOr(f), f.Time.String(), f.Column.Head))
		}
		return
	}
	x := &found{
		entry: e, period: period, basis: basis, missing: f.Missing, approx: f.Approx, past: f.Past,
		at: f.At, note: f.Row.Note.Text, stage: k.sheet.Stage,
	}
	if !f.Missing {
		var ok bool
		if x.value, ok = k.inUnit(e, f); !ok {
			return
		}
		if f.Short != "" {
			k.report(shownShort(f))
		}
		if own, ok := e.figures()[spanOf(e, period, basis)]; ok && own.value.Decimal.Equal(x.value) {
			k.line(x, f) // the indicator's file has it with its source
			return
		}
		if x.source, x.sourceAt = k.sourceOf(f); x.source == "" {
			return
		}
	}
	x.released = k.releasedOf(x.source)
	e.found = append(e.found, x)
	k.line(x, f)
}

// line notes what became of a figure.
func (k *taking) line(x *found, f *table.Fact) {
	k.u.Lines = append(k.u.Lines, Line{
		At: f.At, Row: f.Row.N, Text: f.Text, Name: f.Label, Indicator: x.entry.ID,
		What: x.period.String() + " " + string(x.basis), Value: x.words(),
	})
}

// columnOr is the head of a figure whose time stands there, else the figure.
func columnOr(f *table.Fact) diag.Pos {
	if !f.Row.Time.IsZero() {
		return f.At
	}
	return f.Column.At
}

func (x *found) words() string {
	if x.missing {
		return "—"
	}
	return x.value.String() + x.entry.unit.String()
}

// indicatorOf is the indicator that a figure belongs to. A growth belongs to the
// growth of the indicator that the row names; a figure in % to a growth of this
// name.
func (k *taking) indicatorOf(f *table.Fact) *entry {
	var list []*entry
	for _, name := range f.Names {
		if id, ok := k.aliases[name]; ok {
			e := k.byID[id]
			if e == nil {
				k.report(NoSuchID.At(k.sheet.At("rows", k.rowKey(name)), id).WithSuggestion(diag.Nearest(id, k.ids())))
				return nil
			}
			list = []*entry{e}
			break
		}
		if list = k.byName[name]; len(list) > 0 {
			break
		}
	}
	all := list
	growth := f.Kind == table.Growth
	var fit []*entry
	for _, e := range list {
		if growth && !e.rate() {
			e = e.growth
		}
		if e != nil && !growth && k.inPercent(f) && !e.rate() && e.growth != nil && e.unit != model.Percent {
			e = e.growth // 地区生产总值 | % | 6.5
		}
		if e == nil || !growth && e.rate() && !k.inPercent(f) {
			continue
		}
		if !slices.Contains(fit, e) {
			fit = append(fit, e)
		}
	}
	if len(fit) > 1 && !growth {
		// 收入 is a level in 元, and a growth in %: the unit tells which.
		narrow := slices.DeleteFunc(slices.Clone(fit), func(e *entry) bool { return !k.convertible(e, f) })
		if len(narrow) > 0 {
			fit = narrow
		}
	}
	switch {
	case len(fit) == 0 && len(all) > 0:
		k.left[f.Column] = append(k.left[f.Column], f.Label)
		k.u.Lines = append(k.u.Lines, Line{At: f.At, Row: f.Row.N, Text: f.Text, Name: f.Label, Why: "reading-no-growth"})
		return nil
	case len(fit) > 1:
		var ids []string
		for _, e := range fit {
			ids = append(ids, e.ID)
		}
		k.report(TwoIndicators.At(f.NameAt, f.Label, strings.Join(ids, "、")))
		return nil
	case len(fit) == 0:
		return nil
	}
	return fit[0]
}

// rowKey is the key of [rows] for a name, as it is written.
func (k *taking) rowKey(name string) string {
	for key := range k.sheet.Rows {
		if table.Plain(key) == name {
			return key
		}
	}
	return ""
}

func (k *taking) ids() []string {
	var list []string
	for _, e := range k.entries {
		list = append(list, e.ID)
	}
	return list
}

// inPercent reports whether a figure is one in %.
func (k *taking) inPercent(f *table.Fact) bool {
	if f.Unit != "" {
		return f.Unit == model.Percent || f.Unit == model.Permille
	}
	if f.Kind == table.Target && strings.ContainsAny(f.Text, "%％‰") {
		return true
	}
	return f.UnitsAt != k.u.Table.UnitsAt && slices.Contains(f.Units, "%") || len(f.Units) == 1 && f.Units[0] == "%"
}

// units are the units that are said of a figure.
func (k *taking) units(f *table.Fact) (known []model.Unit, bad string) {
	if f.Unit != "" {
		return []model.Unit{f.Unit}, ""
	}
	for _, word := range f.Units {
		u, ok := k.cfg.Units.Find(word)
		if !ok {
			bad = word
			continue
		}
		known = append(known, u)
	}
	return known, bad
}

func (k *taking) convertible(e *entry, f *table.Fact) bool {
	units, _ := k.units(f)
	return slices.ContainsFunc(units, func(u model.Unit) bool { _, ok := factor(u, e); return ok })
}

// counted are the words with which tables count firms and the like: 12户 are 12家.
var counted = []model.Unit{"家", "户", "个"}

// factor gives the unit that stands for one of a table in the unit of the
// indicator; ok is false where the two are of different kinds.
func factor(u model.Unit, e *entry) (model.Unit, bool) {
	if _, ok := model.Factor(u, e.unit); ok {
		return u, true
	}
	if e.Measure == string(model.Count) && slices.Contains(counted, u) && slices.Contains(counted, e.unit) {
		return e.unit, true
	}
	return "", false
}

// inUnit is a figure in the unit of its indicator.
func (k *taking) inUnit(e *entry, f *table.Fact) (decimal.Decimal, bool) {
	if e.unit == "" {
		return f.Value, true // reported by package check
	}
	units, bad := k.units(f)
	at := f.UnitsAt
	if f.Unit != "" {
		at = f.At
	}
	var fit []model.Unit
	for _, u := range units {
		if _, ok := factor(u, e); ok && !slices.Contains(fit, u) {
			fit = append(fit, u)
		}
	}
	ofTable := f.Unit == "" && f.UnitsAt == k.u.Table.UnitsAt
	switch {
	case len(fit) == 1:
		from, _ := factor(fit[0], e)
		if v, ok := model.Convert(f.Value, from, e.unit); ok {
			return v, true
		}
		k.report(UnitMismatch.At(at, fit[0].String(), e.ID, e.unit.String()))
		return decimal.Decimal{}, false
	case len(fit) > 1:
		k.report(WhichUnit.At(f.At, fit[0].String(), fit[1].String()))
		return decimal.Decimal{}, false
	case e.rate() && (ofTable || len(f.Units) == 0):
		return f.Value, true // a growth is in %, whatever the levels are in
	case bad != "" && !ofTable:
		k.report(UnknownUnit.At(at, bad))
		return decimal.Decimal{}, false
	case len(units) > 0:
		k.report(UnitMismatch.At(at, units[0].String(), e.ID, e.unit.String()))
		return decimal.Decimal{}, false
	}
	if k.sheet.Unit != "" {
		return k.sheetUnit(e, f)
	}
	if e.Measure == string(model.Level) {
		k.report(NoUnitSaid.At(f.At, f.Label, e.unit.String()))
		return decimal.Decimal{}, false
	}
	return f.Value, true
}

// sheetUnit converts from the unit that the description of the table gives.
func (k *taking) sheetUnit(e *entry, f *table.Fact) (decimal.Decimal, bool) {
	u, ok := k.cfg.Units.Find(k.sheet.Unit)
	if !ok {
		k.report(UnknownUnit.At(k.sheet.At("unit"), k.sheet.Unit))
		return decimal.Decimal{}, false
	}
	if v, ok := model.Convert(f.Value, u, e.unit); ok {
		return v, true
	}
	if e.Measure == string(model.Level) {
		k.report(NoUnitSaid.At(f.At, f.Label, e.unit.String()))
		return decimal.Decimal{}, false
	}
	return f.Value, true // a count under 亿元 of the table
}

// sourceOf is the source of a figure: of its row, of the description, of the table's
// own words.
func (k *taking) sourceOf(f *table.Fact) (string, diag.Pos) {
	if s := f.Row.Source; s.Text != "" {
		if id := k.sourceNamed(s.Text); id != "" {
			return id, s.At
		}
		k.report(NoSuchSource.At(s.At, s.Text))
		return "", s.At
	}
	return k.tableSource(), k.sourceAt()
}

func (k *taking) sourceAt() diag.Pos {
	if k.sheet.Source != "" {
		return k.sheet.At("source")
	}
	return k.u.Table.Title.At
}

// tableSourceQuiet is tableSource for what needs no source, but may have the day of
// one.
func (k *taking) tableSourceQuiet() string {
	if k.asked {
		return k.own
	}
	if k.sheet.Source != "" {
		return k.sheet.Source
	}
	return k.sourceNamed(stem(k.u.File.File))
}

// tableSource is the source of the table as a whole; "" where there is none, which
// is reported once.
func (k *taking) tableSource() string {
	if k.asked {
		return k.own
	}
	k.asked = true
	t := k.u.Table
	if k.sheet.Source != "" {
		k.own = k.sheet.Source // package check says whether it exists
		return k.own
	}
	file := stem(k.u.File.File)
	for _, name := range []string{file, t.Grid.Sheet, t.Publisher, t.Title.Text} {
		if id := k.sourceNamed(name); id != "" && name != "" {
			k.own = id
			return id
		}
	}
	if id := k.reportSource(); id != "" {
		k.own = id
		return id
	}
	if t.Title.Text == "" || t.Publisher == "" {
		at := t.Title.At
		if !at.Exact() {
			at = t.Grid.At(0, 0)
		}
		k.report(NoTableSource.At(at, file))
		return ""
	}
	k.made++
	id := file
	if t.Grid.Sheet != "" && len(k.u.File.Grids) > 1 {
		id += "-" + t.Grid.Sheet
	}
	day := t.Released
	if day.IsZero() {
		day = k.sheet.Released.Date
	}
	k.sources[id] = source.Source{Name: strings.Join(strings.Fields(t.Title.Text), ""), Publisher: t.Publisher, Date: tomlfile.Date{Date: day}}
	for _, key := range []string{"name", "publisher", "date"} {
		k.placed.Add(t.Title.At, id, key)
	}
	k.own = id
	return id
}

// reportSource is the source of the report to which a plan table belongs as an annex:
// that of its year; "" for other tables.
func (k *taking) reportSource() string {
	t := k.u.Table
	if t.Publisher != "" || !slices.ContainsFunc(t.Columns, func(c *table.Column) bool { return c.Kind == table.Target }) {
		return ""
	}
	for _, e := range k.tree.Editions {
		if e.Report != nil && e.Dir == strconv.Itoa(t.Time.Year) {
			return e.Report.Source
		}
	}
	return ""
}

func stem(file string) string {
	name := file[strings.LastIndex(file, "/")+1:]
	if at := strings.LastIndex(name, "."); at > 0 {
		name = name[:at]
	}
	return name
}

// sourceNamed is the id of a source with this id or name.
func (k *taking) sourceNamed(name string) string {
	if _, ok := k.sources[name]; ok {
		return name
	}
	var ids []string
	for id, s := range k.sources {
		if name != "" && table.Plain(s.Name) == table.Plain(name) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 1 {
		return ids[0]
	}
	return ""
}

// releasedOf is the day on which the figures of the table were published.
func (k *taking) releasedOf(id string) model.Date {
	switch t := k.u.Table; {
	case !t.Released.IsZero():
		return t.Released
	case !k.sheet.Released.Date.IsZero():
		return k.sheet.Released.Date
	}
	return k.sources[id].Date.Date
}

// leftOver reports what of the table was not taken: rows of names that the site
// does not have, columns for which it has no indicator.
func (k *taking) leftOver() {
	t := k.u.Table
	var names []string
	for _, x := range t.Unread {
		label := strings.Join(strings.Fields(x.Label), "")
		meant := diag.Nearest(x.Names[len(x.Names)-1], k.names())
		if meant != "" {
			k.report(NearName.At(x.At, label).WithSuggestion(meant))
			continue
		}
		names = append(names, label)
	}
	if len(names) > 0 {
		k.report(RowsLeft.At(first(t.Unread, names), len(names), shorten(names)))
	}
	for _, c := range t.Columns {
		if left := k.left[c]; len(left) > 0 {
			k.report(ColumnLeft.At(c.At, c.Head, shorten(left)))
		}
	}
}

// first is the place of the row of the first name.
func first(rows []*table.Row, names []string) diag.Pos {
	for _, x := range rows {
		if strings.Join(strings.Fields(x.Label), "") == names[0] {
			return x.At
		}
	}
	return diag.Pos{}
}

// most is how many names a message lists.
const most = 12

func shorten(names []string) string {
	if len(names) > most {
		return strings.Join(names[:most], "、") + " …"
	}
	return strings.Join(names, "、")
}

func (k *taking) names() []string {
	var list []string
	for _, e := range k.entries {
		list = append(list, e.Name)
		list = append(list, e.Names...)
	}
	return list
}
