package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Explain says in one to four sentences how the target stands and why: what
// was published, how it compares, and what else a reader must know.
func (v *Verdict) Explain() model.Text {
	list := []model.Text{v.outcome()}
	if s := v.stretchSentence(); s != (model.Text{}) {
		list = append(list, s)
	}
	return sentences(append(list, v.remarks()...))
}

// outcome is the first sentence.
func (v *Verdict) outcome() model.Text {
	switch {
	case v.Status == NoData:
		return say("截至%[1]s，%[2]s的结果没有公开发布；报告的目标是%[3]s。",
			"No result for %[2]s had been published by %[1]s; the report's target is %[3]s.",
			day(v.AsOf), periodName(v.Target.Period), v.words())
	case v.Status == NotJudged:
		return v.refusal()
	case v.Final:
		return v.final()
	case v.way == early:
		return say("%[1]s已达%[2]s，提前实现全年目标%[3]s。",
			"%[2]s was reached %[1]s: the target of %[3]s is met before the end of the period.",
			When(v.Actual), figure(v.Actual), v.words())
	case v.way == broken:
		return say("%[1]s已达%[2]s，超出了全年的限额%[3]s。",
			"%[2]s was reached %[1]s, beyond the limit of %[3]s for the whole period.",
			When(v.Actual), figure(v.Actual), v.words())
	case v.way == planned:
		return v.againstPlan()
	case v.Paced:
		return v.pace()
	}
	return v.within()
}

// refusal says why the target is not judged, after what is known.
func (v *Verdict) refusal() model.Text {
	reason := v.Reason.Text()
	if v.Actual == nil || v.Reason == NotAnnounced {
		return say("无法判断：%[1]s。", "Not judged: %[1]s.", reason)
	}
	known := say("%[1]s为%[2]s，目标是%[3]s。", "The figure %[1]s is %[2]s; the target is %[3]s.",
		When(v.Actual), figure(v.Actual), v.words())
	if v.Gap.Valid && !v.Gap.Decimal.IsZero() && v.Reason == NoTolerance {
		known = say("%[1]s为%[2]s，比目标%[3]s%[4]s%[5]s。", "The figure %[1]s is %[2]s, %[5]s %[4]s the target of %[3]s.",
			When(v.Actual), figure(v.Actual), v.words(), v.side(v.Gap.Decimal), v.gap(v.Gap.Decimal))
	}
	return sentences([]model.Text{known, say("无法判断：%[1]s。", "Not judged: %[1]s.", reason)})
}

// side says on which side of something a figure is.
func (v *Verdict) side(d decimal.Decimal) model.Text {
	if d.IsNegative() {
		return model.Text{Zh: "低", En: "below"}
	}
	return model.Text{Zh: "高", En: "above"}
}

// final compares the result of the whole period.
func (v *Verdict) final() model.Text {
	where, result, target := When(v.Actual), figure(v.Actual), v.words()
	switch {
	case v.Status == Missed:
		return v.missed()
	case v.Reference != nil:
		return say("%[1]s为%[2]s，同期%[3]s为%[4]s，目标%[5]s已经实现。",
			"The figure %[1]s is %[2]s and %[3]s is %[4]s: the target %[5]s is met.",
			where, result, v.Reference.Indicator.Name, figure(v.Reference), target)
	case v.Status == Exceeded && v.Bound.Op == model.Range:
		return say("%[1]s为%[2]s，超过目标区间%[3]s。", "The figure %[1]s is %[2]s, beyond the range of %[3]s.", where, result, target)
	}
	return say("%[1]s为%[2]s，达到目标%[3]s。", "The figure %[1]s is %[2]s: the target of %[3]s is met.", where, result, target)
}

