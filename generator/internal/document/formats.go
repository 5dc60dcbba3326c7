package document

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/sheet"
)

// encrypted reports whether a compound file is a document with a password. The names of
// its streams are UTF-16.
func encrypted(data []byte) bool {
	var name []byte
	for _, c := range []byte("EncryptedPackage") {
		name = append(name, c, 0)
	}
	return bytes.Contains(data, name)
}

func looksLikeHTML(s string) bool {
	head := s[:min(len(s), 1024)]
	head = strings.ToLower(strings.TrimSpace(head))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.Contains(head, "<body") || strings.Contains(head, "<head>")
}

// maxUnpacked is how large the text of a packed file may be, in bytes: a file of a few
// kilobytes can unpack to gigabytes.
const maxUnpacked = 64 << 20

// packed reads a file that is an archive: Word or a workbook.
func (d *Document) packed(data []byte) error {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ErrBroken
	}
	for _, f := range r.File {
		switch f.Name {
		case "word/document.xml":
			return d.word(r)
		case "xl/workbook.xml":
			return d.workbook(data)
		}
	}
	return ErrUnknown
}

// part reads a file of an archive, as far as the limit allows.
func part(r *zip.Reader, name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, ErrBroken
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxUnpacked+1))
	switch {
	case err != nil:
		return nil, ErrBroken
	case len(data) > maxUnpacked:
		return nil, ErrTooLarge
	}
	return data, nil
}

// workbook reads the tables of a workbook.
func (d *Document) workbook(data []byte) error {
	pages, err := sheet.Texts(data)
	switch {
	case errors.Is(err, sheet.ErrPassword):
		return ErrEncrypted
	case errors.Is(err, sheet.ErrTooLarge):
		return ErrTooLarge
	case err != nil:
		return ErrBroken
	}
	for _, p := range pages {
		if len(pages) > 1 && len(p.Rows) > 0 {
			d.Blocks = append(d.Blocks, Block{Kind: Heading, Level: 1, Text: p.Name, Line: 1})
		}
		d.table(p.Rows, 1)
	}
	return nil
}

// csv reads a table of separated values.
func (d *Document) csv(text, ext string) error {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	first, _, _ := strings.Cut(text, "\n")
	switch {
	case ext == ".tsv" || strings.Count(first, "\t") > strings.Count(first, ","):
		r.Comma = '\t'
	case strings.Count(first, ";") > strings.Count(first, ","):
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	if err != nil {
		return ErrBroken
	}
	d.table(rows, 1)
	return nil
}

// table adds a table. Rows before and behind it that have one cell are paragraphs:
// the title and the notes of a sheet.
func (d *Document) table(rows [][]string, line int) {
	var kept [][]string
	flush := func() {
		if len(kept) > 1 {
			d.Blocks = append(d.Blocks, Block{Kind: Table, Rows: kept, Line: line})
		} else if len(kept) == 1 {
			d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Text: strings.Join(kept[0], " "), Line: line})
		}
		kept = nil
	}
	for _, row := range rows {
		filled, text, size := 0, "", 0
		for i, c := range row {
			row[i] = strings.Join(strings.Fields(strings.ReplaceAll(c, "\u00a0", " ")), " ")
			if row[i] != "" && row[i] != text {
				filled, text = filled+1, row[i]
				size += utf8.RuneCountInString(text)
			}
		}
		switch {
		case filled == 0:
		case filled == 1 && (len(kept) == 0 || size > 20):
			flush()
			d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Text: text, Line: line})
		default:
			kept = append(kept, row)
		}
	}
	flush()
}

// markdown reads the headings, lists and tables of Markdown, and takes the marks off
// the rest.
func (d *Document) markdown(s string) {
	fence := false
	for n, line := range strings.Split(s, "\n") {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~") {
			fence = !fence
			continue
		}
		if fence || trimmed == "---" || trimmed == "***" || strings.HasPrefix(trimmed, "<!--") {
			continue
		}
		level := len(trimmed) - len(strings.TrimLeft(trimmed, "#"))
		switch {
		case level > 0 && level <= 6 && strings.HasPrefix(trimmed[level:], " "):
			d.tagged(plainMarkdown(strings.Trim(trimmed[level:], "# ")), level, n+1)
		case strings.HasPrefix(trimmed, "|"):
			cells := strings.Split(strings.Trim(trimmed, "|"), "|")
			rule := true
			for i, c := range cells {
				cells[i] = plainMarkdown(strings.TrimSpace(c))
				rule = rule && strings.Trim(c, " :-") == ""
			}
			if !rule {
				d.row(cells, n+1)
			}
		case strings.HasPrefix(trimmed, "- ") || strings.HasPrefix(trimmed, "* ") || strings.HasPrefix(trimmed, "+ "):
			d.Blocks = append(d.Blocks, Block{Kind: Item, Text: plainMarkdown(trimmed[2:]), Line: n + 1})
		default:
			d.line(plainMarkdown(strings.TrimPrefix(trimmed, "> ")), n+1)
		}
	}
}

// tagged adds a heading that its file marks as one. Its number says its level better
// than the mark does.
func (d *Document) tagged(text string, level, line int) {
	before := len(d.Blocks)
	if d.line(text, line); len(d.Blocks) > before && d.Blocks[before].Kind == Heading {
		return
	}
	d.Blocks = d.Blocks[:before]
	if text != "" {
		kind := Heading
		if level == 1 && before == 0 || utf8.RuneCountInString(text) > 2*maxHeading {
			kind = Paragraph // the title
		}
		d.Blocks = append(d.Blocks, Block{Kind: kind, Level: level, Text: text, Line: line})
	}
}
