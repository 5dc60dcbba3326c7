package draw

import (
	"cmp"
	"encoding/json"
	"maps"
	"math"
	"slices"
)

// sketch is what the fallback makes of an option: categories, and a bar, dot or
// point of a line for each of them. Target lines (markLine) are lines of a
// constant value; areas, labels and the style of lines are left out.
type sketch struct {
	lying  bool // categories from the foot up, bars to the right
	names  []string
	traces []trace
	place  map[string]int // of a category among the names
	along  axis           // the axis of the categories
	across axis           // the axis of the values
}

// trace is one series.
type trace struct {
	kind   string // bar, line or scatter
	name   string
	color  string // "" leaves the choice to the theme
	values []*float64
}

// newSketch boils an option down; ok is false when nothing is left that the
// fallback could draw, as of dates along an axis of time, or when it would have
// to draw what is not there: a mark on a lying bar would become a bar itself.
func newSketch(o option) (s *sketch, ok bool) {
	if len(o.XAxis) > 1 {
		return nil, false // charts within the chart
	}
	s = &sketch{place: map[string]int{}, along: o.XAxis.first(), across: o.YAxis.first()}
	if s.across.Type == "category" || s.across.Type == "" && len(s.across.Data) > 0 {
		s.lying = true
		s.along, s.across = s.across, s.along
	}
	for _, d := range s.along.Data {
		s.category(label(d.one()))
	}
	if len(s.along.Data) == 0 {
		s.categoriesOf(o.Series)
	}
	drawn := false
	for _, from := range o.Series {
		if s.lying && (from.Type != "bar" || len(from.MarkLine.Data) > 0) {
			return nil, false
		}
		t := s.trace(from)
		s.traces = append(s.traces, t)
		s.traces = append(s.traces, s.targets(from)...)
		drawn = drawn || slices.ContainsFunc(t.values, func(v *float64) bool { return v != nil })
	}
	if s.lying && s.along.Inverse {
		s.reverse()
	}
	return s, drawn || len(s.traces) > len(o.Series)
}

func (s *sketch) category(name string) {
	if _, ok := s.place[name]; !ok {
		s.place[name] = len(s.names)
	}
	s.names = append(s.names, name)
}

// categoriesOf makes the categories of an axis of numbers or dates: every value
// that occurs, in ascending order.
func (s *sketch) categoriesOf(all []series) {
	seen := map[string]any{}
	for _, from := range all {
		for _, d := range from.Data {
			if v, _, ok := s.point(d); ok {
				seen[label(v)] = v
			}
		}
	}
	names := slices.Collect(maps.Keys(seen))
	slices.SortFunc(names, func(a, b string) int {
		x, _ := number(seen[a])
		y, _ := number(seen[b])
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a, b))
	})
	for _, name := range names {
		s.category(name)
	}
}

// point takes [x, y] apart into category and value.
func (s *sketch) point(d item) (category, value any, ok bool) {
	x, y, ok := d.pair()
	if s.lying {
		x, y = y, x
	}
	return x, y, ok
}

func (s *sketch) trace(from series) trace {
	t := trace{kind: from.Type, name: from.Name, color: string(from.ItemStyle.Color), values: make([]*float64, len(s.names))}
	if t.color == "" {
		t.color = string(from.LineStyle.Color)
	}
	switch {
	case t.kind != "bar" && t.kind != "scatter":
		t.kind = "line"
	}
	for i, d := range from.Data {
		value := d.one()
		if category, v, ok := s.point(d); ok {
			i, value = s.find(category), v
		}
		if v, ok := number(value); ok && i >= 0 && i < len(t.values) {
			t.values[i] = &v
		}
	}
	return t
}

// find returns the place of a category that a datum names or counts; -1: none.
func (s *sketch) find(v any) int {
	if place, ok := s.place[label(v)]; ok {
		return place
	}
	if n, ok := v.(float64); ok && n >= 0 && n < float64(len(s.names)) {
		return int(n)
	}
	return -1
}

// targets makes a trace of every straight line across upright categories.
func (s *sketch) targets(from series) (list []trace) {
	for _, raw := range from.MarkLine.Data {
		var m struct {
			Name      string
			YAxis     any
			LineStyle struct{ Color text }
		}
		if json.Unmarshal(raw, &m) != nil {
			continue // a line between two points
		}
		v, ok := number(m.YAxis)
		if !ok {
			continue
		}
		list = append(list, trace{
			kind: "line", name: cmp.Or(m.Name, label(v)), color: string(cmp.Or(m.LineStyle.Color, from.MarkLine.LineStyle.Color)),
			values: slices.Repeat([]*float64{&v}, len(s.names)),
		})
	}
	return list
}

func (s *sketch) reverse() {
	slices.Reverse(s.names)
	for _, t := range s.traces {
		slices.Reverse(t.values)
	}
}

// floor is where the axis of the values begins: where the option says, else at
// zero when there are bars and none goes below it, else nil for where the data
// do.
func (s *sketch) floor() *float64 {
	if v, ok := number(s.across.Min); ok {
		return &v
	}
	bars := false
	for _, t := range s.traces {
		bars = bars || t.kind == "bar"
		for _, v := range t.values {
			if v != nil && *v < 0 {
				return nil
			}
		}
	}
	if !bars {
		return nil
	}
	return new(float64)
}

// ceiling is where the option lets the axis of the values end; nil: nowhere.
func (s *sketch) ceiling() *float64 {
	if v, ok := number(s.across.Max); ok {
		return &v
	}
	return nil
}

// labels is how many figures stand along the axis of the values where the
// option says how far apart they are; 0: it does not.
func (s *sketch) labels() int {
	low, high := s.floor(), s.ceiling()
	if low == nil || high == nil || s.across.MinInterval <= 0 {
		return 0
	}
	return int(math.Round((*high-*low)/s.across.MinInterval)) + 1
}
