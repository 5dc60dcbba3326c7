package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// stretchSentence is about the higher aims, when the target itself is met: which of
// them are reached, and how far the next one is.
func (v *Verdict) stretchSentence() model.Text {
	s := v.Stretch
	if s == nil || !v.Status.Judged() {
		return model.Text{}
	}
	var reached, next model.Text
	var short decimal.Decimal // how far the next one is
	for n, aim := range append([]decimal.Decimal{s.Value}, v.Bound.Further...) {
		d := v.demand
		d.stretch = decimal.NewNullDecimal(aim)
		switch {
		case n == 0 && !s.Met || n > 0 && (!d.meetsStretch(v.Actual.Value) || v.unsure(aim)):
			next, short = v.aimWords(aim), v.Actual.Value.Sub(aim).Abs()
		case n == 0:
			reached = v.aimWords(aim)
			continue
		default:
			reached = say("%[1]s、%[2]s", "%[1]s and %[2]s", reached, v.aimWords(aim))
			continue
		}
		break
	}
	var list []model.Text
	if reached != (model.Text{}) {
		list = append(list, say("报告力争的%[1]s也已达到。", "The higher aim of %[1]s is reached as well.", reached))
	}
	if final := v.Final && (v.Status == Achieved || v.Status == Exceeded); next != (model.Text{}) && final && !short.IsZero() {
		list = append(list, say("距报告力争的%[1]s还差%[2]s。", "It is %[2]s short of the higher aim of %[1]s.",
			next, amount(trim(short), differenceUnit(v.Target.Indicator.Unit))))
	}
	return sentences(list)
}

// aimWords writes a higher aim; of a rate below zero it is a fall.
func (v *Verdict) aimWords(d decimal.Decimal) model.Text {
	i := v.Target.Indicator
	t := amount(d, i.Unit)
	if i.Measure == model.Growth && d.IsNegative() {
		t.Zh = "下降" + amount(d.Neg(), i.Unit).Zh
	}
	return t
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

// versionRemarks name the versions of a target that changed: all of them when there
// were more than two, and those with another status.
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

// remarks are the further sentences of an explanation.
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
