package wording

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/model"
)

// Span is a figure in running prose; Start and End are bytes.
type Span struct {
	Start, End int
	Text       string
}

// Find finds the figures of running prose: numbers with a known unit or a
// measure word, a range as one. Years, spans of time, names such as 三大 or 四区,
// ordinals, numbers of documents and size classes are none.
func Find(text string) []Span {
	c := newCursor(text)
	var list []Span
	for c.pos < len(c.text) {
		start := c.pos
		if c.found() {
			s, e := c.at[start], c.at[c.pos]
			list = append(list, Span{s, e, text[s:e]})
			continue
		}
		if c.pos == start {
			c.skip()
		}
	}
	return list
}

// found takes a figure that begins here. A phrase that looks like one is passed
// over, and ok is false.
func (c *cursor) found() (ok bool) {
	start := c.pos
	if !begins(c.rest()) || named(c.text[:start], c.rest()) {
		return false
	}
	if phrase := setPhrase.FindString(c.rest()); phrase != "" {
		c.pos += len(phrase)
		return false
	}
	a, ok := c.foundAmount()
	if ok && !c.counts(a, c.text[start:c.pos]) {
		return false // passed over
	}
	if !ok {
		c.pos = start
	}
	return ok
}

// begins reports whether s begins like a number.
func begins(s string) bool {
	if s[0] >= '0' && s[0] <= '9' || s[0] == '-' {
		return true
	}
	return hanRun(s) > 0 || strings.HasPrefix(s, "负") || strings.HasPrefix(s, "万") || strings.HasPrefix(s, "亿")
}

// named reports whether the number between two texts is part of a name, an
// ordinal or an estimate: 第三, 〔2017〕47, 每万, 数十.
func named(before, after string) bool {
	before = strings.TrimRight(before, " ")
	for _, w := range []string{"第", "〔", "〕", "[", "]", "每"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return strings.HasPrefix(after, "十") && (strings.HasSuffix(before, "数") || strings.HasSuffix(before, "几"))
}

// setPhrase are names that begin like a figure.
var setPhrase = regexp.MustCompile(`^(?:两个(?:维护|确立|毫不动摇|一百年|健康|结合|先行)|三个(?:务必|代表|区分开来)` +
	`|四个(?:意识|自信|全面)|五个一工程|[三四五六]个一批)`)

// spans are what makes 三个 a length of time, or a part of speech.
var spans = regexp.MustCompile(`^(?:多?月|小时|工作日|交易日|季度|百年|五年|年头|方面)`)

// foundAmount takes an amount, or a range of two.
func (c *cursor) foundAmount() (Amount, bool) {
	start := c.pos
	first, ok := c.amount()
	if ok && first.Unit == "" { // 12 percent, 3.5 billion yuan
		end := c.pos
		c.pos = start
		if a, isEnglish := c.englishAmount(); isEnglish && (a.Unit != "" || a.Scaled) {
			return a, true
		}
		c.pos = end
	}
	if !ok || first.bare {
		return first, ok && first.Unit != ""
	}
	end := c.pos
	if c.takes(dashes...) {
		second, ok := c.amount()
		if ok && !second.bare && (first.Unit == "" || second.Unit == first.Unit) && (second.Unit != "" || second.Scaled) {
			return second, true
		}
	}
	c.pos = end
	return first, first.Unit != "" || first.Scaled
}

// countWords are units that count things or parts, of which there are no size
// classes: 30家以上企业 are 30.
var countWords = map[model.Unit]bool{
	"家": true, "户": true, "个": true, "项": true, "件": true, "条": true, "座": true, "所": true, "处": true, "辆": true,
	"天": true, model.Percent: true, model.PercentagePoint: true, "‰": true,
}

// class is what follows a size class: 30亿元以上项目, 10亿元级.
var class = regexp.MustCompile(
	`^(?:及?以[上下内])?的?(?:重大|重点|产业|工业|优质|新|大|先进制造业|制造业|服务业)*` +
		`(?:项目|企业|工程|集群|园区|单位|机构|产品|平台|老年人|老人|人口|人员|居民|职工|船舶|机组|级)`)

// classOfTrade is 百亿元产业, but not 10亿元产业基金.
var classOfTrade = regexp.MustCompile(`^(?:及?以[上下内])?的?(?:产业|工业)(?:[^基]|$)`)

// counts reports whether an amount that was read is a figure of the text.
func (c *cursor) counts(a Amount, written string) bool {
	if !countWords[a.Unit] && (class.MatchString(c.rest()) || classOfTrade.MatchString(c.rest())) {
		return false
	}
	if a.Unit == "个" && spans.MatchString(c.rest()) {
		return false
	}
	if a.bare { // 千亿元 may be one, 千家万户 is a manner of speaking
		return a.power > 8
	}
	return !strings.HasPrefix(written, "一") || utf8.RuneCountInString(written) != 2 // 一个 is an article
}
