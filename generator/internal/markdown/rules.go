package markdown

import "reportsite/generator/internal/diag"

// What can be wrong with a Markdown text.
var (
	TopHeading = &diag.Rule{
		Code:   "M001",
		En:     "a heading of the first level: the page's title is in the front matter",
		Zh:     "正文里不能有一级标题：页面标题写在开头的 title 里",
		HintEn: "begin with ##",
		HintZh: "正文标题从 ## 开始",
	}
	SkippedLevel = &diag.Rule{
		Code:     "M002",
		Severity: diag.Warning,
		En:       "a heading of level %[1]d follows one of level %[2]d",
		Zh:       "%[2]d 级标题下面直接是 %[1]d 级标题",
		HintEn:   "do not leave a level out: screen readers tell the order of a page by it",
		HintZh:   "不要跳级：读屏软件靠标题级别说明页面结构",
	}
	SameID = &diag.Rule{
		Code:   "M003",
		En:     "another heading of this file has the id `%[1]s`",
		Zh:     "本文件另一个标题的编号也是 `%[1]s`",
		HintEn: "write another {#id}",
		HintZh: "请换一个 {#编号}",
	}
	RawHTML = &diag.Rule{
		Code:     "M004",
		Severity: diag.Warning,
		En:       "HTML is shown as text",
		Zh:       "HTML 代码会原样显示为文字",
		HintEn:   "write Markdown instead; charts are ![caption](indicator:…)",
		HintZh:   "请用 Markdown；图写作 ![标题](indicator:……)",
	}
	BadScheme = &diag.Rule{
		Code:   "M005",
		En:     "a link cannot begin with `%[1]s:`",
		Zh:     "链接不能以 `%[1]s:` 开头",
		HintEn: "use https:, mailto:, tel:, indicator:, commitment:, figure:none, an address from the root (/about/) or a Markdown file",
		HintZh: "可用 https:、mailto:、tel:、indicator:、commitment:、figure:none、从根开始的地址（/about/）或 Markdown 文件",
	}
	EmptyLink = &diag.Rule{
		Code:   "M006",
		En:     "the link to `%[1]s` has no text",
		Zh:     "指向 `%[1]s` 的链接没有文字",
		HintEn: "write what the reader finds there between the brackets",
		HintZh: "请在方括号里写明点开后是什么",
	}
	GroupLink = &diag.Rule{
		Code:   "M007",
		En:     "`%[1]s` is a chart, not a link",
		Zh:     "`%[1]s` 是图，不是链接",
		HintEn: "write ! before it, in a paragraph of its own: ![caption](%[1]s)",
		HintZh: "请在前面加 !，并单独成段：![标题](%[1]s)",
	}
	NoImages = &diag.Rule{
		Code:   "M008",
		En:     "a picture can only be the chart of data, found `%[1]s`",
		Zh:     "图只能由数据生成，不能插入 `%[1]s`",
		HintEn: "write ![caption](indicator:…) or ![caption](group:…)",
		HintZh: "请写 ![标题](indicator:……) 或 ![标题](group:……)",
	}
	ChartInText = &diag.Rule{
		Code:   "M009",
		En:     "a chart cannot stand within a line of text",
		Zh:     "图不能夹在文字中间",
		HintEn: "put it into a paragraph of its own, with an empty line before and after it",
		HintZh: "请让图单独成段，前后各空一行",
	}
	NotUTF8 = &diag.Rule{
		Code:   "M010",
		En:     "the text is not UTF-8 from here on",
		Zh:     "从这里起文字不是 UTF-8 编码",
		HintEn: "save the file as UTF-8; Notepad and WPS offer it under “encoding” when saving",
		HintZh: "请另存为 UTF-8：记事本和 WPS 在“另存为”里可选编码",
	}
	BadID = &diag.Rule{
		Code:   "M011",
		En:     "the id `%[1]s` cannot be part of an address",
		Zh:     "编号 `%[1]s` 不能用作网址的一部分",
		HintEn: "use letters, digits and hyphens, such as {#demand}",
		HintZh: "请只用文字、数字和连字符，如 {#demand}",
	}
	UnknownHeading = &diag.Rule{
		Code:   "M012",
		En:     "no heading of this file has the id `%[1]s`",
		Zh:     "本文件没有编号为 `%[1]s` 的标题",
		HintEn: "write the id behind the heading, {#%[1]s}, or correct the link",
		HintZh: "请在标题后写上 {#%[1]s}，或更正链接",
	}
	LostReference = &diag.Rule{
		Code:   "M013",
		En:     "this is no reference and would be shown as text: `%[1]s`",
		Zh:     "这里没有成为引用，会原样显示为文字：`%[1]s`",
		HintEn: "write [words](indicator:id) with half-width brackets and colon, nothing between ] and (, and no spaces within ( )",
		HintZh: "请写作 [文字](indicator:编号)：括号和冒号用半角，] 与 ( 之间、括号里面都不留空格",
	}
	LostFootnote = &diag.Rule{
		Code:     "M014",
		Severity: diag.Warning,
		En:       "the footnote %[1]s is not in this file",
		Zh:       "本文件没有脚注 %[1]s 的内容",
		HintEn:   "write a line that begins with %[1]s: and a space",
		HintZh:   "请另起一行，写 %[1]s: 加空格，再写内容",
	}
	UnusedFootnote = &diag.Rule{
		Code:     "M015",
		Severity: diag.Warning,
		En:       "nothing refers to the footnote [^%[1]s]: it is left out",
		Zh:       "正文没有引用脚注 [^%[1]s]，它不会出现",
		HintEn:   "write [^%[1]s] where it belongs, or give it another name when two have the same",
		HintZh:   "请在正文相应处写 [^%[1]s]；若有同名脚注，请改名",
	}
	FootnoteInLink = &diag.Rule{
		Code:   "M016",
		En:     "a footnote cannot stand between the brackets of a link or chart",
		Zh:     "脚注不能写在链接或图的方括号里",
		HintEn: "put it behind the link: [words](…)[^1]",
		HintZh: "请写在链接后面：[文字](……)[^1]",
	}
	LostStars = &diag.Rule{
		Code:     "M017",
		Severity: diag.Warning,
		En:       "the two asterisks have no partner and are shown as text",
		Zh:       "这两个星号没有配对，会原样显示",
		HintEn:   "write **words** without spaces inside the asterisks, in one paragraph; \\*\\* shows asterisks",
		HintZh:   "请写作 **文字**：星号内侧不留空格，首尾在同一段；要显示星号，写 \\*\\*",
	}
	NoSpace = &diag.Rule{
		Code:     "M018",
		Severity: diag.Warning,
		En:       "a heading needs a space after #; this is shown as text",
		Zh:       "标题的 # 后面要有空格；这里会原样显示为文字",
		HintEn:   "write ## and a space before the words",
		HintZh:   "请在 ## 与文字之间加一个空格",
	}
	OpenComment = &diag.Rule{
		Code:   "M019",
		En:     "the comment has no end",
		Zh:     "注释没有结束",
		HintEn: "close it with -->; it must not be shown",
		HintZh: "请用 --> 结束，否则注释会显示出来，或吞掉后文",
	}
	EmptyHeading = &diag.Rule{
		Code:     "M020",
		Severity: diag.Warning,
		En:       "the heading has no words",
		Zh:       "标题没有文字",
		HintEn:   "write what the part below is about; the list of contents shows it",
		HintZh:   "请写明下面这部分讲什么，目录会显示它",
	}
	ReservedID = &diag.Rule{
		Code:   "M021",
		En:     "the page itself uses the id `%[1]s`",
		Zh:     "编号 `%[1]s` 已由页面自身使用",
		HintEn: "write another {#id}",
		HintZh: "请换一个 {#编号}",
	}
)
