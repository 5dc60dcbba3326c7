package sheet

import (
	"math"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// exact is how many digits of a number a spreadsheet program keeps; a longer number
// is written as text, so that it does not change.
const exact = 15

// stored reads the text of a number in a workbook: the shortest number with at most
// 15 digits. Further digits come from the binary form and are not shown by
// programs. many is set when that drops digits that somebody typed.
func stored(raw string) (v decimal.Decimal, many, ok bool) {
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return decimal.Decimal{}, false, false
	}
	v, err = decimal.NewFromString(strconv.FormatFloat(f, 'e', exact-1, 64))
	if err != nil {
		return decimal.Decimal{}, false, false
	}
	v = decimal.RequireFromString(v.String()) // without the zeros at its end
	if written, err := decimal.NewFromString(raw); err == nil && !strings.ContainsAny(raw, ".eE") {
		return v, !written.Equal(v), true
	}
	step := math.Nextafter(math.Abs(f), math.Inf(1)) - math.Abs(f)
	return v, math.Abs(f) >= 1e14 && math.Abs(f-v.InexactFloat64()) > 4*step, true
}
