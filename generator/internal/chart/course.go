package chart

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// point is a result as a chart shows it.
func (p *plot) point(o *model.Observation) Point {
	if o == nil || len(o.Parts) > 0 {
		return Point{}
	}
	pt := Point{
		Label: wording.ResultWords(o, p.Lang, p.scale.Short(o.Value)), When: p.brief(o),
		Approx: o.Approx || o.Sense != model.Exactly, Sense: o.Sense, Apart: o.Break != (model.Text{}),
	}
	if !measured(o) {
		return pt
	}
	pt.Value = decimal.NewNullDecimal(o.Value)
	if n := len(o.Earlier); n > 0 && !o.Earlier[n-1].Value.Equal(o.Value) {
		pt.Was = decimal.NewNullDecimal(o.Earlier[n-1].Value)
	}
	return pt
}

// within is the series within years, with the target of each year and, of an
// amount that adds up, what is due by then.
func (p *plot) within(f Form) Course {
	r := p.run
	n := r.last + 1
	c := Course{Scale: p.scale, Zero: f == Progress, Anew: f == Progress, Whole: p.whole(), Places: make([]Place, n)}
	own := Series{Name: p.result(), Role: RoleResult, Points: make([]Point, n)}
	pace := Series{Name: p.pace(), Role: RolePace, Points: make([]Point, n)}
	ref := Series{Role: RoleReference, Points: make([]Point, n)}
	if p.t != nil && p.t.Ref != nil {
		ref.Name = p.t.Ref.Short.In(p.Lang)
	}
	due := false
	for k := range n {
		name, at := p.axisName(r, k)
		c.Places[k] = Place{Name: name, Year: at}
		if reason, ok := r.gapAt(p.i, k); ok && r.obs[k] == nil {
			c.Places[k].Gap = reason.In(p.Lang)
		}
		own.Points[k] = p.point(r.obs[k])
		c.Breaks = append(c.Breaks, p.breakAt(own.Points, k, r.obs[k])...)
		if ref.Name != "" {
			ref.Points[k] = p.point(p.beside(k))
		}
		if f != Progress {
			continue
		}
		month := (k%(12/r.step) + 1) * r.step
		t := p.i.Target(model.YearOf(at))
		if v, ok := dueBy(t, month); ok {
			pace.Points[k] = Point{Value: decimal.NewNullDecimal(v), Label: p.scale.Short(v), When: name}
			due = true
			if len(t.Plan) > 0 {
				pace.Name = p.pick("计划进度", "due by plan")
			}
		}
	}
	c.Series = append(c.Series, own)
	if due {
		c.Series = append(c.Series, pace)
		c.Due = p.dueNow(pace, r.newest())
	}
	if hasFigure(ref.Points) {
		c.Series[0].Name = p.i.Short.In(p.Lang)
		c.Series = append(c.Series, ref)
	}
	c.Goals = p.runGoals(f)
	return c
}

// beside is the other indicator's figure of the same time as a place of the run.
func (p *plot) beside(k int) *model.Observation {
	if o := p.run.obs[k]; o != nil {
		return verdict.Counterpart(p.t.Ref, o)
	}
	return nil
}

// dueNow is what is due with the newest figure, as long as its year runs.
func (p *plot) dueNow(pace Series, at int) *Due {
	if at < 0 || at%(12/p.run.step) == 12/p.run.step-1 || !pace.Points[at].Value.Valid {
		return nil
	}
	v := pace.Points[at].Value.Decimal
	return &Due{at, v, pace.Name + p.pick(" ", " ") + p.scale.Short(v)}
}

// runGoals are the targets of the years of a run.
func (p *plot) runGoals(f Form) []Goal {
	var list []Goal
	perYear := 12 / p.run.step
	for y := range p.run.years() {
		t := p.i.Target(model.YearOf(p.run.from + y))
		if t == nil {
			continue
		}
		newest := y == p.run.years()-1
		for _, g := range p.goals(t, newest) {
			g.From, g.To, g.AtEnd = y*perYear, (y+1)*perYear-1, f == Progress
			if f == Progress {
				g.From = g.To
			}
			list = append(list, g)
		}
	}
	return list
}

