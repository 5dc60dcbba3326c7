package wording

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

var englishLeads = []word{
	{"at least", model.GE}, {"no less than", model.GE}, {"not less than", model.GE}, {"no fewer than", model.GE},
	{"not below", model.GE}, {"no lower than", model.GE}, {"no slower than", model.GE}, {"≥", model.GE},
	{"at most", model.LE}, {"no more than", model.LE}, {"not more than", model.LE}, {"within", model.LE},
	{"up to", model.LE}, {"not above", model.LE}, {"no higher than", model.LE}, {"≤", model.LE},
	{"more than", model.GT}, {"over", model.GT}, {"above", model.GT}, {"exceeding", model.GT}, {"exceed", model.GT},
	{"exceeds", model.GT}, {"faster than", model.GT}, {"higher than", model.GT}, {"greater than", model.GT}, {">", model.GT},
	{"less than", model.LT}, {"fewer than", model.LT}, {"below", model.LT}, {"under", model.LT}, {"lower than", model.LT},
	{"<", model.LT},
	{"about", model.Approx}, {"around", model.Approx}, {"approximately", model.Approx}, {"roughly", model.Approx},
	{"some", model.Approx},
}

var englishTails = []word{
	{"or more", model.GE}, {"or above", model.GE}, {"or higher", model.GE}, {"or over", model.GE},
	{"and above", model.GE}, {"and more", model.GE}, {"and over", model.GE},
	{"or less", model.LE}, {"or fewer", model.LE}, {"or below", model.LE}, {"or lower", model.LE}, {"or under", model.LE},
	{"and below", model.LE},
	{"or so", model.Approx},
}

var (
	englishFillers = []string{
		"between", "by", "of", "a", "an", "the", "reach", "reaching", "reached", "kept", "keep", "stay", "growth", "grow",
		"grew", "growing", "an average",
	}
	englishRises = []string{"up", "rose", "rise", "risen", "increase", "increased", "raised", "raise"}
	englishFalls = []string{
		"down", "fell", "fall", "fallen", "decrease", "decreased", "decline", "declined", "cut", "drop", "dropped", "reduce",
		"reduced", "reduction", "lower",
	}
	// fallNouns stand behind: a 3% decline, 3% lower.
	fallNouns = []string{"decrease", "decline", "fall", "drop", "reduction", "cut", "lower", "less", "fewer", "down"}
	// englishAims stand before a higher aim.
	englishAims = []string{"at best", "ideally", "aiming for", "aiming at", "striving for"}
)

var englishScales = []struct {
	word  string
	power int32
}{{"trillion", 12}, {"billion", 9}, {"million", 6}, {"thousand", 3}}

var englishUnits = []struct {
	word string
	unit model.Unit
}{
	{"percentage points", model.PercentagePoint}, {"percentage point", model.PercentagePoint},
	{"percent", model.Percent}, {"per cent", model.Percent}, {"%", model.Percent}, {"‰", "‰"}, {":1", ":1"},
	{"us dollars", "美元"}, {"us dollar", "美元"}, {"yuan", "元"}, {"jin (0.5 kg)", "斤"}, {"jin", "斤"},
	{"tonnes", "吨"}, {"tonne", "吨"}, {"tons", "吨"}, {"mu (1/15 ha)", "亩"}, {"mu", "亩"},
	{"hectares", "公顷"}, {"hectare", "公顷"}, {"m²", "平方米"}, {"square metres", "平方米"}, {"kilometres", "公里"}, {"km", "公里"},
	{"persons", "人"}, {"person", "人"}, {"people", "人"}, {"vehicles", "辆"}, {"vehicle", "辆"},
	{"visits", "人次"}, {"visit", "人次"}, {"days", "天"}, {"day", "天"}, {"µg/m³", "微克/立方米"},
	{"tce per 10 000 yuan", "吨标准煤/万元"},
}

// englishWholes are phrases that have no number.
var englishWholes = []struct {
	words []string
	op    model.Op
	n     int64 // the multiple, or 0
}{
	{[]string{"in step with", "in line with", "basically in step with", "at the pace of"}, model.RelSync, 0},
	{[]string{"unchanged", "flat"}, model.Flat, 0},
	{[]string{"set by a higher authority"}, model.External, 0},
	{[]string{"doubled", "double", "doubling", "twice the base"}, model.GE, 2},
	{[]string{"tripled", "triple", "tripling"}, model.GE, 3},
	{[]string{"quadrupled", "quadruple"}, model.GE, 4},
}