// missed says how far the result is from the target. An expected target
// (预期性) is not a duty, and its sentence does not sound like one.
func (v *Verdict) missed() model.Text {
	where, result, target := When(v.Actual), figure(v.Actual), v.words()
	if v.Reference != nil {
		target = say("%[1]s（同期%[2]s为%[3]s）", "%[1]s (%[2]s: %[3]s)", target, v.Reference.Indicator.Name, figure(v.Reference))
	}
	by, side := v.gap(v.Gap.Decimal), v.side(v.Gap.Decimal)
	switch {
	case v.Gap.Decimal.IsZero():
		return say("%[1]s为%[2]s，恰好等于目标%[3]s，而目标不含本数。",
			"The figure %[1]s is %[2]s, equal to the target of %[3]s, which does not include it.", where, result, target)
	case v.Target.Indicator.Nature == model.Binding:
		return say("%[1]s为%[2]s，没有完成约束性目标%[3]s，%[4]s%[5]s。",
			"The figure %[1]s is %[2]s: the binding target of %[3]s is not met, it is %[5]s %[4]s.", where, result, target, side, by)
	case v.Target.Indicator.Nature == model.Expected:
		return say("%[1]s为%[2]s，%[4]s于预期目标%[3]s%[5]s。",
			"The figure %[1]s is %[2]s, %[5]s %[4]s the expected target of %[3]s.", where, result, target, side, by)
	}
	return say("%[1]s为%[2]s，%[4]s于目标%[3]s%[5]s。",
		"The figure %[1]s is %[2]s, %[5]s %[4]s the target of %[3]s.", where, result, target, side, by)
}

// pace compares a part of a flow with the elapsed share of the period.
func (v *Verdict) pace() model.Text {
	share := percent(v.Elapsed.Decimal)
	if v.Completion.Valid {
		return say("%[1]s累计%[2]s，完成全年目标%[3]s的%[4]s；时间已过%[5]s，%[6]s。",
			"%[2]s by then (%[1]s) is %[4]s of the target of %[3]s; %[5]s of the period has passed, so it is %[6]s.",
			When(v.Actual), figure(v.Actual), v.words(), percent(v.Completion.Decimal), share, v.paceWords())
	}
	return say("%[1]s累计%[2]s；目标是%[3]s，时间已过%[4]s，到此时应为%[5]s，%[6]s。",
		"The figure %[1]s is %[2]s; the target is %[3]s, %[4]s of the period has passed and %[5]s is due by now, so it is %[6]s.",
		When(v.Actual), figure(v.Actual), v.words(), share, amount(round(v.Expected.Decimal), v.Target.Indicator.Unit), v.paceWords())
}

// paceWords says how the pace is, with the difference in points of the year's
// target where there is one.
func (v *Verdict) paceWords() model.Text {
	var by decimal.Decimal
	if v.Goal.Decimal.IsPositive() {
		by = v.Gap.Decimal.Mul(hundred).Div(v.Goal.Decimal)
	}
	names := map[Status]model.Text{
		Ahead:  {Zh: "快于序时进度", En: "ahead of pace"},
		OnPace: {Zh: "与序时进度相符", En: "on pace"},
		Behind: {Zh: "慢于序时进度", En: "behind pace"},
	}
	text := names[v.Status]
	if by.IsZero() || v.Status == OnPace && by.Abs().LessThanOrEqual(v.band) && v.band.IsZero() {
		return text
	}
	if v.Status == OnPace {
		return say("%[1]s（相差%[2]s，在%[3]s以内）", "%[1]s (%[2]s apart, within %[3]s)",
			text, points(by), points(v.band))
	}
	return say("%[1]s%[2]s", "%[1]s by %[2]s", text, points(by))
}

// againstPlan compares with the editor's own plan.
func (v *Verdict) againstPlan() model.Text {
	if v.Gap.Decimal.IsZero() {
		return say("%[1]s为%[2]s，与进度计划相同；目标是%[3]s。",
			"The figure %[1]s is %[2]s, as planned; the target is %[3]s.", When(v.Actual), figure(v.Actual), v.words())
	}
	return say("%[1]s为%[2]s，进度计划为%[3]s，%[4]s%[5]s；目标是%[6]s。",
		"The figure %[1]s is %[2]s; the plan for then is %[3]s, so it is %[5]s %[4]s; the target is %[6]s.",
		When(v.Actual), figure(v.Actual), amount(v.Expected.Decimal, v.Target.Indicator.Unit),
		v.side(v.Gap.Decimal), v.gap(v.Gap.Decimal), v.words())
}

