package office

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/table"
	"reportsite/generator/internal/tomlfile"
	"reportsite/generator/internal/wording"
)

// planned is what a plan table demands of an indicator for a year.
type planned struct {
	source.Target
	year int
	bare bool // a number alone, which says less than 8.5%左右
	at   diag.Pos
}

// plan takes a target of a plan table.
func (k *taking) plan(e *entry, f *table.Fact) {
	text := strings.TrimSpace(f.Text)
	if f.Missing || text == "" {
		return
	}
	p := &planned{year: f.Time.Year, at: f.At}
	unit, ok := k.targetUnit(e, f)
	if !ok {
		return
	}
	p.AsWritten = text
	if !k.bound(e, p, unit, f) {
		return
	}
	if day := k.releasedOf(k.tableSourceQuiet()); !day.IsZero() && f.Column.Time.Back == 0 && day.Year == f.Time.Year {
		p.Announced = tomlfile.Date{Date: day}
	}
	e.planned = append(e.planned, p)
	k.u.Lines = append(k.u.Lines, Line{
		At: f.At, Row: f.Row.N, Text: f.Text, Name: f.Label, Indicator: e.ID,
		What: strconv.Itoa(p.year) + " target " + p.Op, Value: p.AsWritten,
	})
}

// targetUnit is the unit of a target whose words may name none.
func (k *taking) targetUnit(e *entry, f *table.Fact) (model.Unit, bool) {
	units, bad := k.units(f)
	var fit []model.Unit
	for _, u := range units {
		if from, ok := factor(u, e); ok && !slices.Contains(fit, from) {
			fit = append(fit, from)
		}
	}
	ofTable := f.UnitsAt == k.u.Table.UnitsAt
	switch {
	case len(fit) == 1:
		return fit[0], true
	case len(fit) > 1:
		k.report(WhichUnit.At(f.At, fit[0].String(), fit[1].String()))
		return "", false
	case bad != "" && !ofTable:
		k.report(UnknownUnit.At(f.UnitsAt, bad))
		return "", false
	case len(units) > 0 && !ofTable && !strings.ContainsAny(f.Text, "%‰"):
		k.report(UnitMismatch.At(f.UnitsAt, units[0].String(), e.ID, e.unit.String()))
		return "", false
	}
	return e.unit, true
}

// bound reads the words of a target: a number alone is reached in the direction in
// which the indicator gets better; words without a figure are only shown.
func (k *taking) bound(e *entry, p *planned, unit model.Unit, f *table.Fact) bool {
	words := strings.NewReplacer(" ", "", "\u3000", "", "\n", "").Replace(p.AsWritten)
	fig, err := k.grammar.Parse(words)
	if err != nil {
		if strings.ContainsAny(table.Plain(words), "0123456789%") {
			k.report(BadTarget.At(f.At, f.Text))
			return false
		}
		p.Op = string(model.Qualitative)
		if strings.Contains(words, "下达") {
			p.Op = string(model.External)
		}
		return true
	}
	op := fig.Op
	switch {
	case op == "" && e.Better == string(model.Down):
		op = model.LE
	case op == "" && e.Better == string(model.Band):
		op = model.EQ
	case op == "":
		op = model.GE
	case op == model.Range && fig.Shift:
		op = model.DeltaPP
	case op == model.Range && fig.Approx:
		op = model.Approx
	case op.Relative():
		k.report(RelativeTarget.At(f.At, f.Text))
		return false
	}
	p.Op, p.Hedge, p.bare = string(op), fig.Hedge, fig.Op == "" && !fig.Reach
	if fig.Value.Unit == "" && fig.High.Unit == "" && fig.Stretch.Unit == "" && !fig.Value.Scaled && !fig.High.Scaled {
		p.AsWritten = lastNumber.ReplaceAllString(p.AsWritten, "${1}"+unit.String()+"${2}") // 7左右 under the unit %
	}
	if fig.Multiple.Valid || len(fig.Parts) > 0 || fig.StretchHigh.Valid || op == model.DeltaPP || op == model.Flat {
		k.report(RelativeTarget.At(f.At, f.Text))
		return false
	}
	for _, x := range []struct {
		from wording.Amount
		to   *tomlfile.Number
	}{{fig.Value, &p.Value}, {fig.Low, &p.Low}, {fig.High, &p.High}, {fig.Stretch, &p.Stretch}} {
		if !x.from.Valid {
			continue
		}
		v, ok := inUnitOf(x.from, unit, e)
		if !ok {
			k.report(UnitMismatch.At(f.At, x.from.Unit.String(), e.ID, e.unit.String()))
			return false
		}
		*x.to = tomlfile.Number{Decimal: v, Valid: true}
	}
	for _, a := range fig.Further {
		v, ok := inUnitOf(a, unit, e)
		if !ok {
			k.report(UnitMismatch.At(f.At, a.Unit.String(), e.ID, e.unit.String()))
			return false
		}
		p.Further = append(p.Further, tomlfile.Number{Decimal: v, Valid: true})
	}
	return true
}

