package sheet

import "reportsite/generator/internal/diag"

// What can be wrong with a table of observations.
var (
	BadEncoding   = diag.NewError("X001")
	BadCSV        = diag.NewError("X002", "Why")
	BadWorkbook   = diag.NewError("X003", "Why")
	NoHead        = diag.NewError("X004")
	UnknownHead   = diag.NewWarning("X005", "Head")
	HeadTwice     = diag.NewError("X006", "Head")
	BadPeriod     = diag.NewError("X007", "Period")
	BadMerge      = diag.NewError("X008")
	BadBasis      = diag.NewError("X009", "Basis")
	BasisOfPeriod = diag.NewError("X010", "Basis")
	BadNumber     = diag.NewError("X011", "Number")
	BadYes        = diag.NewError("X012", "Word")
	BadDate       = diag.NewError("X013", "Date")
	PeriodTwice   = diag.NewError("X014", "Period", "Cell")
)
