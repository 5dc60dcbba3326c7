package check

import (
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/tomlfile"
)

// readObservations reads the four tables of results, and the rows of the table
// beside the file.
func (c *checker) readObservations(i *model.Indicator, s *source.Indicator) {
	tables := []struct {
		basis model.Basis
		rows  map[string]source.Observation
	}{
		{model.Annual, s.Annual}, {model.Cumulative, s.Cumulative},
		{model.Single, s.Single}, {model.Point, s.Point},
	}
	places := map[*model.Observation]diag.Pos{}
	for _, table := range tables {
		for _, key := range keysOf(table.rows) {
			at := func(k string) diag.Pos {
				if pos := s.Doc.Pos(string(table.basis), key, k); pos.Exact() {
					return pos
				}
				return s.At(string(table.basis), key)
			}
			period, err := model.ParsePeriod(key)
			if err != nil {
				c.report(BadPeriod.At(at(""), key).WithSuggestion(sheet.PeriodKey(key)))
				continue
			}
			switch annual := table.basis == model.Annual; {
			case period.Kind == model.Plan && table.basis != model.Cumulative:
				c.report(PlanTable.At(at(""), key, string(table.basis)))
			case period.Kind == model.Plan, table.basis == model.Point:
			case annual != (period.Kind == model.Year):
				c.report(PeriodOfBasis.At(at(""), key, string(table.basis)))
			}
			o := c.readObservation(i, table.rows[key], at)
			o.Indicator, o.Period, o.Basis = i, period, table.basis
			i.Observations = append(i.Observations, o)
			places[o] = at("value")
		}
	}
	c.readRows(i, s, places)
	i.SortObservations()
	c.sameSpan(i, places)
}

// readRows reads the table of a spreadsheet.
func (c *checker) readRows(i *model.Indicator, s *source.Indicator, places map[*model.Observation]diag.Pos) {
	for _, r := range s.Rows {
		period, err := model.ParsePeriod(r.Period)
		if err != nil { // package sheet has refused all others
			panic("generator: internal error: " + err.Error())
		}
		basis, ok := basisOf(i, r.Basis, period)
		switch {
		case !ok:
			c.report(NoBasis.At(r.At("period"), r.Period))
			continue
		case (basis == model.Annual) != (period.Kind == model.Year) && basis != model.Point:
			c.report(PeriodOfBasis.At(r.At("basis"), r.Period, string(basis)))
		case i.Observation(period, basis) != nil:
			c.report(WrittenTwice.At(r.At("period"), r.Period, basisNames[basis], s.File))
			continue
		}
		if r.Missing {
			i.Gaps = append(i.Gaps, model.Gap{
				Period: period, Basis: basis,
				Reason: model.Text{Zh: r.Note, En: r.NoteEn},
			})
			continue
		}
		value, ok := c.inUnit(i, r)
		if !ok {
			continue
		}
		o := c.readObservation(i, source.Observation{
			Value:    tomlfile.Number{Decimal: value, Valid: true},
			Stage:    r.Stage,
			Released: tomlfile.Date{Date: r.Released},
			Source:   r.Source,
			Approx:   r.Approx,
			Ok:       r.Ok,
			Note:     r.Note,
			NoteEn:   r.NoteEn,
			Earlier:  c.earlier(i, r),
		}, r.At)
		o.Indicator, o.Period, o.Basis = i, period, basis
		i.Observations = append(i.Observations, o)
		places[o] = r.At("value")
	}
}

// earlier are the values before the revisions of a row, which are in the unit of its
// value.
func (c *checker) earlier(i *model.Indicator, r *sheet.Row) []source.Revision {
	var list []source.Revision
	for _, e := range r.Earlier {
		as := *r
		as.Value = e.Value
		value, ok := c.inUnit(i, &as)
		if !ok {
			return nil // reported with the value itself
		}
		list = append(list, source.Revision{
			Value:    tomlfile.Number{Decimal: value, Valid: true},
			Released: tomlfile.Date{Date: e.Released},
			Reason:   e.Reason,
		})
	}
	return list
}

// inUnit is a row's figure in the indicator's unit, whatever the table has it
// in.
func (c *checker) inUnit(i *model.Indicator, r *sheet.Row) (decimal.Decimal, bool) {
	own := i.Unit
	if r.Unit == "" || own != "" && !own.Known() { // reported at the unit
		return r.Value, true
	}
	if own == "" && i.Measure != model.Index { // reported, too
		return r.Value, true
	}
	v, ok := model.Convert(r.Value, r.Unit, own)
	switch {
	case ok:
	case r.Unit == model.Percent && r.UnitAt == r.At("value"):
		c.report(NotPercent.At(r.UnitAt, own.String()))
	default:
		name := diag.Words{En: "“" + own.String() + "”", Zh: "“" + own.String() + "”"}
		if own == "" {
			name = diag.Words{En: "none", Zh: "无"}
		}
		c.report(OtherUnit.At(r.UnitAt, r.Unit.String(), name))
	}
	return v, ok
}

