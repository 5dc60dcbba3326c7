package model

import "github.com/shopspring/decimal"

// Digits writes a figure with as many decimals as it was given: statistics
// publish 5.0, which says more than 5.
func Digits(d decimal.Decimal) string {
	if e := d.Exponent(); e < 0 {
		return d.StringFixed(-e)
	}
	return d.String()
}
