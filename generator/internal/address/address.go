// Package address is the one table of the site's addresses: where each page and
// file lies, and which names the site keeps for itself. Addresses are relative
// to the root of a language's pages and end with a slash, or name a file.
package address

import "reportsite/generator/internal/model"

// Edition is the front of the report of a year or plan: 2024/, 2021-2025/.
func Edition(e *model.Edition) string { return e.Period.String() + "/" }

// Print is a whole report on one page.
func Print(e *model.Edition) string { return Edition(e) + "print/" }

// Section is a section of a report.
func Section(s *model.Section) string { return s.Ref() + "/" }

// Indicator is the page of an indicator.
func Indicator(i *model.Indicator) string { return "indicators/" + i.ID + "/" }
