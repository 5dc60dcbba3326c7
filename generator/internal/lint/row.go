package lint

import (
	"math"
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// row holds the figures of one indicator, prepared for comparing them with each
// other.
type row struct {
	all    []*model.Observation
	tables map[model.Basis][]*model.Observation // each in the order of time
	groups map[bool][]*model.Observation        // true: of single periods; false: the others
	size   map[*model.Observation]float64
	pace   map[*model.Observation]float64 // powers of ten, by the month of what adds up; only above zero
}

// number is a figure with its distance from zero.
type number struct {
	decimal.Decimal
	size   float64
	months int // of a target: how many it is for
}

func newRow(i *model.Indicator) *row {
	r := &row{
		tables: map[model.Basis][]*model.Observation{}, groups: map[bool][]*model.Observation{},
		size: map[*model.Observation]float64{}, pace: map[*model.Observation]float64{},
	}
	for _, o := range i.Observations {
		if !exact(o) || o.Period.Kind == model.Plan {
			continue
		}
		r.all = append(r.all, o)
		single := o.Basis == model.Single
		r.tables[o.Basis] = append(r.tables[o.Basis], o)
		r.groups[single] = append(r.groups[single], o)
		v := o.Value.InexactFloat64()
		r.size[o] = v
		if i.Accrual == model.Flow {
			s := o.Span()
			v /= float64(s.End - s.From + 1)
		}
		if v > 0 {
			r.pace[o] = math.Log10(v)
		}
	}
	return r
}

// exact reports whether a figure was published as one: no inequality such as 突破
// 9万亿, no parts of a structure.
func exact(o *model.Observation) bool { return o.Sense == model.Exactly && o.Parts == nil }

// nearby is with how many figures before and after it a figure is compared. Older
// ones say little, and comparing all of a long series takes quadratic time.
const nearby = 8

// near are the figures of a list around one of it, without itself, as far as they
// follow the same standard.
func (r *row) near(o *model.Observation, list []*model.Observation) []*model.Observation {
	at, ok := slices.BinarySearchFunc(list, o, func(p, o *model.Observation) int {
		if c := p.Period.Compare(o.Period); c != 0 {
			return c
		}
		return slices.Index(model.Bases, p.Basis) - slices.Index(model.Bases, o.Basis)
	})
	if !ok {
		return nil
	}
	from, to := at, at+1
	for from > max(0, at-nearby) && list[from].Break.Zh == "" {
		from--
	}
	for to < min(len(list), at+1+nearby) && list[to].Break.Zh == "" {
		to++
	}
	return slices.Concat(list[from:at], list[at+1:to])
}