// goals are the marks of a target: superseded versions, the target itself, its
// higher aim. Without words the target is marked alone.
func (p *plot) goals(t *model.Target, words bool) []Goal {
	var list []Goal
	a := p.aimOf(t)
	if len(a.at) == 0 {
		return nil
	}
	if n := len(t.Earlier); n > 0 && words {
		if was := aimOf(t.Earlier[0], p.i, nil); len(was.at) > 0 && !was.at[0].Equal(a.at[0]) {
			list = append(list, Goal{Role: RoleEarlier, At: was.at, Text: p.pick("最初目标 ", "first target: ") + p.bound(t.Earlier[0], p.i)})
		}
	}
	main := Goal{Role: RoleTarget, At: a.at, Low: a.low, High: a.high, Words: p.demand(t)}
	if words {
		main.Text = p.target() + p.pick(" ", ": ") + p.core(t)
	}
	list = append(list, main)
	if t.Stretch.Valid && words {
		at := append([]decimal.Decimal{t.Stretch.Decimal}, t.Further...)
		list = append(list, Goal{Role: RoleStretch, At: at, Text: p.stretch() + p.pick(" ", ": ") + p.several(at)})
	}
	return list
}

// several writes one or more aims beyond a target: 8.4万亿元, 8.4—8.6万亿元.
func (p *plot) several(at []decimal.Decimal) string {
	last := len(at) - 1
	text := p.scale.Value(at[last])
	switch {
	case last == 1:
		return p.scale.Short(at[0]) + p.pick("—", " to ") + text
	case last > 1:
		for n := last - 1; n >= 0; n-- {
			text = p.scale.Short(at[n]) + p.pick("、", ", ") + text
		}
	}
	return text
}

// byYear is the result of each year with its target, the running year's part as
// its own mark. Every year between the first and the last has its place.
func (p *plot) byYear() Course {
	list := p.untilPlans(everyYear(p.years))
	c := Course{Scale: p.scale, Zero: p.amounts(), Whole: p.whole(), Places: make([]Place, len(list))}
	own := Series{Name: p.result(), Role: RoleResult, Bars: p.amounts(), Points: make([]Point, len(list))}
	ref := Series{Role: RoleReference, Points: make([]Point, len(list))}
	newest := -1
	for k, y := range list {
		c.Places[k] = Place{Name: yearName(y.Period.Year), Year: y.Period.Year}
		own.Points[k] = p.point(y.Observation)
		switch {
		case y.Part && measured(y.Observation):
			own.Points[k].Part = true
			c.Places[k].Under = p.partName(y.Observation)
		case y.Target != nil && y.Observation == nil && k == len(p.years)-1:
			c.Places[k].Under = p.pick("无数据", "no figure")
		}
		c.Breaks = append(c.Breaks, p.breakAt(own.Points, k, y.Observation)...)
		if y.Other != nil {
			ref.Name = y.Other.Indicator.Short.In(p.Lang)
			ref.Points[k] = p.point(y.Other)
			ref.Points[k].Part = y.Part && y.Observation != nil
		}
		if len(p.aimOf(y.Target).at) > 0 {
			newest = k
		}
	}
	c.Series = append(c.Series, own)
	if hasFigure(ref.Points) {
		c.Series[0].Name = p.i.Short.In(p.Lang)
		c.Series = append(c.Series, ref)
	}
	for k, y := range list {
		if y.Target == nil {
			continue
		}
		for _, g := range p.goals(y.Target, k == newest) {
			g.From, g.To = k, k
			c.Goals = append(c.Goals, g)
		}
	}
	c.Goals = append(c.Goals, p.planGoals(list)...)
	return c
}

func hasFigure(list []Point) bool {
	for _, p := range list {
		if p.Value.Valid {
			return true
		}
	}
	return false
}

// everyYear fills the years between those of a list.
func everyYear(years []verdict.Year) []verdict.Year {
	var list []verdict.Year
	for _, y := range years {
		for n := len(list); n > 0 && list[n-1].Period.Year+1 < y.Period.Year; n = len(list) {
			list = append(list, verdict.Year{Period: model.YearOf(list[n-1].Period.Year + 1)})
		}
		list = append(list, y)
	}
	return list
}
