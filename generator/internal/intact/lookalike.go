package intact

import "reportsite/generator/internal/diag"

// Lookalike is a character that a Chinese input method or a word processor writes in
// the place of one that a format asks for.
type Lookalike struct {
	Rune   rune
	Better string     // what the format asks for: one character of ASCII
	Kind   diag.Words // what it is: a full-width equals sign
}

// LookalikeOf tells what a character was meant for; ok is false for one that
// resembles none of ASCII.
func LookalikeOf(r rune) (l Lookalike, ok bool) {
	if m, known := marks[r]; known {
		return Lookalike{r, m.better, diag.Words{En: m.en, Zh: m.zh}}, true
	}
	kind := func(better, en, zh string) (Lookalike, bool) {
		return Lookalike{r, better, diag.Words{En: en, Zh: zh}}, true
	}
	switch {
	case r >= '０' && r <= '９':
		return kind(string(r-'０'+'0'), "a full-width digit", "全角数字")
	case r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return kind(string(r-'！'+'!'), "a full-width letter", "全角字母")
	case r >= '！' && r <= '～':
		return kind(string(r-'！'+'!'), "a full-width character", "全角符号")
	case r == 0xa0, r == 0x202f:
		return kind(" ", "a no-break space", "不换行空格")
	case r == 0x3000:
		return kind(" ", "a full-width space", "全角空格")
	case r >= 0x2000 && r <= 0x200a, r == 0x205f, r == 0x1680:
		return kind(" ", "a typesetter's space", "排版用的空格")
	}
	return Lookalike{}, false
}

// marks are the signs that have a name of their own.
var marks = map[rune]struct{ better, en, zh string }{
	'＝': {"=", "a full-width equals sign", "全角等号"},
	'，': {",", "a Chinese comma", "中文逗号"},
	'、': {",", "a Chinese enumeration comma", "顿号"},
	'。': {".", "a Chinese full stop", "中文句号"},
	'．': {".", "a full-width full stop", "全角的点"},
	'：': {"=", "a Chinese colon", "中文冒号"},
	'；': {";", "a Chinese semicolon", "中文分号"},
	'“': {`"`, "a Chinese quotation mark", "中文引号"},
	'”': {`"`, "a Chinese quotation mark", "中文引号"},
	'„': {`"`, "a low quotation mark", "低位引号"},
	'＂': {`"`, "a full-width quotation mark", "全角引号"},
	'「': {`"`, "a corner bracket", "直角引号"},
	'」': {`"`, "a corner bracket", "直角引号"},
	'『': {`"`, "a corner bracket", "直角引号"},
	'』': {`"`, "a corner bracket", "直角引号"},
	'‘': {`'`, "a Chinese single quotation mark", "中文单引号"},
	'’': {`'`, "a Chinese single quotation mark", "中文单引号"},
	'【': {"[", "a lenticular bracket", "方头括号"},
	'】': {"]", "a lenticular bracket", "方头括号"},
	'〔': {"[", "a tortoise-shell bracket", "六角括号"},
	'〕': {"]", "a tortoise-shell bracket", "六角括号"},
	'［': {"[", "a full-width square bracket", "全角方括号"},
	'］': {"]", "a full-width square bracket", "全角方括号"},
	'｛': {"{", "a full-width brace", "全角花括号"},
	'｝': {"}", "a full-width brace", "全角花括号"},
	'＃': {"#", "a full-width number sign", "全角井号"},
	'＋': {"+", "a full-width plus sign", "全角加号"},
	'－': {"-", "a full-width hyphen", "全角横线"},
	'−': {"-", "a minus sign of mathematics", "数学减号"},
	'—': {"-", "a dash", "破折号"},
	'―': {"-", "a dash", "破折号"},
	'–': {"-", "an en dash", "短破折号"},
	'‐': {"-", "a typesetter's hyphen", "排版用的连字符"},
	'‑': {"-", "a no-break hyphen", "不换行连字符"},
}
