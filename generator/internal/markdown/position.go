package markdown

import (
	"sort"
	"unicode/utf8"

	"reportsite/generator/internal/diag"
)

// places turns offsets of a text into lines and columns. It remembers the last one
// and counts on from there: offsets mostly come in the order of the text, and a
// paragraph of Han text is often one long line.
type places struct {
	file      string
	src       []byte
	startLine int

	lines []int // offsets of line starts, made when first needed
	last  int   // an offset, and the line and column of it
	line  int
	col   int
}

// pos is the place of an offset of the text.
func (p *places) pos(offset int) diag.Pos {
	if p.lines == nil {
		p.lines = []int{0}
		for n, b := range p.src {
			if b == '\n' {
				p.lines = append(p.lines, n+1)
			}
		}
		p.col = 1
	}
	offset = min(max(offset, 0), len(p.src))
	line := sort.SearchInts(p.lines, offset+1) - 1
	if line != p.line || offset < p.last {
		p.line, p.last, p.col = line, p.lines[line], 1
	}
	p.col += utf8.RuneCount(p.src[p.last:offset])
	p.last = offset
	return diag.Pos{File: p.file, Line: p.startLine + line, Col: p.col}
}
