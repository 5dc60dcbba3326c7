package draw

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// node is an element of a drawing.
type node struct {
	name string
	atts []attr
	kids []*node
	text string // of text, title and desc elements; otherwise empty
}

type attr struct{ name, value string }

func (n *node) get(name string) (value string, ok bool) {
	for _, a := range n.atts {
		if a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// elements that a drawing may have. All others are refused: a drawing that
// suddenly has a link or a script in it is not one to put into a page.
var elements = map[string]bool{
	"svg": true, "g": true, "defs": true,
	"path": true, "rect": true, "circle": true, "ellipse": true, "line": true,
	"polyline": true, "polygon": true, "text": true,
	"clipPath": true, "pattern": true, "linearGradient": true,
	"radialGradient": true, "stop": true, "filter": true, "feDropShadow": true,
	"style": true, // known, and left out
}

// parse reads a drawing. Line breaks between elements are not kept.
func parse(raw []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(raw))
	holder := &node{}
	open := []*node{holder} // the elements around the current place
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		parent := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local}
			if !elements[qualified(t.Name)] || (n.name == "svg") != (parent == holder) || parent.name == "text" {
				return nil, fmt.Errorf("the drawing has an element <%s> where none should be", qualified(t.Name))
			}
			for _, a := range t.Attr {
				n.atts = append(n.atts, attr{qualified(a.Name), a.Value})
			}
			if n.name != "style" {
				parent.kids = append(parent.kids, n)
			}
			open = append(open, n)
		case xml.EndElement:
			if len(open) == 1 || parent.name != qualified(t.Name) {
				return nil, fmt.Errorf("unexpected </%s>", qualified(t.Name))
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if parent.name == "text" {
				parent.text += string(t)
			}
		case xml.Directive:
			return nil, errors.New("a drawing has no document type")
		}
	}
	if len(open) > 1 || len(holder.kids) != 1 || holder.kids[0].name != "svg" {
		return nil, errors.New("the drawing is not one whole <svg> element")
	}
	return holder.kids[0], nil
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// write appends the element and all in it, one element to a line.
func (n *node) write(b *bytes.Buffer) {
	b.WriteByte('<')
	b.WriteString(n.name)
	for _, a := range n.atts {
		b.WriteByte(' ')
		b.WriteString(a.name)
		b.WriteString(`="`)
		escaper.WriteString(b, a.value)
		b.WriteByte('"')
	}
	if len(n.kids) == 0 && n.text == "" {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	escaper.WriteString(b, n.text)
	for _, kid := range n.kids {
		b.WriteByte('\n')
		kid.write(b)
	}
	if len(n.kids) > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("</")
	b.WriteString(n.name)
	b.WriteByte('>')
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
