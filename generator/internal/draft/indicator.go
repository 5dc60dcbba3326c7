package draft

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/statement"
)

// indicator is an indicator of the draft with its figures.
type indicator struct {
	id       string
	name     string
	first    *Figure // that the facts are taken from
	targets  []*Figure
	results  []*Figure
	figures  []*Figure // all of them, also what is said twice
	ref      bool      // only compared with
	headline bool
	dropped  bool
}

// collect makes indicators of the figures: those of one name, measure and kind of unit
// are of one indicator.
func (d *Draft) collect() {
	byKey, ids := map[string]*indicator{}, takenIDs{}
	for _, goals := range []bool{true, false} { // a target names its indicator
		for _, f := range d.Figures {
			if f.Kind == statement.Nothing || (f.Kind == statement.Target) != goals || !d.usable(f) {
				continue
			}
			key := f.Key()
			i := byKey[key]
			if i == nil || !i.takes(f) {
				fresh := &indicator{name: f.Name, first: f}
				if i != nil {
					f.Doubts = append(f.Doubts, "doubt-differs")
					fresh.name = f.Name + "（" + f.Part.Title + "）"
				}
				fresh.id = ids.free(makeID(f.Name, 10))
				d.indicators = append(d.indicators, fresh)
				if i == nil {
					byKey[key] = fresh
				}
				i = fresh
			}
			i.add(f)
		}
	}
	d.findRefs(ids)
	d.uniqueNames()
}

// usable reports whether an indicator can be made of a figure; what the text leaves out
// is for a person.
func (d *Draft) usable(f *Figure) bool {
	switch {
	case f.Unit == "" && f.Measure != model.Index:
		f.Doubts = append(f.Doubts, "doubt-no-unit")
	case f.Measure == model.Structure:
	case f.Multiple.Valid:
	default:
		return true
	}
	f.Kind = statement.Nothing
	return false
}

// takes reports whether a figure can be of the indicator: no other one of the same
// period is there.
func (i *indicator) takes(f *Figure) bool {
	if f.Unit != i.first.Unit {
		if _, ok := model.Convert(decimal.NewFromInt(1), f.Unit, i.first.Unit); !ok {
			return false
		}
	}
	list := i.results
	if f.Kind == statement.Target {
		list = i.targets
	}
	for _, o := range list {
		if o.Period == f.Period && (f.Kind == statement.Target || o.Basis == f.Basis) {
			return same(o.Value, f.Value) && same(o.Low, f.Low) && o.Op == f.Op && o.Unit == f.Unit
		}
	}
	return true
}

func same(a, b decimal.NullDecimal) bool {
	return a.Valid == b.Valid && (!a.Valid || a.Decimal.Equal(b.Decimal))
}

func (i *indicator) add(f *Figure) {
	f.ID, f.bound = i.id, true
	i.figures = append(i.figures, f)
	list := &i.results
	if f.Kind == statement.Target {
		list = &i.targets
	}
	for _, o := range *list {
		if o.Period == f.Period && (f.Kind == statement.Target || o.Basis == f.Basis) {
			return // said twice
		}
	}
	*list = append(*list, f)
	if f.Unit != i.first.Unit {
		for _, v := range []*decimal.NullDecimal{&f.Value, &f.Low, &f.High, &f.Stretch} {
			if v.Valid {
				v.Decimal, _ = model.Convert(v.Decimal, f.Unit, i.first.Unit)
			}
		}
		f.Unit = i.first.Unit
	}
}

// findRefs finds what relative targets are compared with: an indicator of the text, or
// one without figures that names it.
func (d *Draft) findRefs(ids takenIDs) {
	byName := map[string]*indicator{}
	economies := d.economies()
	for _, i := range d.indicators {
		for _, f := range i.targets {
			if !f.Op.Relative() {
				continue
			}
			ref := economy(f, economies)
			if ref == nil {
				name := f.RefName()
				if ref = byName[name]; ref == nil {
					ref = &indicator{name: name, first: f, ref: true, id: ids.free(makeID(name, 10))}
					byName[name] = ref
				}
			}
			d.refs[f.ID] = ref
		}
	}
	listed := map[*indicator]bool{}
	for _, i := range d.indicators {
		if ref := d.refs[i.id]; ref != nil && ref.ref && !listed[ref] {
			d.indicators = append(d.indicators, ref)
			listed[ref] = true
		}
	}
}

// economies are the indicators of the growth of the economy.
func (d *Draft) economies() (list []*indicator) {
	for _, i := range d.indicators {
		if i.first.Measure == model.Growth && statement.IsEconomy(i.name) {
			list = append(list, i)
		}
	}
	return list
}

// economy is the growth of the economy, where a figure is to keep pace with it.
func economy(f *Figure, economies []*indicator) *indicator {
	if !f.ToEconomy() {
		return nil
	}
	for _, i := range economies {
		if i.first != f && i.first.Unit == f.Unit {
			return i
		}
	}
	return nil
}

// uniqueNames tells indicators of one name apart.
func (d *Draft) uniqueNames() {
	count := map[string]int{}
	for _, i := range d.indicators {
		count[i.name]++
		if n := count[i.name]; n > 1 {
			i.name += "（" + i.first.Unit.String() + "）"
			if count[i.name]++; count[i.name] > 1 {
				i.name += string(rune('A' + count[i.name] - 1))
			}
		}
	}
}
