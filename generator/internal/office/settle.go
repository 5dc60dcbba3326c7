package office

import (
	"cmp"
	"maps"
	"slices"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/table"
	"reportsite/generator/internal/tomlfile"
)

// settle puts the figures of each indicator into the content. Of several for one
// time the one that was published last counts, and the others are what it replaced;
// where no dates say which that is, they must be the same.
func (t *taker) settle() {
	for _, e := range t.entries {
		t.settlePlans(e)
		if len(e.found) == 0 {
			continue
		}
		written := e.figures()
		e.Annual, e.Cumulative = maps.Clone(e.Annual), maps.Clone(e.Cumulative)
		e.Single, e.Point = maps.Clone(e.Single), maps.Clone(e.Point)
		e.Rows = slices.Clone(e.Rows)
		byTime := map[model.Span][]*found{}
		var order []model.Span
		for _, x := range e.found {
			s := spanOf(e, x.period, x.basis)
			if byTime[s] == nil {
				order = append(order, s)
			}
			byTime[s] = append(byTime[s], x)
		}
		for _, s := range order {
			t.one(e, byTime[s], written[s])
		}
	}
}

// figures are those of an indicator's own file, by their time.
func (e *entry) figures() map[model.Span]writtenFigure {
	if e.written == nil {
		e.written = e.ownFigures()
	}
	return e.written
}

func (e *entry) ownFigures() map[model.Span]writtenFigure {
	list := map[model.Span]writtenFigure{}
	for _, b := range e.bases() {
		for key, o := range *b.rows {
			if p, err := model.ParsePeriod(key); err == nil && o.Value.Valid {
				list[spanOf(e, p, b.basis)] = writtenFigure{o.Value, e.At(string(b.basis), key)}
			}
		}
	}
	for _, r := range e.Rows {
		if p, err := model.ParsePeriod(r.Period); err == nil && !r.Missing && r.Unit == "" {
			list[spanOf(e, p, model.Basis(r.Basis))] = writtenFigure{tomlfile.Number{Decimal: r.Value, Valid: true}, r.At("value")}
		}
	}
	return list
}

type writtenFigure struct {
	value tomlfile.Number
	at    diag.Pos
}

// basisRows are the figures of one basis.
type basisRows struct {
	basis model.Basis
	rows  *map[string]source.Observation
}

func (e *entry) bases() []basisRows {
	return []basisRows{{model.Annual, &e.Annual}, {model.Cumulative, &e.Cumulative}, {model.Single, &e.Single}, {model.Point, &e.Point}}
}

// one puts the figure of one time into the content.
func (t *taker) one(e *entry, list []*found, own writtenFigure) {
	slices.SortStableFunc(list, func(a, b *found) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), a.released.Compare(b.released))
	})
	var last *found
	var earlier []source.Revision
	for _, x := range list {
		switch {
		case last == nil || last.missing:
			last = x
		case x.missing, x.past && last != nil && !last.past && last.value.Equal(x.value):
		case x.value.Equal(last.value):
		case x.past:
			t.report(PastDiffers.At(x.at, x.words(), last.words(), last.at.String()))
		case last.past:
			last = x
		case x.released.After(last.released) && !last.released.IsZero():
			earlier = append(earlier, source.Revision{Value: number(last), Stage: last.stage, Released: tomlfile.Date{Date: last.released}})
			last = x
		default:
			t.report(FiguresDiffer.At(x.at, x.words(), last.words(), last.at.String(), x.period.String()))
			return
		}
	}
	if own.value.Valid {
		if !last.missing && !last.past && !own.value.Decimal.Equal(last.value) {
			t.report(FileDiffers.At(last.at, last.words(), own.value.Decimal.String()+e.unit.String(), own.at.String()))
		}
		return
	}
	key := last.period.String()
	if last.missing {
		at := last.at
		row := sheet.NewRow(func(string) diag.Pos { return at })
		row.Period, row.Basis, row.Missing, row.Note = key, string(last.basis), true, last.note
		e.Rows = append(e.Rows, row)
		return
	}
	for _, b := range e.bases() {
		if b.basis != last.basis {
			continue
		}
		if *b.rows == nil {
			*b.rows = map[string]source.Observation{}
		}
		(*b.rows)[key] = source.Observation{
			Value: number(last), Stage: last.stage, Released: tomlfile.Date{Date: last.released}, Source: last.source,
			Approx: last.approx, Note: last.note, Earlier: earlier,
		}
		for _, k := range []string{"value", "released", "stage", "note", "earlier"} {
			e.places.Add(last.at, string(b.basis), key, k)
		}
		e.places.Add(last.sourceAt, string(b.basis), key, "source")
		e.places.Add(last.at, string(b.basis), key)
	}
}

// rank puts figures of 上年同期 behind those of their own time.
func rank(x *found) int {
	if x.past {
		return 1
	}
	return 0
}

func number(x *found) tomlfile.Number { return tomlfile.Number{Decimal: x.value, Valid: true} }

func shownShort(f *table.Fact) diag.Diagnostic {
	return sheet.ShownShort.At(f.At, f.Short, f.Text)
}
