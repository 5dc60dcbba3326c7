package draw

import (
	"math"
	"strconv"
	"strings"
)

// numbers rounds every number of a value to two decimals, a fiftieth of what
// the eye can tell apart on a screen. Letters may stand between: M0 0L1.25 3.
func numbers(s string) (string, bool) { return round(s, 2) }

// matrix rounds a list of transformations. Factors need more digits than
// lengths do: they are multiplied with them.
func matrix(s string) (string, bool) {
	if strings.HasPrefix(s, "translate(") || strings.HasPrefix(s, "rotate(") {
		if strings.Count(s, "(") == 1 {
			return round(s, 2)
		}
	}
	return round(s, 4)
}

// round rounds the numbers of a value to so many decimals. ok is false for a
// value with anything in it but numbers, letters, brackets, signs and spaces,
// or with a number that is none. The flags of an arc have to stand apart from
// what follows them.
func round(s string, decimals int) (rounded string, ok bool) {
	if !only(s, func(c byte) bool { return letter(c) || digit(c) || strings.IndexByte("()+-., %\t\r\n", c) >= 0 }) ||
		strings.Contains(s, "NaN") || strings.Contains(s, "Infinity") {
		return "", false
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		n := numberLen(s[i:])
		if n == 0 {
			b.WriteByte(blank(s[i]))
			i++
			continue
		}
		number := s[i : i+n]
		if n > decimals+1 { // long enough to have more of them
			v, err := strconv.ParseFloat(number, 64)
			if err != nil {
				return "", false
			}
			number = format(v, decimals)
		}
		if i > 0 && (digit(s[i-1]) || s[i-1] == '.') && number[0] != '-' {
			b.WriteByte(' ') // 1-0.001 becomes 1 0
		}
		b.WriteString(number)
		i += n
	}
	return b.String(), true
}

// format writes a number with at most so many decimals.
func format(v float64, decimals int) string {
	unit := math.Pow10(decimals)
	v = math.Round(v*unit) / unit
	if v == 0 {
		return "0" // never -0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// numberLen is the length of the number at the start of s; 0: there is none.
func numberLen(s string) int {
	i, digits := 0, 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	for ; i < len(s) && digit(s[i]); i++ {
		digits++
	}
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && digit(s[i]); i++ {
			digits++
		}
	}
	if digits == 0 {
		return 0
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		j := i + 1
		if j < len(s) && (s[j] == '-' || s[j] == '+') {
			j++
		}
		for k := j; k < len(s) && digit(s[k]); k++ {
			i = k + 1
		}
	}
	return i
}

// blank turns all white space into spaces: a line break in an attribute would
// be kept as one.
func blank(c byte) byte {
	if c == '\n' || c == '\r' || c == '\t' {
		return ' '
	}
	return c
}
