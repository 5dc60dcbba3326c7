package wording

import "reportsite/generator/internal/model"

// Result writes a published result with its unit, in the words in which it was
// published: an approximate one says so, an inequality keeps its word.
func Result(o *model.Observation, l model.Lang) string {
	if len(o.Parts) > 0 {
		return ResultWords(o, l, model.JoinParts(o.Parts))
	}
	return ResultWords(o, l, WriteValue(o.Value, o.Indicator.Unit, l))
}

// ResultWords puts the word of an approximate figure or inequality around a
// figure that somebody else wrote: "超过9万亿元", "近3000家"; "为正" stands alone.
func ResultWords(o *model.Observation, l model.Lang, figure string) string {
	t := model.Text{Zh: figure, En: figure}
	switch {
	case o.Sense == model.Over:
		t = model.Text{Zh: "超过" + figure, En: "more than " + figure}
	case o.Sense == model.Under:
		t = model.Text{Zh: "不足" + figure, En: "less than " + figure}
	case o.Sense == model.Near:
		t = model.Text{Zh: "近" + figure, En: "nearly " + figure}
	case o.Sense == model.Positive:
		t = model.Text{Zh: "正值", En: "above zero"}
	case o.Sense == model.Negative:
		t = model.Text{Zh: "负值", En: "below zero"}
	case o.Approx:
		t = model.Text{Zh: "约" + figure, En: "about " + figure}
	}
	return t.In(l)
}
