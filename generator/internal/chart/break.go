package chart

import (
	"strings"

	"reportsite/generator/internal/model"
)

// breakAt is the mark of a break in a series at a place: from there on figures do
// not compare with those before. Before the first figure there is nothing to part.
func (p *plot) breakAt(before []Point, k int, o *model.Observation) []Note {
	if o == nil || o.Break == (model.Text{}) || !hasFigure(before[:k]) {
		return nil
	}
	return []Note{{k, o.Break.In(p.Lang)}}
}

// breakNotes says of figures that stand without those before them that they do not
// compare with them.
func (p *plot) breakNotes(list ...*model.Observation) []string {
	var out []string
	for _, o := range list {
		if o != nil && o.Break != (model.Text{}) {
			text := strings.TrimRight(o.Break.In(p.Lang), "。.")
			head := p.pick(p.period(o)+"：", capital(p.period(o))+": ")
			if strings.Contains(text, yearName(o.Period.Year)) {
				head, text = "", capital(text) // it says itself when
			}
			out = append(out, head+text+p.pick("，与此前的数字不可比。", "; not comparable with earlier figures."))
		}
	}
	return out
}

// partings are the breaks of an indicator among others, by its name.
func (p *plot) partings(all bool) []string {
	list := []*model.Observation{p.latest()}
	if all {
		list = nil
		for _, y := range p.years {
			list = append(list, y.Observation)
		}
	}
	out := p.breakNotes(list...)
	for n := range out {
		out[n] = p.i.Short.In(p.Lang) + p.pick("，", ", ") + out[n]
	}
	return out
}
