package verdict

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// amount writes a figure with its unit.
func amount(v decimal.Decimal, u model.Unit) model.Text {
	return model.Text{
		Zh: wording.WriteValue(v, u, model.Chinese),
		En: wording.WriteValue(v, u, model.English),
	}
}

// figure writes a published figure; an approximate one says so.
func figure(o *model.Observation) model.Text {
	return model.Text{Zh: wording.Result(o, model.Chinese), En: wording.Result(o, model.English)}
}

// Predicate writes a published figure as a predicate: "为12.1%", "is 12.1%". A rate
// below zero is a fall in Chinese, as reports write it: "下降3.1%".
func Predicate(o *model.Observation) model.Text {
	t := joined(model.Text{Zh: "为", En: "is "}, figure(o))
	switch {
	case o.Sense == model.Positive || o.Sense == model.Negative:
	case o.Sense != model.Exactly:
		t.Zh = figure(o).Zh // 超过9万亿元
	case falls(o):
		t.Zh = "下降" + amount(o.Value.Neg(), o.Indicator.Unit).Zh
		if o.Approx {
			t.Zh = "约" + t.Zh
		}
	case o.Approx:
		t.Zh = "约为" + amount(o.Value, o.Indicator.Unit).Zh
	}
	return t
}

// falls reports whether a figure is a rate of change below zero.
func falls(o *model.Observation) bool {
	return o.Indicator.Measure == model.Growth && o.Value.IsNegative()
}

// differenceUnit is the unit of a difference of two figures: points for a
// percentage, none for a ratio.
func differenceUnit(u model.Unit) model.Unit {
	if u == ":1" {
		return ""
	}
	return u.PP()
}

// words are the target as the report puts it, in quotation marks; words that
// nobody wrote in a language are a translation of it and stand without.
func (v *Verdict) words() model.Text {
	return model.Text{Zh: v.wordsIn(model.Chinese), En: v.wordsIn(model.English)}
}

func (v *Verdict) wordsIn(l model.Lang) string {
	g := v.grammar
	if g == nil {
		g = wording.Builtin()
	}
	words, translated := g.AsWritten(v.Bound, v.Target.Indicator, l)
	switch {
	case !translated || l == model.Chinese: // Chinese sentences need the marks to be read
		return "“" + words + "”"
	case v.Bound.Op.Relative():
		return "to be " + words
	}
	return asNoun(words)
}

// asNoun puts English words of a change so that "the target of" can stand before
// them: "a fall of 3% or more" for "down by 3% or more".
func asNoun(words string) string {
	if words == "unchanged" {
		return "no change"
	}
	for verb, noun := range map[string]string{"up by ": "a rise of ", "down by ": "a fall of "} {
		if rest, ok := strings.CutPrefix(words, verb); ok {
			return noun + rest
		}
	}
	return words
}

// aim is the target in words, with its figure where the words only lead to it:
// "“提高1个百分点”（即60%）".
func (v *Verdict) aim() model.Text {
	words := v.goalWords()
	if from := v.Target.From; !from.IsZero() {
		return say("%[1]s（以%[2]s为基期）", "%[1]s (counted from %[2]s)", words, wording.Period(from))
	}
	return words
}

// goalWords are the words of the target, with its figure where they only lead to
// it.
func (v *Verdict) goalWords() model.Text {
	derived := v.Bound.Multiple.Valid || v.Bound.Op == model.DeltaPP || v.Bound.Op == model.Flat && v.Bound.Base.Valid
	if !derived || !v.Goal.Valid {
		return v.words()
	}
	return say("%[1]s（即%[2]s）", "%[1]s (that is, %[2]s)", v.words(), v.goalFigure())
}

// goalFigure is the figure of the target, with both ends where it is a range.
func (v *Verdict) goalFigure() model.Text {
	d, unit := v.demand, v.Target.Indicator.Unit
	if d.isRange() {
		return between(d.low.Decimal, d.high.Decimal, unit)
	}
	return amount(v.Goal.Decimal, unit)
}

// between writes a range of two figures: "6%～7%".
func between(low, high decimal.Decimal, u model.Unit) model.Text {
	return say("%[1]s～%[2]s", "%[1]s to %[2]s", amount(low, u), amount(high, u))
}
