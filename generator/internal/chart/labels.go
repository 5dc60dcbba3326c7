package chart

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// labelled are the results at their places, each with its figure beside it
// where all of them have room; otherwise the last one has.
func (p *plot) labelled(obs []*model.Observation, targets []*model.Target, sc scale, pitch int) []point {
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
			data[k].Label = label(RoleText, side(obs, k, targets[k], sc), p.bare(o))
		}
	}
	return data
}

// side keeps a figure off the target's dash above it and off the line where
// that has a low.
func side(obs []*model.Observation, k int, t *model.Target, sc scale) string {
	const tenth = -1
	o := obs[k]
	if o.Value.Sub(sc.low).LessThan(sc.high.Sub(sc.low).Shift(tenth)) {
		return "top" // there is no room below
	}
	low := k > 0 && k < len(obs)-1
	for _, n := range []int{k - 1, k + 1} {
		low = low && (obs[n] != nil && obs[n].Value.GreaterThan(o.Value))
	}
	if low || under(o, t, sc) {
		return "bottom"
	}
	return "top"
}

// under reports whether a result is so close below its target that a label
// above it would meet the dash.
func under(o *model.Observation, t *model.Target, sc scale) bool {
	if t == nil {
		return false
	}
	near := sc.high.Sub(sc.low).Mul(decimal.New(15, -2))
	for _, m := range marks(t.Bound) {
		if d := m.Sub(o.Value); d.IsPositive() && d.LessThan(near) {
			return true
		}
	}
	return false
}
