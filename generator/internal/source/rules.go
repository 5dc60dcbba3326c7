package source

import "reportsite/generator/internal/diag"

// What can be wrong with the files of the content folder.
var (
	NoContent = &diag.Rule{
		Code:   "S001",
		En:     "the site has no content folder",
		Zh:     "站点没有 content 文件夹",
		HintEn: "make content/<year>/report.toml and content/indicators/, or name the site's folder with -C",
		HintZh: "请建立 content/<年份>/report.toml 与 content/indicators/，或用 -C 指明站点文件夹",
	}
	NoEdition = &diag.Rule{
		Code:   "S002",
		En:     "the content has no edition",
		Zh:     "content 里没有任何一年的报告",
		HintEn: "make a folder named after the year, such as content/2024, with a report.toml in it",
		HintZh: "请建立以年份命名的文件夹，如 content/2024，并放入 report.toml",
	}
	NoReport = &diag.Rule{
		Code:   "S003",
		En:     "the edition %[1]s has no report.toml",
		Zh:     "%[1]s 年的文件夹缺少 report.toml",
		HintEn: "write title, year and source of the report in it",
		HintZh: "在其中写明 title、year 与 source",
	}
	Unexpected = &diag.Rule{
		Code:   "S004",
		En:     "this file has no place in the content",
		Zh:     "content 里不应有这个文件",
		HintEn: "content/ holds <year>/report.toml, <year>/NN-name.md, <year>/commitments.toml, indicators/<id>.toml with its .csv or .xlsx, pages/<id>.md, groups.toml, sources.toml and changes.toml; a name that begins with a dot is ignored",
		HintZh: "content/ 只放 <年份>/report.toml、<年份>/NN-名称.md、<年份>/commitments.toml、indicators/<id>.toml 及其 .csv 或 .xlsx、pages/<id>.md、groups.toml、sources.toml、changes.toml；以点开头的文件会被忽略",
	}
	BadID = &diag.Rule{
		Code:   "S005",
		En:     "the name `%[1]s` cannot be part of a web address",
		Zh:     "名称 `%[1]s` 不能用作网址的一部分",
		HintEn: "name the file with small letters a-z, digits and hyphens, such as 03-clusters.md",
		HintZh: "文件名请只用小写字母 a-z、数字和连字符，如 03-clusters.md",
	}
	Unreadable = &diag.Rule{
		Code:   "S006",
		En:     "cannot be read: %[1]s",
		Zh:     "无法读取：%[1]s",
		HintEn: "check the name, that you may read the file, and that it is no link out of content/",
		HintZh: "请核对文件名，确认有读取权限，并且不是指向 content/ 之外的链接",
	}
	NotRegular = &diag.Rule{
		Code:   "S007",
		En:     "is no file but a folder, or something else",
		Zh:     "不是文件，而是文件夹或其他东西",
		HintEn: "put the file itself here",
		HintZh: "请把文件本身放在这里",
	}
	TooLarge = &diag.Rule{
		Code:   "S008",
		En:     "is too large: %[1]d MiB, at most %[2]d MiB are read",
		Zh:     "文件过大：%[1]d MiB，最多读取 %[2]d MiB",
		HintEn: "split it, or look whether a wrong file was saved under this name",
		HintZh: "请拆分，或检查是否存错了文件",
	}
	NoFrontMatter = &diag.Rule{
		Code:   "S009",
		En:     "the file does not begin with front matter between +++ lines",
		Zh:     "文件开头缺少 +++ 行之间的说明部分",
		HintEn: "begin with three lines: +++, title = \"…\", +++",
		HintZh: "开头写三行：+++、title = \"……\"、+++",
	}
	NotATable = &diag.Rule{
		Code:   "S010",
		En:     "%[1]q is no table of observations",
		Zh:     "“%[1]s”不是数据表",
		HintEn: "name a .csv or .xlsx file in the folder of the indicator, without a path; save an .xls as .xlsx",
		HintZh: "请写与指标文件同一文件夹里的 .csv 或 .xlsx 文件名，不带路径；.xls 请另存为 .xlsx",
	}
	UnreadTable = &diag.Rule{
		Code:     "S011",
		Severity: diag.Warning,
		En:       "no indicator reads this table",
		Zh:       "没有指标读取这个数据表",
		HintEn:   "write observations = \"%[1]s\" in the indicator's file",
		HintZh:   "请在指标文件中写 observations = \"%[1]s\"",
	}
)
