package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// Value is a cell to write: a number where Number is valid, else text.
type Value struct {
	Text   string
	Number decimal.NullDecimal
}

// Text is a cell of text.
func Text(s string) Value { return Value{Text: s} }

// Number is a cell of a number.
func Number(d decimal.Decimal) Value { return Value{Number: decimal.NewNullDecimal(d)} }

// Maybe is a cell of a number, empty where there is none.
func Maybe(d decimal.NullDecimal) Value { return Value{Number: d} }

// String is the value as CSV has it, a number with all the decimals that it was
// given: 5.0 says more than 5.
func (v Value) String() string {
	d := v.Number.Decimal
	switch {
	case !v.Number.Valid:
		return v.Text
	case d.Exponent() < 0:
		return d.StringFixed(-d.Exponent())
	}
	return d.String()
}

// numeral is a number as people write it: -3.2, +5%, -1,204.5.
var numeral = regexp.MustCompile(`^[-+]?\d[\d,]*(?:\.\d+)?[%‰]?$`)

// plain is the value as CSV has it, with an apostrophe where it would be run.
func (v Value) plain() string {
	s := v.String()
	if v.Number.Valid || numeral.MatchString(s) {
		return s
	}
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) && s != "-" {
		return "'" + s
	}
	return s
}

// Table is a table to write.
type Table struct {
	Name   string   // of the sheet, at most 31 characters
	Above  []string // lines above the head
	Head   []string
	Hints  []string  // what a program shows beside the cells of a column that is filled in; "" shows nothing
	Below  []string  // lines below the rows
	Frozen int       // columns that stay when the others move
	Width  []float64 // of the columns, in characters; what is missing is 12
	Rows   [][]Value
}

// WriteCSV writes a table as CSV in UTF-8 for programs. It has no byte order
// mark, which readers of data packages take for a part of the first head;
// spreadsheet programs, which want one, have the workbook.
//
// Spreadsheet programs run text that begins with = + - or @ as a formula, whoever wrote
// it. Such text, which is no number, gets an apostrophe before it, as OWASP advises.
func WriteCSV(w io.Writer, t *Table) error {
	out := csv.NewWriter(w)
	record := make([]string, len(t.Head))
	copy(record, t.Head)
	_ = out.Write(record) // Error below reports it
	for _, row := range t.Rows {
		for n, v := range row {
			record[n] = v.plain()
		}
		_ = out.Write(record[:len(row)])
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// WriteXLSX writes tables as the sheets of a workbook: numbers as numbers, the
// head row bold and frozen. The bytes depend on the tables alone: the workbook
// has no date and no author.
func WriteXLSX(w io.Writer, tables []*Table) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write workbook: %w", err)
		}
	}()
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetDocProps(&excelize.DocProperties{Creator: "reportsite", Created: epoch, Modified: epoch}); err != nil {
		return err
	}
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	for n, t := range tables {
		if n == 0 {
			err = book.SetSheetName(book.GetSheetName(0), t.Name)
		} else {
			_, err = book.NewSheet(t.Name)
		}
		if err != nil {
			return err
		}
		if err := writeSheet(book, t, bold); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		return err
	}
	return repack(w, b.Bytes())
}

// repack writes the parts of a workbook, which is a ZIP, in the order of their
// names: excelize writes them in the order of a map.
func repack(w io.Writer, book []byte) error {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, f := range in.File {
		part, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: zipEpoch})
		if err != nil {
			return err
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		_, err = io.Copy(part, r)
		if err = errors.Join(err, r.Close()); err != nil {
			return err
		}
	}
	return out.Close()
}

// zipEpoch is the earliest date that a ZIP can hold, where no date is meant.
var zipEpoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// epoch is the date of a workbook that has none.
const epoch = "2000-01-01T00:00:00Z"

func writeSheet(book *excelize.File, t *Table, bold int) error {
	out, err := book.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	top := len(t.Above) + 1 // rows down to the head
	corner, err := excelize.CoordinatesToCellName(t.Frozen+1, top+1)
	if err != nil {
		return err
	}
	pane := "bottomLeft"
	if t.Frozen > 0 {
		pane = "bottomRight"
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, XSplit: t.Frozen, YSplit: top, TopLeftCell: corner, ActivePane: pane}); err != nil {
		return err
	}
	if err := hints(book, t, top); err != nil {
		return err
	}
	for n := range t.Head {
		width := 12.0
		if n < len(t.Width) {
			width = t.Width[n]
		}
		if err := out.SetColWidth(n+1, n+1, width); err != nil {
			return err
		}
	}
	write := func(n int, row []any) error {
		ref, err := excelize.CoordinatesToCellName(1, n)
		if err != nil {
			return err
		}
		return out.SetRow(ref, row)
	}
	for n, line := range t.Above {
		if err := write(n+1, []any{line}); err != nil {
			return err
		}
	}
	row := make([]any, len(t.Head))
	for n, h := range t.Head {
		row[n] = excelize.Cell{StyleID: bold, Value: h}
	}
	if err := write(top, row); err != nil {
		return err
	}
	for n, values := range t.Rows {
		row = row[:0]
		for _, v := range values {
			row = append(row, v.cell())
		}
		if err := write(top+n+1, row); err != nil {
			return err
		}
	}
	for n, line := range t.Below {
		if err := write(top+len(t.Rows)+n+1, []any{line}); err != nil {
			return err
		}
	}
	return out.Flush()
}

// hints makes a program say beside the cells of a column what belongs into them. It
// refuses nothing: what is wrong is said when the table is read.
func hints(book *excelize.File, t *Table, top int) error {
	for n, hint := range t.Hints {
		if hint == "" || len(t.Rows) == 0 {
			continue
		}
		col, err := excelize.ColumnNumberToName(n + 1)
		if err != nil {
			return err
		}
		v := excelize.NewDataValidation(true)
		v.Sqref = fmt.Sprintf("%s%d:%s%d", col, top+1, col, top+len(t.Rows))
		v.SetInput(t.Head[n], hint)
		if err := book.AddDataValidation(t.Name, v); err != nil {
			return err
		}
	}
	return nil
}

// cell is the value as excelize takes it.
func (v Value) cell() any {
	switch {
	case !v.Number.Valid && v.Text == "":
		return nil
	case !v.Number.Valid:
		return v.Text
	case v.Number.Decimal.NumDigits() > exact:
		return v.Number.Decimal.String()
	}
	return v.Number.Decimal.InexactFloat64()
}
