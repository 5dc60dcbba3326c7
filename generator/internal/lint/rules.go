package lint

import "reportsite/generator/internal/diag"

// Rules lists all checks in the order of their codes.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		Unbound, HalfWidth, SameName, Orphan, Future, Unanswered, Stale, NoShare, NoCount, Jump, MixedUnits, UnknownCode, OtherWords,
	}
}

// The checks.
var (
	Unbound = &diag.Rule{
		Code:     "R001",
		Severity: diag.Warning,
		En:       "the figure “%[1]s” is bound to no data (%[2]d in all, %[3]d allowed)",
		Zh:       "数字“%[1]s”没有与数据绑定（共 %[2]d 处，允许 %[3]d 处）",
		HintEn:   "write [%[1]s](indicator:…), or [%[1]s](figure:none) where it is no figure of the report",
		HintZh:   "请写成 [%[1]s](indicator:……)；不是报告的数据则写 [%[1]s](figure:none)",
	}
	HalfWidth = &diag.Rule{
		Code:     "R002",
		Severity: diag.Warning,
		En:       "half-width `%[1]s` between Chinese characters",
		Zh:       "汉字之间用了半角标点“%[1]s”",
		HintEn:   "write %[2]s",
		HintZh:   "请改为“%[2]s”",
	}
	SameName = &diag.Rule{
		Code:     "R003",
		Severity: diag.Warning,
		En:       "the indicator `%[2]s` has the same name: %[1]s",
		Zh:       "与指标 `%[2]s` 重名：%[1]s",
		HintEn:   "say in the name what tells them apart, such as the place or the scope",
		HintZh:   "请在名称中写明区别，如地区或统计范围",
	}
	Orphan = &diag.Rule{
		Code:     "R004",
		Severity: diag.Warning,
		En:       "no section cites this indicator",
		Zh:       "没有任何一节引用这个指标",
		HintEn:   "cite it where the report states it: [](indicator:%[1]s)",
		HintZh:   "请在报告提到它的地方引用：[](indicator:%[1]s)",
	}
	Future = &diag.Rule{
		Code:     "R005",
		Severity: diag.Warning,
		En:       "the figure of %[1]s is of %[2]s, after the as-of date %[3]s",
		Zh:       "%[1]s 的数据日期为 %[2]s，晚于判断日期 %[3]s",
		HintEn:   "mend the date, or move `as_of` on in config.toml",
		HintZh:   "请更正日期，或把 config.toml 的 `as_of` 改到其后",
	}
	Unanswered = &diag.Rule{
		Code:     "R006",
		Severity: diag.Warning,
		En:       "the target of %[1]s has no result, though its period was over long before %[2]s",
		Zh:       "%[1]s 的目标期早已结束（判断日期 %[2]s），仍没有结果",
		HintEn:   "add the published result with its source; the page says until then that there is none",
		HintZh:   "请补上公布的结果和来源；在此之前页面会写明暂无公开数据",
	}
	Stale = &diag.Rule{
		Code:     "R007",
		Severity: diag.Warning,
		En:       "the newest figure is of %[1]s; with one every %[2]s the next should be there by %[3]s",
		Zh:       "最新数据为 %[1]s；按%[2]s一期，到 %[3]s 应已有下一期",
		HintEn:   "add the newer figures, or end the series with a note",
		HintZh:   "请补充新的数据，或用备注说明不再公布",
	}
	NoShare = &diag.Rule{
		Code:     "R008",
		Severity: diag.Warning,
		En:       "%[1]s is no share: a part of a whole is from 0 to 100 %%",
		Zh:       "%[1]s 不可能是占比：占比在 0 到 100 之间",
		HintEn:   "check the figure and `measure`; if it is right, write ok = \"why\" beside it",
		HintZh:   "请核对数字和 measure；确实无误就在旁边写 ok = \"理由\"",
	}
	NoCount = &diag.Rule{
		Code:     "R009",
		Severity: diag.Warning,
		En:       "%[1]s is no count: a number of things is not negative",
		Zh:       "%[1]s 不可能是个数：个数不会是负的",
		HintEn:   "check the figure; if it is right (a net change), write ok = \"why\" beside it",
		HintZh:   "请核对数字；确实无误（如净增数）就在旁边写 ok = \"理由\"",
	}
	Jump = &diag.Rule{
		Code:     "R010",
		Severity: diag.Warning,
		En:       "a jump from %[1]s (%[2]s) to %[3]s",
		Zh:       "数值从 %[1]s（%[2]s）跳到 %[3]s",
		HintEn:   "check the figure; if it is right, write ok = \"why\" beside it",
		HintZh:   "请核对数字；确实无误就在旁边写 ok = \"理由\"",
	}
	MixedUnits = &diag.Rule{
		Code:     "R011",
		Severity: diag.Warning,
		En:       "%[1]s beside %[2]s (%[3]s) looks like another unit than %[4]s",
		Zh:       "%[1]s 与 %[2]s（%[3]s）相差约一万倍，单位可能不是%[4]s",
		HintEn:   "write every figure in the indicator's unit (1 亿元 = 10000 万元); if it is right, write ok = \"why\" beside it",
		HintZh:   "请统一换算成指标的单位（1 亿元 = 10000 万元）；确实无误就写 ok = \"理由\"",
	}
	UnknownCode = &diag.Rule{
		Code:     "R012",
		Severity: diag.Warning,
		En:       "there is no check %[1]s whose level can be set",
		Zh:       "没有可设级别的检查 %[1]s",
		HintEn:   "the codes that begin with R have levels; docs/checks.md lists them",
		HintZh:   "只有 R 开头的编号可设级别，见 docs/checks.md",
	}
	OtherWords = &diag.Rule{
		Code:     "R013",
		Severity: diag.Warning,
		En:       "“%[1]s” does not say what the target's figures say: %[2]s",
		Zh:       "“%[1]s”与目标的数字不符：%[2]s",
		HintEn:   "readers see both side by side: mend the words or the figures",
		HintZh:   "页面上两者并列显示：请改正原话或数字",
	}
)
