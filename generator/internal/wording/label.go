package wording

import (
	"strings"

	"reportsite/generator/internal/model"
)

// Label is what an indicator is called where room is short, and Title its full
// name. Where a name leaves open that the figure is a rate of change or a share,
// both say so: 进出口总额 12% may be read as the amount, 进出口总额增速 12% may not.
func Label(i *model.Indicator) model.Text { return labelled(i, i.Short) }

// Title is an indicator's name, which says what the figure is; see [Label].
func Title(i *model.Indicator) model.Text { return labelled(i, i.Name) }

// Words of names that say by themselves what the figure is.
var (
	growthWords = model.Text{
		Zh: "增速 增长 增幅 增减 增量 涨幅 上涨 降幅 下降 降低 降速 提高 提升 减少 减排 减量 压减 变化 变动 同比 环比 通胀 指数 CPI PPI",
		En: "growth change increase decrease rise fall reduction decline cut inflation index cpi ppi",
	}
	shareWords = model.Text{
		Zh: "率 占 比重 比例 份额 度 成数",
		En: "share rate ratio proportion percentage coverage level degree",
	}
)

func labelled(i *model.Indicator, name model.Text) model.Text {
	var says, add model.Text
	switch i.Measure {
	case model.Growth:
		says, add = growthWords, growthLabel(i)
	case model.Share:
		says, add = shareWords, model.Text{Zh: "占比", En: " (share)"}
	default:
		return name
	}
	if name.Zh != "" && !mentions(name.Zh, says.Zh) {
		name.Zh += add.Zh
	}
	if name.En != "" && !mentions(strings.ToLower(name.En), says.En) {
		name.En += add.En
	}
	return name
}

// growthLabel calls a rate of change what statistics call it: prices have a 涨幅,
// and what is to fall changes.
func growthLabel(i *model.Indicator) model.Text {
	switch {
	case strings.Contains(i.Name.Zh, "价"):
		return model.Text{Zh: "涨幅", En: " (change)"}
	case i.Better == model.Down:
		return model.Text{Zh: "变化率", En: " (change)"}
	}
	return model.Text{Zh: "增速", En: " (growth)"}
}

func mentions(name, words string) bool {
	for word := range strings.FieldsSeq(words) {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}
