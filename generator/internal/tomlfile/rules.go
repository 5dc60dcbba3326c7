package tomlfile

import "reportsite/generator/internal/diag"

// What can be wrong with a TOML file as such.
var (
	BadSyntax = &diag.Rule{
		Code:   "T001",
		En:     "broken TOML: %[1]s",
		Zh:     "TOML 语法有误：%[1]s",
		HintEn: "a line is a [table], a key = value, or a # comment",
		HintZh: "每一行应是 [表名]、键 = 值，或以 # 开头的注释",
	}
	NotUTF8 = &diag.Rule{
		Code:   "T002",
		En:     "this is not UTF-8 text",
		Zh:     "这里不是 UTF-8 编码的文字",
		HintEn: "save the file as UTF-8; the editor probably saved it as GBK or another local encoding",
		HintZh: "请把文件另存为 UTF-8 编码；它可能存成了 GBK（ANSI）",
	}
	ControlChar = &diag.Rule{
		Code:   "T003",
		En:     "an invisible control character",
		Zh:     "有一个看不见的控制字符",
		HintEn: "delete it; if the whole file is like that, it was saved as UTF-16: save it as UTF-8",
		HintZh: "请删去；如果整个文件都是如此，说明存成了 UTF-16，请另存为 UTF-8",
	}
	DuplicateKey = &diag.Rule{
		Code:   "T004",
		En:     "`%[1]s` is written twice",
		Zh:     "`%[1]s` 写了两次",
		HintEn: "keep one of the two; a replaced figure belongs in `earlier`",
		HintZh: "请只留一处；被修订的旧数写进 `earlier`",
	}
	UnknownKey = &diag.Rule{
		Code:   "T005",
		En:     "unknown key `%[1]s`",
		Zh:     "不认识的键 `%[1]s`",
		HintEn: "the keys here are %[2]s",
		HintZh: "这里可用的键：%[2]s",
	}
	WrongType = &diag.Rule{
		Code:   "T006",
		En:     "`%[1]s` is %[2]s; expected %[3]s",
		Zh:     "`%[1]s` 写的是%[2]s，应当是%[3]s",
		HintEn: "%[4]s",
		HintZh: "%[4]s",
	}
	NotFinite = &diag.Rule{
		Code:   "T007",
		En:     "%[1]s is no figure",
		Zh:     "%[1]s 不是数字",
		HintEn: "leave the line out when there is no figure",
		HintZh: "没有数字时，请不要写这一行",
	}
	OutOfRange = &diag.Rule{
		Code:   "T008",
		En:     "the number %[1]s is too large",
		Zh:     "数字 %[1]s 过大",
		HintEn: "look whether digits were repeated, or use a larger unit such as 亿元",
		HintZh: "请检查是否多打了数字，或改用更大的单位，如亿元",
	}
	BadNumber = &diag.Rule{
		Code:   "T009",
		En:     "`%[1]s` is not how a number is written",
		Zh:     "`%[1]s` 不是数字的写法",
		HintEn: "write digits with a point, such as 0.5 or 1200: no zero in front, no separators, no unit",
		HintZh: "请写成 0.5、1200 这样：前面不加零，不用千分位，不带单位",
	}
	BadDate = &diag.Rule{
		Code:   "T010",
		En:     "there is no date %[1]s",
		Zh:     "没有 %[1]s 这一天",
		HintEn: "write year, month and day with two digits each, such as 2024-01-10",
		HintZh: "请写成年-月-日，月日各两位，如 2024-01-10",
	}
	BadEscape = &diag.Rule{
		Code:   "T011",
		En:     "a backslash with a meaning that TOML does not know: %[1]s",
		Zh:     "TOML 不认识这个反斜杠写法：%[1]s",
		HintEn: `write \\ for a backslash, or use single quotes: '…'`,
		HintZh: `反斜杠请写成 \\，或改用英文单引号：'……'`,
	}
	OpenString = &diag.Rule{
		Code:   "T012",
		En:     "the text has no quote at its end",
		Zh:     "这段文字缺少结尾的引号",
		HintEn: `close it on the same line; a text of several lines goes between """ and """`,
		HintZh: `请在同一行补上英文引号；多行文字放在 """ 与 """ 之间`,
	}
	BadValue = &diag.Rule{
		Code:   "T013",
		En:     "no value that TOML understands: %[1]s",
		Zh:     "这里缺少可用的值：%[1]s",
		HintEn: `put text between straight quotes: "…", not “…”; write digits half-width`,
		HintZh: `文字请放进英文引号 "……"，不是中文引号“……”；数字用半角`,
	}
	NoValue = &diag.Rule{
		Code:   "T020",
		En:     "the key has no value",
		Zh:     "这个键没有写值",
		HintEn: "write the value after the = sign, or delete the line",
		HintZh: "请在等号后写上值，或删去这一行",
	}
	AfterValue = &diag.Rule{
		Code:   "T014",
		En:     "`%[1]s` follows the value",
		Zh:     "值的后面还有 `%[1]s`",
		HintEn: `write one key = value per line; a number stands without unit and separators, 1800; text between straight quotes, "12%"`,
		HintZh: `每行只写一个 键 = 值；数字不带单位和千分位：1800；文字要加英文引号："12%"`,
	}
	OpenBracket = &diag.Rule{
		Code:   "T015",
		En:     "a list or { table } is not closed, or has a comma too few or too many",
		Zh:     "列表或 { 表 } 没有结束，或逗号少了、多了",
		HintEn: "write one comma between two items, and close with ] or }",
		HintZh: "两项之间写一个英文逗号，最后用 ] 或 } 结束",
	}
	BadHeader = &diag.Rule{
		Code:   "T016",
		En:     "the name of a table is not complete",
		Zh:     "表名不完整",
		HintEn: "write it on a line of its own, with half-width marks, such as [target.2024]",
		HintZh: "请单独写一行，括号和点用半角，如 [target.2024]",
	}
	BadKey = &diag.Rule{
		Code:   "T017",
		En:     "this is no key = value",
		Zh:     "这里不是 键 = 值",
		HintEn: "write the key in letters a-z, digits, _ or -, and a half-width =; a # makes the line a comment",
		HintZh: "键只用英文字母、数字、_ 和 -，等号用半角；行首加 # 就是注释",
	}
	TooDeep = &diag.Rule{
		Code:   "T018",
		En:     "nested more than %[1]d deep",
		Zh:     "嵌套超过 %[1]d 层",
		HintEn: "look for brackets that are not closed",
		HintZh: "请检查是否有括号没有结束",
	}
	Refused = &diag.Rule{
		Code: "T019",
		En:   "`%[1]s` cannot be read: %[2]s",
		Zh:   "读不懂 `%[1]s`：%[2]s",
	}
)
