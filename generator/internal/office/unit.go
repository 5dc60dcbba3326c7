package office

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/table"
)

// inPercent reports whether a figure is one in %.
func (k *taking) inPercent(f *table.Fact) bool {
	if f.Unit != "" {
		return f.Unit == model.Percent || f.Unit == model.Permille
	}
	if f.Kind == table.Target && strings.ContainsAny(f.Text, "%％‰") {
		return true
	}
	return f.UnitsAt != k.u.Table.UnitsAt && slices.Contains(f.Units, "%") || len(f.Units) == 1 && f.Units[0] == "%"
}

// units are the units that are said of a figure.
func (k *taking) units(f *table.Fact) (known []model.Unit, bad string) {
	if f.Unit != "" {
		return []model.Unit{f.Unit}, ""
	}
	for _, word := range f.Units {
		u, ok := k.unitNamed(word)
		if !ok {
			bad = word
			continue
		}
		known = append(known, u)
	}
	return known, bad
}

// unitNamed is the unit that words name: one of the site, or a built-in one in English.
func (k *taking) unitNamed(words string) (model.Unit, bool) {
	if u, ok := k.cfg.Units.Find(words); ok {
		return u, true
	}
	return sheet.UnitOf(words)
}

func (k *taking) convertible(e *entry, f *table.Fact) bool {
	units, _ := k.units(f)
	return slices.ContainsFunc(units, func(u model.Unit) bool { _, ok := factor(u, e); return ok })
}

// counted are the words with which tables count firms and the like: 12户 are 12家.
var counted = []model.Unit{"家", "户", "个"}

// factor gives the unit that stands for one of a table in the unit of the
// indicator; ok is false where the two are of different kinds.
func factor(u model.Unit, e *entry) (model.Unit, bool) {
	if _, ok := model.Factor(u, e.unit); ok {
		return u, true
	}
	if e.Measure == string(model.Count) && slices.Contains(counted, u) && slices.Contains(counted, e.unit) {
		return e.unit, true
	}
	return "", false
}

// inUnit is a figure in the unit of its indicator.
func (k *taking) inUnit(e *entry, f *table.Fact) (decimal.Decimal, bool) {
	if e.unit == "" {
		return f.Value, true // reported by package check
	}
	units, bad := k.units(f)
	at := f.UnitsAt
	if f.Unit != "" {
		at = f.At
	}
	var fit []model.Unit
	for _, u := range units {
		if _, ok := factor(u, e); ok && !slices.Contains(fit, u) {
			fit = append(fit, u)
		}
	}
	ofTable := f.Unit == "" && f.UnitsAt == k.u.Table.UnitsAt
	switch {
	case len(fit) == 1:
		from, _ := factor(fit[0], e)
		if v, ok := model.Convert(f.Value, from, e.unit); ok {
			return v, true
		}
		k.report(UnitMismatch.At(at, fit[0].String(), e.ID, e.unit.String()))
		return decimal.Decimal{}, false
	case len(fit) > 1:
		k.report(WhichUnit.At(f.At, fit[0].String(), fit[1].String()))
		return decimal.Decimal{}, false
	case e.rate() && (ofTable || len(f.Units) == 0):
		return f.Value, true // a growth is in %, whatever the levels are in
	case bad != "" && !ofTable:
		k.report(UnknownUnit.At(at, bad))
		return decimal.Decimal{}, false
	case len(units) > 0:
		k.report(UnitMismatch.At(at, units[0].String(), e.ID, e.unit.String()))
		return decimal.Decimal{}, false
	}
	if k.sheet.Unit != "" {
		return k.sheetUnit(e, f)
	}
	if e.Measure == string(model.Level) {
		k.report(NoUnitSaid.At(f.At, f.Label, e.unit.String()))
		return decimal.Decimal{}, false
	}
	return f.Value, true
}

// sheetUnit converts from the unit that the description of the table gives.
func (k *taking) sheetUnit(e *entry, f *table.Fact) (decimal.Decimal, bool) {
	u, ok := k.unitNamed(k.sheet.Unit)
	if !ok {
		k.report(UnknownUnit.At(k.sheet.At("unit"), k.sheet.Unit))
		return decimal.Decimal{}, false
	}
	if v, ok := model.Convert(f.Value, u, e.unit); ok {
		return v, true
	}
	if e.Measure == string(model.Level) {
		k.report(NoUnitSaid.At(f.At, f.Label, e.unit.String()))
		return decimal.Decimal{}, false
	}
	return f.Value, true // a count under 亿元 of the table
}
