package chart

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// panel is the part of a comparison whose indicators share a scale.
type panel struct {
	words
	rows []*plot
}

// Compare makes one chart of several indicators, with their targets for a year
// or plan and the results of it; for the zero period the newest of each. Figures of different
// units, measures or sizes never share a scale: each has a panel. A panel has a
// row for each indicator with its target and its result, or, where most of them
// have no figure to aim at, their results over time as lines.
func Compare(id, caption string, list []*model.Indicator, of model.Period, set *verdict.Set, l model.Lang) *Chart {
	w := words{l}
	c := &Chart{ID: id, Form: Compared, Lang: l, Title: caption}
	c.Table = Table{Caption: caption, Head: []string{
		w.pick("指标", "Indicator"), w.pick("时期", "Period"), w.pick("目标", "Target"), w.pick("结果", "Result"), w.pick("来源", "Source"),
	}}
	var panels []*panel
	results := 0
	for _, i := range list {
		p := inReport(i, of, set, l)
		if !of.IsZero() {
			p.until()
		}
		if p.latest() != nil {
			results++
		}
		panels = file(panels, p)
	}
	for _, p := range panels {
		if p.lines() {
			p.rescale(p.rows)
			c.Courses = append(c.Courses, p.course())
		} else {
			c.Bars = append(c.Bars, p.bars()...)
		}
		for _, row := range p.rows {
			c.Notes = append(c.Notes, row.partings(p.lines())...)
			c.Table.Rows = append(c.Table.Rows, row.compareRows(p.lines())...)
			for _, s := range row.sources {
				if !slices.Contains(c.Sources, s) {
					c.Sources = append(c.Sources, s)
				}
			}
		}
	}
	c.Subtitle = w.pick("目标与结果", "Targets and results")
	if results == 0 {
		c.Subtitle = w.pick("目标（", "Targets (") + w.noResult(of) + w.pick("）", ")")
	} else if len(c.Bars) == 0 {
		c.Subtitle = w.pick("历次结果", "Results over time")
	}
	c.Text = w.pick(
		fmt.Sprintf("%s：比较%d个指标的目标与结果，其中%d个有结果。数字见表。", caption, len(list), results),
		fmt.Sprintf("%s: targets and results of %d indicators, %d of them with a result. The table has the figures.", caption, len(list), results))
	return c
}

// file puts an indicator into the panel of its unit and measure.
func file(panels []*panel, p *plot) []*panel {
	for _, other := range panels {
		if first := other.rows[0].i; first.Unit == p.i.Unit && first.Measure == p.i.Measure {
			other.rows = append(other.rows, p)
			return panels
		}
	}
	return append(panels, &panel{p.words, []*plot{p}})
}

// rescale gives rows that stand together one scale.
func (p *panel) rescale(rows []*plot) {
	var list []decimal.Decimal
	for _, row := range rows {
		if p.lines() {
			list = append(list, row.figures()...)
		} else {
			list = append(list, row.shown()...)
		}
	}
	for _, row := range rows {
		row.scale = wording.ScaleOf(list, row.i.Unit, p.Lang)
	}
}

// shown are the figures of a row.
func (p *plot) shown() []decimal.Decimal {
	var list []decimal.Decimal
	if p.t != nil {
		list = append(list, p.aimOf(p.t).at...)
	}
	if o := p.latest(); measured(o) {
		list = append(list, o.Value)
	}
	return list
}

// mostLines is how many lines can still be told apart.
const mostLines = 6

// lines reports whether a panel shows lines over time: most of its indicators
// have no figure to aim at, and two or more have a history.
func (p *panel) lines() bool {
	histories, aims := 0, 0
	for _, row := range p.rows {
		n := 0
		for _, y := range row.years {
			if measured(y.Observation) {
				n++
			}
		}
		if n > 1 || row.run != nil {
			histories++
		}
		if row.aims() {
			aims++
		}
	}
	return histories > 1 && 2*aims <= len(p.rows) && len(p.rows) <= mostLines
}

// lineRoles tell the lines of a panel apart.
var lineRoles = [mostLines]Role{RoleResult, RoleSeries2, RoleSeries3, RoleSeries4, RoleSeries5, RoleSeries6}

