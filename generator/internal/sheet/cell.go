package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"
)

// figure is what a value cell says.
type figure struct {
	value           decimal.Decimal
	percent, approx bool
}

// grouped is a number with separators between its thousands.
var grouped = regexp.MustCompile(`^[+-]?\d{1,3}([, ]\d{3})+(\.\d+)?$`)

// plain is a number without separators; an exponent is how programs store
// large ones.
var plain = regexp.MustCompile(`^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,2})?$`)

// parseNumber reads a figure as people type it: full-width digits, separators
// between thousands, a percent sign, a word that says "about". A number cell
// of a workbook keeps all its digits, whatever its format shows.
func parseNumber(c cell) (figure, bool) {
	text := strings.TrimSpace(width.Narrow.String(c.text))
	text = strings.NewReplacer("\u00a0", " ", "\u2009", " ", "\u202f", " ", "−", "-").Replace(text)
	var f figure
	if rest, ok := strings.CutSuffix(text, "%"); ok {
		f.percent, text = true, strings.TrimSpace(rest)
	}
	if c.raw != "" {
		v, err := decimal.NewFromString(c.raw)
		if err != nil {
			return figure{}, false
		}
		// A double has 15 digits that count; the rest is how it is stored.
		v = v.Round(15 - int32(v.NumDigits()) - v.Exponent())
		if f.percent {
			v = v.Shift(2)
		}
		f.value = v
		return f, true
	}
	for _, word := range []string{"约", "近", "大约"} {
		if rest, ok := strings.CutPrefix(text, word); ok {
			f.approx, text = true, strings.TrimSpace(rest)
			break
		}
	}
	switch {
	case grouped.MatchString(text):
		text = strings.NewReplacer(",", "", " ", "").Replace(text)
	case !plain.MatchString(text):
		return figure{}, false
	}
	v, err := decimal.NewFromString(strings.TrimPrefix(text, "+"))
	if err != nil {
		return figure{}, false
	}
	f.value = v
	return f, true
}

// day is a date as people write it.
var day = regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`)

func parseDate(s string) (Date, bool) {
	m := day.FindStringSubmatch(strings.TrimSpace(width.Narrow.String(s)))
	if m == nil {
		return Date{}, false
	}
	var d Date
	for i, n := range []*int{&d.Year, &d.Month, &d.Day} {
		*n, _ = strconv.Atoi(m[i+1]) // digits by the expression
	}
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return d, t.Day() == d.Day && int(t.Month()) == d.Month
}

// month is the month of a date: programs turn 2024-06 into its first day.
func (d Date) month() string { return fmt.Sprintf("%04d-%02d", d.Year, d.Month) }
