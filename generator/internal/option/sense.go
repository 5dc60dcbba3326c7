package option

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/types"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
)

// sense gives a figure of a line the mark of an inequality: a triangle that points
// to where the result lies.
func (d *datum) sense(s model.Sense, of *chart.Series) {
	if s == model.Exactly || of.Bars {
		return
	}
	d.Symbol, d.SymbolSize, d.ItemStyle = "triangle", 10, hollow(of.Role)
	if s == model.Under || s == model.Near {
		d.Rotate = 180
	}
}

// signs adds the results of a series of which only the sign is known.
func (s *sketch) signs(n int, from *chart.Series, names []string) {
	var list []datum
	for k, p := range from.Points {
		if p.Value.Valid || p.Label == "" {
			continue
		}
		d := datum{Value: []any{names[k], 0}, Said: p.Label, Symbol: "triangle", SymbolSize: 10, ItemStyle: hollow(from.Role)}
		if p.Sense == model.Negative {
			d.Rotate = 180
		}
		list = append(list, d)
	}
	if list != nil {
		s.add(n, charts.SingleSeries{Type: types.ChartScatter, Name: from.Name, Data: list, ItemStyle: hollow(from.Role)})
	}
}

// parted splits a series where its figures do not compare with those before, so
// that no line joins them; bars stand alone as it is.
func parted(list []datum, of *chart.Series) [][]datum {
	points, out := of.Points, [][]datum{}
	if of.Bars {
		return append(out, list)
	}
	from := 0
	for k := range points {
		if points[k].Apart && k > 0 {
			out = append(out, only(list, from, k))
			from = k
		}
	}
	return append(out, only(list, from, len(list)))
}

// only keeps the figures from one place to before another; the others are gaps.
func only(list []datum, from, to int) []datum {
	out := make([]datum, len(list))
	for k := range out {
		out[k] = datum{Value: gap}
		if k >= from && k < to {
			out[k] = list[k]
		}
	}
	return out
}
