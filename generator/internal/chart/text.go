package chart

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// sentence says a target and its result without a full stop.
func (p *plot) sentence() string {
	var parts []string
	if p.t != nil {
		parts = append(parts, p.goalOf(p.t))
	}
	if o := p.latest(); o != nil {
		parts = append(parts, p.fact(o))
	} else {
		parts = append(parts, p.none())
	}
	return strings.Join(parts, p.pick("，", ", "))
}

// desc says what a chart shows, in sentences with its figures.
func (p *plot) desc(f Form) string {
	var parts []string
	switch f {
	case Trend, Progress:
		parts = p.runFacts(f)
	case Years:
		for _, y := range p.years {
			parts = append(parts, p.yearFacts(y)...)
		}
	default:
		parts = []string{p.sentence()}
	}
	return p.i.Name.In(p.Lang) + p.pick("。", ". ") + capital(strings.Join(parts, p.pick("；", "; "))) + p.pick("。", ".")
}

// runFacts are the targets and results of a run, and what is due with the last
// of them.
func (p *plot) runFacts(f Form) []string {
	var parts []string
	targets := make([]*model.Target, p.run.last+1)
	last := -1
	for n := range targets {
		t := p.i.Target(model.YearOf(p.run.from + n*p.run.step/12))
		if targets[n] = t; t != nil && (n == 0 || targets[n-1] != t) {
			parts = append(parts, p.goalOf(t))
		}
		if o := p.run.obs[n]; o != nil {
			parts = append(parts, p.fact(o))
			last = n
		}
	}
	if due, ok := p.paceOf(p.run, targets)[last].figure(); ok && f == Progress {
		parts = append(parts, p.pick("到此时应为", "due by then: ")+p.amount(due, p.i))
	}
	return parts
}

// yearFacts are the target, the result and the reference of a year.
func (p *plot) yearFacts(y year) []string {
	var parts []string
	if y.target != nil {
		parts = append(parts, p.goalOf(y.target))
	}
	switch {
	case y.result != nil:
		parts = append(parts, p.fact(y.result))
	case y.target != nil:
		parts = append(parts, p.pick("结果"+p.none(), p.none()))
	}
	if y.ref != nil {
		parts = append(parts, y.ref.Indicator.Short.In(p.Lang)+p.pick("：", ": ")+p.fact(y.ref))
	}
	return parts
}

// fact says a result: when it was what, and what it was before its revision.
func (p *plot) fact(o *model.Observation) string {
	text := p.pick(p.when(o)+"为"+p.figure(o), p.figure(o)+" "+p.when(o))
	if len(o.Earlier) == 0 {
		return text
	}
	was := p.amount(lastOf(o.Earlier).Value, o.Indicator)
	return text + p.pick("（修订前"+was+"）", " ("+was+" before revision)")
}

// goalOf says a target, with its tolerance and the version announced before it.
func (p *plot) goalOf(t *model.Target) string {
	year := yearName(t.Period.Year)
	text := p.pick(year+"年目标：", "target for "+year+": ") + p.demand(t)
	var more []string
	if t.Tolerance.Valid {
		slack := wording.WriteValue(t.Tolerance.Decimal, t.Indicator.Unit.PP(), p.Lang)
		more = append(more, p.pick("允许误差"+slack, "within "+slack))
	}
	if len(t.Earlier) > 0 {
		more = append(more, p.pick("最初目标：", "first target: ")+p.bound(t.Earlier[0], t.Indicator))
	}
	if more == nil {
		return text
	}
	return text + p.pick("（", " (") + strings.Join(more, p.pick("，", ", ")) + p.pick("）", ")")
}

// table is the data of a chart.
func (p *plot) table(f Form) Table {
	t := Table{
		Caption: p.title(f),
		Head:    []string{p.pick("时期", "Period"), p.pick("目标", "Target"), p.pick("结果", "Result"), p.pick("来源", "Source")},
	}
	switch f {
	case Trend, Progress:
		for n := range p.run.last + 1 {
			if o := p.run.obs[n]; o != nil {
				t.Rows = append(t.Rows, p.row(p.period(o), p.i.Target(model.YearOf(o.Period.Year)), o))
			}
		}
	case Years:
		for _, y := range p.years {
			t.Rows = append(t.Rows, p.row(p.year(y.year), y.target, y.result))
			if y.ref != nil {
				t.Rows = append(t.Rows, p.row(p.period(y.ref)+" · "+y.ref.Indicator.Short.In(p.Lang), nil, y.ref))
			}
		}
	default:
		if p.t != nil {
			when := p.year(p.t.Period.Year)
			if o := p.judged(); o != nil {
				when = p.period(o)
			}
			t.Rows = append(t.Rows, p.row(when, p.t, p.judged()))
		}
	}
	return t
}

// row is a line of the table: the target in words, the result with its source.
func (p *plot) row(when string, t *model.Target, o *model.Observation) []Cell {
	goal, result, source := Cell{Text: "—"}, Cell{Text: p.none(), Number: true}, Cell{Text: "—"}
	if t != nil {
		goal = Cell{Text: p.demand(t), Values: marks(t.Bound)}
		if s := t.Section; s != nil && s.Edition.Source != nil {
			source = Cell{Text: s.Edition.Source.Name.In(p.Lang), URL: s.Edition.Source.URL}
		}
	}
	if o != nil {
		result = Cell{Text: p.figure(o), Values: []decimal.Decimal{o.Value}, Number: true}
		if o.Source != nil {
			source = Cell{Text: o.Source.Name.In(p.Lang), URL: o.Source.URL}
		}
	}
	return []Cell{{Text: when}, goal, result, source}
}

// compareRows are the lines of an indicator in the table of a comparison: its
// newest target, or every year.
func (p *plot) compareRows(everyYear bool) [][]Cell {
	name := Cell{Text: p.i.Name.In(p.Lang)}
	if !everyYear {
		o, when := p.latest(), "—"
		switch {
		case o != nil:
			when = p.period(o)
		case p.t != nil:
			when = p.year(p.t.Period.Year)
		}
		return [][]Cell{append([]Cell{name}, p.row(when, p.t, o)...)}
	}
	var list [][]Cell
	for _, y := range p.years {
		list = append(list, append([]Cell{name}, p.row(p.year(y.year), y.target, y.result)...))
	}
	return list
}

// compareText says the same in words.
func (p *plot) compareText(everyYear bool) string {
	name := p.i.Short.In(p.Lang) + p.pick("：", ": ")
	if !everyYear {
		return name + p.sentence()
	}
	var facts []string
	for _, y := range p.years {
		y.ref = nil // it has a line of its own, or none
		facts = append(facts, p.yearFacts(y)...)
	}
	return name + strings.Join(facts, p.pick("；", "; "))
}
