package page

import "reportsite/generator/internal/diag"

// What can be wrong with a theme.
var (
	MissingFile = &diag.Rule{
		Code:   "P001",
		En:     "the theme lacks this file",
		Zh:     "模板文件夹缺少这个文件",
		HintEn: "take it from the templates folder that comes with the program",
		HintZh: "请从程序自带的 templates 文件夹中补上",
	}
	BadTemplate = &diag.Rule{
		Code:   "P002",
		En:     "this template cannot be used: %[1]s",
		Zh:     "模板有误：%[1]s",
		HintEn: "these are the words of Go's template library: look at this line of the template",
		HintZh: "冒号后是 Go 模板库的原话：请检查模板的这一行",
	}
	NoTemplate = &diag.Rule{
		Code:   "P003",
		En:     "there is no template `%[1]s`",
		Zh:     "没有名为 `%[1]s` 的模板",
		HintEn: "define it in this file or in templates/partials: {{define \"%[1]s\"}}…{{end}}",
		HintZh: "请在本文件或 templates/partials 中定义：{{define \"%[1]s\"}}…{{end}}",
	}
	UnknownMessage = &diag.Rule{
		Code:   "P004",
		En:     "there is no message `%[1]s`",
		Zh:     "没有名为 `%[1]s` 的界面文字",
		HintEn: "write it in templates/i18n, in every language",
		HintZh: "请在 templates/i18n 的每种语言里写上",
	}
	MissingMessage = &diag.Rule{
		Code:   "P005",
		En:     "the message `%[1]s` is missing in %[2]s",
		Zh:     "%[2]s 中缺少界面文字 `%[1]s`",
		HintEn: "write it there too, or take it out here",
		HintZh: "请在该文件中补上，或在这里删去",
	}
	BadMessage = &diag.Rule{
		Code:   "P006",
		En:     "the message `%[1]s` cannot be used: %[2]s",
		Zh:     "界面文字 `%[1]s` 无法使用：%[2]s",
		HintEn: "write {{.N}} where a number is filled in, with both pairs of braces",
		HintZh: "要填入数字的地方写 {{.N}}，两边的大括号都要成对",
	}
	NoStyle = &diag.Rule{
		Code:   "P007",
		En:     "the theme has no style sheet",
		Zh:     "模板文件夹没有样式表",
		HintEn: "put at least one .css file into this folder",
		HintZh: "请在这个文件夹放入至少一个 .css 文件",
	}
	NeededMessage = &diag.Rule{
		Code:   "P008",
		En:     "the program needs the message `%[1]s`",
		Zh:     "程序需要界面文字 `%[1]s`",
		HintEn: "write it in this file: %[1]s = \"…\"",
		HintZh: "请在这个文件里写上：%[1]s = \"……\"",
	}
	NoTheme = &diag.Rule{
		Code:   "P009",
		En:     "there is no folder with the theme",
		Zh:     "找不到模板文件夹",
		HintEn: "run the command in the program's folder, or name the theme's folder with -templates",
		HintZh: "请在程序所在的文件夹里运行，或用 -templates 指明模板文件夹",
	}
)
