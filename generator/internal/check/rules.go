package check

import "reportsite/generator/internal/diag"

// What can be wrong with the content as a whole. The wording stands here
// together, so that it can be reviewed without reading code.
var (
	SourceName = &diag.Rule{
		Code:   "K001",
		En:     "the source `%[1]s` has no `name`",
		Zh:     "来源 `%[1]s` 缺少 `name`（名称）",
		HintEn: "write the title of the publication",
		HintZh: "写上出版物或网页的标题",
	}
	SourceURL = &diag.Rule{
		Code:   "K002",
		En:     "the `url` of a source is no web address: %[1]s",
		Zh:     "来源的 `url` 不是网址：%[1]s",
		HintEn: "write it whole, with https://, or leave it out",
		HintZh: "写全网址（含 https://），没有就不写",
	}
	NoSource = &diag.Rule{
		Code:   "K003",
		En:     "no `source` is named: every figure needs one",
		Zh:     "缺少 `source`（来源）：每个数字都要有来源",
		HintEn: "name an id of content/sources.toml",
		HintZh: "填写 content/sources.toml 里的来源编号",
	}
	UnknownSource = &diag.Rule{
		Code:   "K004",
		En:     "no source is called `%[1]s`",
		Zh:     "没有名为 `%[1]s` 的来源",
		HintEn: "add it to content/sources.toml",
		HintZh: "请在 content/sources.toml 里添加",
	}
	GroupName = &diag.Rule{
		Code:   "K005",
		En:     "the group `%[1]s` has no `name`",
		Zh:     "分组 `%[1]s` 缺少 `name`（名称）",
		HintEn: "write the name that readers see",
		HintZh: "写上读者看到的名称",
	}
	UnknownGroup = &diag.Rule{
		Code:   "K006",
		En:     "no group is called `%[1]s`",
		Zh:     "没有名为 `%[1]s` 的分组",
		HintEn: "add it to content/groups.toml",
		HintZh: "请在 content/groups.toml 里添加",
	}
	EmptyGroup = &diag.Rule{
		Code:   "K007",
		En:     "the group `%[1]s` has no indicators",
		Zh:     "分组 `%[1]s` 里没有指标",
		HintEn: "write group = [\"%[1]s\"] in the files of its indicators",
		HintZh: "在属于它的指标文件里写 group = [\"%[1]s\"]",
	}
	NoSuchEdition = &diag.Rule{
		Code:   "K010",
		En:     "`edition` names the year %[1]d, which has no report",
		Zh:     "`edition` 写的是 %[1]d 年，但没有这一年的报告",
		HintEn: "leave it out to show the newest edition",
		HintZh: "不写即显示最新一年的报告",
	}
	EditionTitle = &diag.Rule{
		Code:   "K011",
		En:     "the report has no `title`",
		Zh:     "报告缺少 `title`（标题）",
		HintEn: "write title = \"…\" in report.toml",
		HintZh: "在 report.toml 写上 title = \"……\"",
	}
	EditionYear = &diag.Rule{
		Code:   "K012",
		En:     "`year` (%[1]s) is not the name of the folder, %[2]s",
		Zh:     "`year`（%[1]s）与文件夹名 %[2]s 不一致",
		HintEn: "write year = %[2]s, or rename the folder",
		HintZh: "请写 year = %[2]s，或给文件夹改名",
	}
	SectionTitle = &diag.Rule{
		Code:   "K013",
		En:     "the page has no `title`",
		Zh:     "页面缺少 `title`（标题）",
		HintEn: "write title = \"…\" between the +++ lines",
		HintZh: "在 +++ 行之间写上 title = \"……\"",
	}
	ReservedName = &diag.Rule{
		Code:   "K014",
		En:     "the site itself uses the address `%[1]s`",
		Zh:     "网址 `%[1]s` 已由站点自身使用",
		HintEn: "give the file another name",
		HintZh: "请给文件换个名字",
	}
	DuplicateSection = &diag.Rule{
		Code:   "K015",
		En:     "another section of this edition is called `%[1]s`",
		Zh:     "本年报告里已有名为 `%[1]s` 的章节",
		HintEn: "only the part of the file's name after the number counts: rename one",
		HintZh: "文件名里只有编号之后的部分算数，请改其中一个",
	}
	UnknownSection = &diag.Rule{
		Code:   "K016",
		En:     "no section is called `%[1]s`",
		Zh:     "没有名为 `%[1]s` 的章节",
		HintEn: "a section is named <year>/<file name without number>, such as 2024/goals",
		HintZh: "章节写作 <年份>/<去掉编号的文件名>，如 2024/goals",
	}
	UnknownHeading = &diag.Rule{
		Code:   "K017",
		En:     "no heading has the id in `%[1]s`",
		Zh:     "找不到 `%[1]s` 所指的小标题",
		HintEn: "write {#id} after the heading, or leave the part after # out",
		HintZh: "在小标题后写 {#id}，或去掉 # 之后的部分",
	}
	DeepParent = &diag.Rule{
		Code:   "K018",
		En:     "`%[1]s` cannot be the parent: sections have two levels",
		Zh:     "`%[1]s` 不能作上级：章节只有两级",
		HintEn: "name a section that has no parent itself",
		HintZh: "请写一个自身没有上级的章节",
	}
	IndicatorName = &diag.Rule{
		Code:   "K020",
		En:     "the indicator has no `name`",
		Zh:     "指标缺少 `name`（名称）",
		HintEn: "write name = \"…\"",
		HintZh: "写上 name = \"……\"",
	}
	IndicatorSection = &diag.Rule{
		Code:   "K021",
		En:     "the indicator has no `section`",
		Zh:     "指标缺少 `section`（所在章节）",
		HintEn: "name the section that states it, such as \"2024/goals\"",
		HintZh: "写明报告哪一节提出，如 \"2024/goals\"",
	}
	MissingChoice = &diag.Rule{
		Code:   "K022",
		En:     "`%[1]s` is missing, and has no default",
		Zh:     "缺少 `%[1]s`，且没有默认值",
		HintEn: "use one of: %[2]s",
		HintZh: "可用：%[2]s",
	}
	BadChoice = &diag.Rule{
		Code:   "K023",
		En:     "`%[1]s` cannot be `%[2]s`",
		Zh:     "`%[1]s` 不能是 `%[2]s`",
		HintEn: "use one of: %[3]s",
		HintZh: "可用：%[3]s",
	}
	NoUnit = &diag.Rule{
		Code:   "K024",
		En:     "the indicator has no `unit`",
		Zh:     "指标缺少 `unit`（单位）",
		HintEn: "write unit = \"亿元\", \"%\", \"家\" …",
		HintZh: "写上 unit = \"亿元\"、\"%\"、\"家\" 等",
	}
	UnknownUnit = &diag.Rule{
		Code:   "K025",
		En:     "unknown unit `%[1]s`",
		Zh:     "不认识的单位 `%[1]s`",
		HintEn: "use one of: %[2]s",
		HintZh: "可用：%[2]s",
	}
	UnitOfMeasure = &diag.Rule{
		Code:   "K026",
		En:     "measure `%[1]s` is given in %%, found the unit `%[2]s`",
		Zh:     "`%[1]s` 类指标以 %% 计，单位却是 `%[2]s`",
		HintEn: "mend the unit or the measure",
		HintZh: "请改正 unit 或 measure",
	}
	NoAccrual = &diag.Rule{
		Code:   "K027",
		En:     "measure `%[1]s` needs `accrual`",
		Zh:     "`%[1]s` 类指标须写 `accrual`",
		HintEn: "\"flow\" (时期指标: adds up over the year) or \"stock\" (时点指标: a state at a moment)",
		HintZh: "\"flow\"（时期指标，全年累加）或 \"stock\"（时点指标，某一时点的状态）",
	}
	NeedlessAccrual = &diag.Rule{
		Code:   "K028",
		En:     "measure `%[1]s` has no `accrual`",
		Zh:     "`%[1]s` 类指标不需要 `accrual`",
		HintEn: "leave it out",
		HintZh: "请删去",
	}
	EmptyIndicator = &diag.Rule{
		Code:   "K029",
		En:     "the indicator has neither a target nor an observation",
		Zh:     "指标既没有目标也没有数据",
		HintEn: "add [target.<year>] with op, value and as_written, or remove the file",
		HintZh: "添加 [target.<年份>] 并写 op、value、as_written，或删去此文件",
	}
	BadPeriod = &diag.Rule{
		Code:   "K030",
		En:     "`%[1]s` is no period",
		Zh:     "`%[1]s` 不是时期",
		HintEn: "write 2024, 2024-H1, 2024-Q3 or 2024-06",
		HintZh: "写作 2024、2024-H1、2024-Q3 或 2024-06",
	}
	NoAsWritten = &diag.Rule{
		Code:   "K031",
		En:     "the target has no `as_written`",
		Zh:     "目标缺少 `as_written`（报告原话）",
		HintEn: "write the words of the report, such as \"12%以上\"",
		HintZh: "写上报告的原话，如 \"12%以上\"",
	}
	BadOp = &diag.Rule{
		Code:   "K032",
		En:     "`op` cannot be `%[1]s`",
		Zh:     "`op` 不能是 `%[1]s`",
		HintEn: "use one of: %[2]s",
		HintZh: "可用：%[2]s",
	}
	NeedsKey = &diag.Rule{
		Code:   "K033",
		En:     "op `%[1]s` needs `%[2]s`",
		Zh:     "op 为 `%[1]s` 时须写 `%[2]s`",
		HintEn: "see docs/format.md for what each operator needs",
		HintZh: "各运算符所需的键见 docs/format.md",
	}
	NeedlessKey = &diag.Rule{
		Code:   "K034",
		En:     "op `%[1]s` does not use `%[2]s`",
		Zh:     "op 为 `%[1]s` 时不用 `%[2]s`",
		HintEn: "leave it out, or choose another op",
		HintZh: "请删去，或改用别的 op",
	}
	UnknownIndicator = &diag.Rule{
		Code:   "K035",
		En:     "no indicator is called `%[1]s`",
		Zh:     "没有名为 `%[1]s` 的指标",
		HintEn: "an indicator's id is the name of its file in content/indicators, without .toml",
		HintZh: "指标编号即 content/indicators 里的文件名（不含 .toml）",
	}
	RefSelf = &diag.Rule{
		Code:   "K036",
		En:     "`ref` names the indicator itself",
		Zh:     "`ref` 指向了指标自身",
		HintEn: "name the indicator that it is compared with",
		HintZh: "请写与之比较的指标",
	}
	RefUnit = &diag.Rule{
		Code:   "K037",
		En:     "the unit of `ref` is `%[1]s`, this indicator's is `%[2]s`",
		Zh:     "`ref` 的单位是 `%[1]s`，本指标的单位是 `%[2]s`",
		HintEn: "only figures of the same unit can be compared",
		HintZh: "单位相同才能比较",
	}
	NegativeTolerance = &diag.Rule{
		Code:   "K038",
		En:     "`tolerance` is negative",
		Zh:     "`tolerance` 是负数",
		HintEn: "write how far from the target still counts as met, such as 0.1",
		HintZh: "写偏离多少仍算达到，如 0.1",
	}
	MultipleBase = &diag.Rule{
		Code:   "K039",
		En:     "`multiple` needs `base`",
		Zh:     "写了 `multiple` 就须写 `base`",
		HintEn: "write the figure that is to be multiplied",
		HintZh: "写上被翻倍的基数",
	}
	RangeOrder = &diag.Rule{
		Code:   "K040",
		En:     "`low` (%[1]s) is not below `high` (%[2]s)",
		Zh:     "`low`（%[1]s）不小于 `high`（%[2]s）",
		HintEn: "swap them, or use op = \"eq\"",
		HintZh: "请对调，或改用 op = \"eq\"",
	}
	EasyStretch = &diag.Rule{
		Code:   "K041",
		En:     "the stretch %[1]s is no harder than the target %[2]s",
		Zh:     "力争目标 %[1]s 的要求并不比目标 %[2]s 更高",
		HintEn: "check both figures and `better`",
		HintZh: "请核对两个数字以及 `better`",
	}
	EarlierDate = &diag.Rule{
		Code:   "K042",
		En:     "an earlier version has no `announced` date",
		Zh:     "较早版本的目标缺少 `announced`（公布日期）",
		HintEn: "write announced = 2023-12-20 in it",
		HintZh: "请写上 announced = 2023-12-20 这样的日期",
	}
	AnnouncedOrder = &diag.Rule{
		Code:   "K043",
		En:     "the target in force is not announced after its earlier versions",
		Zh:     "现行目标的公布日期不晚于较早的版本",
		HintEn: "write `announced` for it, later than those of `earlier`",
		HintZh: "请为现行目标写 `announced`，且晚于 `earlier` 里的日期",
	}
	PlanYear = &diag.Rule{
		Code:   "K044",
		En:     "the plan's period %[1]s is outside the target's period %[2]s",
		Zh:     "进度计划的时期 %[1]s 不在目标时期 %[2]s 之内",
		HintEn: "use periods of the same year",
		HintZh: "请用同一年的时期",
	}
	OverrideParts = &diag.Rule{
		Code:   "K045",
		En:     "an override needs `status`, `reason`, `by` and `date`",
		Zh:     "人工判定须写 `status`、`reason`、`by`、`date`",
		HintEn: "say who decided it, when and why",
		HintZh: "写明由谁、何时、为何判定",
	}
	OverrideStatus = &diag.Rule{
		Code:   "K046",
		En:     "unknown status `%[1]s`",
		Zh:     "不认识的状态 `%[1]s`",
		HintEn: "use one of: achieved exceeded ahead on-pace behind missed",
		HintZh: "可用：achieved exceeded ahead on-pace behind missed",
	}
	PeriodOfBasis = &diag.Rule{
		Code:   "K050",
		En:     "the period %[1]s does not fit the table [%[2]s]",
		Zh:     "时期 %[1]s 与表 [%[2]s] 不符",
		HintEn: "[annual] (全年) takes years; [cumulative] (累计) and [single] (当月, 当季) take 2024-06, 2024-Q2 or 2024-H1",
		HintZh: "[annual]（全年）用年份；[cumulative]（累计）与 [single]（当月、当季）用 2024-06、2024-Q2 或 2024-H1",
	}
	NoValue = &diag.Rule{
		Code:   "K051",
		En:     "the observation has no `value`",
		Zh:     "数据缺少 `value`（数值）",
		HintEn: "write the published figure, or remove the line: a gap is shown as a gap",
		HintZh: "写上公布的数值；没有就删去此行，图表会留空",
	}
	BadStage = &diag.Rule{
		Code:   "K053",
		En:     "`stage` cannot be `%[1]s`",
		Zh:     "`stage` 不能是 `%[1]s`",
		HintEn: "use one of: %[2]s",
		HintZh: "可用：%[2]s",
	}
	RevisionParts = &diag.Rule{
		Code:   "K054",
		En:     "a superseded value needs `value` and `released`",
		Zh:     "被修订的旧值须写 `value` 与 `released`",
		HintEn: "write earlier = [{ value = 12.0, released = 2024-10-20 }]",
		HintZh: "写作 earlier = [{ value = 12.0, released = 2024-10-20 }]",
	}
	RevisionOrder = &diag.Rule{
		Code:   "K055",
		En:     "the value in force is not released after the superseded ones",
		Zh:     "现行数值的发布日期不晚于被修订的旧值",
		HintEn: "check the `released` dates",
		HintZh: "请核对各 `released` 日期",
	}
	CommitmentTitle = &diag.Rule{
		Code:   "K060",
		En:     "the commitment `%[1]s` has no `title`",
		Zh:     "任务 `%[1]s` 缺少 `title`",
		HintEn: "write what is promised",
		HintZh: "写上承诺的事项",
	}
	CommitmentSection = &diag.Rule{
		Code:   "K061",
		En:     "the commitment `%[1]s` has no `section`",
		Zh:     "任务 `%[1]s` 缺少 `section`",
		HintEn: "name the section that states it, such as \"clusters\"",
		HintZh: "写明在哪一节，如 \"clusters\"",
	}
	DuplicateCommitment = &diag.Rule{
		Code:   "K062",
		En:     "a commitment of another edition is called `%[1]s` too",
		Zh:     "另一年的任务也叫 `%[1]s`",
		HintEn: "give one of them another id",
		HintZh: "请给其中一个换个编号",
	}
	EventParts = &diag.Rule{
		Code:   "K063",
		En:     "an event needs `date`, `text` and `source`",
		Zh:     "进展须写 `date`、`text` 与 `source`",
		HintEn: "write events = [{ date = 2024-05-01, text = \"…\", source = \"…\" }]",
		HintZh: "写作 events = [{ date = 2024-05-01, text = \"……\", source = \"……\" }]",
	}
	BadState = &diag.Rule{
		Code:   "K064",
		En:     "`state` cannot be `%[1]s`",
		Zh:     "`state` 不能是 `%[1]s`",
		HintEn: "use one of: %[2]s",
		HintZh: "可用：%[2]s",
	}
	UnknownCommitment = &diag.Rule{
		Code:   "K065",
		En:     "no commitment is called `%[1]s`",
		Zh:     "没有名为 `%[1]s` 的任务",
		HintEn: "add it to commitments.toml of the year",
		HintZh: "请在当年的 commitments.toml 里添加",
	}
	NoTargetHere = &diag.Rule{
		Code:   "K070",
		En:     "the indicator `%[1]s` has no target for this edition's year",
		Zh:     "指标 `%[1]s` 没有本年度的目标",
		HintEn: "add [target.<year>], or name the result that is meant: indicator:%[1]s#2024",
		HintZh: "添加 [target.<年份>]；若指的是结果，写 indicator:%[1]s#2024",
	}
	NoTargetFor = &diag.Rule{
		Code:   "K071",
		En:     "the indicator `%[1]s` has no target for %[2]s",
		Zh:     "指标 `%[1]s` 没有 %[2]s 的目标",
		HintEn: "add [target.%[2]s] to its file",
		HintZh: "在其文件里添加 [target.%[2]s]",
	}
	NoObservation = &diag.Rule{
		Code:   "K072",
		En:     "the indicator `%[1]s` has no observation for %[2]s",
		Zh:     "指标 `%[1]s` 没有 %[2]s 的数据",
		HintEn: "add it to the indicator's file with its source",
		HintZh: "请连同来源加进指标文件",
	}
	AmbiguousBasis = &diag.Rule{
		Code:   "K073",
		En:     "the indicator `%[1]s` has several figures for %[2]s",
		Zh:     "指标 `%[1]s` 在 %[2]s 有多个数值",
		HintEn: "say which: indicator:%[1]s#%[2]s/%[3]s",
		HintZh: "请指明，如 indicator:%[1]s#%[2]s/%[3]s",
	}
	NotUnderstood = &diag.Rule{
		Code:   "K074",
		En:     "the figure “%[1]s” cannot be read",
		Zh:     "读不懂“%[1]s”这个数字",
		HintEn: "keep the link to the figure's words alone, such as [12%以上](…), or leave the text empty: [](…)",
		HintZh: "链接文字只留数字本身，如 [12%以上](……)，或留空由程序填写：[](……)",
	}
	Disagrees = &diag.Rule{
		Code:   "K075",
		En:     "%[1]s",
		Zh:     "%[1]s",
		HintEn: "mend the text, or the data in content/indicators/%[2]s.toml",
		HintZh: "请改正文，或改 content/indicators/%[2]s.toml 里的数据",
	}
	LinkForm = &diag.Rule{
		Code:   "K076",
		En:     "the link `%[1]s` is neither an address from the root nor a Markdown file",
		Zh:     "链接 `%[1]s` 既不是从根开始的地址，也不是 Markdown 文件",
		HintEn: "write /about/ or 02-industry.md",
		HintZh: "写作 /about/ 或 02-industry.md",
	}
	BrokenLink = &diag.Rule{
		Code:   "K077",
		En:     "the link leads to no page of the site: `%[1]s`",
		Zh:     "链接没有指向站内的页面：`%[1]s`",
		HintEn: "check the spelling; /sitemap/ of the built site lists all pages",
		HintZh: "请核对拼写；生成的站点里 /sitemap/ 列有全部页面",
	}

	// Tables of spreadsheets.
	NoBasis = &diag.Rule{
		Code:   "K080",
		En:     "%[1]s can be the figure of the period alone or of the year to date",
		Zh:     "%[1]s 的数据可能是当期数，也可能是累计数",
		HintEn: "add a column 口径 (basis) with 当月 (single) or 累计 (cumulative)",
		HintZh: "请加一列“口径”，写“当月”或“累计”",
	}
	WrittenTwice = &diag.Rule{
		Code:   "K081",
		En:     "the figure of %[1]s (%[2]s) is in %[3]s already",
		Zh:     "%[1]s（%[2]s）的数据已写在 %[3]s",
		HintEn: "keep each figure in one place",
		HintZh: "同一个数据只写一处",
	}
	NotPercent = &diag.Rule{
		Code:   "K082",
		En:     "the value is written with a percent sign, but the indicator's unit is %[1]s",
		Zh:     "数值带百分号，但指标的单位是“%[1]s”",
		HintEn: "write the value in the indicator's unit, without a sign",
		HintZh: "请按指标的单位填写，不带百分号",
	}

	// changes.toml.
	ChangeParts = &diag.Rule{
		Code:   "K090",
		En:     "a change needs `date` and `text`",
		Zh:     "更新记录须写明 `date` 与 `text`",
		HintEn: "write date = 2024-07-20 and text = \"…\"",
		HintZh: "写上 date = 2024-07-20 与 text = \"……\"",
	}

	// Official sites.
	NotDated = &diag.Rule{
		Code:   "K091",
		En:     "an official site needs the date on which the report was published",
		Zh:     "政府网站的内容须写明发布日期",
		HintEn: "write published = 2024-01-10",
		HintZh: "写上 published = 2024-01-10",
	}
)
