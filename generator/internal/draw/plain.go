package draw

import (
	"encoding/json"
	"slices"
)

// The parts of an ECharts option that go-analyze/charts draws as meant.
type plain struct {
	Width           int           `json:"width"`
	Height          int           `json:"height"`
	Padding         []int         `json:"padding"`
	BackgroundColor string        `json:"backgroundColor"`
	XAxis           plainAxis     `json:"xAxis"`
	YAxis           plainAxis     `json:"yAxis"`
	Legend          plainLegend   `json:"legend"`
	Series          []plainSeries `json:"series"`
}

type plainAxis struct {
	Type      string        `json:"type"`
	Name      string        `json:"name,omitempty"`
	Data      []string      `json:"data,omitempty"`
	Min       *float64      `json:"min,omitempty"`
	Max       *float64      `json:"max,omitempty"`
	AxisLabel plainText     `json:"axisLabel"`
	AxisLine  plainShow     `json:"axisLine"`
	SplitLine plainShow     `json:"splitLine"`
	NameStyle plainTextFont `json:"nameTextStyle"`
}

type plainText struct {
	Show     bool `json:"show"`
	FontSize int  `json:"fontSize"`
}

type plainShow struct {
	Show bool `json:"show"`
}

type plainTextFont struct {
	FontSize int `json:"fontSize"`
}

type plainLegend struct {
	Show      bool          `json:"show"`
	Data      []string      `json:"data"`
	Top       string        `json:"top"`
	TextStyle plainTextFont `json:"textStyle"`
}

type plainSeries struct {
	Type       string     `json:"type"`
	Name       string     `json:"name"`
	Data       []any      `json:"data"` // numbers, nil for gaps
	Stack      string     `json:"stack,omitempty"`
	ItemStyle  plainColor `json:"itemStyle"`
	Symbol     string     `json:"symbol,omitempty"`
	SymbolSize int        `json:"symbolSize,omitempty"`
	LineStyle  plainWidth `json:"lineStyle"`
}

type plainColor struct {
	Color string `json:"color,omitempty"`
}

type plainWidth struct {
	Width float64 `json:"width"`
}

// pointSize is the size of all text in points, three quarters of its pixels.
const pointSize = 9

// plainOption boils an option down to categories with a line, bar or dot for
// each, which is what the fallback can draw. Target lines (markLine) become
// lines of a constant value; areas, labels and styles are left out.
func plainOption(job Job) (*plain, error) {
	o, err := readOption(job.Option)
	if err != nil {
		return nil, err
	}
	x, y := o.XAxis.first(), o.YAxis.first()
	lying := y.Type == "category" || y.Type == "" && len(y.Data) > 0
	along, across := x, y // the axis of the categories, the axis of the values
	if lying {
		along, across = y, x
	}
	t := &translation{lying: lying}
	t.collect(along, o.Series)
	p := &plain{
		Width: job.Width, Height: job.Height, Padding: []int{8}, BackgroundColor: "transparent",
		XAxis: t.axis("category", along), YAxis: t.axis("value", across),
		Series: t.list,
	}
	p.XAxis.Data = t.names
	if lying {
		p.XAxis, p.YAxis = p.YAxis, p.XAxis
	}
	for _, s := range p.Series {
		p.Legend.Data = append(p.Legend.Data, s.Name)
	}
	show := o.Legend.first().Show
	p.Legend.Show = len(o.Legend) > 0 && (show == nil || *show) && len(p.Series) > 1
	p.Legend.Top = "0"
	p.Legend.TextStyle.FontSize = pointSize
	return p, nil
}

// translation gathers the categories and series of a plain option.
type translation struct {
	lying bool // categories from top to bottom
	names []string
	place map[string]int // of a category among the names
	list  []plainSeries
}

