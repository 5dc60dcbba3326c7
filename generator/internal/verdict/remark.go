package verdict

import "reportsite/generator/internal/model"

// stretchSentence tells about the higher aim, where the target itself is met.
func (v *Verdict) stretchSentence() model.Text {
	s := v.Stretch
	if s == nil || v.Status == NotJudged {
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
	case v.Final && v.Status == Achieved && !s.Gap.IsZero():
		return say("距报告力争的%[1]s还差%[2]s。", "It is %[2]s short of the higher aim of %[1]s.",
			aim, amount(round(s.Gap.Abs()), differenceUnit(unit)))
	}
	return model.Text{}
}

// remarks are what else a reader must know.
func (v *Verdict) remarks() []model.Text {
	var list []model.Text
	judged := v.Status != NoData && v.Status != NotJudged
	if judged && v.Paced && v.Over {
		list = append(list, say("%[1]s的结果还没有公布。", "The result of %[1]s has not been published yet.", v.whole()))
	}
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
		what := say("%[1]s的数值", "the figure %[1]s", When(r.Of))
		if r.Of == v.Reference {
			what = say("%[2]s%[1]s的数值", "%[2]s %[1]s", When(r.Of), r.Of.Indicator.Name)
		}
		list = append(list, say("%[1]s修订前为%[2]s，当时的判断是“%[3]s”。", "Before its revision %[1]s was %[2]s, and the verdict “%[3]s”.",
			what, amount(r.Was.Value, r.Of.Indicator.Unit), r.Status.Name()))
	}
	if o := v.Override; o != nil {
		list = append(list, say("%[1]s于%[2]s人工认定为“%[3]s”：%[4]s。", "%[1]s overrode this on %[2]s as “%[3]s”: %[4]s.",
			same(o.By), day(o.Date), Status(o.Status).Name(), o.Reason))
	}
	return list
}
