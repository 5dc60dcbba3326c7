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
		En:     "another heading of this file has the id %[1]s",
		Zh:     "本文件另一个标题的编号也是 %[1]s",
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
		En:     "the link to %[1]s has no text",
		Zh:     "指向 %[1]s 的链接没有文字",
		HintEn: "write what the reader finds there between the brackets",
		HintZh: "请在方括号里写明点开后是什么",
	}
	GroupLink = &diag.Rule{
		Code:   "M007",
		En:     "%[1]s is a chart, not a link",
		Zh:     "%[1]s 是图，不是链接",
		HintEn: "write ! before it, in a paragraph of its own: ![caption](%[1]s)",
		HintZh: "请在前面加 !，并单独成段：![标题](%[1]s)",
	}
	NoImages = &diag.Rule{
		Code:   "M008",
		En:     "a picture can only be the chart of data, found %[1]s",
		Zh:     "图只能由数据生成，不能插入 %[1]s",
		HintEn: "write ![caption](indicator:…) or ![caption](group:…)",
		HintZh: "请写 ![标题](indicator:……) 或 ![标题](group:……)",
	}
	FigureInText = &diag.Rule{
		Code:   "M009",
		En:     "a chart cannot stand within a line of text",
		Zh:     "图不能夹在文字中间",
		HintEn: "put it into a paragraph of its own, with an empty line before and after it",
		HintZh: "请让图单独成段，前后各空一行",
	}
)
