package office

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/table"
	"reportsite/generator/internal/tomlfile"
)

// ledger is one copy of a ledger of tasks: that of a month.
type ledger struct {
	*taking
	day model.Date
}

// tasks takes the ledgers of all tables, the oldest copy first, so that a task keeps
// the id that its first copy gave it.
func (t *taker) tasks() {
	slices.SortStableFunc(t.ledgers, func(a, b *ledger) int { return a.day.Compare(b.day) })
	books := map[int]*book{}
	for _, l := range t.ledgers {
		year := l.u.Table.Time.Year
		b := books[year]
		if b == nil {
			if b = t.book(year); b == nil {
				t.report(NoLedgerEdition.At(l.u.Table.TimeAt, strconv.Itoa(year)))
				continue
			}
			books[year] = b
		}
		b.take(l)
	}
	for _, year := range slices.Sorted(maps.Keys(books)) {
		books[year].finish()
	}
}

// ledger keeps a ledger for tasks.
func (k *taking) ledger() {
	t := k.u.Table
	day, at := t.AsOf()
	if day.IsZero() {
		k.report(NoLedgerTime.At(orFirst(at, t)))
		return
	}
	k.ledgers = append(k.ledgers, &ledger{k, day})
}

func orFirst(at diag.Pos, t *table.Table) diag.Pos {
	if !at.Exact() {
		return t.Grid.At(0, 0)
	}
	return at
}

// book are the tasks of an edition while ledgers are taken in.
type book struct {
	*taker
	edition *source.Edition
	rows    map[string]source.Commitment
	tasks   []*task
	places  tomlfile.Places
	taken   map[string]bool // ids of all editions
}

// task is a task of an edition.
type task struct {
	id    string
	title string   // the newest
	names []string // the titles that it has had, without marks
	order string   // its number in the ledger before
	at    diag.Pos
	own   bool // of commitments.toml
}

// book opens the tasks of an edition; nil where there is none of the year.
func (t *taker) book(year int) *book {
	b := &book{taker: t, taken: map[string]bool{}}
	for n, e := range t.tree.Editions {
		if e.Commitments != nil {
			for id := range e.Commitments.Rows {
				b.taken[id] = true
			}
		}
		if e.Dir == strconv.Itoa(year) {
			own := *e
			t.tree.Editions[n] = &own
			b.edition = &own
		}
	}
	if b.edition == nil {
		return nil
	}
	b.rows = map[string]source.Commitment{}
	if c := b.edition.Commitments; c != nil {
		maps.Copy(b.rows, c.Rows)
		for _, id := range c.Doc.Keys() {
			if row, ok := c.Rows[id]; ok {
				b.tasks = append(b.tasks, &task{id: id, title: row.Title, names: []string{bare(row.Title)}, at: c.Doc.Pos(id), own: true})
			}
		}
	}
	return b
}

// take takes one copy: first the rows whose title is as before, then those with a
// similar one.
func (b *book) take(l *ledger) {
	used := map[*task]*table.TaskRow{}
	found := map[*table.TaskRow]*task{}
	var left []*table.TaskRow
	for _, row := range l.u.Table.Tasks {
		same := b.exact(row)
		switch {
		case same == nil:
			left = append(left, row)
		case used[same] != nil:
			b.report(TaskTwice.At(row.Title.At, row.Title.Text, used[same].Title.At.String()))
		default:
			used[same], found[row] = row, same
		}
	}
	for _, row := range left {
		t, ok := b.similar(row, used)
		if !ok {
			continue
		}
		if t == nil {
			if first := twin(row, used); first != nil {
				b.report(TaskTwice.At(row.Title.At, row.Title.Text, first.Title.At.String()))
				continue
			}
			t = b.add(row, l)
		}
		used[t], found[row] = row, t
	}
	for _, row := range l.u.Table.Tasks {
		if t := found[row]; t != nil {
			b.update(l, row, t)
		}
	}
}

// finish puts the tasks into the edition.
func (b *book) finish() {
	c := &source.Commitments{File: source.Dir + "/" + b.edition.Dir + "/commitments.toml", Rows: b.rows}
	if old := b.edition.Commitments; old != nil {
		c.File, c.Doc = old.File, old.Doc
	}
	for id, row := range c.Rows {
		slices.SortStableFunc(row.Events, func(x, y source.Event) int { return cmp.Compare(x.Date.String(), y.Date.String()) })
		c.Rows[id] = row
	}
	c.Doc = c.Doc.Extend(b.places)
	b.edition.Commitments = c
}
