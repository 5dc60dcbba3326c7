package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Explain says how the target stands and why, in one to three sentences: what was
// published and how it compares, the reason where nothing is judged, the higher aim
// where there is one. Remarks (a first estimate, another version of the target, a
// revision, an override) follow, a sentence each.
func (v *Verdict) Explain() model.Text {
	list := []model.Text{v.outcome()}
	if s := v.stretchSentence(); s != (model.Text{}) {
		list = append(list, s)
	}
	return sentences(append(list, v.remarks()...))
}

// outcome is the first sentence, or the first two where nothing is judged.
func (v *Verdict) outcome() model.Text {
	switch {
	case v.Status == NotDue:
		return say("%[2]s还没有结束，截至%[1]s本站没有这一时期的数据；报告的目标是%[3]s。",
			"%[2]s is not over, and by %[1]s this site had no figure of it; the report's target is %[3]s.",
			wording.Day(v.AsOf), wording.Period(v.Target.Period), v.aim())
	case v.Status == NotFound:
		return say("%[2]s已经结束，截至%[1]s本站没有查到这一时期的结果；报告的目标是%[3]s。",
			"%[2]s is over, and by %[1]s this site had found no result of it; the report's target is %[3]s.",
			wording.Day(v.AsOf), wording.Period(v.Target.Period), v.aim())
	case v.Status == Awaited:
		return say("%[1]s，目标是%[2]s；%[3]s已经结束，本站还没有%[4]s的结果，不作判断。",
			"%[1]s; the target is %[2]s. %[3]s is over, and this site does not have the result of %[4]s yet: not judged.",
			v.known(), v.aim(), wording.Period(v.Target.Period), v.whole())
	case v.Status == NotJudged:
		return v.refusal()
	case v.Actual.Sense != model.Exactly:
		return v.interval()
	case v.how == broken:
		return v.overrun()
	case v.Status == Missed:
		return v.missed()
	case v.Final:
		return v.reached()
	case v.how == early && v.Status == Exceeded && v.demand.isRange():
		return say("%[1]s已达%[2]s，提前超过%[4]s目标区间%[3]s的上限。",
			"The total %[1]s is %[2]s already, beyond the range of %[3]s before the end of the period.",
			wording.When(v.Actual), figure(v.Actual), v.aim(), v.whole())
	case v.how == early:
		return say("%[1]s已达%[2]s，提前实现%[4]s目标%[3]s。",
			"The total %[1]s is %[2]s already: the target of %[3]s is met before the end of the period.",
			wording.When(v.Actual), figure(v.Actual), v.aim(), v.whole())
	case v.how == planned:
		return v.againstPlan()
	case v.Paced:
		return v.pace()
	}
	return v.within()
}

// interval says how a result that was published as an inequality compares with the
// target.
func (v *Verdict) interval() model.Text {
	stand := map[Status]model.Text{
		Achieved: {Zh: "达到目标", En: "which meets the target"}, Exceeded: {Zh: "超过目标", En: "which is beyond the target"},
		Missed: {Zh: "没有达到目标", En: "which does not meet the target"},
		OnPace: {Zh: "目前符合进度", En: "which is on pace so far"}, Ahead: {Zh: "目前快于进度", En: "which is ahead of pace so far"},
		Behind: {Zh: "目前慢于进度", En: "which is behind pace so far"},
	}[v.Status]
	if !v.Adds() {
		switch v.Status {
		case OnPace, Ahead:
			stand = model.Text{Zh: "目前达到目标水平", En: "which is where it should be so far"}
		case Behind:
			stand = model.Text{Zh: "目前没有达到目标水平", En: "which is not where it should be so far"}
		}
	}
	return say("%[1]s，%[3]s；目标是%[2]s。", "%[1]s, %[3]s; the target is %[2]s.", v.known(), v.aim(), stand)
}

// known states the figures: "2024年全年为8%，同期全市平均为7.6%".
func (v *Verdict) known() model.Text {
	t := v.said()
	if r := v.Reference; r != nil {
		t = say("%[1]s，同期%[2]s%[3]s", "%[1]s and %[2]s %[3]s", t, r.Indicator.Name, Predicate(r))
	}
	return t
}

