package page

import (
	"cmp"
	"slices"

	"reportsite/generator/internal/verdict"
)

// matrix counts targets by a property and their status.
type matrix struct {
	Head  []badge // statuses that occur
	Rows  []matrixRow
	Total []matrixCell
	All   int
}

type matrixRow struct {
	Name  anchor
	Cells []matrixCell
	All   int
}

// matrixCell is a count with the list of what it counts.
type matrixCell struct {
	N    int
	Href string // empty where there is nothing to list
}

// yearOrder are the years of the editions, the newest first.
func (b *book) yearOrder() []string {
	var order []string
	for _, e := range slices.Backward(b.Site.Editions) {
		order = append(order, e.Period.String())
	}
	return order
}

// sectionOrder are the sections in reading order, those of the newest edition
// first.
func (b *book) sectionOrder() []string {
	var order []string
	for _, e := range slices.Backward(b.Site.Editions) {
		for _, s := range e.Sections {
			order = append(order, s.Ref())
		}
	}
	return order
}

// lineCount counts the rows that share a value of a property.
type lineCount struct {
	id   string
	name anchor
	n    []int // by the number of the status
	all  int
}

// matrix counts rows by a property. Its values stand in the given order, others
// after them as the list comes to them.
func (f *frame) matrix(key string, rows []row, order []string, property func(*row) (string, anchor)) *matrix {
	lines, sum := countLines(rows, property)
	rank := make(map[string]int, len(order))
	for n, id := range order {
		rank[id] = n - len(order) // others have 0 and come last
	}
	slices.SortStableFunc(lines, func(a, b *lineCount) int { return cmp.Compare(rank[a.id], rank[b.id]) })

	m := &matrix{All: sum.all}
	for n, s := range verdict.Statuses() {
		if sum.n[n] > 0 {
			m.Head = append(m.Head, f.book.badge(s.ID))
		}
	}
	for _, l := range lines {
		by := query{key: l.id}
		if l.id == "" {
			by = nil // nothing to filter by
		}
		m.Rows = append(m.Rows, matrixRow{l.name, f.cells(l, sum, by), l.all})
	}
	m.Total = f.cells(sum, sum, query{})
	return m
}

// countLines counts rows by a property in the order in which its values occur,
// and all of them together.
func countLines(rows []row, property func(*row) (string, anchor)) (lines []*lineCount, sum *lineCount) {
	statuses := verdict.Statuses()
	column := make(map[string]int, len(statuses))
	for n, s := range statuses {
		column[string(s.ID)] = n
	}
	sum = &lineCount{n: make([]int, len(statuses))}
	at := map[string]*lineCount{}
	for n := range rows {
		id, name := property(&rows[n])
		l := at[id]
		if l == nil {
			l = &lineCount{id: id, name: name, n: make([]int, len(statuses))}
			at[id] = l
			lines = append(lines, l)
		}
		for _, l := range [...]*lineCount{l, sum} {
			l.n[column[rows[n].StatusID]]++
			l.all++
		}
	}
	return lines, sum
}

// cells are the counts of a line for the statuses that occur at all. With a
// query each leads to the list of what it counts.
func (f *frame) cells(l, sum *lineCount, by query) []matrixCell {
	var cells []matrixCell
	for n, s := range verdict.Statuses() {
		if sum.n[n] == 0 {
			continue
		}
		c := matrixCell{N: l.n[n]}
		if c.N > 0 && by != nil {
			c.Href = f.statusHref(by.with("status", string(s.ID)))
		}
		cells = append(cells, c)
	}
	return cells
}
