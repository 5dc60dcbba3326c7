package model

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a calendar day without a time zone. The zero Date means "not given".
type Date struct {
	Year, Month, Day int
}

// ParseDate reads YYYY-MM-DD; the error names what was expected.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is no date of the form YYYY-MM-DD", s)
	}
	return DateOf(t), nil
}

// DateOf is the day of a time, in the zone of the time.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// IsZero reports whether the date is not given.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders dates; the zero Date is before all others.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.Year, o.Year), cmp.Compare(d.Month, o.Month), cmp.Compare(d.Day, o.Day))
}

// Before reports whether d is earlier than o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After reports whether d is later than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// String gives YYYY-MM-DD, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText gives YYYY-MM-DD for JSON.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
