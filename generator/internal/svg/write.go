package svg

import (
	"bytes"
	"encoding/xml"
	"strconv"
)

// write writes what was drawn, from the ground up.
func (c *canvas) write(b *bytes.Buffer) {
	for _, l := range [...]layer{c.ground, c.gridLayer(), c.marks} {
		for n := range l {
			l[n].write(b)
		}
	}
	c.drawLabels(b)
}

// write writes a mark as an element.
func (m *mark) write(b *bytes.Buffer) {
	switch m.kind {
	case aRect:
		open(b, "rect", m.class)
		attr(b, "x", m.box.x0)
		attr(b, "y", m.box.y0)
		attr(b, "width", m.box.x1-m.box.x0)
		attr(b, "height", m.box.y1-m.box.y0)
		b.WriteString("/>")
	case aCircle:
		open(b, "circle", m.class)
		attr(b, "cx", (m.box.x0+m.box.x1)/2)
		attr(b, "cy", (m.box.y0+m.box.y1)/2)
		attr(b, "r", (m.box.x1-m.box.x0)/2)
		b.WriteString("/>")
	case aPath:
		m.writePath(b)
	case aTile:
		m.writeTile(b)
	}
}

func (m *mark) writePath(b *bytes.Buffer) {
	open(b, "path", m.class)
	b.WriteString(` d="`)
	for _, p := range m.points {
		if p.Begins {
			b.WriteByte('M')
		} else {
			b.WriteByte('L')
		}
		num(b, p.X)
		b.WriteByte(' ')
		num(b, p.Y)
	}
	if m.closed {
		b.WriteByte('Z')
	}
	b.WriteString(`"/>`)
}

func (m *mark) writeTile(b *bytes.Buffer) {
	open(b, "g", "s status-"+m.class)
	b.WriteString("><title>")
	escape(b, m.title)
	b.WriteString("</title>")
	(&mark{kind: aRect, box: m.box}).write(b)
	at := m.symbolAt()
	open(b, "text", "c")
	attr(b, "x", at.x)
	attr(b, "y", at.y)
	b.WriteByte('>')
	escape(b, m.symbol)
	b.WriteString("</text></g>")
}

// drawLabels writes the texts.
func (c *canvas) drawLabels(b *bytes.Buffer) {
	for _, l := range c.labels {
		class := l.class
		switch l.side {
		case middle:
			class = joined(class, "c")
		case end:
			class = joined(class, "e")
		}
		open(b, "text", class)
		attr(b, "x", l.x)
		attr(b, "y", l.y)
		b.WriteByte('>')
		escape(b, l.text)
		b.WriteString("</text>")
	}
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

func escape(b *bytes.Buffer, s string) {
	_ = xml.EscapeText(b, []byte(s)) // into memory
}

// num writes a coordinate with one decimal at most.
func num(b *bytes.Buffer, v float64) {
	n := int64(v*10 + 0.5)
	if v < 0 {
		n = -int64(-v*10 + 0.5)
	}
	if n < 0 {
		b.WriteByte('-')
		n = -n
	}
	b.Write(strconv.AppendInt(b.AvailableBuffer(), n/10, 10))
	if n%10 != 0 {
		b.WriteByte('.')
		b.WriteByte(byte('0' + n%10))
	}
}

func attr(b *bytes.Buffer, name string, v float64) {
	b.WriteByte(' ')
	b.WriteString(name)
	b.WriteString(`="`)
	num(b, v)
	b.WriteByte('"')
}

func open(b *bytes.Buffer, name, class string) {
	b.WriteByte('<')
	b.WriteString(name)
	if class != "" {
		b.WriteString(` class="`)
		b.WriteString(class)
		b.WriteByte('"')
	}
}
