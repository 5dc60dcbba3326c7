package check

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/tomlfile"
)

func (c *checker) readTargets(i *model.Indicator, s *source.Indicator) {
	for _, key := range keysOf(s.Target) {
		period, err := model.ParsePeriod(key)
		if err != nil {
			c.report(BadPeriod.At(s.At("target", key), key).WithSuggestion(sheet.PeriodKey(key)))
			continue
		}
		i.Targets = append(i.Targets, c.readTarget(i, s, key, period))
	}
	slices.SortFunc(i.Targets, model.CompareTargets)
}

func (c *checker) readTarget(i *model.Indicator, s *source.Indicator, key string, period model.Period) *model.Target {
	raw := s.Target[key]
	at := func(k string) diag.Pos {
		if pos := s.Doc.Pos("target", key, k); pos.Exact() {
			return pos
		}
		return s.At("target", key)
	}
	t := &model.Target{
		Indicator: i,
		Period:    period,
		Bound:     c.readBound(i, raw.Bound, at),
		Hedge:     raw.Hedge,
		Note:      model.Text{Zh: raw.Note, En: raw.NoteEn},
	}
	for n, e := range raw.Earlier {
		if e.Op == "" {
			e.Op = raw.Op // a superseded version usually has another figure, not another operator
		}
		at := func(k string) diag.Pos {
			if pos := s.Doc.Pos("target", key, "earlier", strconv.Itoa(n), k); pos.Line > 0 {
				return pos
			}
			return at("earlier")
		}
		b := c.readBound(i, e, at)
		if b.Announced.IsZero() {
			c.report(EarlierDate.At(at("")))
		}
		t.Earlier = append(t.Earlier, b)
	}
	slices.SortStableFunc(t.Earlier, func(a, b model.Bound) int { return a.Announced.Compare(b.Announced) })
	if len(t.Earlier) > 0 && !t.Announced.After(t.Earlier[len(t.Earlier)-1].Announced) {
		c.report(AnnouncedOrder.At(at("announced")))
	}
	c.readTargetSection(t, raw.Section, at)
	t.Plan = c.readPlan(s, key, period)
	c.readSpan(t, raw, at)
	if t.Reason = (model.Text{Zh: raw.Reason, En: raw.ReasonEn}); raw.Reason != "" || raw.ReasonSource != "" {
		t.ReasonBy = c.source(raw.ReasonSource, at("reason_source"))
		if raw.Reason == "" {
			c.report(ReasonParts.At(at("reason_source")))
		}
	}
	t.Override = c.readOverride(raw.Override, func(k string) diag.Pos {
		if pos := s.Doc.Pos("target", key, "override", k); pos.Line > 0 {
			return pos
		}
		return at("override")
	})
	return t
}

// readSpan reads what of a plan period the target's figure is. For a flow or a rate
// it must be written, because 到2025年达到100亿元 and 五年累计100亿元 are two different
// targets.
func (c *checker) readSpan(t *model.Target, raw source.Target, at func(string) diag.Pos) {
	i := t.Indicator
	if t.Period.Kind != model.Plan {
		if raw.Counts != "" || raw.From != "" {
			c.report(CountsSurplus.At(at("counts"), t.Period.String()))
		}
		return
	}
	counts, ok := oneOf(raw.Counts, model.AllCounts)
	switch {
	case raw.Counts == "" && (i.Accrual == model.Flow || i.Measure == model.Growth):
		c.report(CountsMissing.At(at("counts"), t.Period.String(), codeList("counts", names(model.AllCounts))))
	case raw.Counts == "":
		counts = model.AtEnd
	case !ok:
		c.badCode(at("counts"), BadChoice, "counts", raw.Counts, names(model.AllCounts), "counts")
	}
	t.Counts = counts
	if raw.From == "" {
		return
	}
	from, err := model.ParsePeriod(raw.From)
	if err != nil || from.Year > t.Period.From() {
		c.report(FromPeriod.At(at("from"), raw.From, t.Period.String()))
	}
	t.From = from
}

// readTargetSection finds where the target is stated: the section that is
// named, or the indicator's own section in the edition of that year.
func (c *checker) readTargetSection(t *model.Target, ref string, at func(string) diag.Pos) {
	if ref != "" {
		t.Section, _ = c.sectionRef(ref, at("section"))
		return
	}
	if own := t.Indicator.Section; own != nil {
		for _, ed := range c.site.Editions {
			if ed.Sets(t.Period) {
				t.Section = c.sections[ed.Period.String()+"/"+own.ID]
			}
		}
	}
}

