package source

import "reportsite/generator/internal/diag"

// What can be wrong with the files of the content folder.
var (
	NoContent     = diag.NewError("S001")
	NoEdition     = diag.NewError("S002")
	NoReport      = diag.NewError("S003", "Year")
	Unexpected    = diag.NewError("S004")
	BadID         = diag.NewError("S005", "Name")
	Unreadable    = diag.NewError("S006", "Why")
	NotRegular    = diag.NewError("S007")
	TooLarge      = diag.NewError("S008", "Size", "Most")
	NoFrontMatter = diag.NewError("S009")
	NotATable     = diag.NewError("S010", "Name")
	UnreadTable   = diag.NewWarning("S011", "Name")
	NeedlessSheet = diag.NewError("S012")
	OpenFront     = diag.NewError("S015")
	FrontMark     = diag.NewError("S022", "Mark")
	NoTable       = diag.NewError("S021", "Name")
	Backup        = diag.NewError("S016", "Name")
	BadFileName   = diag.NewError("S050", "Name", "Found")
	UnseenInCell  = diag.NewError("S017", "Char", "Column")

	// content/tables.
	LoneSheet = diag.NewError("S030", "Name")
	OldTable  = diag.NewError("S031", "Name")
)
