package statement

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/model"
)

// named is the name of a figure, and what it was made of.
type named struct {
	text   string
	verb   string // 新增, 建成
	core   string // the thing itself
	growth bool   // the words call it a rate of change
}

// What stands at the head of a clause and is no part of a name.
const (
	listMarks   = `[\s　]|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[①-⑳]|[—\-·•●◆■★▲]`
	resolve     = `力争 确保 努力 争取 奋力 冲刺 预计 预期 计划 有望 力求 保持 继续 持续 切实 全力 着力 大力 积极 进一步 不断`
	connectives = `同时 其中 此外 另外 并且 并 使 让 将 要 把 可 拟`
	timesAlone  = `全年 今年 明年 当年 本年 去年 上年 年内 年底前? 年末 截至目前 目前 到年底 到年末`
	totals      = `累计 共计 共 合计 总计`
	placesAhead = `全[市省县区州镇乡村] [\p{Han}]{2,8}(?:省|市|州|县|区|镇|乡)(?:累计)?(?:完成|实现) 我[市省县区州] 全国`
	already     = `已经? 当月 当季 单月`
	yearAhead   = `(?:到|至|截至|力争到|在)?20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?|[上下]半年|[一二三四]季度|前三季度|底|末)?前?`
	partAhead   = `\d{1,2}(?:月|[—\-~至]\d{1,2}月)(?:份|底|末)?前? [上下]半年 [一二三四]季度 前三季度 “十[三四五]五”(?:期间|末|时期)?`
	actsAhead   = `由 从 实现 推动 推进 支持 加快 实施 促进 引导 组织 鼓励 帮助 力促 全面`
	aimsAhead   = `主要预期目标是 预期目标[是为] 主要目标[是为] 目标[是为]`
	particles   = `是 为 即 分别 的 较 比 同比 对 在`
	realTerms   = `扣除价格(?:上涨)?因素(?:影响)?(?:后|，)?`
)

var before = matches(`^(?:`, listMarks, `|`, oneOf(strings.Join([]string{
	resolve, connectives, timesAlone, totals, placesAhead, already, yearAhead, partAhead, actsAhead, aimsAhead, particles, realTerms,
}, " ")), `|[，、：:；。,])`)

// What stands between a name and its number and is no part of the name.
const (
	orders    = `拟按 拟安排 拟 首次 20\d\d年(?:末|底)? [由从](?:上年|去年)(?:同期)? 由 从 分别 各`
	auxiliary = `共计 共 累计 总计 合计 全年 年均 预计 力争 确保 计划 将 要 可 已 均 也 再 的 为 是 有 约`
	reaching  = `达 到 突破 超`
	onBasis   = `同比 比上年 较上年 同口径 按可比价格计算 按不变价格计算 名义 实际`
	levels    = `稳定在 保持在 控制在 增至 升至 降至 提高到 提升到 提高至 提升至 增加到 增加至 扩大到 下降到 下降至 维持在`
)

var after = matches(`(?:[\s　]|`, oneOf(strings.Join([]string{orders, auxiliary, reaching, onBasis, levels}, " ")), `|[，、：:,])$`)

// strip takes away what is no part of a name. Each word that is taken away costs a look at
// all that is left.
func strip(s string) string {
	s = lastOf(s)
	for {
		cut := strings.TrimSpace(s)
		if present.MatchString(cut) {
			return cut
		}
		if at := before.FindString(cut); at != "" {
			cut = cut[len(at):]
		}
		if at := after.FindStringIndex(cut); at != nil {
			cut = cut[:at[0]]
		}
		if cut == s {
			return s
		}
		s = cut
	}
}

// present are names that begin with 在.
var present = regexp.MustCompile(`^在(?:校|建|册|营|岗|职|库|园)`)

