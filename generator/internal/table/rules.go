package table

import "reportsite/generator/internal/diag"

// What can be wrong with a table of an office.
var (
	// Times.
	TimesDiffer = diag.NewError("G001", "Time", "Other", "Place")
	HeadTimes   = diag.NewError("G002", "Head", "Time")
	BadTime     = diag.NewError("G003", "Words")
	NoTime      = diag.NewError("G004", "Name", "Head")
	YearOrPart  = diag.NewError("G005", "Year", "Time")
	DateAsTime  = diag.NewError("G006", "Words")
	BadDue      = diag.NewError("G008", "Words")
	BadReleased = diag.NewError("G007", "Words")

	// Heads and rows.
	WhichBasis    = diag.NewError("G010", "Head", "Heads")
	BasesDiffer   = diag.NewError("G011", "Basis", "Other", "Place")
	UnknownColumn = diag.NewError("G012", "Head")
	NoRowName     = diag.NewError("G013", "Text")
	HiddenColumn  = diag.NewError("G014", "Head")
	HiddenRow     = diag.NewError("G015", "Name")

	// Figures.
	BadFigure    = diag.NewError("G020", "Text")
	DateAsFigure = diag.NewError("G021", "Text")
	ShortFigure  = diag.NewError("G022", "Text")
	MergedFigure = diag.NewError("G023", "Text")
)
