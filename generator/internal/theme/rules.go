package theme

import "reportsite/generator/internal/diag"

// What can be wrong with a theme.
var (
	MissingFile    = diag.NewError("P001")
	BadTemplate    = diag.NewError("P002", "Why")
	NoTemplate     = diag.NewError("P003", "Name")
	UnknownMessage = diag.NewError("P004", "ID")
	MissingMessage = diag.NewError("P005", "ID", "File")
	BadMessage     = diag.NewError("P006", "ID", "Why")
	NoStyle        = diag.NewError("P007")
	NeededMessage  = diag.NewError("P008", "ID")
	NoTheme        = diag.NewError("P009")
	BadAsset       = diag.NewError("P010", "Why")
	OddAsset       = diag.NewWarning("P011", "Why")
)