// made are verbs that stay in a name, because without them it names something else:
// the firms that are new are not all firms.
var made = []string{
	"新开工建设", "开工建设", "开工新建", "新开工", "新建成", "新改扩建", "新建改造", "改扩建", "新改建", "新增", "净增", "新建", "新引进", "新培育", "新认定", "新签约", "新登记", "新发展", "新投放", "新创建",
	"建成投用", "建成投产", "竣工投产", "建成开放", "建成", "竣工", "开工", "引进", "招引", "招商引进", "培育壮大", "培育", "改造提升", "改造", "打通", "转化", "策划", "签约", "储备", "动态储备",
	"组织登记入库", "登记入库", "入库", "发布", "投入", "创建", "认定", "发放", "开展", "举办", "培训", "完成改造", "提升改造", "修复", "治理", "建设", "整治", "扩建", "改建", "新添", "增设",
	"淘汰", "关停", "退出", "盘活", "消化", "处置", "争取", "募集", "筹集", "配建", "安装", "更新", "更换", "栽植", "造林", "营造", "流转", "销售", "出让", "供应", "收储", "征收", "安置", "资助", "救助", "帮扶", "脱贫", "减少", "压减", "削减", "新添置", "投放", "购置", "选派", "招聘", "招录", "评选", "打造", "组建", "设立", "落实", "兑现", "减免", "拨付", "向上争取", "获批", "申报", "推广", "种植", "生产", "出栏", "接待", "输送", "服务", "惠及", "覆盖", "巩固", "布局", "上市", "挂牌", "新招录",
}

// weak are verbs that say nothing about what is counted.
var weak = []string{"完成", "实现", "做到", "达到", "启动", "力争", "提供", "获得", "取得", "拥有", "完善", "加大", "壮大", "提升", "提高", "增强", "优化", "强化", "加强", "深化", "扩大", "扶持"}

// splitVerb takes the verb off the head of a name.
func splitVerb(s string) (verb, noun string) {
	for _, list := range [][]string{made, weak} {
		longest := ""
		for _, v := range list {
			if strings.HasPrefix(s, v) && len(v) > len(longest) {
				longest = v
			}
		}
		if longest == "" {
			continue
		}
		rest := s[len(longest):]
		rest = strings.TrimPrefix(rest, "了")
		if keepWhole.MatchString(s) {
			return "", s
		}
		if len(list) == len(weak) && list[0] == weak[0] {
			if v, n := splitVerb(rest); v != "" {
				return v, n
			}
			return longest, rest
		}
		return longest, rest
	}
	return "", s
}

// keepWhole are names that begin with what looks like a verb.
var keepWhole = regexp.MustCompile(`^(?:建设用地|生产总值|服务业|服务外包|服务贸易|服务企业|服务进出口|上市公司|上市企业|上市后备|开工率|销售收入|销售额|培育库|投入产出|造林面积|覆盖率|减排|提升率|建成区|落实率)`)

// names finds the names of an element: one for each figure, or for each head where
// several share one figure.
func (r *Reader) names(text string, e element) (list []named, doubts []string) {
	w := r.wordsOf(text, e)
	if one, ok := r.ofBefore(e, w); ok {
		return []named{one}, nil
	}
	if list := r.ofHeads(e, w); list != nil {
		return list, nil
	}
	if list := r.shared(e, w); list != nil {
		return list, nil
	}
	one := r.name(w.head, w.right, w.lead, w.growth, e, true)
	for range e.phrases {
		list = append(list, one)
	}
	return list, w.doubts(one, len(e.phrases))
}

// nameWords are the words that a name is made of.
type nameWords struct {
	head  string // what is left of the words before the figure
	left  string // all of them
	lead  string // between the name and the number: 增长, 达到
	right string // the noun behind the figure

	words  string // of the first figure
	unit   model.Unit
	growth bool // they call it a rate of change
}

