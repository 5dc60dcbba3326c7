package verdict

import (
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// stretchSentence tells about the higher aim, where the target itself is met.
func (v *Verdict) stretchSentence() model.Text {
	s := v.Stretch
	if s == nil || !v.Status.Judged() {
		return model.Text{}
	}
	unit := v.Target.Indicator.Unit
	aim := amount(s.Value, unit)
	if v.Target.Indicator.Measure == model.Growth && s.Value.IsNegative() {
		aim.Zh = "下降" + amount(s.Value.Neg(), unit).Zh
	}
	switch {
	case s.Met:
		return say("报告力争的%[1]s也已达到。", "The higher aim of %[1]s is reached as well.", aim)
	case v.Final && (v.Status == Achieved || v.Status == Exceeded) && !s.Gap.IsZero():
		return say("距报告力争的%[1]s还差%[2]s。", "It is %[2]s short of the higher aim of %[1]s.",
			aim, amount(round(s.Gap.Abs()), differenceUnit(unit)))
	}
	return model.Text{}
}

// stageWords name a figure that is not final: "初步核算数".
func stageWords(s model.Stage) model.Text {
	switch s {
	case "快报":
		return model.Text{Zh: "快报数", En: "a flash figure"}
	case "预计":
		return model.Text{Zh: "预计数", En: "an expected figure"}
	case "":
		return model.Text{Zh: "时期结束前公布的数", En: "a figure from before the end of the period"}
	}
	return model.Text{Zh: string(s) + "数", En: "a preliminary figure"}
}

// versionRemarks name the versions of a target that changed: all of them where
// there were more than two, and those against which it would stand otherwise.
func (v *Verdict) versionRemarks() []model.Text {
	var list []model.Text
	words := make([]model.Text, len(v.Others))
	for n, o := range v.Others {
		other := Verdict{Target: v.Target, Bound: o.Bound, judged: judged{grammar: v.grammar}}
		words[n] = other.words()
	}
	if len(v.Others) > 1 {
		all := words[0]
		for _, w := range append(words[1:], v.words()) {
			all = say("%[1]s，后为%[2]s", "%[1]s, then %[2]s", all, w)
		}
		list = append(list, say("目标调整过：先为%[1]s。", "The target changed: first %[1]s.", all))
	}
	for n, o := range v.Others {
		switch {
		case o.Status == v.Status:
		case n == 0:
			list = append(list, say("若按最初公布的目标%[1]s，判断是“%[2]s”。", "Against the target first announced, %[1]s, it would be “%[2]s”.",
				words[n], o.Status.Name()))
		default:
			list = append(list, say("若按其间的目标%[1]s，判断是“%[2]s”。", "Against the target in between, %[1]s, it would be “%[2]s”.",
				words[n], o.Status.Name()))
		}
	}
	return list
}

// remarks are what else a reader must know.
func (v *Verdict) remarks() []model.Text {
	var list []model.Text
	if v.Status.Judged() && v.Preliminary {
		list = append(list, say("这是%[1]s，以后可能修订。", "This is %[1]s and may be revised.", stageWords(v.Actual.Stage)))
	}
	if t := v.Target; (v.Status == Missed || v.Status == Behind || v.Reason == NoTolerance) && t.Reason != (model.Text{}) {
		list = append(list, say("原因（%[2]s）：%[1]s。", "The reason given by %[2]s: %[1]s.", t.Reason, t.ReasonBy.Name))
	}
	list = append(list, v.versionRemarks()...)
	if r := v.Revised; r != nil {
		what := say("%[1]s的数值", "the figure %[1]s", wording.When(r.Of))
		if r.Of == v.Reference {
			what = say("%[2]s%[1]s的数值", "%[2]s %[1]s", wording.When(r.Of), r.Of.Indicator.Name)
		}
		list = append(list, say("%[1]s修订前为%[2]s，当时的判断是“%[3]s”。", "Before its revision %[1]s was %[2]s, and the verdict “%[3]s”.",
			what, amount(r.Was.Value, r.Of.Indicator.Unit), r.Status.Name()))
	}
	if o := v.Override; o != nil {
		list = append(list, say("%[1]s于%[2]s人工认定为“%[3]s”：%[4]s。", "%[1]s overrode this on %[2]s as “%[3]s”: %[4]s.",
			same(o.By), wording.Day(o.Date), Status(o.Status).Name(), o.Reason))
	}
	return list
}
