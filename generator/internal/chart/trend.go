package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// trend draws a series within years, with the target of each year and, of an
// amount that adds up, what is due by then.
func (p *plot) trend(f Form, width int) *sketch {
	r := *p.run
	wide := width == wideWidth
	most := 12
	if wide {
		most = 24
	}
	if r.step == 1 && r.years() > 1 {
		most *= 2
	}
	r.keep(most)
	s := newSketch(width, 280)
	s.legend = true
	s.grid(8, 16, 56, 8)
	names := make([]string, r.last+1)
	result := make([]opts.LineData, r.last+1)
	for n := range names {
		names[n] = p.axisName(&r, n)
		result[n] = opts.LineData{Value: or(r.value(n)), Symbol: "circle"}
		if o := r.obs[n]; o != nil && len(o.Earlier) > 0 {
			result[n].Symbol = "diamond" // a revised figure
		}
	}
	s.XAxisList = []opts.XAxis{categories(names)}
	s.YAxisList = []opts.YAxis{values(p.unit(p.i), f == Progress)}
	s.add(charts.SingleSeries{
		Type: types.ChartLine, Name: p.result(), Data: result, SymbolSize: 7,
		ItemStyle: fill(RoleResult), LineStyle: stroke(RoleResult, 2.5, solid),
		Label: p.lastLabel(&r),
	})
	p.addGoals(s, &r, f)
	p.addReference(s, &r)
	return s
}

// lastLabel labels the figures of a short run; a long one is read off the axis
// and the table.
func (p *plot) lastLabel(r *run) *opts.Label {
	if len(r.obs) > 8 {
		return noLabel()
	}
	return label(RoleText, "top", "{c}")
}

// addGoals adds the target of each year as steps, its tolerance as an area
// where the run is of one year, and the pace.
func (p *plot) addGoals(s *sketch, r *run, f Form) {
	perYear := 12 / r.step
	for n, role := range []Role{RoleTarget, RoleTarget, RoleStretch} {
		points := make([]opts.LineData, r.last+1)
		any := false
		for k := range points {
			points[k].Value = gap
			t := p.i.Target(model.YearOf(r.from + k/perYear))
			if t == nil {
				continue
			}
			var v decimal.NullDecimal
			switch list := marks(t); {
			case n == 2:
				v = t.Stretch
			case n < len(list):
				v = decimal.NewNullDecimal(list[n])
			}
			any = any || v.Valid
			points[k].Value = or(v)
		}
		if !any {
			continue
		}
		name, kind := p.target(), dashed
		if n == 2 {
			name, kind = p.stretch(), dotted
		}
		line := charts.SingleSeries{
			Type: types.ChartLine, Name: name, Data: points, ShowSymbol: opts.Bool(false), Symbol: "none", Step: "middle",
			ItemStyle: fill(role), LineStyle: stroke(role, 2, kind),
		}
		if t := p.i.Target(model.YearOf(r.from)); r.years() == 1 && t != nil && n == 0 {
			if low, high := goals(t); low.Valid && high.Valid {
				line.MarkAreas = markArea("yAxis", low.Decimal, high.Decimal)
			}
		}
		s.add(line)
	}
	if f == Progress {
		p.addPace(s, r)
	}
}

// addPace adds what an even pace, or the editor's plan, makes due by each time.
func (p *plot) addPace(s *sketch, r *run) {
	perYear := 12 / r.step
	points := make([]opts.LineData, r.last+1)
	any := false
	for k := range points {
		points[k].Value = gap
		t := p.i.Target(model.YearOf(r.from + k/perYear))
		if t == nil || !t.Value.Valid {
			continue
		}
		end := (k%perYear + 1) * r.step
		if len(t.Plan) == 0 {
			points[k].Value = value(t.Value.Decimal.Mul(decimal.NewFromInt(int64(end))).DivRound(decimal.NewFromInt(12), 4))
			any = true
			continue
		}
		for _, plan := range t.Plan {
			if plan.Period.EndMonth() == end {
				points[k].Value = value(plan.Value)
				any = true
			}
		}
	}
	if any {
		s.add(charts.SingleSeries{
			Type: types.ChartLine, Name: p.pace(), Data: points, Symbol: "none", ShowSymbol: opts.Bool(false), ConnectNulls: opts.Bool(true),
			ItemStyle: fill(RolePace), LineStyle: stroke(RolePace, 1.5, dotted),
		})
	}
}

// addReference adds the indicator that a relative target points at.
func (p *plot) addReference(s *sketch, r *run) {
	if p.t == nil || p.t.Ref == nil {
		return
	}
	points := make([]opts.LineData, r.last+1)
	any := false
	for k := range points {
		points[k].Value = gap
	}
	for _, o := range p.t.Ref.Observations {
		same := o.Basis == r.basis || o.Basis == model.Annual && r.basis == model.Cumulative
		if k := r.index(o.Period); same && o.Period.EndMonth()%r.step == 0 && k >= 0 && k <= r.last {
			points[k].Value = value(o.Value)
			any = true
		}
	}
	if any {
		s.add(charts.SingleSeries{
			Type: types.ChartLine, Name: p.t.Ref.Short.In(p.Lang), Data: points, Symbol: "rect", SymbolSize: 6,
			ItemStyle: fill(RoleReference), LineStyle: stroke(RoleReference, 1.5, dashed),
		})
	}
}
