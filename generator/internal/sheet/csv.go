package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// decode turns a CSV file into UTF-8: with or without a byte order mark, the
// UTF-16 that Excel calls "Unicode text", and GB18030 (with GBK and GB 2312
// within it), which Chinese versions of Excel write.
func decode(data []byte) (string, bool) {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		return string(out), err == nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return string(data), true
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	return string(out), err == nil && !bytes.ContainsRune(out, utf8.RuneError)
}

// readCSV reads the lines of a CSV file; nil where a message says why not.
func (t *table) readCSV(data []byte) []*line {
	text, ok := decode(data)
	if !ok {
		t.report(BadEncoding.At(diag.Pos{File: t.file}))
		return nil
	}
	source := strings.Split(text, "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	lines := []*line{}
	for {
		record, err := r.Read()
		if err != nil {
			parse, isParse := errors.AsType[*csv.ParseError](err)
			if !isParse { // the end
				return lines
			}
			t.report(BadCSV.At(diag.Pos{File: t.file, Line: parse.StartLine}, quotes(parse.Err)))
			return nil
		}
		l := &line{}
		var places []diag.Pos
		at, end := diag.Pos{File: t.file}, 0 // of the field before; end in bytes of its line
		for i, field := range record {
			n, col := r.FieldPos(i) // col counts bytes
			if n != at.Line {
				at.Line, at.Col, end = n, 1, 0
			}
			begin := min(col-1, len(source[n-1]))
			at.Col += utf8.RuneCountInString(source[n-1][end:begin])
			end = begin
			places = append(places, at)
			l.cells = append(l.cells, cell{text: strings.TrimSpace(field)})
		}
		l.pos = func(col int) diag.Pos { return places[min(col, len(places)-1)] }
		lines = append(lines, l)
	}
}

// quotes says what is wrong with the quotation marks of a line. The CSV reader
// allows any number of fields, so it has no other errors.
func quotes(err error) message.ID {
	if errors.Is(err, csv.ErrBareQuote) {
		return "quote-in-cell"
	}
	return "quote-alone"
}

// separator is what stands between the fields: a tab or a semicolon where the
// first line with one has no comma.
func separator(text string) rune {
	for l := range strings.Lines(text) {
		switch {
		case strings.Contains(l, ","):
			return ','
		case strings.Contains(l, "\t"):
			return '\t'
		case strings.Contains(l, ";"):
			return ';'
		}
	}
	return ','
}
