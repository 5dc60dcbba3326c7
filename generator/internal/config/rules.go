package config

import "reportsite/generator/internal/diag"

// What can be wrong with config.toml.
var (
	NoConfig = &diag.Rule{
		Code:   "C001",
		En:     "config.toml cannot be read in this folder: %[1]s",
		Zh:     "无法读取此文件夹里的 config.toml：%[1]s",
		HintEn: "run the command in the site's folder, or name it with -C <folder>",
		HintZh: "请在站点文件夹里运行，或用 -C <文件夹> 指明",
	}
	NoTitle = &diag.Rule{
		Code:   "C002",
		En:     "the site has no `title`",
		Zh:     "站点缺少 `title`（标题）",
		HintEn: "write title = \"…\" in config.toml",
		HintZh: "在 config.toml 写上 title = \"……\"",
	}
	BadLanguage = &diag.Rule{
		Code:   "C003",
		En:     "unknown language `%[1]s`",
		Zh:     "不认识的语言 `%[1]s`",
		HintEn: "use \"zh-CN\" or \"en\"",
		HintZh: "可用 \"zh-CN\" 或 \"en\"",
	}
	BadBaseURL = &diag.Rule{
		Code:   "C004",
		En:     "`base_url` is no web address: %[1]s",
		Zh:     "`base_url` 不是网址：%[1]s",
		HintEn: "write it whole, such as \"https://www.example.gov.cn/report\", or \"\" for relative links",
		HintZh: "写全，如 \"https://www.example.gov.cn/report\"；用相对链接则写 \"\"",
	}
	BadCache = &diag.Rule{
		Code:   "C005",
		En:     "`cache` must be a folder inside the site's folder, found `%[1]s`",
		Zh:     "`cache` 须是站点文件夹里的文件夹，写的是 `%[1]s`",
		HintEn: "leave it out, or write a relative path such as \".cache/charts\"",
		HintZh: "可以不写，或写相对路径，如 \".cache/charts\"",
	}
	BadBand = &diag.Rule{
		Code:   "C006",
		En:     "`on_pace_band` must be between 0 and 100 percentage points, found %[1]s",
		Zh:     "`on_pace_band` 须在 0 到 100 个百分点之间，写的是 %[1]s",
		HintEn: "the usual value is 5",
		HintZh: "通常写 5",
	}
	BadLevel = &diag.Rule{
		Code:   "C007",
		En:     "a check has no level %[1]q",
		Zh:     "检查没有“%[1]s”这个级别",
		HintEn: "write \"error\", \"warn\" or \"off\"",
		HintZh: "请写 \"error\"（出错）、\"warn\"（提醒）或 \"off\"（不检查）",
	}
	BadLimit = &diag.Rule{
		Code:   "C008",
		En:     "`max_unbound` must be a whole number that is not negative, found %[1]s",
		Zh:     "`max_unbound` 须是不小于 0 的整数，写的是 %[1]s",
		HintEn: "write how many figures of the prose may be bound to no data, or leave it out",
		HintZh: "请写正文中允许有多少个未绑定数据的数字，或不写这一项",
	}
	BadLicense = &diag.Rule{
		Code:   "C009",
		En:     "the licence's `url` is no web address: %[1]s",
		Zh:     "许可协议的 `url` 不是网址：%[1]s",
		HintEn: "write it whole, with https://, or leave it out",
		HintZh: "写全，以 https:// 开头；没有就不写",
	}
	IdentityPart = &diag.Rule{
		Code:   "C010",
		En:     "an official identity needs `%[1]s`",
		Zh:     "网站身份缺少 `%[1]s`",
		HintEn: "fill it in, or leave all of [identity] empty: the pages then say that this is no official website",
		HintZh: "请填写；或让 [identity] 全部留空，页面会写明本站不是政府网站",
	}
)
