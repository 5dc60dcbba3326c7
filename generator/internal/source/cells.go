package source

import (
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/intact"
	"reportsite/generator/internal/sheet"
)

// unseen reports what no reader sees in the texts of a table's rows. A number, a
// period or a date with such a character in it is refused by package sheet.
func unseen(rows []*sheet.Row) []diag.Diagnostic {
	var list []diag.Diagnostic
	for _, r := range rows {
		for _, cell := range []struct{ column, text string }{
			{"stage", r.Stage}, {"source", r.Source}, {"ok", r.Ok}, {"note", r.Note}, {"note_en", r.NoteEn},
		} {
			for _, c := range intact.Unseen(cell.text) {
				list = append(list, UnseenInCell.At(r.At(cell.column), c.Name, cell.column))
			}
		}
	}
	return list
}