func (r *Reader) wordsOf(text string, e element) nameWords {
	p := e.phrases[0]
	w := nameWords{left: e.left, lead: p.Lead(text), right: rightNoun(e.right), words: p.Words(text), unit: p.Value.Unit}
	w.growth = rateWords.MatchString(w.left + w.lead)
	w.head = strip(w.left)
	if rest, ok := strings.CutSuffix(w.head, "净"); ok && strings.HasPrefix(w.lead, "增") { // 净增67家
		w.head = rest + "净增"
	}
	if share := shareOf.FindString(w.lead); share != "" && !strings.Contains(w.head, share) {
		rest, ratio := strings.CutSuffix(share, "的比重")
		w.head += rest
		if ratio {
			w.head += "比重"
		}
	}
	if strings.HasPrefix(w.head, "占") && r.subject != "" { // 民间投资下降1%，占全部投资的比重为54%
		whole := cmp.Or(r.full, r.subject)
		w.head = lastOf(whole[:len(whole)-len(shareEnd.FindString(whole))]) + w.head
	}
	return w
}

// shareEnd is the end of the name of a share: 占全部投资的比重.
var shareEnd = regexp.MustCompile(`占(?:[^0-9%，、占]{1,40}的?(?:比重|比例)|比)$`)

var setAbove = regexp.MustCompile(`(?:下达|定)的?(\p{Han}*?)(任务|目标|指标)$`)

// ofBefore is the name of a single figure that says something of the figure before.
func (r *Reader) ofBefore(e element, w nameWords) (named, bool) {
	switch m := setAbove.FindStringSubmatch(w.words); {
	case len(e.phrases) > 1:
	case m != nil && w.head == "" && m[1] != "": // 完成上级下达的节能减排任务
		return named{text: m[1] + m[2], core: m[1]}, true
	case changes(w.left, w.lead, w.words, w.unit): // it is no figure of its own
		return named{text: w.head, core: r.subject}, true
	case workDone.MatchString(strings.TrimSpace(w.left + w.lead)): // 完成年度计划的64%
		return named{text: cmp.Or(r.full, r.subject, w.head), core: r.subject}, true
	}
	return named{}, false
}

// ofHeads are the names of several figures of which the list before has the heads:
// 分别达到…、…，分别增长…、…
func (r *Reader) ofHeads(e element, w nameWords) (list []named) {
	n := len(e.phrases)
	if n == 1 || w.head != "" {
		return nil
	}
	if n > len(r.heads) && n <= len(r.recent) { // 游客…人次，收入…亿元，分别增长…
		r.heads = r.recent[len(r.recent)-n:]
	}
	if n != len(r.heads) {
		return nil
	}
	for _, h := range r.heads {
		h.growth = w.growth
		if !w.growth && h.verb != "" {
			h.text = h.verb + h.core
		}
		list = append(list, h)
	}
	return list
}

// shared are the names of a list whose heads share words, or that share one figure.
func (r *Reader) shared(e element, w nameWords) (list []named) {
	n := len(e.phrases)
	each := eachOf.MatchString(strings.TrimSpace(w.left + w.lead))
	if n == 1 && !each && !e.phrases[0].Op.Relative() {
		return nil
	}
	heads := splitHeads(w.head+w.right, n, n == 1 && !each)
	if len(heads) < 2 || len(heads) != n && n > 1 {
		return nil
	}
	for _, h := range heads {
		list = append(list, r.name(h, "", w.lead, w.growth, e, false))
	}
	r.subject, r.full = list[len(list)-1].core, list[len(list)-1].text
	if r.heads = nil; n > 1 {
		r.heads = list
	}
	return list
}

// doubts are those about a name of n figures.
func (w nameWords) doubts(name named, n int) (list []string) {
	if n > 1 {
		list = append(list, "doubt-one-name")
	}
	if n == 1 && strings.Contains(w.left+w.lead, "分别") {
		list = append(list, "doubt-apart")
	}
	switch size := utf8.RuneCountInString(name.text); {
	case size < 2:
		list = append(list, "doubt-no-name")
	case size > longName:
		list = append(list, "doubt-long-name")
	}
	return list
}

// longName is how many characters a name has at most without a doubt.
const longName = 24

var (
	shareOf   = regexp.MustCompile(`占[^0-9%，、]{1,40}?的?(?:比重|比例)|占比|比重|比例|比率`)
	rateWords = regexp.MustCompile(`增长|增速|增幅|涨幅|降幅|下降|降低|回落|上涨`)
)