// readBound reads what a version of a target demands; every operator needs its
// own keys and refuses the others.
func (c *checker) readBound(i *model.Indicator, raw source.Bound, at func(string) diag.Pos) model.Bound {
	b := model.Bound{
		Tolerance: null(raw.Tolerance),
		Stretch:   null(raw.Stretch),
		AsWritten: model.Text{Zh: raw.AsWritten, En: raw.AsWrittenEn},
		Announced: raw.Announced.Date,
	}
	if raw.AsWritten == "" {
		c.report(NoAsWritten.At(at("as_written")))
	}
	op, ok := oneOf(raw.Op, model.Ops)
	if raw.Op == "" {
		c.report(MissingChoice.At(at("op"), "op", codeList("op", names(model.Ops))))
		return b
	}
	if !ok {
		c.badCode(at("op"), BadOp, "op", raw.Op, names(model.Ops))
		return b
	}
	b.Op = op
	c.readFigures(i, &b, raw, at)
	if op.Relative() {
		switch ref := c.indicators[raw.Ref]; {
		case raw.Ref == "":
			c.report(NeedsKey.At(at("ref"), raw.Op, "ref"))
		case ref == nil:
			c.unknownRef(at("ref"), UnknownIndicator, raw.Ref, keysOf(c.indicators))
		case ref == i:
			c.report(RefSelf.At(at("ref")))
		case ref.Unit != i.Unit:
			c.report(RefUnit.At(at("ref"), ref.Unit.String(), i.Unit.String()))
		default:
			b.Ref = ref
			if later(ref.Withheld, i.Withheld) {
				c.report(RefWithheld.At(at("ref"), raw.Ref))
			}
		}
	} else if raw.Ref != "" {
		c.report(NeedlessKey.At(at("ref"), raw.Op, "ref"))
	}
	if b.Tolerance.Valid && b.Tolerance.Decimal.IsNegative() {
		c.report(NegativeTolerance.At(at("tolerance")))
	}
	c.checkStretch(i, b, at)
	c.readFurther(i, &b, raw, at)
	if i.Measure == model.Structure && (op == model.EQ || op == model.Approx) {
		b.Parts = c.parts(i, raw.Values, at("values"))
	} else if raw.Values != nil {
		c.report(NeedlessKey.At(at("values"), raw.Op, "values"))
	}
	return b
}

// readFurther reads the aims beyond the higher aim, each harder than the one
// before it.
func (c *checker) readFurther(i *model.Indicator, b *model.Bound, raw source.Bound, at func(string) diag.Pos) {
	before := b.Stretch
	for _, n := range raw.Further {
		harder := before.Valid && n.Decimal.Cmp(before.Decimal) > 0
		if i.Better == model.Down {
			harder = before.Valid && n.Decimal.Cmp(before.Decimal) < 0
		}
		if !harder {
			c.report(FurtherOrder.At(at("further"), n.Decimal.String(), before.Decimal.String()))
		}
		b.Further = append(b.Further, n.Decimal)
		before = null(n)
	}
}

// figureKeys says which figures an operator needs (true) and which it may have
// (false); every other one is refused.
var figureKeys = map[model.Op]map[string]bool{
	model.GE:          {"value": true, "base": false, "multiple": false, "stretch": false, "tolerance": false},
	model.GT:          {"value": true, "base": false, "multiple": false, "stretch": false, "tolerance": false},
	model.LE:          {"value": true, "stretch": false, "tolerance": false},
	model.LT:          {"value": true, "stretch": false, "tolerance": false},
	model.EQ:          {"value": true, "tolerance": false},
	model.Approx:      {"value": true, "low": false, "high": false, "tolerance": false, "stretch": false},
	model.Range:       {"low": true, "high": true, "stretch": false, "tolerance": false},
	model.RelGT:       {},
	model.RelGE:       {"tolerance": false},
	model.RelSync:     {"tolerance": false},
	model.Flat:        {"base": false, "tolerance": false},
	model.DeltaPP:     {"value": true, "low": false, "high": false, "base": false, "tolerance": false},
	model.External:    {},
	model.Qualitative: {},
}

