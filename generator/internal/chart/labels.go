package chart

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// labelled are the results at their places, each with its figure beside it
// where all of them have room; otherwise the last one has. What else stands at
// a place, and where, is among its others.
func (p *plot) labelled(obs []*model.Observation, others [][]decimal.Decimal, sc scale, pitch int) []point {
	data := gaps(len(obs))
	last, roomy := 0, true
	for k, o := range obs {
		if o != nil {
			last = k
			roomy = roomy && textWidth(p.bare(o))+4 < pitch
		}
	}
	for k, o := range obs {
		if o == nil {
			continue
		}
		data[k] = point{Value: value(o.Value)}
		if roomy || k == last {
			data[k].Label = label(RoleText, side(obs, k, others[k], sc), p.bare(o))
		}
	}
	return data
}

// side keeps a figure off what stands above it and off the line where that has
// a low; near the foot of the chart there is only room beside it.
func side(obs []*model.Observation, k int, others []decimal.Decimal, sc scale) string {
	v := obs[k].Value
	low := k > 0 && k < len(obs)-1
	for _, n := range []int{k - 1, k + 1} {
		low = low && obs[n] != nil && obs[n].Value.GreaterThan(v)
	}
	foot := v.Sub(sc.low).LessThan(sc.near())
	above, below := under(v, others, sc), over(v, others, sc)
	switch {
	case low && foot, above && below:
		return "right"
	case foot:
		return "top"
	case low || above:
		return "bottom"
	}
	return "top"
}

// under reports whether a figure is so close below another mark that a label
// above it would meet that.
func under(v decimal.Decimal, others []decimal.Decimal, sc scale) bool {
	for _, m := range others {
		if d := m.Sub(v); d.IsPositive() && d.LessThan(sc.near()) {
			return true
		}
	}
	return false
}

// over reports the same of a label below the figure.
func over(v decimal.Decimal, others []decimal.Decimal, sc scale) bool {
	for _, m := range others {
		if d := v.Sub(m); d.IsPositive() && d.LessThan(sc.near()) {
			return true
		}
	}
	return false
}

// near is how far a label reaches from its figure, as a part of the scale.
func (s scale) near() decimal.Decimal {
	return s.high.Sub(s.low).Mul(decimal.New(13, -2))
}

// othersAt are the figures that stand at a place beside the result: the
// target's, the result before its revision, and those of the given series.
func othersAt(obs []*model.Observation, targets []*model.Target, series ...[]point) [][]decimal.Decimal {
	list := make([][]decimal.Decimal, len(obs))
	for k, o := range obs {
		if t := targets[k]; t != nil {
			list[k] = append(list[k], marks(t.Bound)...)
			if t.Stretch.Valid {
				list[k] = append(list[k], t.Stretch.Decimal)
			}
			if low, high := goals(t.Bound); low.Valid && high.Valid {
				list[k] = append(list[k], low.Decimal, high.Decimal)
			}
		}
		if o != nil && len(o.Earlier) > 0 {
			list[k] = append(list[k], lastOf(o.Earlier).Value)
		}
		for _, s := range series {
			if v, ok := s[k].figure(); ok {
				list[k] = append(list[k], v)
			}
		}
	}
	return list
}

// figuresAt are all figures of the results and of what stands beside them.
func figuresAt(obs []*model.Observation, others [][]decimal.Decimal) []decimal.Decimal {
	var list []decimal.Decimal
	for k, o := range obs {
		if o != nil {
			list = append(list, o.Value)
		}
		list = append(list, others[k]...)
	}
	return list
}

func lastOf[T any](list []T) T { return list[len(list)-1] }