func (t *translation) axis(kind string, a axis) plainAxis {
	show := a.Show == nil || *a.Show
	p := plainAxis{Type: kind, Name: a.Name}
	p.AxisLabel = plainText{Show: show && (a.AxisLabel.Show == nil || *a.AxisLabel.Show), FontSize: pointSize}
	p.AxisLine.Show = show && kind == "category"
	p.SplitLine.Show = show && kind == "value"
	p.NameStyle.FontSize = pointSize
	if kind == "value" {
		if v, ok := number(a.Min); ok {
			p.Min = &v
		}
		if v, ok := number(a.Max); ok {
			p.Max = &v
		}
	}
	return p
}

// collect translates all series.
func (t *translation) collect(along axis, all []series) {
	t.place = map[string]int{}
	for _, d := range along.Data {
		t.add(label(d.part(0)))
	}
	pairs := len(along.Data) == 0 // categories stand in the data: [x, y]
	if pairs {
		t.addFrom(all)
	}
	for _, s := range all {
		t.series(s)
		t.targets(s)
	}
	if t.lying {
		for i := range t.list {
			t.list[i].Type = "bar" // lying bars go with nothing else
		}
	}
}

// add makes a category.
func (t *translation) add(name string) {
	if _, ok := t.place[name]; !ok {
		t.place[name] = len(t.names)
	}
	t.names = append(t.names, name)
}

// addFrom makes the categories of an axis of numbers or dates: every value
// that occurs, in ascending order.
func (t *translation) addFrom(all []series) {
	seen := map[string]any{}
	for _, s := range all {
		for _, d := range s.Data {
			if len(d.parts) > 1 {
				v := d.part(t.at())
				seen[label(v)] = v
			}
		}
	}
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return compare(seen[a], seen[b]) })
	for _, name := range names {
		t.add(name)
	}
}

// at is where in a pair the category stands.
func (t *translation) at() int {
	if t.lying {
		return 1
	}
	return 0
}

func (t *translation) series(s series) {
	p := plainSeries{Name: s.Name, Stack: s.Stack, Data: make([]any, len(t.names))}
	switch s.Type {
	case "bar":
		p.Type = "bar"
	case "scatter":
		p.Type, p.Symbol, p.SymbolSize = "scatter", "circle", 4
	default:
		p.Type, p.Symbol, p.SymbolSize, p.LineStyle.Width = "line", "circle", 3, 2
	}
	for i, d := range s.Data {
		place, value := i, d.part(0)
		if len(d.parts) > 1 {
			place, value = t.find(d.part(t.at())), d.part(1-t.at())
		}
		if v, ok := number(value); ok && place >= 0 && place < len(p.Data) {
			p.Data[place] = v
		}
	}
	p.ItemStyle.Color, _ = s.ItemStyle.Color.(string)
	if c, ok := s.LineStyle.Color.(string); ok && p.ItemStyle.Color == "" {
		p.ItemStyle.Color = c
	}
	t.list = append(t.list, p)
}

// find returns the place of a category that a datum names or counts; -1: none.
func (t *translation) find(v any) int {
	if place, ok := t.place[label(v)]; ok {
		return place
	}
	if n, ok := v.(float64); ok && n >= 0 && int(n) < len(t.names) {
		return int(n)
	}
	return -1
}

// targets makes a series of every straight line across the values.
func (t *translation) targets(s series) {
	for _, raw := range s.MarkLine.Data {
		var m struct {
			Name         string
			XAxis, YAxis any
			LineStyle    struct{ Color any }
		}
		if json.Unmarshal(raw, &m) != nil {
			continue // a line between two points
		}
		at := m.YAxis
		if t.lying {
			at = m.XAxis
		}
		v, ok := number(at)
		if !ok {
			continue
		}
		p := plainSeries{Type: "line", Name: m.Name, Symbol: "none", Data: make([]any, len(t.names))}
		if p.Name == "" {
			p.Name = label(v)
		}
		p.LineStyle.Width = 2
		p.ItemStyle.Color, _ = m.LineStyle.Color.(string)
		for i := range p.Data {
			p.Data[i] = v
		}
		t.list = append(t.list, p)
	}
}

// compare orders numbers by size and texts by their code points.
func compare(a, b any) int {
	if x, ok := number(a); ok {
		if y, ok := number(b); ok {
			switch {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		}
	}
	if label(a) < label(b) {
		return -1
	}
	return 1
}