// said tells the figure that is judged. Of several years of a plan it says what
// they make together, for a yearly rate would read the same: "2021—2023年累计下降7.3%".
func (v *Verdict) said() model.Text {
	zh, en := "%[1]s%[2]s", "The figure %[1]s %[2]s"
	if o := v.Actual; o.Period.Kind == model.Plan && o.Basis == model.Cumulative {
		switch v.Target.Counts {
		case model.Total:
			zh, en = "%[1]s累计%[2]s", "The total %[1]s %[2]s"
			if v.Target.Indicator.Measure == model.Growth {
				en = "The total change %[1]s %[2]s"
			}
		case model.Average:
			zh, en = "%[1]s年均%[2]s", "The yearly average %[1]s %[2]s"
		}
	}
	return say(zh, en, wording.When(v.Actual), Predicate(v.Actual))
}

// result is known with the other figure put aside, so that what follows speaks
// of the first one.
func (v *Verdict) result() model.Text {
	r := v.Reference
	if r == nil {
		return v.known()
	}
	return say("%[1]s（同期%[2]s%[3]s）", "%[1]s (%[2]s %[3]s)", v.said(), r.Indicator.Name, Predicate(r))
}

// refusal says why the target is not judged, after what is known.
func (v *Verdict) refusal() model.Text {
	why := say("无法判断：%[1]s。", "Not judged: %[1]s.", v.Reason.Text())
	if v.Actual == nil {
		return why
	}
	known := say("%[1]s，目标是%[2]s。", "%[1]s; the target is %[2]s.", v.known(), v.aim())
	if v.Reason == NoTolerance {
		known = say("%[1]s，%[2]s。", "%[1]s, %[2]s.", v.result(), v.compared())
	}
	return sentences([]model.Text{known, why})
}

// reached compares the result of the whole period with a target that it meets.
func (v *Verdict) reached() model.Text {
	switch {
	case v.Status == Exceeded && v.Bound.Op == model.Range && v.demand.dir == down:
		return say("%[1]s，低于目标区间%[2]s的下限，好于目标。", "%[1]s, below the range of %[2]s and so better than it.", v.known(), v.words())
	case v.Status == Exceeded && v.Bound.Op == model.Range:
		return say("%[1]s，超过目标区间%[2]s的上限。", "%[1]s, beyond the range of %[2]s.", v.known(), v.words())
	case v.Status == Exceeded && !v.Stretch.met() && v.Bound.Op.Relative():
		return say("%[1]s，好于目标%[2]s，%[3]s。", "%[1]s: better than the target %[2]s, it is %[3]s.", v.known(), v.words(), v.alone())
	case v.Status == Exceeded && !v.Stretch.met():
		return say("%[1]s，好于目标%[2]s，%[3]s。", "%[1]s: better than the target of %[2]s, it is %[3]s.", v.known(), v.aim(), v.alone())
	case v.Reference != nil:
		return say("%[1]s，目标%[2]s已经实现%[3]s。", "%[1]s: the target %[2]s is met%[3]s.", v.known(), v.words(), v.thanksTo())
	case v.demand.isRange() && !v.demand.exact:
		return say("%[1]s，在目标区间%[2]s之内%[3]s。", "%[1]s, within the range of %[2]s%[3]s.", v.known(), v.words(), v.thanksTo())
	}
	return say("%[1]s，达到目标%[2]s%[3]s。", "%[1]s: the target of %[2]s is met%[3]s.", v.known(), v.aim(), v.thanksTo())
}

// tolerance is the tolerance in words.
func (v *Verdict) tolerance() model.Text {
	return amount(v.demand.slack, differenceUnit(v.Target.Indicator.Unit))
}

// thanksTo names the tolerance when the target is met only because of it.
func (v *Verdict) thanksTo() model.Text {
	d := v.demand
	d.slack = decimal.Zero
	if v.demand.slack.IsZero() || !d.tooLow(v.Actual.Value) && !d.tooHigh(v.Actual.Value) {
		return model.Text{}
	}
	return say("（在允许误差%[1]s之内）", " (within the tolerance of %[1]s)", v.tolerance())
}

