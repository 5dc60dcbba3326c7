package statement

import (
	"regexp"
	"strings"
)

// A name is cut out of the words around its figure: here is what is no part of one.

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