// name makes the name of one figure from the words on both sides of it. alone says that
// it is not of a list: what comes behind may leave out what it says.
func (r *Reader) name(head, right, lead string, growth bool, e element, alone bool) named {
	verb, noun, right := r.parts(head, right, lead)
	if like := alike(noun, r.full); like != "" && !e.first && right == "" { // 省级龙头企业1家、市级2家
		noun = like
	}
	if verb == "" && !e.first && keeps(r.verb) && noun != "" && !related.MatchString(noun) && !growth {
		verb = r.verb
	}
	if isWeak(verb) {
		verb = ""
	}
	name := named{verb: verb, growth: growth}
	rate := rateNoun.FindString(noun)
	if rate != "" {
		noun = strings.TrimSuffix(strings.TrimSuffix(noun, rate), "的")
		name.growth = true
	}
	if right == "" && r.sharesFigure(noun, e) { // 亿纬动力产值500亿元、荆门石化400亿元
		noun += r.figure
	}
	r.compose(&name, noun, lead, growth)
	if real := strings.Contains(e.left, "扣除价格") || strings.Contains(lead, "实际"); growth && real && name.text != "" && !strings.HasSuffix(name.text, "实际") {
		name.text += "实际"
	}
	if rate != "" && name.text != "" && !name.growth {
		name.text += rate
	}
	if alone {
		r.remember(name, noun)
	}
	return name
}

// parts are the verb and the noun of a name, of the words on both sides of a figure, and
// what of it stood behind.
func (r *Reader) parts(head, right, lead string) (verb, noun, behind string) {
	verb, noun = splitVerb(head)
	if verb == "" {
		for _, v := range []string{"新增", "新建", "建成", "培育"} {
			if strings.Contains(lead, v) {
				verb = v
			}
		}
	}
	if strings.HasSuffix(noun, "等") { // the noun before is an example of the one behind
		noun, right = "", cmp.Or(right, r.subject)
		verb = cmp.Or(verb, r.verb)
	}
	switch {
	case right == "":
	case noun == "" || placeOnly(noun) || utf8.RuneCountInString(noun+right) > longNoun:
		noun = right
	default:
		noun += right
	}
	return verb, noun, right
}

// longNoun is how many characters the words on both sides of a figure have together at
// most if they are one noun.
const longNoun = 20

// sharesFigure reports whether a noun is a thing of which the element before names a
// figure that is meant here, too.
func (r *Reader) sharesFigure(noun string, e element) bool {
	return !e.first && r.figure != "" && noun != "" && e.phrases[0].Value.Unit.Kind() == model.Money &&
		relative.FindString(noun) == "" && longest(headNouns, noun, strings.HasSuffix) == ""
}

// compose puts a name together from its noun and what was spoken of before.
func (r *Reader) compose(name *named, noun, lead string, growth bool) {
	verb := name.verb
	switch {
	case agent.MatchString(noun) && r.clause != "" && utf8.RuneCountInString(r.clause) <= 18:
		_, thing := splitVerb(r.clause)
		name.core, name.text = thing, thing+noun
	case noun == "":
		name.core, name.text = r.subject, verb+r.subject
		switch {
		case growth && r.made && len(r.recent) > 0: // 新增企业2.3万户，同比增长12%
			name.text = r.recent[len(r.recent)-1].text
		case growth && r.full != "": // 零售总额128亿元，增长5%
			name.text = r.full
		case verb == "" && r.made && reached.MatchString(lead): // 净增60家，突破900家
			name.text = r.subject + "总数"
		case verb == "" && r.full != "" && (toThere.MatchString(lead) || reached.MatchString(lead)): // 由210亿元增加到228亿元
			name.text = r.full
		}
	case related.MatchString(noun) && (verb == "" || r.subject != "" && !strings.HasPrefix(verb, "新")):
		name.core = r.subject
		name.text = r.subject + strings.TrimPrefix(strings.TrimPrefix(noun, "其"), "预计")
	case (verb == "惠及" || verb == "覆盖" || verb == "服务") && r.subject != "":
		name.core, name.text = r.subject, r.subject+verb+noun
	default:
		name.core, name.text = noun, verb+noun
		if m := relative.FindString(noun); m != "" && len(m) < len(noun) {
			name.core = inner.ReplaceAllString(strings.TrimSuffix(noun, m), "")
			r.figure = m
		}
	}
}

