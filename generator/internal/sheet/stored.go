package sheet

import (
	"math"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// exact is how many digits a spreadsheet program keeps of a number; a longer
// one is written as text, for it must not change.
const exact = 15

// stored is the number that a workbook stores as text: the shortest one with
// at most 15 digits, for the rest of a binary number is how it is stored, and
// programs do not show it. many is set where digits that somebody meant get
// lost by that.
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