// beyondTolerance names the tolerance that a miss goes beyond.
func (v *Verdict) beyondTolerance() model.Text {
	if v.demand.slack.IsZero() {
		return model.Text{}
	}
	return say("，超出允许误差%[1]s", ", more than the tolerance of %[1]s", v.tolerance())
}

func (s *Stretch) met() bool { return s != nil && s.Met }

// missed says how far the result is from the target. An expected target
// (预期性) is not a duty, and its sentence does not sound like one.
func (v *Verdict) missed() model.Text {
	switch nature := v.Target.Indicator.Nature; {
	case v.Gap.Decimal.IsZero() && v.Reference != nil:
		return say("%[1]s，两者相同，而目标%[2]s不含相等。", "%[1]s: they are equal, which is not enough for the target %[2]s.", v.known(), v.words())
	case v.Gap.Decimal.IsZero():
		return say("%[1]s，恰好等于目标数，而目标%[2]s不含本数。",
			"%[1]s, exactly the figure of the target of %[2]s, which does not include it.", v.known(), v.aim())
	case nature == model.Binding:
		return say("%[1]s，没有完成约束性目标%[2]s，%[3]s%[4]s。",
			"%[1]s: the binding target of %[2]s is not met, it is %[3]s%[4]s.", v.result(), v.aim(), v.alone(), v.beyondTolerance())
	case nature == model.Expected:
		return say("%[1]s，%[2]s%[3]s。", "%[1]s, %[2]s%[3]s.", v.result(), v.beside(model.Text{Zh: "预期目标", En: "expected target"}), v.beyondTolerance())
	}
	return say("%[1]s，%[2]s%[3]s。", "%[1]s, %[2]s%[3]s.", v.result(), v.beside(plainTarget), v.beyondTolerance())
}

var plainTarget = model.Text{Zh: "目标", En: "target"}

// distance is the gap in words: the side, what is compared, and how much. When both
// figures are falls, the smaller fall is "below" although its figure is the higher
// one.
func (v *Verdict) distance() (fall, side, by model.Text) {
	d := v.Gap.Decimal
	by = v.Distance()
	low, high := model.Text{Zh: "低", En: "below"}, model.Text{Zh: "高", En: "above"}
	if v.Reference == nil && falls(v.Actual) && v.Goal.Decimal.IsNegative() {
		fall = model.Text{Zh: "降幅", En: "a fall "}
		low, high = model.Text{Zh: "高", En: "larger"}, model.Text{Zh: "低", En: "smaller"}
	}
	if d.IsNegative() {
		return fall, low, by
	}
	return fall, high, by
}

// beside puts the gap next to the target: "低于预期目标“12%以上”0.1个百分点".
func (v *Verdict) beside(target model.Text) model.Text {
	return v.toTarget("%[1]s%[2]s于%[4]s%[5]s%[3]s", target)
}

// compared is beside in neutral words: "比目标“8.5%左右”低0.1个百分点".
func (v *Verdict) compared() model.Text {
	return v.toTarget("%[1]s比%[4]s%[5]s%[2]s%[3]s", plainTarget)
}

func (v *Verdict) toTarget(zh string, target model.Text) model.Text {
	fall, side, by := v.distance()
	en := "%[3]s %[2]s the %[4]s of %[5]s"
	if v.Bound.Op.Relative() {
		en = "%[3]s %[2]s the %[4]s %[5]s"
	}
	if fall != (model.Text{}) {
		en = "%[1]s%[3]s %[2]s than the %[4]s of %[5]s"
	}
	return say(zh, en, fall, side, by, target, v.aim())
}

// alone is the gap without the target: "低0.1个百分点".
func (v *Verdict) alone() model.Text {
	fall, side, by := v.distance()
	return say("%[1]s%[2]s%[3]s", "%[1]s%[3]s %[2]s", fall, side, by)
}
