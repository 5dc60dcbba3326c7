package check

import (
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// codeWords are the words that people write where a key asks for one of its codes, in
// the order in which they are looked for.
var codeWords = map[string][]struct{ code, words string }{
	"op": {
		{"ge", "以上 及以上 不低于 不少于 不小于 至少 达到 达 实现 大于等于 >= => ≥ ≧ gte min 下限"},
		{"gt", "超过 突破 超 高于 大于 多于 > ＞ 以外"},
		{"le", "以内 以下 不高于 不超过 不大于 不多于 控制在 至多 小于等于 <= =< ≤ ≦ lte max 上限"},
		{"lt", "低于 小于 不到 不足 不满 少于 < ＜"},
		{"eq", "等于 恰好 = == ＝"},
		{"approx", "左右 约 大约 上下 近 接近 ~ ≈ about"},
		{"range", "区间 范围 之间 between"},
		{"rel_gt", "高于平均 快于平均 高于全市 高于全省 高于全国 快于全市 快于全省 快于全国"},
		{"rel_ge", "不低于平均 不低于全市 不低于全省 不低于全国"},
		{"rel_sync", "同步 基本同步"},
		{"flat", "持平 基本持平 不变"},
		{"delta_pp", "百分点 提高 下降 提升 降低"},
		{"external", "上级下达 完成上级任务 下达"},
		{"qualitative", "定性 文字 描述"},
	},
	"measure": {
		{"level", "总量 绝对值 绝对数 绝对额 数额 金额 总额 总值 数量 量 规模"},
		{"growth", "增速 增长 增长率 增幅 同比 同比增长 速度 变化率 降幅"},
		{"share", "占比 比重 份额 比率 率 百分比"},
		{"count", "个数 数 家数 户数 项数 件数 计数"},
		{"ratio", "比例 比值 比"},
		{"index", "指数"},
		{"completion", "完成率 进度 完成进度"},
		{"structure", "结构 构成"},
	},
	"accrual": {
		{"flow", "时期 时期指标 时期数 累计 累加 流量 当期"},
		{"stock", "时点 时点指标 时点数 期末 存量 余额"},
	},
	"better": {
		{"up", "高 越高越好 上升 增加 增长 提高 正向 正 大 多 上 higher"},
		{"down", "低 越低越好 下降 减少 降低 逆向 负向 反向 小 少 下 lower"},
		{"band", "区间 适中 无 稳定 适度 不分高低 中性"},
	},
	"nature": {{"预期性", "预期 预期性指标 expected 指导性"}, {"约束性", "约束 约束性指标 binding 刚性"}},
	"stage": {
		{"快报", "快报数 flash"},
		{"预计", "预计数 估计 预测 expected"},
		{"初步核算", "初步 初核 初步核算数 初步数 初步统计 preliminary"},
		{"最终核实", "终核 最终 核实 最终核实数 最终数 年报 final"},
		{"普查修订", "普查 普查修订数 census"},
	},
	"state": {
		{"未启动", "未开工 未开始 未动工 待启动"},
		{"按进度推进", "进行中 推进中 在建 正常推进 有序推进 正在推进 实施中 开工 已开工 建设中 正常"},
		{"滞后", "延期 缓慢 逾期 进度滞后 推进缓慢"},
		{"已完成", "完成 已完工 完工 竣工 办结 已办结 达成 建成"},
		{"未完成", "终止 取消 放弃 没有完成"},
	},
	"status": {
		{"exceeded", "超额完成 超额"}, {"achieved", "已完成 完成 达到 达标 已达到"}, {"ahead", "超进度 快于进度"},
		{"on-pace", "达进度 正常 按进度"}, {"behind", "欠进度 滞后 慢于进度"}, {"missed", "未达预期 未完成 未达到 未达标"},
	},
	"counts": {{"end", "期末 到期末 达到 期末达到"}, {"total", "累计 合计 总计 共"}, {"average", "年均 平均"}},
	"sense": {
		{"over", "突破 超过 超 余 多 以上"}, {"under", "不足 低于 不到 以下"}, {"near", "近 接近 将近"},
		{"positive", "为正 正增长 正"}, {"negative", "为负 负增长 负"},
	},
}

// meantCode is the code that was probably meant: by a word for it, or by a few
// characters that differ; "" where neither is clear.
func meantCode(key, word string, known []string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	for _, c := range codeWords[key] {
		if slices.Contains(known, c.code) && slices.Contains(strings.Fields(c.words), word) {
			return c.code
		}
	}
	return diag.Nearest(word, known)
}

// badCode reports a value that is none of the codes of a key: with what the one that was
// probably meant says, or else with all of them. args are those of the rule before the
// hint.
func (c *checker) badCode(pos diag.Pos, rule *diag.Rule, key, word string, known []string, args ...any) {
	meant, hint := meantCode(key, word, known), codeList(key, known)
	if id := meaningOf(key, meant); meant != "" && id != "" {
		text := message.Both(id)
		hint = diag.Words{Zh: "`" + meant + "` 的意思是“" + text.Zh + "”", En: "`" + meant + "` means “" + text.En + "”"}
	}
	c.report(rule.At(pos, append(args, word, hint)...).WithSuggestion(meant))
}

// codeList lists codes with their meanings, for a hint. Codes that are Chinese words
// stand for themselves.
func codeList(key string, known []string) diag.Words {
	var zh, en []string
	for _, code := range known {
		id := meaningOf(key, code)
		if id == "" {
			zh, en = append(zh, code), append(en, code)
			continue
		}
		text := message.Both(id)
		zh, en = append(zh, code+"（"+text.Zh+"）"), append(en, code+" ("+text.En+")")
	}
	return diag.Words{Zh: "可用：" + strings.Join(zh, "、"), En: "use one of " + strings.Join(en, ", ")}
}

// meaningOf is the message that says what a code means; "" where it needs none.
func meaningOf(key, code string) string {
	switch key {
	case "op", "status":
		return key + "-" + code
	case "measure", "accrual", "better", "counts", "sense":
		return "code-" + code
	}
	return ""
}

// names are the members of a closed list as strings.
func names[T ~string](list []T) []string {
	words := make([]string, len(list))
	for n, t := range list {
		words[n] = string(t)
	}
	return words
}
