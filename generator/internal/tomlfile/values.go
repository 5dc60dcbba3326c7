package tomlfile

import (
	"math"
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Number is a number of a file as an exact decimal: 8.4 is 84/10 and not the
// binary fraction next to it, and 5.0 keeps its zero. The zero Number is not
// written.
type Number struct {
	Decimal decimal.Decimal
	Valid   bool // the number is written
}

// UnmarshalTOML takes whole numbers and decimals. nan and inf are refused:
// there is no such figure.
func (n *Number) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case int64:
		*n = Number{decimal.NewFromInt(v), true}
		return nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return refusal{NotFinite, strconv.FormatFloat(v, 'g', -1, 64), ""}
		}
		// The shortest digits that give v are the ones that were written,
		// up to the 15 that a float64 always keeps.
		*n = Number{decimal.NewFromFloat(v), true}
		return nil
	}
	return wrongKind{aNumber}
}

// Date is a calendar day as a file has it; the zero Date is not written.
type Date struct{ model.Date }

// UnmarshalTOML takes a date without time, and the same between quotes.
func (d *Date) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case time.Time:
		switch kindOf(v) {
		case aDate:
			d.Date = model.DateOf(v)
			return nil
		case aDateTime:
			return refusal{DateForm, v.Format("2006-01-02 15:04:05"), v.Format(time.DateOnly)}
		}
	case int64:
		day, _, ok := model.ReadDate(strconv.FormatInt(v, 10))
		if ok || v >= 1900 && v < 2100 {
			return refusal{DateForm, strconv.FormatInt(v, 10), day.String()}
		}
	case string:
		if v == "" {
			return nil // not written
		}
		day, err := time.Parse(time.DateOnly, v)
		if err == nil {
			d.Date = model.DateOf(day)
			return nil
		}
		meant, complete, _ := model.ReadDate(v)
		if complete && meant.IsZero() {
			return refusal{BadDate, v, ""}
		}
		return refusal{DateForm, v, meant.String()}
	}
	return wrongKind{aDate}
}
