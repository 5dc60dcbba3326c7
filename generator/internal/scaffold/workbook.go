package scaffold

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/save"
	"reportsite/generator/internal/sheet"
)

// WithWorkbook adds a workbook to the file of a new indicator: a sheet to be filled in, with a row for
// each part of the year, and a sheet that says what each column is for. The indicator reads
// the first one.
func WithWorkbook(f save.File, id string, year int, lang message.Lang) ([]save.File, error) {
	name := message.Say(lang, "workbook-sheet")
	data := &sheet.Table{Name: name, Width: []float64{18, 10, 12, 12, 14, 16, 12, 14, 24, 30}}
	guide := &sheet.Table{Name: message.Say(lang, "workbook-guide"), Head: []string{message.Say(lang, "workbook-column"), message.Say(lang, "workbook-meaning")}, Width: []float64{16, 80}}
	for _, column := range workbookColumns {
		data.Head = append(data.Head, column.head)
		guide.Rows = append(guide.Rows, []sheet.Value{sheet.Text(column.head), sheet.Text(message.Say(lang, column.about))})
	}
	for month := 2; month <= 12; month++ { // January alone is not published
		row := make([]sheet.Value, len(data.Head))
		row[0], row[1] = sheet.Text(fmt.Sprintf("%d年1—%d月", year, month)), sheet.Text("累计")
		data.Rows = append(data.Rows, row)
	}
	var book bytes.Buffer
	if err := sheet.WriteXLSX(&book, []*sheet.Table{data, guide}); err != nil {
		return nil, err
	}
	// The line that is a comment in the new file becomes one that counts.
	begin := strings.Index(string(f.Data), "# observations = ")
	end := begin + strings.IndexByte(string(f.Data[begin:]), '\n')
	lines := fmt.Sprintf("observations = %q\nsheet = %q", id+".xlsx", name)
	f.Data = []byte(string(f.Data[:begin]) + lines + string(f.Data[end:]))
	return []save.File{f, {Path: path.Join(path.Dir(f.Path), id+".xlsx"), Data: book.Bytes()}}, nil
}

// workbookColumns are the columns of a new workbook, with the messages that say what they
// are for. The heads are those that package sheet reads.
var workbookColumns = []struct{ head, about string }{
	{"时期", "workbook-period"}, {"口径", "workbook-basis"}, {"数值", "workbook-value"}, {"阶段", "workbook-stage"},
	{"发布日期", "workbook-released"}, {"来源", "workbook-source"}, {"修订前", "workbook-earlier"}, {"原发布日期", "workbook-earlier-released"},
	{"原因", "workbook-reason"}, {"备注", "workbook-note"},
}
