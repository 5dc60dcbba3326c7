package attachment

import "reportsite/generator/internal/diag"

// What can be wrong with pictures and documents.
var (
	UnknownType   = diag.NewError("S040", "Ending")
	TooLarge      = diag.NewError("S041", "Size", "Most")
	NotWhatItSays = diag.NewError("S042", "Type")
	TooManyPixels = diag.NewError("S043", "Width", "Height", "Most")
	Damaged       = diag.NewError("S044", "Type")
	Active        = diag.NewError("S045", "Found")
	Moving        = diag.NewError("S046")
	Macros        = diag.NewError("S047")
	NoSize        = diag.NewError("S048")
	TooWide       = diag.NewError("S049", "Width", "Most")
)