// sameSpan reports two different results for the same time: 2024-06 and 2024-H1,
// the year and January to December. Equal ones are allowed.
func (c *checker) sameSpan(i *model.Indicator, places map[*model.Observation]diag.Pos) {
	seen := map[model.Span]*model.Observation{}
	for _, o := range i.Observations {
		first := seen[o.Span()]
		if first == nil {
			seen[o.Span()] = o
			continue
		}
		if first.Sense == o.Sense && first.Value.Equal(o.Value) && slices.EqualFunc(first.Parts, o.Parts, decimal.Decimal.Equal) {
			continue
		}
		c.report(SameSpan.At(places[o],
			o.Period.String(), basisNames[o.Basis], result(o),
			first.Period.String(), basisNames[first.Basis], result(first), places[first].String()))
	}
}

// result is a result in the words of messages.
func result(o *model.Observation) string {
	figure := o.Digits() + o.Indicator.Unit.String()
	if o.Sense != model.Exactly {
		return string(o.Sense) + " " + figure
	}
	return figure
}

// basisNames are the names of bases in messages.
var basisNames = map[model.Basis]diag.Words{
	model.Annual:     {En: "annual", Zh: "全年"},
	model.Cumulative: {En: "cumulative", Zh: "累计"},
	model.Single:     {En: "single", Zh: "当期"},
	model.Point:      {En: "point", Zh: "期末"},
}

// basisOf is what a figure covers: as written, or the only basis that is possible.
// A whole year's total is the year. A month alone can be the month or the year to
// date.
func basisOf(i *model.Indicator, written string, p model.Period) (model.Basis, bool) {
	switch {
	case p.Kind == model.Year && written == string(model.Cumulative): // 1—12月累计
		return model.Annual, true
	case written != "":
		return model.Basis(written), true
	case i.Accrual == model.Stock:
		return model.Point, true
	case p.Kind == model.Year:
		return model.Annual, true
	case p.EndMonth() == p.Months(): // it begins with January
		return model.Cumulative, true
	}
	return "", false
}

func (c *checker) readObservation(i *model.Indicator, raw source.Observation, at func(string) diag.Pos) *model.Observation {
	o := &model.Observation{
		Value:    raw.Value.Decimal,
		Stage:    c.stage(raw.Stage, at),
		Released: raw.Released.Date,
		Source:   c.source(raw.Source, at("source")),
		Approx:   raw.Approx,
		Break:    model.Text{Zh: raw.Break, En: raw.BreakEn},
		Ok:       raw.Ok,
		Note:     model.Text{Zh: raw.Note, En: raw.NoteEn},
	}
	o.Sense = c.sense(raw, at)
	switch bare := o.Sense == model.Positive || o.Sense == model.Negative; {
	case i.Measure == model.Structure:
		o.Parts = c.parts(i, raw.Values, at("values"))
	case raw.Values != nil:
		c.report(PartsNames.At(at("values"), string(i.Measure)))
	case bare && raw.Value.Valid:
		c.report(SenseValue.At(at("value"), raw.Sense))
	case !bare && !raw.Value.Valid:
		c.report(NoValue.At(at("value")))
	}
	if o.Released.IsZero() && o.Source != nil {
		o.Released = o.Source.Date // which may be unknown too, as of a reprint
	}
	for _, r := range raw.Earlier {
		if !r.Value.Valid || r.Released.Date.IsZero() {
			c.report(RevisionParts.At(at("earlier")))
			continue
		}
		o.Earlier = append(o.Earlier, model.Revision{
			Value:    r.Value.Decimal,
			Stage:    c.stage(r.Stage, at),
			Released: r.Released.Date,
			Reason:   model.Text{Zh: r.Reason, En: r.ReasonEn},
		})
	}
	slices.SortStableFunc(o.Earlier, func(a, b model.Revision) int { return a.Released.Compare(b.Released) })
	if n := len(o.Earlier); n > 0 && !o.Released.After(o.Earlier[n-1].Released) {
		c.report(RevisionOrder.At(at("earlier")))
	}
	return o
}

// sense reads the word of a result that is published as an inequality.
func (c *checker) sense(raw source.Observation, at func(string) diag.Pos) model.Sense {
	if raw.Sense == "" {
		return model.Exactly
	}
	sense, ok := oneOf(raw.Sense, model.Senses)
	switch {
	case !ok:
		c.badCode(at("sense"), BadChoice, "sense", raw.Sense, names(model.Senses), "sense")
	case raw.Approx:
		c.report(SenseApprox.At(at("approx"), raw.Sense))
	}
	return sense
}

func (c *checker) stage(word string, at func(string) diag.Pos) model.Stage {
	if word == "" {
		return ""
	}
	stage, ok := oneOf(word, model.Stages)
	if !ok {
		c.badCode(at("stage"), BadStage, "stage", word, names(model.Stages))
	}
	return stage
}
