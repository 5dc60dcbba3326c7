package wording

import (
	"strings"

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
		"between", "by", "of", "a", "an", "the", "kept", "keep", "stay", "growth", "grow",
		"grew", "growing", "an average",
	}
	englishRises = []string{"up", "rose", "rise", "risen", "increase", "increased", "raised", "raise"}
	englishFalls = []string{
		"down", "fell", "fall", "fallen", "decrease", "decreased", "decline", "declined", "cut", "drop", "dropped", "reduce",
		"reduced", "reduction", "lower",
	}
	// fallNouns follow the number: a 3% decline, 3% lower.
	fallNouns = []string{"decrease", "decline", "fall", "drop", "reduction", "cut", "lower", "less", "fewer", "down"}
	// englishAims stand before a higher aim.
	englishAims = []string{"at best", "ideally", "aiming for", "aiming at", "striving for", "then"}
)

var englishScales = []struct {
	word  string
	power int32
}{{"trillion", 12}, {"billion", 9}, {"million", 6}, {"thousand", 3}}

// englishHedges are words of resolve, and the Chinese ones that they stand for.
var englishHedges = []struct{ word, hedge string }{
	{"strive to reach", "力争"}, {"striving to reach", "力争"}, {"strive for", "力争"}, {"striving for", "力争"},
	{"strive to", "力争"}, {"aim for", "力争"}, {"aiming for", "力争"}, {"push for", "冲刺"}, {"pushing for", "冲刺"},
	{"ensure", "确保"}, {"ensuring", "确保"}, {"guarantee", "确保"}, {"expected", "预计"}, {"expect", "预计"},
	{"planned", "计划"}, {"plan for", "计划"}, {"keep at", "保持"}, {"kept at", "保持"}, {"stay at", "保持"},
}

func (c *cursor) englishHedge(f *Figure) {
	for _, h := range englishHedges {
		if c.takes(h.word) {
			f.Hedge = h.hedge
			return
		}
	}
}

// english reads an English phrase.
func (c *cursor) english() (Figure, bool) {
	var f Figure
	c.englishHedge(&f)
	if c.englishWhole(&f) {
		return f, true
	}
	w, from := c.englishLead()
	f.Reach = w.reached
	if op := map[model.Op]model.Op{model.GT: model.RelGT, model.GE: model.RelGE}[w.op]; op != "" && f.relate(c.rest(), op,
		"average", "rate", "growth", "level", "city", "province", "nation", "country", "econom", "gdp") {
		c.pos = len(c.text)
		return f, true
	}
	return f, c.englishFigure(&f, w, from) && c.englishStretch(&f, w.sign)
}

// englishFigure takes the number or the range, and what follows it. from says
// that the words before had it: from 4.5% to 5%.
func (c *cursor) englishFigure(f *Figure, w leadWords, from bool) bool {
	if ok, done := c.structure(f, w, englishTails); done {
		return ok
	}
	first, ok := c.englishAmount()
	if !ok {
		return false
	}
	after := c.pos
	if c.takes("times", "-fold") && !c.rangeOfTimes(&first) {
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
		if second.Unit == "" && c.takes("times") {
			second.Unit = model.Times
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

// rangeOfTimes reports whether “to 3 times” follows, which makes a range of two
// multiples.
func (c *cursor) rangeOfTimes(first *Amount) bool {
	start := c.pos
	_ = c.takes("to", "and") || c.takes(dashes...)
	_, ok := c.englishAmount()
	ok = ok && c.takes("times")
	c.pos = start
	if ok {
		first.Unit = model.Times
	}
	return ok
}

// level are comparators of what a figure comes to, whatever verb stands before them: to
// fall below 6% is no fall of 6%.
var level = map[string]bool{"below": true, "under": true, "above": true}

// englishLead takes what stands before the number.
func (c *cursor) englishLead() (w leadWords, from bool) {
	w.sign = 1
	for {
		if w.op == "" { // before the rest: “up to” is no rise
			start := c.pos
			if op, ok := c.operator(englishLeads); ok {
				if w.op = op; level[strings.TrimSpace(c.text[start:c.pos])] {
					w.reach()
				}
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
		case c.takes("reach", "reaching", "reached"):
			w.reached = true
		case c.takes(englishFillers...):
		case c.takes("nearly", "almost", "close to", "approaching"):
			w.near = true
		default:
			return w, from
		}
	}
}

// currencies are the signs of money before a number.
var currencies = []struct {
	sign string
	unit model.Unit
}{
	{"us$", "美元"}, {"usd", "美元"}, {"rmb", "元"}, {"cny", "元"}, {"hk$", "港元"}, {"eur", "欧元"}, {"€", "欧元"}, {"$", "美元"},
}

// currency is the size of a sign of money that s begins with and a number follows.
func currency(s string) int {
	for _, m := range currencies {
		rest, ok := strings.CutPrefix(s, m.sign)
		if ok && digitRun(strings.TrimLeft(rest, " ")) > 0 {
			return len(m.sign)
		}
	}
	return 0
}

// money takes a sign of money before a number.
func (c *cursor) money() model.Unit {
	start := c.pos
	c.space()
	if n := currency(c.rest()); n > 0 {
		for _, m := range currencies {
			if c.rest()[:n] == m.sign {
				c.pos += n
				return m.unit
			}
		}
	}
	c.pos = start
	return ""
}

func (c *cursor) englishAmount() (Amount, bool) {
	start, sign := c.pos, c.money()
	v, ok := c.number()
	if !ok {
		c.pos = start
		return Amount{}, false
	}
	a := Amount{Number: v, Valid: true}
	for _, s := range englishScales {
		if c.takes(s.word) {
			a.Number, a.Scaled, a.power = v.Shift(s.power), true, s.power
			break
		}
	}
	if unit := c.englishUnit(); unit != "" {
		a.Unit, a.Scaled = unit, false
	} else if sign != "" {
		a.Unit, a.Scaled = sign, false
	}
	return a, true
}

// stops are words that say something about the figure. A noun ends before them,
// so that none is passed over.
var stops = []string{
	"to", "and", "or", "than", "above", "below", "over", "under", "times", "not", "no", "at", "from", "by", "about", "up",
}

// noun takes the words for the things that are counted: 24 new firms. less is true
// when they mean a fall: 3% lower, 24 fewer firms.
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
		if c.per("per") != "" { // 20 items per 10 000 persons
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
