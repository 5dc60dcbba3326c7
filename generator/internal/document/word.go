package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// word reads the paragraphs and tables of a .docx file. No reader of Go that is kept up
// has a licence that fits, so its few elements are read here: paragraphs, their styles,
// runs of text, and tables. What was deleted with changes tracked is no text.
func (d *Document) word(r *zip.Reader) error {
	styles := map[string]int{}
	if data, err := part(r, "word/styles.xml"); err == nil {
		styles = headingStyles(data)
	}
	data, err := part(r, "word/document.xml")
	if err != nil {
		return err
	}
	w := wordReader{doc: d, styles: styles, xml: xml.NewDecoder(bytes.NewReader(data))}
	if err := w.read(); err != nil {
		return ErrBroken
	}
	return nil
}

var headingName = regexp.MustCompile(`(?i)^(?:heading|标题)\s*(\d)$`)

// headingStyles are the ids of the styles that are headings, with their levels.
func headingStyles(data []byte) map[string]int {
	var sheet struct {
		Styles []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
			Outline struct {
				Level struct {
					Val string `xml:"val,attr"`
				} `xml:"outlineLvl"`
			} `xml:"pPr"`
		} `xml:"style"`
	}
	found := map[string]int{}
	if xml.Unmarshal(data, &sheet) != nil {
		return found
	}
	for _, s := range sheet.Styles {
		if m := headingName.FindStringSubmatch(s.Name.Val); m != nil {
			found[s.ID], _ = strconv.Atoi(m[1])
		} else if n, err := strconv.Atoi(s.Outline.Level.Val); err == nil && n < 9 {
			found[s.ID] = n + 1
		}
	}
	return found
}

// wordReader reads the body of a document.
type wordReader struct {
	doc    *Document
	styles map[string]int
	xml    *xml.Decoder
	line   int

	text    strings.Builder // of the paragraph
	level   int             // of its heading, 0 for none
	item    bool
	hidden  int // within what is not shown: deleted text, instructions, a second version
	tables  []*wordTable
	pending []string
}

// wordTable is a table that is being read; tables may stand within cells.
type wordTable struct {
	rows [][]string
	row  []string
	cell []string
	span int
}

func (w *wordReader) read() error {
	depth := 0
	for {
		token, err := w.xml.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return ErrBroken
			}
			w.start(t)
		case xml.EndElement:
			depth--
			w.end(t)
		case xml.CharData:
			if len(w.pending) > 0 && w.pending[len(w.pending)-1] == "t" && w.hidden == 0 {
				w.text.Write(t)
			}
		}
	}
}

func value(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}

func (w *wordReader) start(t xml.StartElement) {
	w.pending = append(w.pending, t.Name.Local)
	switch t.Name.Local {
	case "p":
		if w.hidden == 0 {
			w.text.Reset()
			w.level, w.item = 0, false
		}
	case "del", "instrText", "Fallback", "delText", "moveFrom", "txbxContent":
		w.hidden++
	case "pStyle":
		w.level = w.styles[value(t)]
	case "outlineLvl":
		if n, err := strconv.Atoi(value(t)); err == nil && n < 9 {
			w.level = n + 1
		}
	case "numPr":
		w.item = true
	case "tab":
		if w.hidden == 0 && w.inRun() {
			w.text.WriteByte(' ')
		}
	case "br", "cr":
		if w.hidden == 0 {
			w.text.WriteByte('\n')
		}
	case "tbl":
		w.tables = append(w.tables, &wordTable{})
	case "tr":
		if table := w.table(); table != nil {
			table.row = nil
		}
	case "tc":
		if table := w.table(); table != nil {
			table.cell, table.span = nil, 1
		}
	case "gridSpan":
		if table := w.table(); table != nil {
			if n, err := strconv.Atoi(value(t)); err == nil && n > 0 && n < 100 {
				table.span = n
			}
		}
	}
}

// inRun reports whether a run of text is read, and not its properties.
func (w *wordReader) inRun() bool {
	n := len(w.pending)
	return n >= 2 && w.pending[n-2] == "r"
}

func (w *wordReader) table() *wordTable {
	if len(w.tables) == 0 {
		return nil
	}
	return w.tables[len(w.tables)-1]
}

func (w *wordReader) end(t xml.EndElement) {
	if n := len(w.pending); n > 0 {
		w.pending = w.pending[:n-1]
	}
	table := w.table()
	switch t.Name.Local {
	case "p":
		if w.hidden == 0 {
			w.paragraph()
		}
	case "del", "instrText", "Fallback", "delText", "moveFrom", "txbxContent":
		w.hidden--
	case "tc":
		if table != nil {
			for range table.span {
				table.row = append(table.row, strings.Join(table.cell, " "))
			}
		}
	case "tr":
		if table != nil {
			table.rows = append(table.rows, table.row)
		}
	case "tbl":
		if table == nil {
			return
		}
		w.tables = w.tables[:len(w.tables)-1]
		if outer := w.table(); outer != nil {
			for _, r := range table.rows {
				outer.cell = append(outer.cell, strings.Join(r, " "))
			}
			return
		}
		w.line++
		w.doc.table(table.rows, w.line)
	}
}

// paragraph ends a paragraph.
func (w *wordReader) paragraph() {
	for _, text := range strings.Split(w.text.String(), "\n") {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		if table := w.table(); table != nil {
			table.cell = append(table.cell, text)
			continue
		}
		w.line++
		if w.level > 0 {
			w.doc.tagged(text, w.level, w.line)
			continue
		}
		before := len(w.doc.Blocks)
		w.doc.line(text, w.line)
		if w.item && len(w.doc.Blocks) == before+1 && w.doc.Blocks[before].Kind == Paragraph {
			w.doc.Blocks[before].Kind = Item
		}
	}
	w.text.Reset()
}
