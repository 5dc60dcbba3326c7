package wording

import "reportsite/generator/internal/model"

// opNames are the operators in words.
var opNames = map[model.Op]model.Text{
	model.GE: {Zh: "以上（含本数）", En: "at least"}, model.GT: {Zh: "超过（不含本数）", En: "more than"},
	model.LE: {Zh: "以内（含本数）", En: "at most"}, model.LT: {Zh: "低于（不含本数）", En: "less than"},
	model.EQ: {Zh: "等于", En: "exactly"}, model.Approx: {Zh: "左右", En: "about"}, model.Range: {Zh: "区间", En: "a range"},
	model.RelGT: {Zh: "高于另一指标", En: "above another indicator"}, model.RelGE: {Zh: "不低于另一指标", En: "not below another indicator"},
	model.RelSync: {Zh: "与另一指标同步", En: "in step with another indicator"}, model.Flat: {Zh: "持平", En: "unchanged"},
	model.DeltaPP:  {Zh: "提高或下降若干个百分点", En: "so many percentage points more or less"},
	model.External: {Zh: "上级下达", En: "set by a higher authority"}, model.Qualitative: {Zh: "只有文字", En: "words only"},
}

func opName(op model.Op) model.Text {
	if t, ok := opNames[op]; ok {
		return t
	}
	return model.Text{Zh: "一个数", En: "a figure"}
}
