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
		parts = append(parts, p.target()+" "+p.demand(p.t))
	}
	if o := p.judged(); o != nil {
		parts = append(parts, p.when(o)+" "+p.figure(o))
	} else if p.t != nil {
		parts = append(parts, p.none())
	}
	return strings.Join(parts, p.pick("，", ", "))
}

// desc says what a chart shows, in sentences with its figures.
func (p *plot) desc(f Form) string {
	var parts []string
	add := func(s string) { parts = append(parts, s) }
	switch f {
	case Trend, Progress:
		for _, t := range p.i.Targets {
			if t.Period.Year >= p.run.from && t.Period.Year < p.run.from+p.run.years() {
				add(p.goalOf(t))
			}
		}
		for n := range p.run.last + 1 {
			if o := p.run.obs[n]; o != nil {
				add(p.when(o) + p.pick("为", ": ") + p.figure(o))
			}
		}
	case Years:
		for _, y := range p.years {
			if y.target != nil {
				add(p.goalOf(y.target))
			}
			if y.result != nil {
				add(p.when(y.result) + p.pick("为", ": ") + p.figure(y.result))
			}
			if y.ref != nil {
				add(p.when(y.ref) + p.pick("", " ") + y.ref.Indicator.Short.In(p.Lang) + p.pick("为", ": ") + p.figure(y.ref))
			}
		}
	default:
		add(p.sentence())
	}
	return p.i.Name.In(p.Lang) + p.pick("。", ". ") + strings.Join(parts, p.pick("；", "; ")) + p.pick("。", ".")
}

func (p *plot) goalOf(t *model.Target) string {
	year := yearName(t.Period.Year)
	return p.pick(year+"年目标", "target for "+year) + " " + p.demand(t)
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
	return []Cell{{Text: p.i.Name.In(p.Lang)}, row[1], row[2]}
}
