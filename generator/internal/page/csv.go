package page

import (
	"bytes"
	"encoding/csv"
	"strings"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// writeCSV writes an indicator's results. The byte order mark makes
// spreadsheets read Han characters.
func (b *book) writeCSV(w *bytes.Buffer, i *model.Indicator) error {
	w.WriteString("\ufeff")
	c := csv.NewWriter(w)
	_ = c.Write([]string{
		b.t("period"), b.t("basis"), b.t("result"), b.t("unit"), b.t("approximate"), b.t("stage"), b.t("released"), b.t("source"),
		b.t("in-words"), b.t("revised-from"), b.t("note"),
	})
	for _, o := range i.Observations {
		approx := ""
		if o.Approx {
			approx = b.t("approximate")
		}
		_ = c.Write([]string{
			o.Period.String(), b.basis(o.Basis), o.Digits(), i.Unit.In(b.lang), approx,
			b.stage(o.Stage), o.Released.String(), o.Source.Name.In(b.lang),
			wording.Result(o, b.lang), b.revisions(o), o.Note.In(b.lang),
		})
	}
	c.Flush() // into memory: only the writer's own error counts
	return c.Error()
}

// revisions are the superseded values of a result, the first one first.
func (b *book) revisions(o *model.Observation) string {
	var list []string
	for n := range o.Earlier {
		r := &o.Earlier[n]
		list = append(list, strings.Join(nonEmpty([]string{b.before(o, r), b.stage(r.Stage), r.Released.String()}), " "))
	}
	return strings.Join(list, b.t("semicolon"))
}
