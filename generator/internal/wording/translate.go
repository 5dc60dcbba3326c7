package wording

import (
	"slices"
	"strings"
	"unicode"

	"reportsite/generator/internal/model"
)

// Translate writes words of a report in a language without changing what they
// say: 冲刺500亿元 is “push for 50 billion yuan”, 达到60% “reach 60%”, a bare 12%
// stays bare. Words of that language come back as they are; those of none, such
// as 4.5%—5%, are written as the language writes them. ok
// is false where the words are no figure, or compare with another indicator,
// whose name they would need.
func (g *Grammar) Translate(words string, l model.Lang) (_ string, ok bool) {
	c := g.cursor(words)
	if l == model.English && strings.ContainsFunc(c.text, latin) && !c.han() || l != model.English && c.han() {
		return words, true
	}
	f, err := g.Parse(words)
	if err != nil {
		return "", false
	}
	return f.In(l)
}

// AsWritten gives the words of the report for a version of a target in a
// language: those that are written in it, or a translation of the others that
// keeps bare, strive, reach and about and names the unit that they leave out, or,
// where they say something else than the data, the data in words. translated says
// that nobody wrote them so: they are not to be quoted.
func (g *Grammar) AsWritten(b model.Bound, i *model.Indicator, l model.Lang) (words string, translated bool) {
	if b.AsWritten.Has(l) {
		return b.AsWritten.In(l), false
	}
	own := b.AsWritten.In(l)
	if words, ok := g.Translate(own, l); ok && words == own && strings.ContainsFunc(own, unicode.IsLetter) {
		return own, false // English words of a site that has no other
	}
	f, err := g.Parse(own)
	if err == nil && f.Agrees(&model.Target{Indicator: i, Bound: b}) == nil {
		if words, ok := f.naming(i.Unit).In(l); ok {
			return words, true
		}
	}
	return WriteBound(b, i, l), true
}

// naming is the figure with the unit that its amounts leave out.
func (f Figure) naming(u model.Unit) Figure {
	f.Further = slices.Clone(f.Further)
	amounts := []*Amount{&f.Value, &f.Low, &f.High, &f.Stretch, &f.StretchHigh}
	for n := range f.Further {
		amounts = append(amounts, &f.Further[n])
	}
	for _, a := range amounts {
		if a.Valid {
			a.Unit, a.Scaled = a.unitFor(u), false
		}
	}
	return f
}