// course is a panel's lines: over the years where those have more than one, else
// within them.
func (p *panel) course() Course {
	c := Course{Scale: p.rows[0].scale, Name: p.rows[0].scale.Unit()}
	first, last := p.span()
	if first == last {
		return p.monthly()
	}
	for n := first; n <= last; n++ {
		c.Places = append(c.Places, Place{Name: yearName(n), Year: n})
	}
	for k, row := range p.rows {
		s := Series{Name: row.i.Short.In(p.Lang), Role: lineRoles[k], Points: make([]Point, len(c.Places))}
		for _, y := range row.years {
			if o := y.Observation; measured(o) {
				at := y.Period.Year - first
				s.Points[at] = row.point(o)
				if y.Part {
					s.Points[at].Part = true
					c.Places[at].Under = p.partName(o)
				}
			}
		}
		if hasFigure(s.Points) {
			c.Series = append(c.Series, s)
		}
	}
	return c
}

// monthly is a panel's lines within one year.
func (p *panel) monthly() Course {
	c := Course{Scale: p.rows[0].scale, Name: p.rows[0].scale.Unit()}
	var axis *run
	for _, row := range p.rows {
		if row.run != nil && (axis == nil || row.run.step < axis.step) {
			axis = row.run
		}
	}
	if axis == nil {
		return c
	}
	for k := range axis.last + 1 {
		name, year := p.axisName(axis, k)
		c.Places = append(c.Places, Place{Name: name, Year: year})
	}
	for k, row := range p.rows {
		s := Series{Name: row.i.Short.In(p.Lang), Role: lineRoles[k], Points: make([]Point, len(c.Places))}
		for n := range c.Places {
			s.Points[n] = row.point(row.at(axis, n))
		}
		if hasFigure(s.Points) {
			c.Series = append(c.Series, s)
		}
	}
	return c
}

// at is the figure at a place of another indicator's run.
func (p *plot) at(axis *run, n int) *model.Observation {
	for _, o := range verdict.Series(p.i) {
		s := o.Span()
		if belongs(o, axis.alone) && s.End%axis.step == 0 && axis.index(s.Year, s.End) == n {
			return o
		}
	}
	return nil
}

// span are the first and the last year of a panel.
func (p *panel) span() (first, last int) {
	for _, row := range p.rows {
		for _, y := range row.years {
			if !measured(y.Observation) {
				continue
			}
			if first == 0 {
				first, last = y.Period.Year, y.Period.Year
			}
			first, last = min(first, y.Period.Year), max(last, y.Period.Year)
		}
	}
	return first, last
}

// apart is how many times as large as the smallest a figure may be to share its
// scale: a bar of less than a fortieth is only a line.
const apart = 40

// bars are a panel's rows, in as many groups as their sizes need.
func (p *panel) bars() []Bars {
	type sized struct {
		row  *plot
		size decimal.Decimal // 0: nothing to draw
	}
	list := make([]sized, len(p.rows))
	for n, row := range p.rows {
		list[n].row = row
		for _, v := range row.shown() {
			list[n].size = decimal.Max(list[n].size, v.Abs())
		}
	}
	// Sizes in groups, the largest first; within one the order of the report.
	order := slices.Clone(list)
	slices.SortStableFunc(order, func(a, b sized) int { return b.size.Cmp(a.size) })
	group, top := map[*plot]int{}, decimal.Zero
	n := 0
	for k, s := range order {
		if k == 0 {
			top = s.size
		}
		if s.size.IsPositive() && top.GreaterThan(s.size.Mul(decimal.NewFromInt(apart))) {
			n, top = n+1, s.size
		}
		group[s.row] = n
	}
	slices.SortStableFunc(list, func(a, b sized) int { return cmp.Compare(group[a.row], group[b.row]) })
	for n := range list {
		var together []*plot
		for _, s := range list {
			if group[s.row] == group[list[n].row] {
				together = append(together, s.row)
			}
		}
		if n == 0 || group[list[n].row] != group[list[n-1].row] {
			p.rescale(together)
		}
	}
	var out []Bars
	for k, s := range list {
		if k == 0 || group[s.row] != group[list[k-1].row] {
			out = append(out, Bars{Scale: s.row.scale, Name: s.row.scale.Unit(), Full: s.row.hundred(), Whole: true, Blank: true})
		}
		b := &out[len(out)-1]
		b.Rows = append(b.Rows, s.row.row(false))
		b.Whole = b.Whole && s.row.whole()
		b.Blank = b.Blank && s.size.IsZero()
	}
	return out
}
