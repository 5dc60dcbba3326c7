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
	most := 12
	if width == wideWidth {
		most = 24
	}
	if r.step == 1 && r.years() > 1 {
		most *= 2
	}
	r.keep(most)
	n := r.last + 1
	s := newSketch(width, uprightHeight)
	s.legend = true
	top := unitHeight(p.i.Unit)
	s.areas = []area{{8, 16, top, uprightHeight - top - namesHeight}}
	names := make([]string, n)
	obs, targets := make([]*model.Observation, n), make([]*model.Target, n)
	for k := range names {
		names[k], obs[k] = p.axisName(&r, k), r.obs[k]
		targets[k] = p.i.Target(model.YearOf(r.from + k*r.step/12))
	}
	pace, refs := gaps(n), gaps(n)
	if f == Progress {
		pace = p.paceOf(&r, targets)
	}
	if p.t != nil && p.t.Ref != nil {
		refs = r.values(p.t.Ref)
	}
	others := othersAt(obs, targets, pace, refs)
	sc := scaleOf(figuresAt(obs, others), f == Progress)
	s.XAxisList = []opts.XAxis{categories(names)}
	s.YAxisList = []opts.YAxis{upright(sc, p.i, p.Lang)}
	pitch := (width - axisWidth) / n
	s.add(charts.SingleSeries{
		Type: types.ChartLine, Name: p.result(), Data: p.labelled(obs, others, sc, pitch),
		Symbol: "circle", SymbolSize: 7, ShowSymbol: opts.Bool(true),
		ItemStyle: paint(RoleResult), LineStyle: stroke(RoleResult, 2.5, solid),
	})
	p.addDashes(s, targets, max(6, pitch*3/4))
	p.addRevised(s, obs)
	p.addPace(s, pace, targets)
	p.addReference(s, refs)
	return s
}

// addPace adds what is due by each time: by the editor's plan where there is
// one, otherwise by an even pace.
func (p *plot) addPace(s *sketch, data []point, targets []*model.Target) {
	if !figures(data) {
		return
	}
	name := p.pace()
	for _, t := range targets {
		if t != nil && len(t.Plan) > 0 {
			name = p.pick("计划进度", "due by plan")
		}
	}
	s.add(charts.SingleSeries{
		Type: types.ChartLine, Name: name, Data: data, Symbol: "none", ShowSymbol: opts.Bool(false), ConnectNulls: opts.Bool(true),
		ItemStyle: paint(RolePace), LineStyle: stroke(RolePace, 1.5, dotted),
	})
}

// paceOf is what an even pace, or the editor's plan, makes due by each time.
func (p *plot) paceOf(r *run, targets []*model.Target) []point {
	points := gaps(len(targets))
	perYear := 12 / r.step
	for k, t := range targets {
		if t == nil || !t.Value.Valid {
			continue
		}
		end := (k%perYear + 1) * r.step
		if len(t.Plan) == 0 {
			points[k].Value = value(share(t.Value.Decimal, int64(end), 12))
			continue
		}
		for _, plan := range t.Plan {
			if plan.Period.EndMonth() == end {
				points[k].Value = value(plan.Value)
			}
		}
	}
	return points
}

// share is n of so many parts of a figure, to two decimals and without idle
// zeros.
func share(v decimal.Decimal, n, parts int64) decimal.Decimal {
	v = v.Mul(decimal.NewFromInt(n)).DivRound(decimal.NewFromInt(parts), 2)
	return decimal.RequireFromString(v.String())
}

// values are another indicator's figures at the places of the run.
func (r *run) values(i *model.Indicator) []point {
	points := gaps(r.last + 1)
	for _, o := range i.Observations {
		same := o.Basis == r.basis || o.Basis == model.Annual && r.basis == model.Cumulative
		if k := r.index(o.Period); same && o.Period.EndMonth()%r.step == 0 && k >= 0 && k <= r.last {
			points[k].Value = value(o.Value)
		}
	}
	return points
}
