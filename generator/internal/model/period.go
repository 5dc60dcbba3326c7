package model

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// PeriodKind is the length of a period.
type PeriodKind int

// The lengths of time that figures are published for.
const (
	Year PeriodKind = iota
	Half
	Quarter
	Month
)

// Period is a year or a half, quarter or month of one. The zero Period means
// "not given".
type Period struct {
	Year int
	Kind PeriodKind
	N    int // 1-2, 1-4 or 1-12 within the year; 0 for a year
}

// YearOf returns the period of a whole year.
func YearOf(year int) Period { return Period{Year: year} }

// ParsePeriod reads 2024, 2024-H1, 2024-Q3 or 2024-06.
func ParsePeriod(s string) (Period, error) {
	bad := fmt.Errorf("%q is no period: write 2024, 2024-H1, 2024-Q3 or 2024-06", s)
	head, tail, parted := strings.Cut(s, "-")
	year, err := strconv.Atoi(head)
	if err != nil || len(head) != 4 || year < 1000 {
		return Period{}, bad
	}
	if !parted {
		return YearOf(year), nil
	}
	kind, digits, most := Month, tail, 12
	switch {
	case strings.HasPrefix(tail, "H"):
		kind, digits, most = Half, tail[1:], 2
	case strings.HasPrefix(tail, "Q"):
		kind, digits, most = Quarter, tail[1:], 4
	case len(tail) != 2:
		return Period{}, bad
	}
	if kind != Month && len(digits) != 1 {
		return Period{}, bad
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > most || strings.ContainsAny(digits, "+-") {
		return Period{}, bad
	}
	return Period{Year: year, Kind: kind, N: n}, nil
}

// IsZero reports whether the period is not given.
func (p Period) IsZero() bool { return p == Period{} }

// String is the form that ParsePeriod reads; "" for the zero Period.
func (p Period) String() string {
	switch {
	case p.IsZero():
		return ""
	case p.Kind == Half:
		return fmt.Sprintf("%d-H%d", p.Year, p.N)
	case p.Kind == Quarter:
		return fmt.Sprintf("%d-Q%d", p.Year, p.N)
	case p.Kind == Month:
		return fmt.Sprintf("%d-%02d", p.Year, p.N)
	}
	return strconv.Itoa(p.Year)
}

// MarshalText is String, for JSON.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// EndMonth is the last month of the period, 1 to 12.
func (p Period) EndMonth() int {
	switch p.Kind {
	case Half:
		return 6 * p.N
	case Quarter:
		return 3 * p.N
	case Month:
		return p.N
	}
	return 12
}

// Months is the length of the period in months.
func (p Period) Months() int {
	return [...]int{Year: 12, Half: 6, Quarter: 3, Month: 1}[p.Kind]
}

// End is the last day of the period.
func (p Period) End() Date {
	t := time.Date(p.Year, time.Month(p.EndMonth())+1, 0, 0, 0, 0, 0, time.UTC)
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// Compare orders periods by their end, the shorter one first.
func (p Period) Compare(o Period) int {
	return cmp.Or(
		cmp.Compare(p.Year, o.Year),
		cmp.Compare(p.EndMonth(), o.EndMonth()),
		cmp.Compare(p.Months(), o.Months()),
	)
}
