// Package bulletin finds the results that a bulletin has for the indicators of a site, and
// says what it would write where. A name that is only like that of an indicator, a value
// that differs from the one that is there, a unit that does not convert: these are
// questions for a person, and nothing is written.
package bulletin

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/statement"
	"reportsite/generator/internal/wording"
)

// Act is what is to be done with a result.
type Act string

// A result is written, replaces an earlier one, is there already, is asked about, or
// belongs to no indicator.
const (
	Write  Act = "write"
	Revise Act = "revise"
	There  Act = "there"
	Ask    Act = "ask"
	Unused Act = "unused"
)

// Row is a result of the bulletin, and what comes of it.
type Row struct {
	statement.Item
	Sentence string
	ID       string // of the indicator; "" where none was found
	Act      Act
	Reason   string // id of a message, of a question or an unused result
	Old      string // the value that is there and differs
	File     string
	Value    decimal.Decimal // in the indicator's unit
}

// Result is what was found in a bulletin.
type Result struct {
	Title     string
	Period    model.Period
	Published model.Date
	Publisher string
	Source    string // id of the source
	Rows      []*Row
}

// Options say what a person knows and the bulletin does not say.
type Options struct {
	Name      string // of the file
	Source    string // id of a source of the site; "" makes a new one
	Publisher string
	Published model.Date
	Year      int
	Revise    bool // a differing value replaces the one that is there, which is kept as superseded
}

// Read reads a bulletin for the indicators of a site.
func Read(doc *document.Document, tree *source.Tree, units *model.UnitTable, o Options) *Result {
	r := &Result{
		Title: cmp.Or(doc.Title, o.Name), Publisher: cmp.Or(o.Publisher, doc.Publisher), Published: doc.Published,
	}
	if !o.Published.IsZero() {
		r.Published = o.Published
	}
	day := r.Published
	if o.Year > 0 {
		day.Year = o.Year
	}
	var start []string
	for _, b := range doc.Blocks[:min(4, len(doc.Blocks))] {
		start = append(start, b.Text)
	}
	ctx, known := statement.Bulletin(r.Title, start, day)
	r.Period = ctx.Done
	index := newIndex(tree, units)
	reader := statement.NewReader(wording.New(units))
	for _, b := range doc.Blocks {
		var items []statement.Item
		switch b.Kind {
		case document.Heading:
			reader.Heading()
			continue
		case document.Table:
			items = reader.Table(b.Rows, ctx)
		default:
			items = reader.Read(b.Text, ctx)
		}
		for _, item := range items {
			row := &Row{Item: item, Sentence: sentenceOf(b, item)}
			r.Rows = append(r.Rows, row)
			if !known && item.Period.Year == 0 {
				row.Act, row.Reason = Ask, "intake-no-period"
				continue
			}
			index.place(row, o)
		}
	}
	r.once()
	r.Source = cmp.Or(o.Source, r.sourceID(tree))
	return r
}

// sentenceOf is the sentence that an item stands in, or the row of its table.
func sentenceOf(b document.Block, item statement.Item) string {
	if item.Row > 0 && item.Row <= len(b.Rows) {
		return strings.Join(b.Rows[item.Row-1], " | ")
	}
	start := strings.LastIndexAny(b.Text[:item.Start], "。；\n")
	if start >= 0 {
		start += len("。")
		if b.Text[start-len("。")] == '\n' {
			start -= len("。") - 1
		}
	}
	text := b.Text[max(0, start):]
	if end := strings.IndexAny(text[min(len(text), item.End-max(0, start)):], "。；\n"); end >= 0 {
		text = text[:item.End-max(0, start)+end]
	}
	return strings.TrimSpace(text)
}

// once asks about results that the bulletin gives twice for one period.
func (r *Result) once() {
	seen := map[string]*Row{}
	for _, row := range r.Rows {
		if row.Act != Write && row.Act != Revise {
			continue
		}
		key := row.ID + " " + row.Period.String() + " " + string(row.Basis)
		first := seen[key]
		switch {
		case first == nil:
			seen[key] = row
		case first.Value.Equal(row.Value):
			row.Act = There
		default:
			row.Act, row.Reason, row.Old = Ask, "intake-twice", first.Value.String()
		}
	}
}

// sourceID is an id for the bulletin that no other source has.
func (r *Result) sourceID(tree *source.Tree) string {
	taken := map[string]source.Source{}
	if tree.Sources != nil {
		taken = tree.Sources.Rows
	}
	for id, s := range taken { // the same bulletin, taken in before
		if s.Name == r.Title && s.Date.Date == r.Published {
			return id
		}
	}
	base := "bulletin-" + strings.ToLower(r.Period.String())
	if r.Period.IsZero() {
		base = "bulletin"
	}
	id := base
	for n := 2; ; n++ {
		if _, ok := taken[id]; !ok {
			return id
		}
		id = base + "-" + decimal.NewFromInt(int64(n)).String()
	}
}

// Count is how many results come to an act.
func (r *Result) Count(act Act) (n int) {
	for _, row := range r.Rows {
		if row.Act == act {
			n++
		}
	}
	return n
}

// Sorted are the rows in the order of the acts: what is written first, then questions,
// then what belongs nowhere.
func (r *Result) Sorted() []*Row {
	order := []Act{Write, Revise, Ask, There, Unused}
	list := slices.Clone(r.Rows)
	slices.SortStableFunc(list, func(a, b *Row) int {
		return slices.Index(order, a.Act) - slices.Index(order, b.Act)
	})
	return list
}
