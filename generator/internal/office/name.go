package office

import (
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/table"
)

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
