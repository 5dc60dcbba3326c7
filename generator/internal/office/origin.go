package office

import (
	"slices"
	"strconv"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/table"
	"reportsite/generator/internal/tomlfile"
)

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
	return k.titleAt()
}

// titleAt is the place of the title, or of a table without one its first cell.
func (k *taking) titleAt() diag.Pos {
	if at := k.u.Table.Title.At; at.Exact() {
		return at
	}
	return k.u.Table.Grid.At(0, 0)
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
	return k.sourceNamed(table.Stem(k.u.File.File))
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
	file := table.Stem(k.u.File.File)
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
	at := k.titleAt()
	if t.Publisher == "" {
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
	name := strings.Join(strings.Fields(t.Title.Text), "")
	if name == "" {
		name = id // a table without a title is known by its file
	}
	k.sources[id] = source.Source{Name: name, Publisher: t.Publisher, Date: tomlfile.Date{Date: day}}
	for _, key := range []string{"name", "publisher", "date"} {
		k.placed.Add(at, id, key)
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
