package tomlfile

import (
	"slices"

	"reportsite/generator/internal/diag"
)

// nearestKey is the key that was probably meant: by its Chinese name, or by a few
// characters that differ.
func nearestKey(name string, known []string) string {
	for _, key := range chineseNames[name] {
		if slices.Contains(known, key) {
			return key
		}
	}
	return diag.Nearest(name, known)
}

// chineseNames are the words that people write for the keys of this site's files.
var chineseNames = map[string][]string{
	"名称": {"name", "title"}, "指标": {"name"}, "指标名称": {"name"}, "简称": {"short"}, "标题": {"title"}, "题目": {"title"},
	"单位": {"unit"}, "计量单位": {"unit"}, "类型": {"measure"}, "类别": {"measure"}, "方向": {"better"}, "属性": {"nature"},
	"章节": {"section"}, "所在章节": {"section"}, "分组": {"group"}, "定义": {"definition"}, "统计口径": {"scope"}, "口径": {"scope"},
	"牵头单位": {"lead"}, "责任单位": {"lead"}, "配合单位": {"support"}, "目标": {"target"}, "全年": {"annual"}, "年度": {"annual"},
	"累计": {"cumulative"}, "当月": {"single"}, "当季": {"single"}, "当期": {"single"}, "期末": {"point"}, "时点": {"point"},
	"数值": {"value"}, "数据": {"value"}, "值": {"value"}, "目标值": {"value"}, "原文": {"as_written"}, "报告原话": {"as_written"},
	"下限": {"low"}, "上限": {"high"}, "基数": {"base"}, "比较方式": {"op"}, "误差": {"tolerance"}, "允许偏差": {"tolerance"},
	"力争": {"stretch"}, "力争目标": {"stretch"}, "来源": {"source"}, "数据来源": {"source"}, "阶段": {"stage"}, "核算阶段": {"stage"},
	"发布日期": {"released", "published"}, "公布日期": {"released", "announced"}, "日期": {"date", "released"}, "时间": {"date"},
	"约数": {"approx"}, "备注": {"note"}, "说明": {"note", "summary", "text"}, "修订前": {"earlier"}, "原因": {"reason"},
	"时限": {"due"}, "完成时限": {"due"}, "状态": {"state", "status"}, "进展": {"events"}, "年份": {"year"}, "地方": {"place"},
	"网址": {"url", "base_url"}, "发布单位": {"publisher", "issuer"}, "文字": {"text"}, "摘要": {"summary"}, "上级": {"parent"},
}
