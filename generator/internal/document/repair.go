package document

import (
	"regexp"
	"strings"
	"unicode"
)

// flattened are the marks of Chinese texts that normalization has made ASCII.
var flattened = map[rune]rune{',': '，', ':': '：', ';': '；', '!': '！', '?': '？', '(': '（', ')': '）'}

var generation = regexp.MustCompile(`(^|[^0-9A-Za-z.])([2-6])g(\+|全连接|基站|网络|工厂|应用|技术|通信|专网|用户|融合|时代|智|终端|信号|覆盖|产业|消息|建设|场景|精品|和|与|、|等|”|信号)`)

// Repair repairs the punctuation of a Chinese text that was flattened: a comma, colon or
// bracket that has a Han character beside it is full-width again, and spaces
// between Han characters are taken out, but not within quotation marks. Numbers, ratios
// and addresses stay as they are. n is how many characters were repaired.
func Repair(s string) (out string, n int) {
	in := []rune(strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u3000", " ", "\u200b", "", "\ufeff", "", "\t", " ").Replace(s)))
	han := 0
	for _, r := range in {
		if wide(r) {
			han++
		}
	}
	if han*4 < len(in) { // English
		return strings.Join(strings.Fields(string(in)), " "), 0
	}
	var b strings.Builder
	quoted := false
	var last rune // that was written
	for i, r := range in {
		before, after := at(in, i, -1), at(in, i, +1)
		switch {
		case r == '“':
			quoted = true
		case r == '”':
			quoted = false
		}
		if unicode.Is(unicode.Co, r) || unicode.IsControl(r) {
			n++
			continue
		}
		if r == ' ' {
			switch {
			case i > 0 && in[i-1] == ' ', mark(last) && !quoted, mark(after) && !quoted:
				n++
			case wide(before) && wide(after) && !quoted, wide(before) && digit(after), digit(before) && wide(after):
				n++
			default:
				b.WriteRune(r)
				last = r
			}
			continue
		}
		if to, ok := flattened[r]; ok && !(digit(before) && digit(after)) && (wide(before) || wide(after) || digit(before) && after == 0 || (before == '%' || letter(before)) && (wide(after) || after == 0)) &&
			!(r == ':' && after == '/') {
			b.WriteRune(to)
			last = to
			n++
			continue
		}
		b.WriteRune(r)
		last = r
	}
	out = b.String()
	if g := generation.ReplaceAllString(out, "${1}${2}G${3}"); g != out {
		n++
		out = g
	}
	return out, n
}

// at is the nearest character in a direction that is no space; 0 at the end.
func at(in []rune, i, step int) rune {
	for i += step; i >= 0 && i < len(in); i += step {
		if in[i] != ' ' {
			return in[i]
		}
	}
	return 0
}

// mark reports whether a character is a full-width mark, which has its own space.
func mark(r rune) bool { return strings.ContainsRune("，。；：、！？（）", r) }

func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。；：、！？（）《》“”‘’【】〔〕", r)
}

func digit(r rune) bool  { return r >= '0' && r <= '9' }
func letter(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }
