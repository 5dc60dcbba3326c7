package main

import "reportsite/generator/internal/diag"

// What can be wrong with the folders and programs that a build needs.
var (
	noFolder = &diag.Rule{
		Code:   "B001",
		En:     "the site's folder cannot be opened: %[1]s",
		Zh:     "无法打开站点文件夹：%[1]s",
		HintEn: "check the path after -C",
		HintZh: "请核对 -C 之后的路径",
	}
	noECharts = &diag.Rule{
		Code:     "B002",
		Severity: diag.Warning,
		En:       "ECharts is not at hand (%[1]s): the charts are drawn plainer",
		Zh:       "没有找到 ECharts（%[1]s）：图表改用较简单的画法",
		HintEn:   "install Node.js with npm and build again; it is fetched once",
		HintZh:   "请安装 Node.js（含 npm）后重新生成，只需下载一次",
	}
	noCache = &diag.Rule{
		Code:     "B003",
		Severity: diag.Warning,
		En:       "the chart cache is of no use: %[1]s",
		Zh:       "图表缓存无法使用：%[1]s",
		HintEn:   "the site is right all the same, only slower to build; check that you may write to the folder",
		HintZh:   "网站内容不受影响，只是生成较慢；请检查该文件夹的写入权限",
	}
	notPublished = &diag.Rule{
		Code:   "B004",
		En:     "the site cannot be published here: %[1]s",
		Zh:     "无法发布到此处",
		HintEn: "%[2]s",
		HintZh: "%[2]s",
	}
)
