package chart

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// bullet is one target with its result; without a result it says what is asked,
// and what is known from before.
func (p *plot) bullet() Bars {
	b := Bars{Scale: p.scale, Full: p.hundred(), Whole: p.whole()}
	b.Rows = []Bar{p.row(true)}
	b.Rows[0].Name = ""
	b.Blank = len(b.Rows[0].Goals) == 0 && !b.Rows[0].Result.Value.Valid
	return b
}

// row is the indicator with its target and its result.
func (p *plot) row(words bool) Bar {
	bar := Bar{Name: wording.Label(p.i).In(p.Lang), Result: p.point(p.latest()), None: p.unknown()}
	if p.t == nil {
		return bar
	}
	bar.Goals = p.goals(p.t, true)
	bar.Target = p.demand(p.t)
	if words {
		for n := range bar.Goals {
			if g := &bar.Goals[n]; g.Role == RoleTarget {
				year := p.time(p.t.Period)
				g.Text = p.pick(year+"目标 ", "target for "+year+": ") + p.core(p.t)
			}
		}
	}
	if v := p.v; v != nil && v.Paced && v.Expected.Valid && p.latest() != nil {
		name := p.pace()
		if v.Plan != nil {
			name = p.pick("计划进度", "due by plan")
		}
		bar.Due = &Due{0, v.Expected.Decimal, name + " " + p.scale.Short(verdict.Rounded(v.Expected.Decimal))}
	}
	if bar.Result.Label != "" {
		return bar
	}
	// What is known from before gives the target its measure.
	for n := len(p.years); n > 0; n-- {
		y := p.years[n-1]
		if measured(y.Observation) && !y.Part && y.Period.Year < p.t.Period.From() {
			bar.Context = append(bar.Context, p.point(y.Observation))
			break
		}
	}
	return bar
}

// hundred reports whether figures are parts of a whole that ends at 100.
func (p *plot) hundred() bool {
	return p.i.Measure == model.Share || p.i.Measure == model.Completion
}

// relation holds the indicator beside the one that its target points at.
func (p *plot) relation() Bars {
	b := Bars{Scale: p.scale, Rows: []Bar{p.row(false)}}
	ref := Bar{Name: wording.Label(p.t.Ref).In(p.Lang), Other: true, None: p.none()}
	if p.v != nil && p.v.Reference != nil {
		ref.Result = p.point(p.v.Reference)
	} else if p.latest() == nil {
		for _, y := range p.years {
			if y.Period == p.t.Period {
				ref.Result = p.point(y.Other)
			}
		}
	}
	own := &b.Rows[0]
	own.Goals = nil
	b.Blank = !own.Result.Value.Valid && !ref.Result.Value.Valid
	goal := Goal{Role: RoleTarget, Text: p.target() + p.pick(" ", ": ") + p.demand(p.t)}
	if ref.Result.Value.Valid {
		goal.At = []decimal.Decimal{ref.Result.Value.Decimal}
	}
	at := ref.Result.Value
	if b.Blank {
		at = decimal.NewNullDecimal(decimal.Zero) // the middle of a scale without figures
		goal.At = []decimal.Decimal{at.Decimal}
	}
	if at.Valid {
		a := aimOf(p.t.Bound, p.i, &model.Observation{Indicator: p.t.Ref, Period: p.t.Period, Basis: model.Annual, Value: at.Decimal})
		goal.Low, goal.High = a.low, a.high
		own.Goals = []Goal{goal}
	}
	b.Rows = append(b.Rows, ref)
	return b
}

// plain is a target that has no figure.
func (p *plot) plain() *PlainState {
	if o := p.latest(); o != nil {
		foot := p.pick("报告没有定量目标", "the report sets no target")
		if p.t != nil {
			foot = p.target() + p.pick("：", ": ") + p.demand(p.t)
		}
		return &PlainState{Head: p.period(o), Text: wording.Result(o, p.Lang), Foot: foot}
	}
	if p.t == nil {
		return &PlainState{Head: wording.Title(p.i).In(p.Lang), Text: p.none(), Foot: p.pick("报告没有定量目标", "the report sets no target")}
	}
	foot := p.pick("报告没有写明数字，不画刻度", "the report names no figure, so there is no scale")
	if p.t.Op == model.External {
		foot = p.pick("数字由上级下达，报告没有写明", "the figure is set by a higher authority; the report does not name it")
	}
	return &PlainState{Head: p.pick(p.time(p.t.Period)+"目标", "Target for "+p.time(p.t.Period)), Text: p.demand(p.t), Foot: foot}
}

// unknown says that there is no result, in the words of the target's status.
func (p *plot) unknown() string {
	if p.v != nil && p.v.Actual == nil && !p.v.Status.Judged() && p.v.Status != verdict.NotJudged {
		return p.v.Status.Name().In(p.Lang)
	}
	if o := p.latest(); o != nil && !measured(o) { // 为负: a result without a figure
		return p.period(o) + " " + wording.Result(o, p.Lang)
	}
	return p.none()
}

// Falls reports whether all figures are falls or nothing: they read from zero on the
// left, like lengths.
func (b *Bars) Falls() bool {
	falls := false
	for _, r := range b.Rows {
		list := []decimal.Decimal{r.Result.Value.Decimal} // 0 where there is none
		for _, g := range r.Goals {
			list = append(list, g.At...)
		}
		for _, p := range r.Context {
			list = append(list, p.Value.Decimal)
		}
		if r.Due != nil {
			list = append(list, r.Due.Value)
		}
		for _, v := range list {
			if v.IsPositive() {
				return false
			}
			falls = falls || v.IsNegative()
		}
	}
	return falls && !b.Blank
}