// within compares a state or a rate before the end of the period.
func (v *Verdict) within() model.Text {
	first := say("%[1]s为%[2]s，目标是%[3]s，", "The figure %[1]s is %[2]s; the target is %[3]s; ",
		When(v.Actual), figure(v.Actual), v.words())
	if v.Reference != nil {
		first = say("%[1]s为%[2]s，同期%[3]s为%[4]s，目标是%[5]s，", "The figure %[1]s is %[2]s and %[3]s is %[4]s; the target is %[5]s; ",
			When(v.Actual), figure(v.Actual), v.Reference.Indicator.Name, figure(v.Reference), v.words())
	}
	stand := model.Text{Zh: "目前处在目标水平", En: "it stands at the target so far"}
	switch {
	case v.Gap.Decimal.IsZero():
	case v.Status == Behind:
		stand = say("目前%[1]s%[2]s", "so far it is %[2]s %[1]s", v.side(v.Gap.Decimal), v.gap(v.Gap.Decimal))
	case v.Bound.Op != model.Range:
		stand = say("目前%[1]s%[2]s，已达到目标水平", "so far it is %[2]s %[1]s, where it should be", v.side(v.Gap.Decimal), v.gap(v.Gap.Decimal))
	}
	last := model.Text{Zh: "，要等全年结果公布才有定论。", En: ", and the result of the whole period is still to come."}
	return joined(first, stand, last)
}

// stretchSentence tells about the higher aim.
func (v *Verdict) stretchSentence() model.Text {
	s := v.Stretch
	if s == nil || v.Status == NotJudged || v.Status == NoData {
		return model.Text{}
	}
	aim := amount(s.Value, v.Target.Indicator.Unit)
	switch {
	case s.Met:
		return say("报告力争的%[1]s也已达到。", "The higher aim of %[1]s is reached as well.", aim)
	case v.Final:
		return say("没有达到报告力争的%[1]s，相差%[2]s。", "The higher aim of %[1]s is not reached, by %[2]s.", aim, v.gap(s.Gap))
	}
	return model.Text{}
}

// remarks are what else a reader must know.
func (v *Verdict) remarks() []model.Text {
	var list []model.Text
	judged := v.Status != NoData && v.Status != NotJudged
	if judged && v.Preliminary {
		stage := model.Text{Zh: string(v.Actual.Stage), En: "a first estimate"}
		if stage.Zh == "" {
			stage.Zh = "时期结束前公布的数"
		}
		list = append(list, say("这是%[1]s，以后可能修订。", "This is %[1]s and may be revised.", stage))
	}
	if v.First != nil && v.First.Status != v.Status {
		first := Verdict{Target: v.Target, Bound: v.First.Bound}
		list = append(list, say("若按最初公布的目标%[1]s，判断是“%[2]s”。", "Against the target first announced, %[1]s, it would be “%[2]s”.",
			first.words(), v.First.Status.Name()))
	}
	if r := v.Revised; r != nil {
		list = append(list, say("%[1]s的数值修订前为%[2]s，当时的判断是“%[3]s”。", "Before its revision the figure %[1]s was %[2]s, and the verdict “%[3]s”.",
			When(r.Of), amount(r.Was.Value, r.Of.Indicator.Unit), r.Status.Name()))
	}
	if o := v.Override; o != nil {
		list = append(list, say("%[1]s于%[2]s人工认定为“%[3]s”：%[4]s。", "%[1]s overrode this on %[2]s as “%[3]s”: %[4]s.",
			same(o.By), day(o.Date), Status(o.Status).Name(), o.Reason))
	}
	return list
}
