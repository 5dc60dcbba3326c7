package model

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Digits writes a figure with as many decimals as it was given: statistics
// publish 5.0, which says more than 5.
func Digits(d decimal.Decimal) string {
	if e := d.Exponent(); e < 0 {
		return d.StringFixed(-e)
	}
	return d.String()
}

// Digits writes the figure of a result as [Digits] does: the parts of a
// structure with colons between them, and nothing where the result is an
// inequality without a figure (为正).
func (o *Observation) Digits() string {
	switch {
	case len(o.Parts) > 0:
		return JoinParts(o.Parts)
	case o.Sense == Positive || o.Sense == Negative:
		return ""
	}
	return Digits(o.Value)
}

// JoinParts writes the parts of a structure: "2.8:50.9:46.3".
func JoinParts(parts []decimal.Decimal) string {
	list := make([]string, len(parts))
	for n, p := range parts {
		list[n] = Digits(p)
	}
	return strings.Join(list, ":")
}
