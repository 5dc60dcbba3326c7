package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Sentences about a period that is not over, or whose result is not out yet.

// whole names the target's period after the name of a part of it: "全年", "上半年".
func (v *Verdict) whole() model.Text {
	p := v.Target.Period
	if p.Kind == model.Plan {
		return model.Text{Zh: "规划期", En: "the plan"}
	}
	if p.Kind == model.Year {
		return model.Text{Zh: "全年", En: "the whole year"}
	}
	name := wording.Period(p)
	return model.Text{Zh: name.Zh[len(wording.Period(model.YearOf(p.Year)).Zh):], En: "the whole period"}
}

// isLimit reports whether the flow is to stay within the goal instead of growing
// towards it.
func (v *Verdict) isLimit() bool { return v.demand.dir == down && !v.demand.addsUpTo() }

// overrun is the sentence about a limit that is broken before the end.
func (v *Verdict) overrun() model.Text {
	limit := model.Text{Zh: "限额%[3]s", En: "limit of %[3]s"}
	if v.demand.dir == either {
		limit = model.Text{Zh: "目标%[3]s的上限", En: "upper end of %[3]s"}
	}
	return say("%[1]s已达%[2]s，突破了%[4]s"+limit.Zh+"。",
		"The total %[1]s is %[2]s already and breaks the "+limit.En+" for %[4]s.",
		wording.When(v.Actual), figure(v.Actual), v.aim(), v.whole())
}

// pace compares a part of a flow with what is due of it by time.
func (v *Verdict) pace() model.Text {
	total := say("%[1]s累计%[2]s", "The total %[1]s, %[2]s,", wording.When(v.Actual), figure(v.Actual))
	if !v.Completion.Valid && !v.Expected.Valid { // within a range
		return say("%[1]s；目标是%[2]s，%[3]s。", "%[1]s is held against the target of %[2]s; it is %[3]s.", total, v.aim(), v.paceWords())
	}
	if !v.Completion.Valid {
		return say("%[1]s；目标是%[2]s，按时间应为%[3]s，%[4]s。",
			"%[1]s is held against the target of %[2]s; %[3]s is due by then, so it is %[4]s.",
			total, v.aim(), amount(round(v.Expected.Decimal), v.Target.Indicator.Unit), v.paceWords())
	}
	if low, high, ok := v.dueBetween(); ok && v.demand.isRange() && v.Plan == nil {
		return say("%[1]s；目标是%[2]s，按时间应为%[3]s，%[4]s。",
			"%[1]s is held against the target of %[2]s; %[3]s is due by then, so it is %[4]s.",
			total, v.aim(), between(round(low), round(high), v.Target.Indicator.Unit), v.rangeWords())
	}
	done, due := v.Done(), percent(v.Elapsed.Decimal)
	if v.isLimit() {
		return say("%[1]s，占%[6]s限额%[2]s的%[3]s；按时间应在%[4]s以内，%[5]s。",
			"%[1]s is %[3]s of the limit of %[2]s; %[4]s would be used by then, so it is %[5]s.",
			total, v.aim(), done, due, v.paceWords(), v.whole())
	}
	return say("%[1]s，完成%[6]s目标%[2]s的%[3]s；按时间应完成%[4]s，%[5]s。",
		"%[1]s is %[3]s of the target of %[2]s; %[4]s is due by then, so it is %[5]s.",
		total, v.aim(), done, due, v.paceWords(), v.whole())
}

// Adds reports whether the figure adds up over the period, so that a part of it is
// held against what is due by then.
func (v *Verdict) Adds() bool { return v.isPaced() }

// Done is the part of the target that is reached, as sentences write it; what is
// not all of it is never 100%. It has a meaning where Completion is valid.
func (v *Verdict) Done() model.Text {
	return same(number(roundApart(v.Completion.Decimal, decimal.Zero, hundred)) + "%")
}

// Apart is how far a paced result is ahead of what is due by now, below zero
// behind it, in percentage points of the whole target and as sentences write it.
// It is 0 within a range.
func (v *Verdict) Apart() decimal.Decimal { return round(v.gapPoints) }

