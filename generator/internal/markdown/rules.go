package markdown

import "reportsite/generator/internal/diag"

// What can be wrong with a Markdown text.
var (
	TopHeading     = diag.NewError("M001")
	SkippedLevel   = diag.NewWarning("M002", "Level", "Above")
	SameID         = diag.NewError("M003", "ID")
	RawHTML        = diag.NewWarning("M004")
	BadScheme      = diag.NewError("M005", "Scheme")
	EmptyLink      = diag.NewError("M006", "Address")
	GroupLink      = diag.NewError("M007", "Address")
	NoImages       = diag.NewError("M008", "Address")
	ChartInText    = diag.NewError("M009")
	NotUTF8        = diag.NewError("M010")
	BadID          = diag.NewError("M011", "ID")
	UnknownHeading = diag.NewError("M012", "ID")
	LostReference  = diag.NewError("M013", "Words")
	LostFootnote   = diag.NewWarning("M014", "Mark")
	UnusedFootnote = diag.NewWarning("M015", "Name")
	FootnoteInLink = diag.NewError("M016")
	LostStars      = diag.NewWarning("M017")
	NoSpace        = diag.NewWarning("M018")
	OpenComment    = diag.NewError("M019")
	EmptyHeading   = diag.NewWarning("M020")
	ReservedID     = diag.NewError("M021", "ID")
)
