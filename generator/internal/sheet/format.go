package sheet

import (
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// numberFormat is the number format of a cell as far as reading needs it: one
// section for all numbers, or one each for positive, negative and zero.
type numberFormat []section

// section is a part of a number format between semicolons.
type section struct {
	dateParts
	isDate  bool
	general bool // General, or text (@): as the program shows a number by itself
	digits  bool // there is a place for a digit
	text    bool // for text alone
	broken  bool // a condition, a literal within the digits: the text does not show the number clearly
	power   bool // with an exponent
	ratio   bool // a fraction
	percent int  // signs, each of which multiplies by 100
	scale   int  // commas behind the digits, each of which divides by 1000

	decimals, fixed int // places behind the point, and how many of them are shown though they are 0
	prefix, suffix  string
}

// dateParts says which parts of a date are shown.
type dateParts struct{ year, month, day bool }

// built are the formats that files name by number alone and that excelize and
// ECMA-376 list. The dates of 27–36 and 50–58 depend on the language of the
// program; they stand here as Chinese programs show them.
var built = map[int]string{
	0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
	5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00;-#,##0.00", 8: "#,##0.00;-#,##0.00",
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
	18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
	27: `yyyy"年"m"月"`, 28: `m"月"d"日"`, 29: `m"月"d"日"`, 30: "m-d-yy", 31: `yyyy"年"m"月"d"日"`,
	32: `h"时"mm"分"`, 33: `h"时"mm"分"ss"秒"`, 34: `h"时"mm"分"`, 35: `h"时"mm"分"ss"秒"`, 36: `yyyy"年"m"月"`,
	37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
	41: `#,##0;-#,##0;"-"`, 42: `#,##0;-#,##0;"-"`, 43: `#,##0.00;-#,##0.00;"-"`, 44: `#,##0.00;-#,##0.00;"-"`,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
	50: `yyyy"年"m"月"`, 51: `m"月"d"日"`, 52: `yyyy"年"m"月"`, 53: `m"月"d"日"`, 54: `m"月"d"日"`,
	55: `h"时"mm"分"`, 56: `h"时"mm"分"ss"秒"`, 57: `yyyy"年"m"月"`, 58: `m"月"d"日"`,
	59: "0", 60: "0.00", 61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%", 69: "# ?/?", 70: "# ??/??",
	71: "d/m/yyyy", 72: "d-mmm-yy", 73: "d-mmm", 74: "mmm-yy", 75: "h:mm", 76: "h:mm:ss",
	77: "d/m/yyyy h:mm", 78: "mm:ss", 79: "[h]:mm:ss", 80: "mm:ss.0", 81: "d/m/yy",
}

// formatOf is the format of a number or, where a file writes it out, a code. A
// number without a definition is General, as in spreadsheet programs.
func formatOf(id int, code string) numberFormat {
	if code == "" {
		code = built[id]
	}
	return parseFormat(code)
}

// parseFormat reads a format code: 0.0, #,##0.00;[Red]-#,##0.00, 0"家",
// [$-804]yyyy"年"m"月".
func parseFormat(code string) numberFormat {
	if code == "" {
		code = built[0]
	}
	var f numberFormat
	p := formatParser{rest: []rune(code)}
	for {
		s := p.section()
		f = append(f, s)
		if len(p.rest) == 0 {
			return f
		}
		p.rest = p.rest[1:] // the semicolon
	}
}

// date says whether the format makes a date or a time of a number.
func (f numberFormat) date() (dateParts, bool) { return f[0].dateParts, f[0].isDate }

// of is the section by which a number is shown.
func (f numberFormat) of(v decimal.Decimal) section {
	for n, s := range f {
		if s.text && n > 0 {
			f = f[:n]
			break
		}
	}
	switch {
	case v.IsNegative() && len(f) > 1:
		return f[1]
	case v.IsZero() && len(f) > 2:
		return f[2]
	}
	return f[0]
}

// show is a number with what the format writes around it, without separators. same
// is false where the number is shown in another notation or shorter than it is
// given here; ok is false when what is shown may be another number.
func (f numberFormat) show(v decimal.Decimal) (text string, same, ok bool) {
	for _, s := range f {
		if s.broken {
			return "", false, false
		}
	}
	s := f.of(v)
	prefix, okP := bare(s.prefix)
	suffix, okS := bare(s.suffix)
	if !okP || !okS {
		return "", false, false
	}
	switch {
	case s.general:
		text = v.String()
		return prefix + text + suffix, !longerThanShown(v), true
	case !s.digits:
		// Accounting formats show nothing as a dash.
		dash := strings.Contains(s.prefix, "-") && prefix == "" && suffix == ""
		return "0", true, v.IsZero() && dash
	case s.scale > 0, s.isDate:
		return "", false, false
	}
	v = v.Shift(2 * int32(s.percent))
	for range s.percent {
		suffix = "%" + suffix
	}
	if s.power || s.ratio {
		return prefix + v.String() + suffix, v.IsInteger() && s.ratio || s.power && significant(v) <= s.decimals+1, true
	}
	text = v.StringFixed(int32(s.decimals))
	for n := s.decimals; n > s.fixed && strings.HasSuffix(text, "0"); n-- {
		text = strings.TrimSuffix(text, "0")
	}
	return prefix + strings.TrimSuffix(text, ".") + suffix, true, true
}

// significant is how many digits a number has without leading and trailing zeros.
func significant(v decimal.Decimal) int {
	return max(1, len(strings.TrimRight(v.Coefficient().String(), "0")))
}

// shownWidth is how many characters of a number a cell without a format shows.
const shownWidth = 11

// longerThanShown reports whether a number has more decimals than a cell
// without a format shows.
func longerThanShown(v decimal.Decimal) bool {
	return v.Exponent() < 0 && len(strings.TrimPrefix(v.String(), "-")) > shownWidth
}

// bare is what a format writes beside a number, without what does not change its
// size: spaces, the marks of negative numbers, a yuan sign.
func bare(literal string) (string, bool) {
	literal = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("-+()（）△▲¥￥", r) {
			return -1
		}
		return r
	}, literal)
	return literal, !strings.ContainsAny(literal, "$€£")
}

// general is a number as a cell without a format shows it.
func general(v decimal.Decimal) string {
	whole := len(v.Abs().Truncate(0).String())
	return v.Round(int32(max(0, shownWidth-1-whole))).String()
}
