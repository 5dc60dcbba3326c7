package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Step is one line of the arithmetic: an input or a result.
type Step struct {
	Label  model.Text
	Value  model.Text
	Source *model.Source // nil: computed from the lines above
}

// dueBetween is what a target that is a range asks for by the time of the
// result; the months of earlier years of a plan count below 1.
func (v *Verdict) dueBetween() (low, high decimal.Decimal, ok bool) {
	if !v.Paced || v.Actual == nil {
		return low, high, false
	}
	at, end := v.Actual.Period, v.Target.Period
	return Due(v.Target, at.EndMonth()-12*(end.Year-at.Year))
}

// Steps lists inputs and results in the order in which they are worked out.
func (v *Verdict) Steps() []Step {
	unit := v.Target.Indicator.Unit
	var list []Step
	add := func(zh, en string, value model.Text, s *model.Source) {
		list = append(list, Step{model.Text{Zh: zh, En: en}, value, s})
	}
	add("目标", "Target", v.words(), v.targetSource())
	if v.Goal.Valid && v.Reference == nil {
		add("目标数", "Figure of the target", v.goalFigure(), nil)
	}
	if v.Actual != nil {
		add("结果（"+wording.When(v.Actual).Zh+"）", "Result ("+wording.When(v.Actual).En+")", figure(v.Actual), v.Actual.Source)
	}
	if r := v.Revised; r != nil {
		add("修订前（"+wording.When(r.Of).Zh+"）", "Before the revision ("+wording.When(r.Of).En+")", amount(r.Was.Value, r.Of.Indicator.Unit), nil)
	}
	if r := v.Reference; r != nil {
		add("参照："+r.Indicator.Name.Zh, "Compared with: "+r.Indicator.Name.In(model.English), figure(r), r.Source)
	}
	if v.Paced && v.Elapsed.Valid && v.Plan == nil {
		add("结果所含时间占比", "Part of the period in it", percent(v.Elapsed.Decimal), nil)
	}
	switch {
	case v.demand.isRange(): // of which end?
	case v.Completion.Valid && v.Target.Indicator.Accrual == model.Flow && v.isLimit():
		add("占限额的", "Part of the limit used", v.Done(), nil)
	case v.Completion.Valid:
		add("完成目标的", "Part of the target done", v.Done(), nil)
	}
	if low, high, ok := v.dueBetween(); ok && v.demand.isRange() && v.Plan == nil {
		add("到此时应为", "Due by now", between(round(low), round(high), unit), nil)
	} else if v.Paced && v.Expected.Valid {
		add("到此时应为", "Due by now", amount(round(v.Expected.Decimal), unit), nil)
	}
	if v.Gap.Valid {
		add("相差", "Difference", v.GapWords(), nil)
	}
	if s := v.Stretch; s != nil {
		add("力争目标", "Higher aim", amount(s.Value, unit), nil)
	}
	if v.Formula != "" {
		add("算式", "Formula", v.formula(), nil)
	}
	add("判断日期", "As of", wording.Day(v.AsOf), nil)
	return list
}

// targetSource is the report that states the target, where it is known.
func (v *Verdict) targetSource() *model.Source {
	if v.Target.Section == nil {
		return nil
	}
	return v.Target.Section.Edition.Source
}