func (c *checker) readFigures(i *model.Indicator, b *model.Bound, raw source.Bound, at func(string) diag.Pos) {
	figures := []struct {
		key  string
		from tomlfile.Number
		to   *decimal.NullDecimal
	}{
		{"value", raw.Value, &b.Value}, {"low", raw.Low, &b.Low}, {"high", raw.High, &b.High},
		{"base", raw.Base, &b.Base}, {"multiple", raw.Multiple, &b.Multiple},
		{"tolerance", raw.Tolerance, &b.Tolerance}, {"stretch", raw.Stretch, &b.Stretch},
	}
	for _, f := range figures {
		required, allowed := figureKeys[b.Op][f.key]
		if between := allowed && figureKeys[b.Op]["value"] && (raw.Low.Valid || raw.High.Valid); between {
			required = f.key == "low" || f.key == "high" // 5.3%—5.4%左右: two figures in place of one
			allowed = f.key != "value"
		}
		switch {
		case f.from.Valid && !allowed:
			c.report(NeedlessKey.At(at(f.key), string(b.Op), f.key))
		case !f.from.Valid && required && !(f.key == "value" && (raw.Multiple.Valid || i.Measure == model.Structure)):
			c.report(NeedsKey.At(at(f.key), string(b.Op), f.key))
		default:
			*f.to = null(f.from)
		}
	}
	if raw.Multiple.Valid {
		switch {
		case !raw.Base.Valid:
			c.report(MultipleBase.At(at("multiple")))
		case raw.Value.Valid:
			c.report(NeedlessKey.At(at("value"), "multiple", "value"))
		default:
			b.Value = decimal.NewNullDecimal(raw.Base.Decimal.Mul(raw.Multiple.Decimal))
		}
	}
	if b.Low.Valid && b.High.Valid && !b.Low.Decimal.LessThan(b.High.Decimal) {
		c.report(RangeOrder.At(at("low"), b.Low.Decimal.String(), b.High.Decimal.String()))
	}
}

// checkStretch refuses a stretch that is easier than the target itself.
func (c *checker) checkStretch(i *model.Indicator, b model.Bound, at func(string) diag.Pos) {
	if !b.Stretch.Valid {
		return
	}
	least := b.Value
	if b.Op == model.Range {
		least = b.High
		if i.Better == model.Down {
			least = b.Low
		}
	}
	if !least.Valid {
		return
	}
	harder := b.Stretch.Decimal.Cmp(least.Decimal)
	if i.Better == model.Up && harder <= 0 || i.Better == model.Down && harder >= 0 || i.Better == model.Band {
		c.report(EasyStretch.At(at("stretch"), b.Stretch.Decimal.String(), least.Decimal.String()))
	}
}

func (c *checker) readPlan(s *source.Indicator, key string, period model.Period) []model.PlanPoint {
	raw := s.Target[key].Plan
	var plan []model.PlanPoint
	for _, k := range keysOf(raw) {
		p, err := model.ParsePeriod(k)
		switch {
		case err != nil:
			c.report(BadPeriod.At(s.At("target", key, "plan", k), k).WithSuggestion(sheet.PeriodKey(k)))
		case p.Year != period.Year:
			c.report(PlanYear.At(s.At("target", key, "plan", k), k, period.String()))
		default:
			plan = append(plan, model.PlanPoint{Period: p, Value: raw[k].Decimal})
		}
	}
	slices.SortFunc(plan, func(a, b model.PlanPoint) int { return a.Period.Compare(b.Period) })
	return plan
}

func (c *checker) readOverride(raw *source.Override, at func(string) diag.Pos) *model.Override {
	if raw == nil {
		return nil
	}
	o := &model.Override{
		Status: raw.Status,
		Reason: model.Text{Zh: raw.Reason, En: raw.ReasonEn},
		By:     raw.By,
		Date:   raw.Date.Date,
	}
	if o.Reason.Zh == "" || o.By == "" || o.Date.IsZero() || o.Status == "" {
		c.report(OverrideParts.At(at("")))
	}
	if o.Status != "" && !slices.Contains(statuses, o.Status) {
		c.badCode(at("status"), OverrideStatus, "status", o.Status, statuses)
	}
	return o
}

// statuses are the ids that an override may use; package verdict defines them and a
// test there compares the two lists.
var statuses = []string{"achieved", "exceeded", "ahead", "on-pace", "behind", "missed"}

func null(n tomlfile.Number) decimal.NullDecimal {
	return decimal.NullDecimal{Decimal: n.Decimal, Valid: n.Valid}
}

// later reports whether readers see one part of the content after another.
func later(a, b model.Withheld) bool {
	return a.Draft && !b.Draft || !b.Draft && a.Until.After(b.Until)
}
