package document

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// html reads the main text of a web page.
func (d *Document) html(s string) error {
	root, err := html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(false))
	if err != nil {
		return ErrBroken
	}
	d.metaTags(root, 0)
	w := walker{doc: d}
	w.walk(mainText(root), 0)
	w.flush()
	return nil
}

// metaTags reads what government sites say about a page in its head.
func (d *Document) metaTags(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	if n.DataAtom == atom.H1 && d.named == "" {
		d.named, _ = Repair(strings.Join(strings.Fields(textOf(n, 0)), " "))
	}
	if n.DataAtom == atom.Meta {
		name, content := "", ""
		for _, a := range n.Attr {
			switch strings.ToLower(a.Key) {
			case "name", "property":
				name = strings.ToLower(a.Val)
			case "content":
				content = strings.TrimSpace(a.Val)
			}
		}
		switch name {
		case "articletitle":
			d.Title, _ = Repair(content)
		case "contentsource":
			d.Publisher = content
		case "pubdate":
			if m := isoDate.FindStringSubmatch(content); m != nil {
				d.Published = date(m[1], m[2], m[3])
			}
		case "url", "og:url":
			if strings.HasPrefix(content, "http") {
				d.URL = content
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		d.metaTags(c, depth+1)
	}
}

// maxDepth is how deep elements may be nested.
const maxDepth = 400

// aside are elements that never hold the text of a page.
var aside = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Nav: true, atom.Header: true, atom.Footer: true, atom.Aside: true,
	atom.Form: true, atom.Iframe: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Template: true, atom.Head: true, atom.Svg: true,
}

func skipped(n *html.Node) bool {
	if n.Type == html.CommentNode || aside[n.DataAtom] {
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// mainText is the innermost element that has most of the page's sentences: text that is
// no link and is long enough to be read.
func mainText(root *html.Node) *html.Node {
	weight := map[*html.Node]int{}
	total := weigh(root, weight, 0)
	best := root
	for {
		var next *html.Node
		for c := best.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && weight[c]*10 >= total*8 && c.DataAtom != atom.P && c.DataAtom != atom.Tr && c.DataAtom != atom.Tbody && c.DataAtom != atom.Table {
				next = c
			}
		}
		if next == nil {
			return best
		}
		best = next
	}
}

// weigh counts the characters of sentences within each element.
func weigh(n *html.Node, weight map[*html.Node]int, depth int) int {
	if depth > maxDepth || skipped(n) || n.DataAtom == atom.A {
		return 0
	}
	sum := 0
	if n.Type == html.TextNode {
		text := strings.TrimSpace(n.Data)
		if size := utf8.RuneCountInString(text); size >= 15 || strings.ContainsAny(text, "。，；") {
			sum = size
		} else {
			sum = size / 3
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += weigh(c, weight, depth+1)
	}
	weight[n] = sum
	return sum
}

// walker turns elements into blocks.
type walker struct {
	doc  *Document
	text strings.Builder
	line int
	item bool
}

// inline are elements that do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Strong: true, atom.Em: true, atom.I: true, atom.U: true, atom.Span: true, atom.Font: true,
	atom.Sup: true, atom.Sub: true, atom.Small: true, atom.Mark: true, atom.Ins: true, atom.Label: true, atom.Code: true, atom.Abbr: true,
}

var levelOf = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

func (w *walker) walk(n *html.Node, depth int) {
	if depth > maxDepth || skipped(n) {
		return
	}
	switch {
	case n.Type == html.TextNode:
		w.text.WriteString(strings.Join(strings.FieldsFunc(n.Data, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " "))
		return
	case n.DataAtom == atom.Br:
		w.flush()
		return
	case n.DataAtom == atom.Table:
		w.flush()
		if rows := cells(n); isData(rows) {
			w.line++
			w.doc.table(rows, w.line)
			return
		}
	case levelOf[n.DataAtom] > 0:
		w.flush()
		w.line++
		w.doc.tagged(strings.Join(strings.Fields(textOf(n, 0)), " "), levelOf[n.DataAtom], w.line)
		return
	case n.DataAtom == atom.Li:
		w.flush()
		w.item = true
		defer func() { w.flush(); w.item = false }()
	}
	block := n.Type == html.ElementNode && !inline[n.DataAtom]
	if block {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, depth+1)
	}
	if block {
		w.flush()
	}
}

// flush ends a paragraph.
func (w *walker) flush() {
	text := strings.TrimSpace(w.text.String())
	w.text.Reset()
	if text == "" {
		return
	}
	w.line++
	before := len(w.doc.Blocks)
	w.doc.line(text, w.line)
	if w.item && len(w.doc.Blocks) == before+1 && w.doc.Blocks[before].Kind == Paragraph {
		w.doc.Blocks[before].Kind = Item
	}
}

func textOf(n *html.Node, depth int) string {
	if depth > maxDepth || skipped(n) {
		return ""
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c, depth+1))
		if c.DataAtom == atom.P || c.DataAtom == atom.Br || c.DataAtom == atom.Div {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// cells are the texts of a table; a cell that spans several is in each of them.
func cells(table *html.Node) [][]string {
	var rows [][]string
	spans := map[int]struct {
		rows int
		text string
	}{}
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if depth > maxDepth {
			return
		}
		if n.DataAtom != atom.Tr {
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c, depth+1)
			}
			return
		}
		var row []string
		fill := func() {
			for spans[len(row)].rows > 0 {
				s := spans[len(row)]
				s.rows--
				spans[len(row)] = s
				row = append(row, s.text)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			fill()
			text := strings.Join(strings.Fields(textOf(c, 0)), " ")
			for range spanOf(c, "colspan") {
				if n := spanOf(c, "rowspan"); n > 1 {
					spans[len(row)] = struct {
						rows int
						text string
					}{n - 1, text}
				}
				row = append(row, text)
			}
		}
		fill()
		rows = append(rows, row)
	}
	walk(table, 0)
	return rows
}

// spanOf is how many columns or rows a cell spans.
func spanOf(n *html.Node, key string) int {
	for _, a := range n.Attr {
		if a.Key == key && len(a.Val) > 0 && len(a.Val) < 3 {
			span := 0
			for _, c := range a.Val {
				if c < '0' || c > '9' {
					return 1
				}
				span = 10*span + int(c-'0')
			}
			return max(1, span)
		}
	}
	return 1
}

// isData reports whether a table holds data, and not the layout of a page.
func isData(rows [][]string) bool {
	wide, long, all := 0, 0, 0
	for _, r := range rows {
		if len(r) >= 2 {
			wide++
		}
		for _, c := range r {
			all++
			if utf8.RuneCountInString(c) > 150 {
				long++
			}
		}
	}
	return wide >= 2 && long*4 < all
}