// rangeWords says how the pace is where it is due between two figures: the share of
// the target that is done would be that of one end.
func (v *Verdict) rangeWords() model.Text {
	by := v.alone()
	switch {
	case v.Gap.Decimal.IsZero():
		return model.Text{Zh: "与序时进度相符", En: "on pace"}
	case v.Status == OnPace:
		return say("%[1]s，在允许的范围内", "%[1]s, within what is allowed", by)
	case v.Status == Ahead:
		return say("快于序时进度，%[1]s", "ahead of pace: %[1]s", by)
	case v.demand.dir == either && v.Gap.Decimal.IsPositive():
		return say("偏离目标区间，%[1]s", "off the range: %[1]s", by)
	case v.isLimit():
		return say("超出序时进度，%[1]s", "over its pace: %[1]s", by)
	}
	return say("慢于序时进度，%[1]s", "behind pace: %[1]s", by)
}

// paceWords says how the pace is, with the difference in points of the whole
// target where that means something.
func (v *Verdict) paceWords() model.Text {
	by := points(v.gapPoints)
	fast, slow := model.Text{Zh: "快于序时进度", En: "ahead of pace"}, model.Text{Zh: "慢于序时进度", En: "behind pace"}
	if v.isLimit() {
		fast, slow = model.Text{Zh: "超出序时进度", En: "over its pace"}, model.Text{Zh: "低于序时进度", En: "under its pace"}
	}
	side := fast
	if v.Gap.Decimal.IsNegative() {
		side = slow
	}
	switch {
	case v.Status == OnPace && v.gapPoints.IsZero():
		return model.Text{Zh: "与序时进度相符", En: "on pace"}
	case v.Status == OnPace:
		return say("与序时进度相差%[1]s，在允许的%[2]s以内", "on pace (%[1]s apart, within the %[2]s allowed)", by, points(v.band))
	case v.gapPoints.IsZero():
		return side
	case v.demand.dir == either && !v.Gap.Decimal.IsNegative():
		return say("%[1]s%[2]s，偏离目标区间", "%[1]s by %[2]s and off the range", side, by)
	}
	return say("%[1]s%[2]s", "%[1]s by %[2]s", side, by)
}

// againstPlan compares with the editor's own plan.
func (v *Verdict) againstPlan() model.Text {
	if v.Gap.Decimal.IsZero() {
		return say("%[1]s，与进度计划相同；目标是%[2]s。", "%[1]s, as planned; the target is %[2]s.", v.known(), v.aim())
	}
	allowed := model.Text{}
	if v.Status == OnPace && v.Target.Indicator.Accrual == model.Flow {
		allowed = model.Text{Zh: "，在允许的范围内", En: ", within what is allowed"}
	}
	return say("%[1]s，进度计划为%[2]s，%[3]s%[5]s；目标是%[4]s。",
		"%[1]s; the plan for then is %[2]s, so it is %[3]s%[5]s; the target is %[4]s.",
		v.known(), amount(v.Expected.Decimal, v.Target.Indicator.Unit), v.alone(), v.aim(), allowed)
}

// within compares a state or a rate before the end of the period.
func (v *Verdict) within() model.Text {
	stand := model.Text{Zh: "目前处在目标水平", En: "it stands at the target so far"}
	switch {
	case v.Gap.Decimal.IsZero() && v.Status == Behind:
		stand = model.Text{Zh: "目前恰好等于目标数，而目标不含本数", En: "so far it is exactly that figure, which the target does not include"}
	case v.Gap.Decimal.IsZero():
	case v.Status == Behind:
		stand = say("目前%[1]s", "so far it is %[1]s", v.alone())
	case v.Status == Ahead:
		stand = say("目前好于目标，%[1]s", "so far it is better than that, %[1]s", v.alone())
	default:
		stand = say("目前%[1]s，已达到目标水平%[2]s", "so far it is %[1]s, where it should be%[2]s", v.alone(), v.thanksTo())
	}
	return say("%[1]s，目标是%[2]s，%[3]s，要等%[4]s结果公布才有定论。",
		"%[1]s; the target is %[2]s; %[3]s, and the result of %[4]s is still to come.", v.known(), v.aim(), stand, v.whole())
}
