package chart

import (
	"fmt"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// text tells a reader who does not see the chart what it is and what it says, in
// two sentences: form and range, then result, target and state. The table has
// the figures.
func (p *plot) text(f Form) string {
	full, sep := p.pick("。", ". "), p.pick("，", ", ")
	what := p.formName(f) + p.pick("：", ": ") + wording.Title(p.i).In(p.Lang)
	if from, to := p.span(f); from != "" && from != to {
		what += sep + p.pick(from+"至"+to, from+" to "+to)
	}
	said := p.message()
	if p.t != nil && p.latest() != nil {
		said += p.pick("；目标", "; target: ") + p.said() + sep + p.v.Status.Name().In(p.Lang)
	}
	return what + full + capital(said) + p.pick("。", ".")
}

func (p *plot) formName(f Form) string {
	switch f {
	case Trend, Progress:
		return p.pick("折线图", "Line chart")
	case Planned:
		if p.t.Counts == model.Total {
			return p.pick("柱形图", "Bar chart")
		}
		return p.pick("折线图", "Line chart")
	case Structure:
		return p.pick("构成图", "Chart of parts")
	case Years:
		if p.amounts() {
			return p.pick("柱形图", "Bar chart")
		}
		return p.pick("折线图", "Line chart")
	case State:
		return p.pick("文字目标", "Target in words")
	}
	return p.pick("目标刻度图", "Target on its scale")
}

// span is the first and the last time that a chart shows.
func (p *plot) span(f Form) (from, to string) {
	switch f {
	case Trend, Progress:
		first, last := len(p.run.obs)*100, -1
		for n := range p.run.obs {
			first, last = min(first, n), max(last, n)
		}
		return p.period(p.run.obs[first]), p.period(p.run.obs[last])
	case Planned:
		list := p.planned()
		return p.period(list[0]), p.period(list[len(list)-1])
	case Years:
		return p.time(p.years[0].Period), p.time(p.years[len(p.years)-1].Period)
	}
	return "", ""
}

// runNotes are what a reader must know of a series: figures that do not exist,
// and those that were revised.
func (p *plot) runNotes() []string {
	var list []string
	seen := map[string]bool{}
	for k := range p.run.last + 1 {
		reason, ok := p.run.gapAt(p.i, k)
		if !ok || p.run.obs[k] != nil || reason == (model.Text{}) {
			continue
		}
		name, _ := p.axisName(p.run, k)
		if text := name + p.pick("：", ": ") + reason.In(p.Lang); !seen[text] {
			seen[text] = true
			list = append(list, text)
		}
	}
	for k := range p.run.last + 1 {
		if o := p.run.obs[k]; o != nil {
			list = append(list, p.breakNotes(o)...) // of the first; the others have a mark
			break
		}
	}
	return append(list, p.revisionNote()...)
}

func (p *plot) yearNotes() []string {
	list := p.revisionNote()
	for _, y := range p.years {
		if measured(y.Observation) {
			list = append(list, p.breakNotes(y.Observation)...) // of the first; the others have a mark
			break
		}
	}
	for _, y := range p.years {
		if y.Part && measured(y.Observation) {
			list = append(list, p.pick(
				"空心的是"+p.when(y.Observation)+"的数字，不与全年相比。",
				"The hollow mark is the figure "+p.when(y.Observation)+", which does not compare with whole years."))
			break
		}
	}
	return list
}

func (p *plot) revisionNote() []string {
	for _, o := range p.i.Observations {
		if n := len(o.Earlier); n > 0 && !o.Earlier[n-1].Value.Equal(o.Value) {
			return []string{p.pick("小圈是修订前的数字。", "Small rings are figures before their revision.")}
		}
	}
	return nil
}

// table is the data of a chart.
func (p *plot) table(f Form) Table {
	t := Table{
		Caption: p.about(f, p.scale.Published()),
		Head:    []string{p.pick("时期", "Period"), p.pick("目标", "Target"), p.pick("结果", "Result"), p.pick("来源", "Source")},
	}
	switch f {
	case Trend, Progress:
		for n := range p.run.last + 1 {
			name, at := p.axisName(p.run, n)
			if o := p.run.obs[n]; o != nil {
				t.Rows = append(t.Rows, p.cells(p.period(o), p.i.Target(model.YearOf(o.Period.Year)), o))
			} else if reason, ok := p.run.gapAt(p.i, n); ok {
				row := p.cells(p.pick(p.year(at)+name, name+" "+p.year(at)), nil, nil)
				row[2].Text = p.pick("无", "none")
				if text := reason.In(p.Lang); text != "" {
					row[2].Text += p.pick("（"+text+"）", " ("+text+")")
				}
				t.Rows = append(t.Rows, row)
			}
		}
	case Years:
		for _, y := range p.years {
			t.Rows = append(t.Rows, p.yearCells(y))
			if o := y.Other; o != nil {
				t.Rows = append(t.Rows, p.cells(p.period(o)+" · "+o.Indicator.Short.In(p.Lang), nil, o))
			}
		}
		if plan := p.yearsPlan(p.years); plan != nil {
			t.Rows = append(t.Rows, p.cells(p.time(plan.Period), plan, nil))
		}
	case Planned:
		for _, o := range p.planned() {
			t.Rows = append(t.Rows, p.cells(p.period(o), p.t, o))
		}
	case Structure:
		t.Rows = p.wholeRows()
	default:
		if o := p.latest(); p.t != nil || o != nil {
			t.Rows = append(t.Rows, p.cells(p.timeOf(o), p.t, o))
		}
		if p.t != nil && p.t.Ref != nil && p.v != nil && p.v.Reference != nil {
			r := p.v.Reference
			t.Rows = append(t.Rows, p.cells(p.period(r)+" · "+r.Indicator.Short.In(p.Lang), nil, r))
		}
	}
	return t
}

// yearCells are the line of a year, or of the part of it that is known.
func (p *plot) yearCells(y verdict.Year) []Cell {
	when := p.time(y.Period)
	if y.Part {
		when = p.period(y.Observation)
	}
	return p.cells(when, y.Target, y.Observation)
}

// timeOf names the time of a result, or of the target where there is none.
func (p *plot) timeOf(o *model.Observation) string {
	switch {
	case o != nil:
		return p.period(o)
	case p.t != nil:
		return p.time(p.t.Period)
	}
	return "—"
}

// cells are a line of the table: the target in words, the result with its source.
func (p *plot) cells(when string, t *model.Target, o *model.Observation) []Cell {
	goal, result, source := Cell{Text: "—"}, Cell{Text: p.none(), Number: true}, Cell{Text: "—"}
	if t != nil {
		goal = Cell{Text: p.demand(t), Values: p.aimOf(t).at}
		if s := t.Section; s != nil && s.Edition.Source != nil {
			source = Cell{Text: s.Edition.Source.Name.In(p.Lang), URL: s.Edition.Source.URL}
			p.name(s.Edition.Source)
		}
	}
	if o != nil {
		result = Cell{Text: wording.ResultWords(o, p.Lang, p.scale.Exact(o.Value)), Values: []decimal.Decimal{o.Value}, Number: true}
		if len(o.Parts) > 0 {
			result.Text, result.Values = wording.Result(o, p.Lang), o.Parts
		}
		if o.Break != (model.Text{}) {
			result.Text += p.pick("（", " (") + o.Break.In(p.Lang) + p.pick("）", ")")
		}
		if n := len(o.Earlier); n > 0 {
			result.Text += fmt.Sprintf(p.pick("（修订前%s）", " (%s before revision)"), p.scale.Exact(o.Earlier[n-1].Value))
		}
		if o.Source != nil {
			source = Cell{Text: o.Source.Name.In(p.Lang), URL: o.Source.URL}
			p.name(o.Source)
		}
	}
	return []Cell{{Text: when}, goal, result, source}
}

// compareRows are the lines of an indicator in the table of a comparison: its
// newest target, or every time.
func (p *plot) compareRows(all bool) [][]Cell {
	name := Cell{Text: wording.Title(p.i).In(p.Lang)}
	if !all {
		o := p.latest()
		return [][]Cell{append([]Cell{name}, p.cells(p.timeOf(o), p.t, o)...)}
	}
	var list [][]Cell
	if len(p.years) < 2 && p.run != nil {
		for n := range p.run.last + 1 {
			if o := p.run.obs[n]; o != nil {
				list = append(list, append([]Cell{name}, p.cells(p.period(o), p.i.Target(model.YearOf(o.Period.Year)), o)...))
			}
		}
		return list
	}
	for _, y := range p.years {
		list = append(list, append([]Cell{name}, p.yearCells(y)...))
	}
	return list
}
