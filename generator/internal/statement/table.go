package statement

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/table"
	"reportsite/generator/internal/wording"
)

// column is what a column of a table holds.
type column struct {
	is     table.Kind // Name, UnitOf, Target, Value, Growth, Completion, Nature, Lead, Support; Other: of no use
	period model.Period
	basis  model.Basis
	unit   string // in the head: 绝对额（亿元）
}

// figures reports whether the column holds figures.
func (c column) figures() bool {
	return c.is == table.Target || c.is == table.Value || c.is == table.Growth || c.is == table.Completion
}

// plainCell is a cell of one number or range, with what stands before and behind it.
var plainCell = regexp.MustCompile(`^([^0-9]*?)(-?\d[\d,.]*(?:\s*[-—–~～至]\s*-?\d[\d,.]*)?)(.*)$`)

// Table reads a table of targets or results. Its columns are found by their heads.
func (r *Reader) Table(rows [][]string, ctx Context) []Item {
	head, cols := heads(rows, ctx)
	if cols == nil {
		return nil
	}
	var items []Item
	for y := head; y < len(rows); y++ {
		items = append(items, r.row(rows[y], y, cols, ctx)...)
	}
	return items
}

// heads finds the row below the heads, and what the columns hold. Heads may stand in two
// rows: 2024年 above 目标 and 完成.
func heads(rows [][]string, ctx Context) (below int, cols []column) {
	for y := 0; y < min(len(rows), 6); y++ {
		texts := headTexts(rows[y])
		two := y+1 < len(rows) && isHead(rows[y+1])
		if two {
			for x, t := range headTexts(rows[y+1]) {
				if x < len(texts) && texts[x] != t {
					texts[x] += t
				} else if x >= len(texts) {
					texts = append(texts, t)
				}
			}
		}
		cols = columns(texts, ctx)
		if cols == nil {
			continue
		}
		if two {
			return y + 2, cols
		}
		return y + 1, cols
	}
	return 0, nil
}

func headTexts(row []string) []string {
	texts := make([]string, len(row))
	for x, t := range row {
		texts[x] = strings.Join(strings.Fields(t), "")
	}
	return texts
}

// isHead reports whether a row has words of heads and no figures.
func isHead(row []string) bool {
	words := 0
	for _, t := range headTexts(row) {
		h := table.ReadHead(t)
		switch {
		case strings.ContainsAny(h.Rest, "0123456789"):
			return false
		case h.Said && h.Kind != table.Name:
			words++
		}
	}
	return words >= 2
}

// columns says what each column holds; nil where the row is no head.
func columns(texts []string, ctx Context) []column {
	cols := make([]column, len(texts))
	heads := make([]table.Head, len(texts))
	name, figures := -1, 0
	for x, t := range texts {
		heads[x] = table.ReadHead(t)
		cols[x] = columnOf(heads[x], ctx)
		switch {
		case cols[x].is == table.Name && name >= 0:
			cols[x].is = table.Other
		case cols[x].is == table.Name:
			name = x
		case cols[x].figures():
			figures++
		}
	}
	if name < 0 { // 目标 above the names, or a word that is not known
		name = slices.IndexFunc(heads, func(h table.Head) bool {
			return h.Time.IsZero() && (h.Kind == table.Target && h.Rest == "" || h.Kind == table.Value && !h.Said && h.Rest != "" && !strings.ContainsAny(h.Rest, "0123456789"))
		})
		if name < 0 {
			return nil
		}
		if cols[name].figures() {
			figures--
		}
		cols[name].is = table.Name
	}
	if figures == 0 {
		return nil
	}
	// 增速 beside 完成 of the same time has its period.
	for x := range cols {
		if cols[x].is == table.Growth && x > 0 && cols[x-1].is == table.Value && heads[x].Time.IsZero() {
			cols[x].period, cols[x].basis = cols[x-1].period, cols[x-1].basis
		}
	}
	return cols
}

// columnOf is what a column holds, by what its head says.
func columnOf(h table.Head, ctx Context) column {
	c := column{is: kindOf(h, ctx), period: ctx.Period, basis: model.Annual}
	if len(h.Units) > 0 {
		c.unit = h.Units[0]
	}
	result := c.figures() && c.is != table.Target
	switch {
	case c.is == table.Target && h.Time.Back > 0:
		c.period = model.YearOf(ctx.Period.Year - 1)
	case result && h.Time.Back > 0:
		c.period = model.YearOf(ctx.Period.Year - 1)
		if ctx.Done.Year == ctx.Period.Year { // a bulletin compares with the year before
			c.is = table.Other
		}
	case result:
		c.period = ctx.Done
		if ctx.Basis != "" {
			c.basis = ctx.Basis
		}
	}
	if p, basis, ok := periodOf(h.Time.Calendar(), ctx.Period.Year); ok {
		c.period = p
		if result {
			c.basis = basis
		}
	}
	if result && c.period.Kind != model.Year {
		c.basis = cmp.Or(h.Basis, c.basis)
	}
	return c
}

// kindOf is the kind of a column of a report: it has no tasks, 完成情况 is a result, and
// a year above figures is that of a target where the report sets targets for it.
func kindOf(h table.Head, ctx Context) table.Kind {
	if strings.ContainsAny(h.Rest, "0123456789") {
		return table.Other // 增长5%: a cell of figures
	}
	switch h.Kind {
	case table.Task:
		return table.Name
	case table.Progress:
		return table.Value
	case table.Value:
		year := h.Time.Year
		switch {
		case !h.Said && (year == 0 && h.Time.To == 0 || h.Rest != ""):
			return table.Other
		case !h.Said && ctx.Role != Review && year >= ctx.Period.Year:
			return table.Target
		}
	}
	return h.Kind
}

