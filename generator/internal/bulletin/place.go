package bulletin

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/statement"
)

// entry is an indicator of the site.
type entry struct {
	*source.Indicator
	unit  model.Unit
	names []string // in the form for comparing
}

// index finds indicators by the names that they go by.
type index struct {
	list []entry
}

func newIndex(tree *source.Tree, units *model.UnitTable) *index {
	x := &index{}
	for _, i := range tree.Indicators {
		e := entry{Indicator: i}
		e.unit, _ = units.Find(i.Unit)
		for _, name := range append([]string{i.Name, i.Short, i.NameEn, i.ShortEn}, i.Aliases...) {
			if n := bare(name); n != "" {
				e.names = append(e.names, n)
			}
		}
		x.list = append(x.list, e)
	}
	return x
}

// bare is a name without the words that its measure says already.
func bare(name string) string {
	n := statement.Norm(name)
	for _, end := range []string{"同比增速", "增速", "同比增长", "growth"} {
		if rest, ok := strings.CutSuffix(n, end); ok && rest != "" {
			n = rest
		}
	}
	return strings.TrimSpace(n)
}

// place finds the indicator of a result and what is to be done.
func (x *index) place(row *Row, o Options) {
	if row.Kind != statement.Result {
		row.Act, row.Reason = Unused, row.Why
		return
	}
	e, sure := x.find(&row.Item)
	if e == nil {
		row.Act, row.Reason = Unused, "intake-no-indicator"
		return
	}
	row.ID, row.File = e.ID, e.File
	value, ok := model.Convert(row.Item.Value.Decimal, row.Unit, e.unit)
	switch {
	case !ok:
		row.Act, row.Reason = Ask, "intake-unit"
		return
	case !row.Item.Value.Valid && row.Sense == model.Exactly:
		row.Act, row.Reason = Unused, "intake-no-indicator"
		return
	}
	row.Value = value
	row.basisFor(e)
	// The indicator that was found says whether a figure is a share or a growth, and a
	// name that is known is not too long.
	doubts := slices.DeleteFunc(slices.Clone(row.Doubts), func(d string) bool { return d == "doubt-percent" || d == "doubt-long-name" })
	switch {
	case !sure:
		row.Act, row.Reason = Ask, "intake-name"
	case len(doubts) > 0:
		row.Act, row.Reason = Ask, doubts[0]
	case e.Observations != "":
		row.Act, row.Reason = Ask, "intake-table"
	case row.Period.Kind == model.Plan && row.Basis != model.Cumulative:
		row.Act, row.Reason = Ask, "intake-no-period"
	default:
		row.compare(e, o)
	}
}

// basisFor is the table of the indicator that a result belongs to.
func (row *Row) basisFor(e *entry) {
	switch {
	case row.Period.Kind == model.Year:
		row.Basis = model.Annual
	case e.Accrual == string(model.Stock):
		row.Basis = model.Point
	case row.Basis == model.Annual || row.Basis == "" || row.Basis == model.Point && e.Accrual == string(model.Flow):
		row.Basis = model.Cumulative
	}
}

// tables are the results that an indicator has.
func (e *entry) tables() map[model.Basis]map[string]source.Observation {
	return map[model.Basis]map[string]source.Observation{
		model.Annual: e.Annual, model.Cumulative: e.Cumulative, model.Single: e.Single, model.Point: e.Point,
	}
}

// compare looks for a value of the same time, whatever its key: June of the year so far
// and the first half are one.
func (row *Row) compare(e *entry, o Options) {
	accrual := model.Accrual(e.Accrual)
	span := model.SpanOf(accrual, row.Period, row.Basis)
	for _, basis := range model.Bases {
		table := e.tables()[basis]
		for _, key := range slices.Sorted(maps.Keys(table)) {
			p, err := model.ParsePeriod(key)
			if err != nil || model.SpanOf(accrual, p, basis) != span {
				continue
			}
			row.Period, row.Basis = p, basis
			old := table[key].Value
			switch {
			case old.Valid && old.Decimal.Equal(row.Value):
				row.Act = There
			case o.Revise:
				row.Act, row.Old = Revise, old.Decimal.String()
			default:
				row.Act, row.Reason, row.Old = Ask, "intake-differs", old.Decimal.String()
			}
			return
		}
	}
	row.Act = Write
	row.inStyle(e.tables()[row.Basis])
}

// inStyle writes the period as the table writes its others: 2025-06 where all of them are
// months.
func (row *Row) inStyle(table map[string]source.Observation) {
	months := false
	for key := range table {
		p, err := model.ParsePeriod(key)
		if err != nil || p.Kind == model.Quarter || p.Kind == model.Half {
			return
		}
		months = months || p.Kind == model.Month
	}
	if months && (row.Period.Kind == model.Quarter || row.Period.Kind == model.Half) && row.Basis != model.Single {
		row.Period = model.Period{Year: row.Period.Year, Kind: model.Month, N: row.Period.EndMonth()}
	}
}

// find finds the indicator of a result: one whose name means the same, with the same
// measure and a unit that converts. sure is false where the name is only alike.
func (x *index) find(item *statement.Item) (found *entry, sure bool) {
	name := bare(item.Name)
	var like []*entry
	for n := range x.list {
		e := &x.list[n]
		if !sameMeasure(item.Measure, model.Measure(e.Measure)) {
			continue
		}
		if _, ok := model.Convert(decimal.NewFromInt(1), item.Unit, e.unit); !ok && item.Unit != e.unit {
			if _, related := model.Factor(item.Unit, e.unit); !related {
				continue
			}
		}
		if slices.Contains(e.names, name) {
			return e, true
		}
		if slices.ContainsFunc(e.names, func(own string) bool { return alike(own, name) }) {
			like = append(like, e)
		}
	}
	if len(like) == 1 {
		return like[0], false
	}
	return nil, false
}

// sameMeasure reports whether a figure of one measure can be of an indicator of another:
// of an amount the words do not say whether it is a level or a count.
func sameMeasure(a, b model.Measure) bool {
	kind := func(m model.Measure) model.Measure {
		if m == model.Count {
			return model.Level
		}
		return m
	}
	return kind(a) == kind(b)
}

// alike reports whether one name holds the other and is not much longer.
func alike(a, b string) bool {
	long, short := []rune(a), []rune(b)
	if len(long) < len(short) {
		long, short = short, long
	}
	return len(short) >= 3 && len(short)*3 >= len(long)*2 && strings.Contains(string(long), string(short))
}
