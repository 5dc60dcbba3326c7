package chart

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
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
	return p.i.Name.In(p.Lang) + p.pick("。", ". ") + strings.Join(parts, p.pick("；", "; ")) + p.pick("。", ".")
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

func (p *plot) goalOf(t *model.Target) string {
	year := yearName(t.Period.Year)
	return p.pick(year+"年目标：", "target for "+year+": ") + p.demand(t)
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
				t.Rows = append(t.Rows, p.row(p.when(o), p.i.Target(model.YearOf(o.Period.Year)), o))
			}
		}
	case Years:
		for _, y := range p.years {
			t.Rows = append(t.Rows, p.row(p.pick(yearName(y.year)+"年", yearName(y.year)), y.target, y.result))
			if y.ref != nil {
				t.Rows = append(t.Rows, p.row(p.when(y.ref)+" · "+y.ref.Indicator.Short.In(p.Lang), nil, y.ref))
			}
		}
	default:
		if p.t != nil {
			when := p.pick(yearName(p.t.Period.Year)+"年", yearName(p.t.Period.Year))
			if o := p.judged(); o != nil {
				when = p.when(o)
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

// compareRow is the line of an indicator in the table of a comparison.
func (p *plot) compareRow() []Cell {
	row := p.row("", p.t, p.judged())
	if o := p.judged(); o != nil {
		row[2].Text += p.pick("（"+p.when(o)+"）", " ("+p.when(o)+")")
	}
	return []Cell{{Text: p.i.Name.In(p.Lang)}, row[1], row[2], row[3]}
}
