package intact

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"reportsite/generator/internal/diag"
)

// Char is an invisible or broken character in a text.
type Char struct {
	Offset int // in bytes
	Rune   rune
	Name   diag.Words // what it is, such as "U+200B (zero width space)"
}

// Unseen finds invisible and broken characters: control characters, a byte order
// mark within the text, zero-width characters, marks of writing direction, the
// replacement character U+FFFD, and private-use characters of Word's symbol fonts.
// The same character is reported once in a line.
//
// Bytes that are no UTF-8 are skipped, because they are reported as another fault.
// Tab and line ends are allowed, and so are variation selectors and what joins the
// parts of an emoji.
func Unseen(text string) []Char {
	var list []Char
	line := 0 // in list: the first one of this line
	var before rune
	for at, r := range text {
		if r == '\n' {
			line = len(list)
		}
		if kind := kindOfRune(text, at, r, before); kind != nil && !has(list[line:], r) {
			list = append(list, Char{at, r, kind.name(r)})
		}
		before = r
	}
	return list
}

// Seen is a text without the characters that [Unseen] finds, so that what was meant can
// be checked further.
func Seen(text string) string {
	var b strings.Builder
	done := 0
	var before rune
	for at, r := range text {
		if kindOfRune(text, at, r, before) != nil {
			b.WriteString(text[done:at])
			done = at + len(string(r))
		}
		before = r
	}
	if done == 0 {
		return text
	}
	return b.String() + text[done:]
}

func has(list []Char, r rune) bool {
	for _, c := range list {
		if c.Rune == r {
			return true
		}
	}
	return false
}

// kind says what a character is in both languages.
type kind diag.Words

func (k *kind) name(r rune) diag.Words {
	return diag.Words{En: fmt.Sprintf("U+%04X (%s)", r, k.En), Zh: fmt.Sprintf("U+%04X（%s）", r, k.Zh)}
}

var (
	control   = &kind{"a control character", "控制字符"}
	null      = &kind{"NUL, a zero byte", "空字节 NUL"}
	oldEnd    = &kind{"a line end of old Macs", "旧式 Mac 换行"}
	lineTab   = &kind{"vertical tab, a line break of Word", "垂直制表符，Word 的手动换行"}
	pageBreak = &kind{"form feed, a page break of Word", "换页符，Word 的分页"}
	separator = &kind{"a line separator of a word processor", "文字处理软件的换行符"}
	order     = &kind{"a byte order mark", "字节顺序标记 BOM"}
	noWidth   = &kind{"a character without width", "零宽字符"}
	softly    = &kind{"a soft hyphen", "软连字符"}
	direction = &kind{"a mark of writing direction", "书写方向控制符"}
	lost      = &kind{"a character that was lost when the file was converted", "转换编码时丢失的字"}
	object    = &kind{"the place of a picture in Word", "Word 图片或对象的占位符"}
	private   = &kind{"a sign of a symbol font, such as a bullet of Word's", "符号字体的私有字符，如 Word 的项目符号"}
	none      = &kind{"no character", "不是字符"}
)

func kindOfRune(text string, at int, r, before rune) *kind {
	switch {
	case r == '\t', r == '\n', r > 0x9f && r < 0xad, r >= 0x20 && r < 0x7f:
		return nil
	case r == '\r':
		if at+1 < len(text) && text[at+1] != '\n' {
			return oldEnd
		}
		return nil // at the end of the text what follows is not known
	case r == 0:
		return null
	case r == '\v':
		return lineTab
	case r == '\f':
		return pageBreak
	case r < 0xa0:
		return control
	case r == 0xad:
		return softly
	case r == utf8.RuneError:
		if _, size := utf8.DecodeRuneInString(text[at:]); size == 1 {
			return nil // not UTF-8
		}
		return lost
	}
	return wideKind(text, at, r, before)
}

// wideKind is kindOfRune beyond Latin-1.
func wideKind(text string, at int, r, before rune) *kind {
	switch {
	case r == 0x200d && joins(before):
		next, _ := utf8.DecodeRuneInString(text[at+len("\u200d"):])
		if joins(next) {
			return nil
		}
		return noWidth
	case r >= 0x200b && r <= 0x200d, r == 0x2060, r == 0x180e, r == 0x034f, r >= 0x2061 && r <= 0x2064,
		r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0:
		return noWidth
	case r == 0x200e, r == 0x200f, r == 0x061c, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x206f:
		return direction
	case r == 0x2028, r == 0x2029:
		return separator
	case r == 0xfeff:
		return order
	case r == 0xfffc:
		return object
	case r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r < 0xe0100:
		return control
	case unicode.Is(unicode.Co, r):
		return private
	case r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return none
	}
	return nil
}

// joins reports whether a character can be a part of an emoji.
func joins(r rune) bool { return r == 0xfe0f || unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r) }
