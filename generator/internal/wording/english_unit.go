package wording

import (
	"cmp"
	"slices"
	"strings"

	"reportsite/generator/internal/model"
)

// englishUnit is an English word for a unit, in lower case.
type englishUnit struct {
	word string
	unit model.Unit
}

// englishWords are the words that name one unit. Words for things, such as firms,
// are no units: they may stand for 家, 户 or 个.
var englishWords = []englishUnit{
	{"percentage points", model.PercentagePoint}, {"percentage point", model.PercentagePoint},
	{"percent", model.Percent}, {"per cent", model.Percent}, {"%", model.Percent}, {"per mille", "‰"}, {"‰", "‰"}, {":1", ":1"},
	{"per 100 000", "/10万"}, {"per 100,000", "/10万"},
	{"us dollars", "美元"}, {"us dollar", "美元"}, {"yuan", "元"}, {"rmb", "元"}, {"euros", "欧元"}, {"euro", "欧元"},
	{"hong kong dollars", "港元"}, {"japanese yen", "日元"},
	{"jin (0.5 kg)", "斤"}, {"jin", "斤"}, {"tonnes", "吨"}, {"tonne", "吨"}, {"tons", "吨"},
	{"kilograms", "公斤"}, {"kilogram", "公斤"}, {"kg", "公斤"}, {"mg", "毫克"}, {"µg/m³", "微克/立方米"}, {"micrograms per cubic meter", "微克/立方米"}, {"micrograms per cubic metre", "微克/立方米"}, {"µg", "微克"},
	{"mu (1/15 ha)", "亩"}, {"mu", "亩"}, {"hectares", "公顷"}, {"hectare", "公顷"}, {"ha", "公顷"},
	{"m²", "平方米"}, {"square metres", "平方米"}, {"square meters", "平方米"},
	{"km²", "平方公里"}, {"square kilometres", "平方公里"}, {"square kilometers", "平方公里"},
	{"m³", "立方米"}, {"cubic metres", "立方米"}, {"cubic meters", "立方米"}, {"litres", "升"}, {"liters", "升"},
	{"nautical miles", "海里"}, {"kilometres", "公里"}, {"kilometers", "公里"}, {"km", "公里"}, {"cm", "厘米"}, {"mm", "毫米"},
	{"kilowatt-hours", "千瓦时"}, {"kilowatt hours", "千瓦时"}, {"kwh", "千瓦时"}, {"mwh", "兆瓦时"}, {"kilowatts", "千瓦"},
	{"kw", "千瓦"}, {"megawatts", "兆瓦"}, {"mw", "兆瓦"}, {"gigawatts", "吉瓦"}, {"gw", "吉瓦"},
	{"tonnes of standard coal", "吨标准煤"}, {"tce per 10 000 yuan", "吨标准煤/万元"}, {"kgce", "公斤标准煤"}, {"gce", "克标准煤"}, {"tce", "吨标准煤"},
	{"persons", "人"}, {"person", "人"}, {"people", "人"}, {"households", "户"}, {"household", "户"},
	{"vehicle trips", "辆次"}, {"vehicle trip", "辆次"}, {"vehicles", "辆"}, {"vehicle", "辆"}, {"visits", "人次"}, {"visit", "人次"},
	{"days", "天"}, {"day", "天"}, {"hours", "小时"}, {"minutes", "分钟"}, {"teu", "标箱"},
}

// englishScalesOfUnits are the words before a unit that another one is counted
// for: per 10 000 persons.
var englishScalesOfUnits = []struct{ word, scale string }{
	{"100 000 ", "10万"}, {"100,000 ", "10万"}, {"10 000 ", "万"}, {"10,000 ", "万"}, {"1 000 ", "千"}, {"1,000 ", "千"},
	{"100 million ", "亿"}, {"million ", "百万"}, {"100 ", "百"}, {"", ""},
}

// englishUnitsOf lists the words for units, and those for what units are counted
// for, the longest first.
func englishUnitsOf(t *model.UnitTable) (units, per []englishUnit) {
	units = slices.Clone(englishWords)
	for _, name := range t.Declared() {
		if u, ok := t.Find(name); ok && u.En() != "" {
			units = append(units, englishUnit{strings.ToLower(u.En()), u})
		}
	}
	longest := func(a, b englishUnit) int { return cmp.Compare(len(b.word), len(a.word)) }
	slices.SortStableFunc(units, longest)
	for _, u := range units {
		if strings.Contains(u.unit.String(), "/") || strings.ContainsAny(u.word, "%‰:") {
			continue
		}
		per = append(per, u)
		if word, ok := strings.CutSuffix(u.word, "s"); ok {
			per = append(per, englishUnit{word, u.unit})
		}
	}
	slices.SortStableFunc(per, longest)
	return units, per
}

// englishUnit takes a unit, or "": 5 yuan, 5 yuan per tonne.
func (c *cursor) englishUnit() model.Unit {
	rest := strings.TrimLeft(c.rest(), " ")
	for _, u := range c.inEnglish {
		if !strings.HasPrefix(rest, u.word) || !c.takes(u.word) { // the first is quick
			continue
		}
		if per := c.englishPer(u.unit); per != "" {
			return per
		}
		return u.unit
	}
	return ""
}

// englishPer takes “per” and what the unit is counted for.
func (c *cursor) englishPer(unit model.Unit) model.Unit {
	start := c.pos
	if per := c.per("per", "a", "for each"); per != "" {
		if whole, ok := c.units.Find(unit.String() + "/" + per); ok {
			return whole
		}
	}
	c.pos = start
	return ""
}

// per takes one of the words and what follows: 10 000 persons is 万人. "" where
// that is no unit.
func (c *cursor) per(words ...string) string {
	start := c.pos
	if !c.takes(words...) {
		return ""
	}
	c.space()
	for _, s := range englishScalesOfUnits {
		rest, ok := strings.CutPrefix(c.rest(), s.word)
		if !ok {
			continue
		}
		for _, u := range c.inPer {
			if !strings.HasPrefix(rest, u.word) {
				continue
			}
			at := c.pos
			c.pos += len(s.word)
			if c.takes(u.word) {
				return s.scale + u.unit.String()
			}
			c.pos = at
		}
	}
	c.pos = start
	return ""
}
