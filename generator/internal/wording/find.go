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

// Find finds the figures of running prose with the built-in units.
func Find(text string) []Span { return builtin.Find(text) }

// Find finds the figures of running prose: numbers with a known unit or a
// measure word, a range as one. Years, spans of time, names such as 三大 or 四区,
// ordinals, numbers of documents and size classes are none.
func (g *Grammar) Find(text string) []Span {
	c := g.cursor(text)
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
	if text := c.parts(); text != "" {
		c.pos += len(text)
		return whole(text) // 8:30:00 is a time
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
	if s[0] >= '0' && s[0] <= '9' || s[0] == '-' || currency(s) > 0 {
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
	if currency(c.rest()) > 0 {
		a, ok := c.englishAmount()
		return a, ok && a.Unit != ""
	}
	first, ok := c.amount()
	if ok && first.Unit == "" { // 12 percent, 3.5 billion yuan
		end := c.pos
		between := strings.HasSuffix(strings.TrimRight(c.text[:start], " "), "between")
		if c.takes("to") || between && c.takes("and") { // 4.5 to 5 percent
			if a, isEnglish := c.englishAmount(); isEnglish && (a.Unit != "" || a.Scaled) {
				return a, true
			}
		}
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

// things reports whether a unit counts things or parts, of which there are no
// size classes: 30家以上企业 are 30.
func things(u model.Unit) bool {
	switch u.Kind() {
	case model.Things, model.Parts:
		return true
	}
	return u == "户" || u == "天"
}

// hanUnits are the units that prose also has behind Han numerals. Behind those the
// others mostly make names: 三部, 五级, 一期.
var hanUnits = func() map[model.Unit]bool {
	m := map[model.Unit]bool{}
	for _, u := range strings.Fields("元 美元 % ‰ 百分点 :1 人 人次 户 岁 吨 斤 辆 家 个 项 件 条 座 所 处 亩 公顷 公里 平方米 天 微克/立方米 吨标准煤/万元") {
		m[model.Unit(u)] = true
	}
	return m
}()

// spoken are units that are no figure in running prose: spans of time, grades,
// stages. A link may still have them.
var spoken = map[model.Unit]bool{
	"期": true, "级": true, "分": true, "度": true, "年": true, "个月": true, "小时": true, "分钟": true, "卷": true, "班": true,
}

// class is what follows a size class: 30亿元以上项目, 10亿元级.
var class = regexp.MustCompile(
	`^(?:及?以[上下内])?的?(?:重大|重点|产业|工业|优质|新|大|先进制造业|制造业|服务业)*` +
		`(?:项目|企业|工程|集群|园区|单位|机构|产品|平台|老年人|老人|婴幼儿|儿童|青少年|群体|妇女|患者|村|乡镇|农户|家庭|人口|人员|居民|职工|船舶|机组|级)`)

// classOfTrade is 百亿元产业, but not 10亿元产业基金.
var classOfTrade = regexp.MustCompile(`^(?:及?以[上下内])?的?(?:产业|工业)(?:[^基]|$)`)

// classList are further bounds of a size class: 10亿元[、30亿元]的企业. Nobody writes more
// of them, and a list of a thousand figures is not read to its end for each.
var classList = regexp.MustCompile(`^(?:以[上下])?(?:[、和]\d[\d.]*(?:亿|万|千万|百万)?元(?:以[上下])?){1,12}`)

// counts reports whether an amount that was read is a figure of the text.
func (c *cursor) counts(a Amount, written string) bool {
	rest := c.rest()
	rest = rest[len(classList.FindString(rest)):]
	if !things(a.Unit) && (class.MatchString(rest) || classOfTrade.MatchString(rest)) {
		return false
	}
	inDigits := strings.ContainsAny(written, "0123456789")
	if spoken[a.Unit] || a.Unit != "" && !inDigits && !hanUnits[a.Unit.Root()] {
		return false
	}
	if (a.Unit == "名" || a.Unit == "位") && strings.HasSuffix(strings.TrimSuffix(c.text[:c.pos], written), "前") {
		return false // 前10名 is a rank
	}
	if a.Unit == "个" && spans.MatchString(c.rest()) {
		return false
	}
	if a.bare { // 千亿元 may be a figure, 千家万户 is an idiom
		return a.power > 8
	}
	return !strings.HasPrefix(written, "一") || utf8.RuneCountInString(written) != 2 // 一个 is an article
}
