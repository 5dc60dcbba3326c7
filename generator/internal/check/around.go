package check

import (
	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/wording"
)

// around holds the words outside a link that belong to its figure: 下降 of 下降[2%](…),
// 左右 of [8%](…)左右. The figures of a list share the words before the first and after
// the last: 分别增长[7%](…)、[8%](…)左右.
type around struct {
	lead, tail string
	shared     bool // with the other figures of a list
}

// around finds the words around each citation of a body.
func (b prose) around(parts []markdown.Part) map[int]around {
	found := map[int]around{}
	for first := 0; first < len(parts); first++ {
		if parts[first].Kind != markdown.Cite {
			continue
		}
		last := first
		for last+2 < len(parts) && parts[last+2].Kind == markdown.Cite && wording.Separates(proseText(parts[last+1])) {
			last += 2
		}
		var words around
		if first > 0 {
			words.lead = b.grammar.Lead(proseText(parts[first-1]))
		}
		if last+1 < len(parts) {
			words.tail = b.grammar.Tail(proseText(parts[last+1]))
		}
		words.shared = last > first
		for n := first; n <= last; n += 2 {
			found[n] = words
		}
		first = last
	}
	return found
}

// proseText is the text of a part of the prose. That of a reference is a line
// break, because its words are no context of another figure.
func proseText(p markdown.Part) string {
	switch p.Kind {
	case markdown.Cite, markdown.Figure, markdown.Commitment, markdown.Link, markdown.Picture:
		return "\n"
	}
	return p.Text
}
