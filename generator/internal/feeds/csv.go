package feeds

import (
	"bytes"
	"encoding/csv"
	"strings"

	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// writeCSV writes an indicator's results. The byte order mark makes
// spreadsheets read Han characters.
func writeCSV(w *bytes.Buffer, l *locale.Locale, i *model.Indicator) error {
	w.WriteString("\ufeff")
	c := csv.NewWriter(w)
	_ = c.Write([]string{
		l.T("period"), l.T("basis"), l.T("result"), l.T("unit"), l.T("approximate"), l.T("stage"), l.T("released"), l.T("source"),
		l.T("in-words"), l.T("revised-from"), l.T("note"),
	})
	for _, o := range i.Observations {
		approx := ""
		if o.Approx {
			approx = l.T("approximate")
		}
		_ = c.Write([]string{
			o.Period.String(), l.Basis(o.Basis), o.Digits(), i.Unit.In(l.Lang), approx,
			l.Stage(o.Stage), o.Released.String(), o.Source.Name.In(l.Lang),
			wording.Result(o, l.Lang), revisions(l, o), o.Note.In(l.Lang),
		})
	}
	c.Flush() // into memory: only the writer's own error counts
	return c.Error()
}

// revisions are the superseded values of a result, the first one first.
func revisions(l *locale.Locale, o *model.Observation) string {
	var list []string
	for n := range o.Earlier {
		r := &o.Earlier[n]
		list = append(list, strings.Join(nonEmpty([]string{l.Before(o, r), l.Stage(r.Stage), r.Released.String()}), " "))
	}
	return strings.Join(list, l.T("semicolon"))
}