// remember keeps what the words behind a figure may leave out.
func (r *Reader) remember(name named, noun string) {
	r.verb = name.verb
	r.subject = cmp.Or(name.core, r.subject)
	r.made = keeps(name.verb) || name.verb == "净增"
	if !name.growth {
		r.recent = append(r.recent, name)
	}
	r.full = name.text
	if noun != "" && !related.MatchString(noun) {
		r.full = noun
	}
}

// alike completes a word of a class from a name that begins with another one of it.
func alike(word, name string) string {
	for _, class := range classes {
		if !slices.Contains(class, word) {
			continue
		}
		if other := longest(class, name, strings.HasPrefix); other != "" && other != name {
			return word + strings.TrimPrefix(name, other)
		}
	}
	return ""
}

// agent is what the clause before brings about: 实施以旧换新，带动消费900亿元.
var agent = regexp.MustCompile(`^(?:带动|惠及|受益|拉动|撬动)`)

// eachOf says that one figure is that of several things, and reached that it is the
// whole.
var (
	eachOf  = regexp.MustCompile(`(?:各|均|都|同步)(?:增长|达到?|完成|实现|新增)?$`)
	reached = regexp.MustCompile(`突破|达|超过|到`)
)

// inner are words within a name that its other figures do not have: 粮食播种面积, 粮食产量.
var inner = regexp.MustCompile(`(?:播种|种植|综合)$`)

// rateNoun is a noun for a rate of change at the end of a name.
var rateNoun = regexp.MustCompile(`(?:增长率|增长速度|增速|增幅|涨幅|降幅|增长)$`)

func isWeak(verb string) bool {
	for _, w := range weak {
		if w == verb {
			return true
		}
	}
	return false
}

// keeps reports whether a verb holds for the elements of a list behind the first.
func keeps(verb string) bool {
	return strings.HasPrefix(verb, "新") || strings.HasPrefix(verb, "建成") || verb == "打通" || verb == "培育" || verb == "引进" || verb == "改造"
}

// placeOnly reports whether words say where and not what.
func placeOnly(s string) bool {
	return strings.HasSuffix(s, "等") || strings.HasPrefix(s, "在") || strings.HasSuffix(s, "区域") || strings.HasSuffix(s, "城区")
}

// rightNoun is the noun that follows a figure: 个老旧小区改造项目.
func rightNoun(s string) string {
	s = strings.TrimRight(strings.TrimSpace(firstOf(s)), "。；，：,;:！!、）) ")
	if i := strings.IndexAny(s, "（("); i >= 0 {
		s = s[:i]
	}
	for _, p := range []string{"的", "在", "于"} {
		s = strings.TrimPrefix(s, p)
	}
	if notNoun.MatchString(s) {
		return ""
	}
	if i := strings.Index(s, "等"); i > 0 && strings.HasSuffix(s, "等") {
		s = s[:i]
	}
	return s
}

var notNoun = regexp.MustCompile(`^(?:大关|关口|台阶|安排|以上|以下|以内|左右|增加|提高|提升|减少|下降|降至|增至|升至|扩大|上升|到|目标|增长|增速|任务|并|且|和|与|及|，|、|力争|确保|；|。|比|较|同比|占|达|为|是|于|至|到|居|位|排|列|高于|低于|快于|全[市省国])`)

func endsNoun(s string) bool { return nounEnd.MatchString(s) }

var nounEnd = regexp.MustCompile(`(?:企业|项目|工程|产业|收入|总值|增加值|投资|总额|产值|人口|就业|住房|面积|产量|道路|学校|医院|中心|基地|园区|平台|工厂|公司|床位|车位|小区|池|站|库)$`)