// lastNumber finds the end of the last number of a text.
var lastNumber = regexp.MustCompile(`(\d)([^\d]*)$`)

// inUnitOf is an amount in the unit of an indicator; one that names no unit is in
// that of the table, and a word of scale alone counts in its root.
func inUnitOf(a wording.Amount, table model.Unit, e *entry) (decimal.Decimal, bool) {
	from := a.Unit
	switch {
	case a.Scaled:
		from = e.unit.Root()
	case from == "":
		from = table
	}
	if u, ok := factor(from, e); ok {
		return model.Convert(a.Number, u, e.unit)
	}
	return decimal.Decimal{}, false
}

// particulars takes the nature and the responsible units of a plan table.
func (k *taking) particulars(e *entry, f *table.Fact) {
	x := f.Row
	if n := strings.TrimSpace(x.Nature.Text); n != "" {
		full := map[string]string{"预期性": "预期性", "预期": "预期性", "约束性": "约束性", "约束": "约束性"}[n]
		switch {
		case full == "":
			k.report(BadNature.At(x.Nature.At, n))
		case e.Nature == "":
			e.Nature = full
			e.places.Add(x.Nature.At, "nature")
		case e.Nature != full:
			k.report(NatureDiffers.At(x.Nature.At, full, e.Nature, e.At("nature").String()))
		}
	}
	if e.Lead == "" && x.Lead.Text != "" {
		units := unitsIn(x.Lead.Text)
		e.Lead, e.Support = units[0], append(slices.Clone(e.Support), units[1:]...)
		e.places.Add(x.Lead.At, "lead")
		e.places.Add(x.Lead.At, "support")
	}
}

// unitsIn splits the names of offices; there is one at least.
func unitsIn(text string) []string {
	list := table.Offices(text)
	if len(list) == 0 {
		return []string{text}
	}
	return list
}

// settlePlans puts the targets of plan tables into the content. Of several for one
// year the one that was announced last is in force.
func (t *taker) settlePlans(e *entry) {
	if len(e.planned) == 0 {
		return
	}
	e.Target = maps.Clone(e.Target)
	if e.Target == nil {
		e.Target = map[string]source.Target{}
	}
	slices.SortStableFunc(e.planned, func(a, b *planned) int {
		return cmp.Or(cmp.Compare(a.year, b.year), a.Announced.Compare(b.Announced.Date))
	})
	last := map[string]*planned{}
	for _, p := range e.planned {
		key := strconv.Itoa(p.year)
		if own, ok := e.Doc, e.Doc.Has("target", key); ok {
			if old := e.Target[key]; !sameBound(old.Bound, p.Bound) && !(p.bare && old.Value.Valid && old.Value.Decimal.Equal(p.Value.Decimal)) {
				t.report(TargetDiffers.At(p.at, p.AsWritten, old.AsWritten, own.Pos("target", key).String()))
			}
			continue
		}
		before := last[key]
		switch {
		case before == nil:
		case sameBound(before.Bound, p.Bound):
			continue
		case before.Announced.IsZero() || !p.Announced.After(before.Announced.Date):
			t.report(TargetDiffers.At(p.at, p.AsWritten, before.AsWritten, before.at.String()))
			continue
		default:
			p.Earlier = append(before.Earlier, before.Bound)
		}
		last[key] = p
		e.Target[key] = p.Target
		e.places.Add(p.at, "target", key)
		for _, k := range []string{"op", "value", "low", "high", "stretch", "as_written", "announced", "earlier"} {
			e.places.Add(p.at, "target", key, k)
		}
	}
}

// sameBound reports whether two targets demand the same.
func sameBound(a, b source.Bound) bool {
	same := func(a, b tomlfile.Number) bool { return a.Valid == b.Valid && a.Decimal.Equal(b.Decimal) }
	return a.Op == b.Op && same(a.Value, b.Value) && same(a.Low, b.Low) && same(a.High, b.High) && same(a.Stretch, b.Stretch)
}
