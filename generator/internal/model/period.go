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

// The lengths of time that figures are published for. A Plan (规划期) is several
// whole years.
const (
	Year PeriodKind = iota
	Half
	Quarter
	Month
	Plan
)

// Period is a year, a half, quarter or month of one, or a plan of several
// years. The zero Period means "not given".
type Period struct {
	Year int // of a plan the last one
	Kind PeriodKind
	N    int // 1-2, 1-4 or 1-12 within the year; of a plan its years, 2 or more; 0 for a year
}

// YearOf returns the period of a whole year.
func YearOf(year int) Period { return Period{Year: year} }

// longestPlan is how many years a plan may have.
const longestPlan = 50

// PlanOf returns the period of whole years from one to another, both included;
// a single year is that year.
func PlanOf(from, to int) Period {
	if from == to {
		return YearOf(to)
	}
	return Period{Year: to, Kind: Plan, N: to - from + 1}
}

// From is the first year of the period.
func (p Period) From() int {
	if p.Kind == Plan {
		return p.Year - p.N + 1
	}
	return p.Year
}

// Edition is the year or plan whose report sets a target for the period.
func (p Period) Edition() Period {
	if p.Kind == Plan {
		return p
	}
	return YearOf(p.Year)
}

// YearBefore is the same part of the year before; of a plan the plan before it.
func (p Period) YearBefore() Period {
	if p.Kind == Plan {
		return p.Previous()
	}
	return Period{Year: p.Year - 1, Kind: p.Kind, N: p.N}
}

// Previous is the period of the same length just before p.
func (p Period) Previous() Period {
	switch {
	case p.Kind == Year:
		return YearOf(p.Year - 1)
	case p.Kind == Plan:
		return PlanOf(p.From()-p.N, p.From()-1)
	case p.N > 1:
		return Period{p.Year, p.Kind, p.N - 1}
	}
	return Period{p.Year - 1, p.Kind, 12 / p.Months()}
}

// ParsePeriod reads 2024, 2024-H1, 2024-Q3, 2024-06 or 2021-2025.
func ParsePeriod(s string) (Period, error) {
	bad := fmt.Errorf("%q is no period: write 2024, 2024-H1, 2024-Q3, 2024-06 or 2021-2025", s)
	head, tail, parted := strings.Cut(s, "-")
	year, err := strconv.Atoi(head)
	if err != nil || len(head) != 4 || year < 1000 {
		return Period{}, bad
	}
	if !parted {
		return YearOf(year), nil
	}
	if to, err := strconv.Atoi(tail); err == nil && len(tail) == 4 && to >= 1000 {
		if to <= year || to-year >= longestPlan {
			return Period{}, bad
		}
		return PlanOf(year, to), nil
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
	case p.Kind == Plan:
		return fmt.Sprintf("%d-%d", p.From(), p.Year)
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
	if p.Kind == Plan {
		return 12 * p.N
	}
	return [...]int{Year: 12, Half: 6, Quarter: 3, Month: 1}[p.Kind]
}

// End is the last day of the period.
func (p Period) End() Date {
	t := time.Date(p.Year, time.Month(p.EndMonth())+1, 0, 0, 0, 0, 0, time.UTC)
	return DateOf(t)
}

// Months since the year 0 at which the period begins and ends; the end is not
// part of it.
func (p Period) bounds() (from, end int) {
	end = 12*p.Year + p.EndMonth()
	return end - p.Months(), end
}

// Holds reports whether o ends within the period.
func (p Period) Holds(o Period) bool {
	from, end := p.bounds()
	_, at := o.bounds()
	return at > from && at <= end
}

// Compare orders periods by their end, the shorter one first.
func (p Period) Compare(o Period) int {
	return cmp.Or(
		cmp.Compare(p.Year, o.Year),
		cmp.Compare(p.EndMonth(), o.EndMonth()),
		cmp.Compare(p.Months(), o.Months()),
	)
}