// row reads a row: one item for each column with a figure.
func (r *Reader) row(cells []string, y int, cols []column, ctx Context) []Item {
	at := func(is table.Kind) string {
		for x, c := range cols {
			if c.is == is && x < len(cells) && strings.TrimSpace(cells[x]) != "" {
				return strings.TrimSpace(cells[x])
			}
		}
		return ""
	}
	name, units := table.ReadName(at(table.Name))
	unit := at(table.UnitOf)
	if unit == "" && len(units) > 0 {
		unit = units[0]
	}
	if utf8.RuneCountInString(name) < 2 {
		return nil
	}
	var items []Item
	lead, nature, support := at(table.Lead), natureOf(at(table.Nature)), at(table.Support)
	for x, c := range cols {
		if x >= len(cells) || !c.figures() {
			continue
		}
		cell := strings.TrimSpace(cells[x])
		if table.IsMissing(cell) {
			continue
		}
		own := unit
		if c.unit != "" {
			own = c.unit
		}
		item, ok := r.cell(name, own, cell, c)
		if !ok {
			continue
		}
		item.Row, item.Col = y+1, x+1
		item.Lead, item.Nature = lead, nature
		if names := table.Offices(item.Lead); len(names) > 0 {
			item.Lead, item.Support = names[0], names[1:]
		}
		if support != "" {
			item.Support = append(item.Support, table.Offices(support)...)
		}
		item.Stage = ctx.Stage
		items = append(items, item)
	}
	return items
}

func natureOf(s string) model.Nature {
	for _, n := range []model.Nature{model.Expected, model.Binding} {
		if strings.Contains(s, strings.TrimSuffix(string(n), "性")) {
			return n
		}
	}
	return ""
}

// cell reads a figure of a table. The unit may stand in the cell, in a column of its own,
// in the head or behind the name.
func (r *Reader) cell(name, unit, cell string, c column) (Item, bool) {
	unit = unitIn(unit, c)
	f, words, ok := r.figureIn(cell, unit)
	if !ok {
		return Item{}, false
	}
	base, falls, rate := rateOf(name, unit, c)
	item := Item{Words: cell, Name: base, Period: c.period, Basis: c.basis}
	at := strings.IndexFunc(words, func(r rune) bool { return r >= '0' && r <= '9' })
	p := wording.Phrase{Figure: f, Start: max(0, at), End: len(words), Stop: len(words)}
	e := element{phrases: []wording.Phrase{p}, left: base}
	named := named{text: base, core: base, growth: rate || f.Op.Relative()}
	if v, _ := splitVerb(base); v != "" && !isWeak(v) {
		named.verb = v
	}
	measure(&item, p, named, e, words)
	if falls {
		item.fall(base)
	}
	switch c.is {
	case table.Target:
		item.Kind, item.Why = Target, "why-table-goal"
	case table.Completion:
		item.Kind, item.Why = Nothing, "why-completion"
	default:
		item.Kind, item.Why = Result, "why-table-done"
		item.result(e)
	}
	return item, true
}

// unitIn is the unit of a cell that names none: that of its row, but of a growth or
// completion %.
func unitIn(unit string, c column) string {
	switch {
	case c.is == table.Completion, c.is == table.Growth && !strings.Contains(unit, "百分点"):
		return "%"
	case unit == "个百分点":
		return "百分点"
	}
	return unit
}

// figureIn reads the figure of a cell, and gives it with its unit.
func (r *Reader) figureIn(cell, unit string) (f wording.Figure, words string, ok bool) {
	f, err := r.grammar.Parse(cell)
	m := plainCell.FindStringSubmatch(cell)
	bare := err != nil || f.Value.Unit == "" && !f.Value.Scaled && f.High.Unit == "" && f.Parts == nil
	if !bare || m == nil || unit == "" || f.Op.Relative() {
		return f, cell, err == nil
	}
	for _, words := range []string{m[1] + m[2] + unit + m[3], m[1] + m[2] + strings.TrimSpace(m[3])} {
		if f, err = r.grammar.Parse(words); err == nil {
			return f, words, true
		}
	}
	return f, cell, false
}

var (
	rateEnd = matches(`(?:同比)?增长$|`, oneOf(`变化率 降低 下降`), `$`)
	fallEnd = matches(oneOf(`降低 下降`), oneOf(`率 幅度`), `?$`)
)

// rateOf is the name of a row without the words that call it a rate of change, and
// whether it is one; falls says that it is one of a decrease.
func rateOf(name, unit string, c column) (base string, falls, rate bool) {
	rate = c.is == table.Growth || rateNoun.MatchString(name) || rateEnd.MatchString(name) ||
		unit == "%" && c.is != table.Completion && !shareName.MatchString(name) // 地区生产总值 in % is its growth
	base = strings.TrimSuffix(strings.TrimSuffix(rateNoun.ReplaceAllString(name, ""), "同比增长"), "增长")
	end := fallEnd.FindString(base)
	if base = strings.TrimSuffix(base, end); !rate {
		base = name
	}
	return base, end != "", rate
}

// fall makes a figure that says by how much something fell a change below zero.
func (i *Item) fall(base string) {
	i.Name = base + "变化"
	if i.Value.Valid && i.Value.Decimal.IsPositive() {
		i.Value.Decimal = i.Value.Decimal.Neg()
		i.Op = cmp.Or(i.Op, model.GE).Inverse()
		i.Better = model.Down
	}
}
