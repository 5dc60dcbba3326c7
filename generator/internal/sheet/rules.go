package sheet

import "reportsite/generator/internal/diag"

// What can be wrong with a table of observations.
var (
	BadEncoding = &diag.Rule{
		Code:   "X001",
		En:     "the file is neither UTF-8 nor GB18030",
		Zh:     "文件编码既不是 UTF-8，也不是 GB18030",
		HintEn: "save it again as \"CSV UTF-8\"; the name of a workbook ends in .xlsx",
		HintZh: "请在表格软件中另存为“CSV UTF-8”；工作簿的文件名以 .xlsx 结尾",
	}
	BadCSV = &diag.Rule{
		Code:   "X002",
		En:     "the line cannot be read as CSV: %[1]s",
		Zh:     "这一行无法按 CSV 读取：%[1]s",
		HintEn: `write a cell that holds quotation marks as "… ""word"" …", or save the table again from the spreadsheet program`,
		HintZh: `含引号的单元格写作 "……""文字""……"，或在表格软件中重新另存`,
	}
	BadWorkbook = &diag.Rule{
		Code:   "X003",
		En:     "the workbook cannot be opened: %[1]s",
		Zh:     "无法打开工作簿：%[1]s",
		HintEn: "save it again as .xlsx, without a password, and not larger than 64 MB unpacked",
		HintZh: "请另存为 .xlsx（不设密码，解压后不超过 64 MB）",
	}
	NoHead = &diag.Rule{
		Code:   "X004",
		En:     "no head row with a period and a value in the first 10 rows",
		Zh:     "前 10 行中没有同时写明“时期”和“数值”的表头",
		HintEn: "write a head row: 时期, 口径, 数值, 阶段, 发布日期, 来源, 备注 (or period, basis, value, stage, released, source, note)",
		HintZh: "请写一行表头：时期、口径、数值、阶段、发布日期、来源、备注",
	}
	UnknownHead = &diag.Rule{
		Code:     "X005",
		Severity: diag.Warning,
		En:       "the column “%[1]s” is not known and not read",
		Zh:       "不认识的列“%[1]s”，这一列没有读取",
		HintEn:   "known heads: 年份, 时期, 口径, 数值, 阶段, 发布日期, 来源, 约数, 备注, 英文备注",
		HintZh:   "可用的表头：年份、时期、口径、数值、阶段、发布日期、来源、约数、备注、英文备注",
	}
	HeadTwice = &diag.Rule{
		Code:   "X006",
		En:     "the column “%[1]s” means the same as one before it",
		Zh:     "列“%[1]s”与前面的一列含义相同",
		HintEn: "keep one of the two",
		HintZh: "请只保留一列",
	}
	BadPeriod = &diag.Rule{
		Code:   "X007",
		En:     "%[1]q is no period",
		Zh:     "“%[1]s”不是可识别的时期",
		HintEn: "write 2024, 2024年上半年, 2024年三季度, 2024年6月, 2024年1—6月 or 2024-06",
		HintZh: "请写 2024、2024年上半年、2024年三季度、2024年6月、2024年1—6月 或 2024-06",
	}
	BadMerge = &diag.Rule{
		Code:   "X008",
		En:     "the merged cell spans rows that are not months of one year",
		Zh:     "合并的单元格跨越了不在同一年的时期",
		HintEn: "merge only the months whose figure is published together, such as January and February",
		HintZh: "只合并一并公布的月份，如 1、2 月",
	}
	BadBasis = &diag.Rule{
		Code:   "X009",
		En:     "%[1]q is no basis",
		Zh:     "不认识的口径“%[1]s”",
		HintEn: "write 全年 (annual), 累计 (cumulative), 当月/当季 (single) or 期末 (point)",
		HintZh: "请写 全年、累计、当月（当季）或 期末",
	}
	BasisOfPeriod = &diag.Rule{
		Code:   "X010",
		En:     "the basis “%[1]s” contradicts the period, which runs from January on",
		Zh:     "口径“%[1]s”与从 1 月起的时期矛盾",
		HintEn: "write 累计, or a single month as the period",
		HintZh: "请写“累计”，或把时期改为单个月份",
	}
	BadNumber = &diag.Rule{
		Code:   "X011",
		En:     "%[1]q is no number",
		Zh:     "“%[1]s”不是数字",
		HintEn: "write the number alone, such as 1921 or 1,921.5; leave the cell empty for a gap, or write — and the reason in the note",
		HintZh: "请只写数字，如 1921 或 1,921.5；没有数据请留空，或写“—”并在备注中说明原因",
	}
	BadYes = &diag.Rule{
		Code:   "X012",
		En:     "%[1]q is neither yes nor no",
		Zh:     "“%[1]s”既不是“是”，也不是“否”",
		HintEn: "write 是 (yes) or leave the cell empty",
		HintZh: "请写“是”或留空",
	}
	BadDate = &diag.Rule{
		Code:   "X013",
		En:     "%[1]q is no date",
		Zh:     "“%[1]s”不是日期",
		HintEn: "write year, month and day, such as 2024-07-15",
		HintZh: "请写年月日，如 2024-07-15",
	}
	PeriodTwice = &diag.Rule{
		Code:   "X014",
		En:     "the period %[1]s has a value at %[2]s already",
		Zh:     "时期 %[1]s 在 %[2]s 已有数值",
		HintEn: "keep one of the two rows, or name another basis",
		HintZh: "请只保留一行，或写明不同的口径",
	}
)