// englishWhole takes a phrase that has no number.
func (c *cursor) englishWhole(f *Figure) bool {
	start := c.pos
	for _, w := range englishWholes {
		if !c.takes(w.words...) {
			continue
		}
		if w.op == model.RelSync {
			if c.done() || !f.relate(c.rest(), "") {
				c.pos = start
				return false
			}
			c.pos = len(c.text)
		}
		f.Op = w.op
		if w.n > 0 {
			f.Multiple = decimal.NewNullDecimal(decimal.NewFromInt(w.n))
		}
		return true
	}
	return false
}

// english reads an English phrase.
func (c *cursor) english() (Figure, bool) {
	var f Figure
	if c.englishWhole(&f) {
		return f, true
	}
	w, from := c.englishLead()
	if op := map[model.Op]model.Op{model.GT: model.RelGT, model.GE: model.RelGE}[w.op]; op != "" && f.relate(c.rest(), op,
		"average", "rate", "growth", "level", "city", "province", "nation", "country", "econom", "gdp") {
		c.pos = len(c.text)
		return f, true
	}
	return f, c.englishFigure(&f, w, from) && c.englishStretch(&f, w.sign)
}

// englishFigure takes the number or the range, and what follows it. from says
// that the words before had it: from 4.5% to 5%.
func (c *cursor) englishFigure(f *Figure, w way, from bool) bool {
	first, ok := c.englishAmount()
	if !ok {
		return false
	}
	after := c.pos
	if c.takes("times", "-fold") {
		c.takes("the base", "as much", "as many")
		tail, _ := c.operator(englishTails)
		w.rise = false // rose 3 times: to three times as much
		return f.times(first, w, tail) || c.back(after)
	}
	less := c.noun() // 12 firms to 20 firms, 3% lower
	between := c.pos
	if c.takes("to", "and") || c.takes(dashes...) {
		after = c.pos
		second, ok := c.englishAmount()
		if !ok || less || from && w.shift { // fell from 5% to 3%: a fall of 2 points
			return c.back(between)
		}
		less = c.noun()
		tail, _ := c.operator(englishTails)
		return !less && f.between(first, second, w, tail) || c.back(after)
	}
	tail, _ := c.operator(englishTails)
	less = c.noun() || less
	if from || less && w.sign < 0 {
		return c.back(after)
	}
	if less {
		w.sign, w.shift = -1, true
	}
	return f.single(first, w, tail) || c.back(after)
}

// englishLead takes what stands before the number.
func (c *cursor) englishLead() (w way, from bool) {
	w.sign = 1
	for {
		if w.op == "" { // before the rest: “up to” is no rise
			if op, ok := c.operator(englishLeads); ok {
				w.op = op
				continue
			}
		}
		switch {
		case c.takes(englishRises...):
			w.rise, w.shift = true, true
		case c.takes(englishFalls...):
			w.sign, w.shift = -1, true
		case c.takes("to"):
			w.reach()
		case c.takes("from"):
			from = true
		case c.takes(englishFillers...):
		case c.takes("nearly", "almost", "close to"):
			w.near = true
		default:
			return w, from
		}
	}
}

// englishStretch takes “, at best B”.
func (c *cursor) englishStretch(f *Figure, sign int) bool {
	start := c.pos
	c.takes(commas...)
	if !c.takes(englishAims...) {
		c.pos = start
		return true
	}
	w, _ := c.englishLead()
	a, ok := c.englishAmount()
	if !ok {
		return false
	}
	c.noun()
	c.operator(englishTails)
	if w.sign < 0 {
		sign = w.sign
	}
	f.Stretch = a.signed(sign)
	return true
}

func (c *cursor) englishAmount() (Amount, bool) {
	v, ok := c.number()
	if !ok {
		return Amount{}, false
	}
	a := Amount{Number: v, Valid: true}
	for _, s := range englishScales {
		if c.takes(s.word) {
			a.Number, a.Scaled, a.power = v.Shift(s.power), true, s.power
			break
		}
	}
	for _, u := range englishUnits {
		if c.takes(u.word) {
			a.Unit, a.Scaled = u.unit, false
			break
		}
	}
	return a, true
}

// stops are words that say something about the figure. A noun ends before them,
// so that none is passed over.
var stops = []string{
	"to", "and", "or", "than", "above", "below", "over", "under", "times", "not", "no", "at", "from", "by", "about", "up",
}

// noun takes the words for the things that are counted: 24 new firms. less says
// that they tell of a fall: 3% lower, 24 fewer firms.
func (c *cursor) noun() (less bool) {
	for {
		start := c.pos
		if c.takes(stops...) {
			c.pos = start
			return less
		}
		if c.takes(fallNouns...) {
			less = true
			continue
		}
		c.space()
		end := c.pos
		for end < len(c.text) && (latin(rune(c.text[end])) || end > c.pos && c.text[end] == '-') {
			end++
		}
		if end == c.pos {
			c.pos = start
			return less
		}
		c.pos = end
	}
}
