package markdown

import (
	"sort"
	"unicode/utf8"

	"reportsite/generator/internal/diag"
)

// pos is the place of an offset of the text.
func (p *reading) pos(offset int) diag.Pos {
	if p.lines == nil {
		p.lines = []int{0}
		for n, b := range p.src {
			if b == '\n' {
				p.lines = append(p.lines, n+1)
			}
		}
	}
	offset = min(max(offset, 0), len(p.src))
	line := sort.SearchInts(p.lines, offset+1) - 1
	return diag.Pos{
		File: p.file,
		Line: p.startLine + line,
		Col:  utf8.RuneCount(p.src[p.lines[line]:offset]) + 1,
	}
}
