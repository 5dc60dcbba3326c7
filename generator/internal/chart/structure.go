package chart

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// NamedPart is a part of a whole with its name.
type NamedPart struct {
	Name  string
	Value decimal.Decimal
}

// PartsOf makes the chart of the parts of a whole: 11.5:47.7:40.8. It is nil where
// a part is negative or all are 0, for then there is no whole.
func PartsOf(id, caption string, parts []NamedPart, u model.Unit, l model.Lang) *Chart {
	w := words{l}
	c := &Chart{ID: id, Form: Structure, Lang: l, Title: caption, Subtitle: caption}
	c.Table = Table{Caption: caption, Head: []string{w.pick("组成", "Part"), w.pick("数值", "Figure")}}
	var list []decimal.Decimal
	sum := decimal.Zero
	for _, p := range parts {
		if p.Value.IsNegative() {
			return nil
		}
		list = append(list, p.Value)
		sum = sum.Add(p.Value)
	}
	if sum.IsZero() {
		return nil
	}
	scale := wording.ScaleOf(list, u, l)
	largest := parts[0]
	var whole Whole
	for _, p := range parts {
		whole.Parts = append(whole.Parts, Part{p.Name, p.Value, scale.Short(p.Value)})
		c.Table.Rows = append(c.Table.Rows, []Cell{{Text: p.Name}, {Text: scale.Exact(p.Value), Values: []decimal.Decimal{p.Value}, Number: true}})
		if p.Value.GreaterThan(largest.Value) {
			largest = p
		}
	}
	c.Wholes = []Whole{whole}
	c.Text = w.pick(caption+"：各部分的构成，其中"+largest.Name+"最大，为"+scale.Value(largest.Value)+"。",
		caption+": the parts of a whole; "+largest.Name+" is the largest with "+scale.Value(largest.Value)+".")
	return c
}

// structure shows the parts of each year and, last, those that the target asks for;
// without either it is a target in words.
func (p *plot) structure(c *Chart) {
	scale := wording.ScaleOf(nil, p.i.Unit, p.Lang)
	add := func(name string, goal bool, values []decimal.Decimal) {
		w := Whole{Name: name, Goal: goal}
		sum := decimal.Zero
		for n, v := range values {
			part := Part{Value: v, Label: scale.Short(v)}
			if n < len(p.i.Parts) {
				part.Name = p.i.Parts[n].In(p.Lang)
			}
			w.Parts = append(w.Parts, part)
			sum = sum.Add(v)
			if v.IsNegative() {
				return
			}
		}
		if sum.IsPositive() {
			c.Wholes = append(c.Wholes, w)
		}
	}
	for _, o := range p.structures() {
		add(p.brief(o), false, o.Parts)
	}
	if p.t != nil {
		add(p.target()+p.pick(" ", ": ")+p.core(p.t)+p.pick("（", " (")+p.time(p.t.Period)+p.pick("）", ")"), true, p.t.Parts)
	}
	c.Notes = p.breakNotes(p.structures()...)
	if len(c.Wholes) == 0 {
		c.Form, c.Plain = State, p.plain()
	}
}

// mostWholes is how many times a structure shows below one another.
const mostWholes = 8

// structures are the newest results of a structure, the oldest first.
func (p *plot) structures() []*model.Observation {
	var list []*model.Observation
	for _, o := range verdict.Series(p.i) {
		if len(o.Parts) > 0 && (p.last.IsZero() || o.Period.Year <= p.last.Year) {
			list = append(list, o)
		}
	}
	return list[max(0, len(list)-mostWholes):]
}

// wholeRows are the lines of a structure in its table: all results, then a target
// that has none of its own time.
func (p *plot) wholeRows() [][]Cell {
	var rows [][]Cell
	for _, o := range verdict.Series(p.i) {
		t := p.i.Target(model.YearOf(o.Period.Year))
		rows = append(rows, p.cells(p.period(o), t, o))
	}
	if p.t != nil && (p.latest() == nil || p.latest().Period != p.t.Period) {
		rows = append(rows, p.cells(p.time(p.t.Period), p.t, nil))
	}
	return rows
}

// StatusTiles makes the overview of all targets of an edition: a row for each
// section, a tile for each target. It is nil without targets.
func StatusTiles(id, caption string, e *model.Edition, set *verdict.Set, l model.Lang) *Chart {
	w := words{l}
	c := &Chart{ID: id, Form: Overview, Lang: l, Title: caption, Subtitle: caption}
	c.Table = Table{Caption: caption, Head: []string{w.pick("部分", "Section"), w.pick("指标", "Indicator"), w.pick("状态", "State")}}
	var list []*verdict.Verdict
	for _, s := range e.Sections {
		row := TileRow{Name: s.Title.In(l)}
		for _, i := range s.Indicators {
			for _, t := range e.Targets(i) {
				v := set.Of(t)
				info := v.Status.Info()
				list = append(list, v)
				row.Tiles = append(row.Tiles, Tile{string(v.Status), info.Symbol, wording.Label(i).In(l) + w.pick("：", ": ") + info.Name.In(l)})
				c.Table.Rows = append(c.Table.Rows, []Cell{{Text: row.Name}, {Text: wording.Title(i).In(l)}, {Text: info.Name.In(l)}})
			}
		}
		if len(row.Tiles) > 0 {
			c.Tiles = append(c.Tiles, row)
		}
	}
	if len(list) == 0 {
		return nil
	}
	c.Text = caption + w.pick("：", ": ")
	first := true
	for _, n := range verdict.Counts(list) {
		if n.N == 0 {
			continue
		}
		if !first {
			c.Text += w.pick("，", ", ")
		}
		first = false
		c.Text += n.Status.Name().In(l) + " " + decimal.NewFromInt(int64(n.N)).String()
	}
	c.Text += w.pick("。", ".")
	return c
}
