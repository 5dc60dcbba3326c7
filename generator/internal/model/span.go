package model

// Span is the time that a figure speaks of: months of its year, whole years of
// a plan, or a moment at the end of a month.
type Span struct {
	Year      int  // of a plan the last one
	From, End int  // months of Year; From is below 1 in earlier years; equal for a moment
	Moment    bool // the state at the end of month End
}

// Span is what the figure covers. A whole year is the same whether it is
// printed as annual or as cumulative to December, and a single period that
// begins with January is the year to date. A stock is a state at a moment,
// whatever table it stands in, unless it is of a single period.
func (o *Observation) Span() Span {
	return SpanOf(o.Indicator.Accrual, o.Period, o.Basis)
}

// SpanOf is what a figure of a period and basis covers.
func SpanOf(a Accrual, p Period, b Basis) Span {
	end := p.EndMonth()
	switch {
	case b == Point, a == Stock && b != Single:
		return Span{Year: p.Year, From: end, End: end, Moment: true}
	case b == Single, p.Kind == Plan:
		return Span{Year: p.Year, From: end - p.Months() + 1, End: end}
	}
	return Span{Year: p.Year, From: 1, End: end}
}

// Years is how many whole years before Year the figure reaches back to.
func (s Span) Years() int {
	if s.From >= 1 {
		return 0
	}
	return (12 - s.From) / 12
}

// ToDate reports whether the figure counts from January on.
func (s Span) ToDate() bool { return s.From == 1 && !s.Moment }

// Whole reports whether the figure covers all of a year, or the state at its
// end.
func (s Span) Whole() bool { return s.End == 12 && (s.From == 1 || s.Moment) }
